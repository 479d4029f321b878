"""Where the text of a YAML scalar stands in its source."""

from __future__ import annotations

from vanban.model.origin import Segment, Span
from vanban.sources.nodes import Scalar
from vanban.sources.yaml_events import Mark, Text
from vanban.viet.text import nfc

_ABSENT = ("", "~", "null")


def scalar(event: Text, text: str, path: str) -> Scalar:
    """The value of an event of the parser that reads ``text``."""
    style = event.style
    start = event.start_mark
    if style == "|" or style == ">":
        segments = _lines(event, text) if style == "|" else ()
        return _placed(event.value, segments, start, path, "block")
    if style:
        segments = _flat(event.value, text, start, 1, event.end_mark)
        return _placed(event.value, segments, start, path, "quoted")
    if event.value in _ABSENT:
        return Scalar("", Span(path, (_segment(start),), exact=False), absent=True)
    segments = _flat(event.value, text, start, 0, event.end_mark)
    return _placed(event.value, segments, start, path, "plain")


def _placed(
    value: str, segments: tuple[Segment, ...], start: Mark, path: str, style: str
) -> Scalar:
    """A value with exact segments, or without any: at the mark where it begins."""
    if segments:
        return Scalar(value, Span(path, segments), style)
    return Scalar(nfc(value), Span(path, (_segment(start),), exact=False), style)


def _flat(value: str, text: str, start: Mark, quote: int, end: Mark) -> tuple[Segment, ...]:
    """The segment of a value on one line; empty when the source spells it differently."""
    if text[start.index + quote : end.index - quote] != value or start.line != end.line:
        return ()
    return (_segment(start, quote),)


def _lines(event: Text, text: str) -> tuple[Segment, ...]:
    """A segment for each line of a literal block; empty when a line differs from its source."""
    value = event.value
    lines = value.removesuffix("\n").split("\n")
    begin = text.find("\n", event.start_mark.index) + 1
    indent = _indent(lines, text, begin)
    if not begin or indent < 0:
        return ()
    segments = []
    at = 0
    for number, line in enumerate(lines, event.start_mark.line + 2):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        offset = min(begin + indent, end)
        if text[offset:end] != line:
            return ()
        segments.append(Segment(at, number, offset - begin + 1, offset))
        at += len(line) + 1
        begin = end + 1
    return tuple(segments)


def _indent(lines: list[str], text: str, begin: int) -> int:
    """How far a literal block is indented, from its first line with text; -1: it has none."""
    for line in lines:
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        if line:
            return end - begin - len(line)
        begin = end + 1
    return -1


def _segment(mark: Mark, skip: int = 0) -> Segment:
    return Segment(0, mark.line + 1, mark.column + 1 + skip, mark.index + skip)
