"""Head and text: a YAML head, a line ``---``, then the body as people type it."""

from __future__ import annotations

import re

from vanban.errors import SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.model.origin import Notes, Segment, Span
from vanban.patterns import later
from vanban.sources import yaml
from vanban.sources.nodes import Pairs, Scalar
from vanban.sources.text import place_at
from vanban.viet.text import fold

BODY_KEY = "noi_dung"

_LINE = later(r"^---[ \t]*$", re.MULTILINE)
_ALMOST = later(r"^[ \t]*(?:[-–—_=*]{2,}|[–—])[ \t]*$", re.MULTILINE)
_BEFORE_HEAD = later(r"(?:[ \t]*(?:#.*)?\n)*---[ \t]*$", re.MULTILINE)


def parse(text: str, path: str) -> tuple[Pairs, Notes]:
    """Read a head and a body; the text comes from ``text.decode``.

    Raises:
        SourceError: there is no line ``---`` or the head cannot be read.
    """
    line = _separator(text, path)
    head, notes = yaml.parse(text[: line.start()], path)
    _refuse_second_body(head)
    number = text.count("\n", 0, line.start()) + 1
    return Pairs((*head.pairs, _pair(text, path, line, number)), head.place), notes


def _separator(text: str, path: str) -> re.Match[str]:
    """The line between head and body; one above the head is passed over."""
    above = _BEFORE_HEAD.match(text)
    found = _LINE.search(text, above.end() if above else 0)
    if found is None:
        raise SourceError.at(
            _("Không có dòng “---” giữa phần đầu và nội dung."),
            _almost(text, path, above.end() if above else 0),
            _("Thêm một dòng chỉ có ba dấu gạch nối (---) ngay trước nội dung."),
        )
    return found


def _almost(text: str, path: str, start: int) -> Place:
    """The place of a line that was perhaps meant; else the file."""
    found = _ALMOST.search(text, start)
    return place_at(text, path, found.start()) if found else Place(path)


def _refuse_second_body(head: Pairs) -> None:
    for key, _value in head.pairs:
        if fold(key.value) == BODY_KEY:
            raise SourceError.at(
                _("Phần đầu có khóa noi_dung mà nội dung lại đứng sau dòng “---”."),
                key.place,
                _("Giữ một trong hai."),
            )


def _pair(text: str, path: str, line: re.Match[str], number: int) -> tuple[Scalar, Scalar]:
    separator = Segment(0, number, 1, line.start())
    key = Scalar(BODY_KEY, Span(path, (separator,), exact=False))
    start = min(line.end() + 1, len(text))
    body = text[start:]
    segments = _segments(body, start, number + 1) if body else (separator,)
    span = Span(path, segments, exact=bool(body))
    return key, Scalar(body, span, "block", absent=not body.strip())


def _segments(body: str, start: int, number: int) -> tuple[Segment, ...]:
    """A segment for each line of the body."""
    segments = []
    at = 0
    for line in body.removesuffix("\n").split("\n"):
        segments.append(Segment(at, number, 1, start + at))
        at += len(line) + 1
        number += 1
    return tuple(segments)
