"""Mending a source: which fixes go together, and the proof that nothing else changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vanban.findings import Edit, Finding
from vanban.model.origin import Origin, Path, Span
from vanban.model.van_ban import VanBan
from vanban.model.walk import everything


def compatible(findings: Iterable[Finding], *, unsafe: bool = False) -> list[Finding]:
    """Findings whose fixes can be made together, the first of the file first.

    Args:
        findings: those that were found.
        unsafe: whether fixes count that may touch the wording.
    """
    chosen: list[Finding] = []
    taken: list[Edit] = []
    for finding in findings:
        fix = finding.fix
        if fix is None or not fix.edits or not (fix.safe or unsafe):
            continue
        if not any(_clash(edit, other) for edit in fix.edits for other in taken):
            chosen.append(finding)
            taken += fix.edits
    return chosen


def _clash(edit: Edit, other: Edit) -> bool:
    """Whether two edits touch; two that insert at one place do too."""
    if edit.start == other.start:
        return True
    first, second = sorted((edit, other), key=_begin)
    return second.start < first.end


def edits_of(findings: Iterable[Finding]) -> list[Edit]:
    """The edits of some findings in the order of the source."""
    return sorted((e for f in findings if f.fix for e in f.fix.edits), key=_begin)


def _begin(edit: Edit) -> int:
    return edit.start


JOIN = " \\"
"""What an edit puts at the end of a line to join the next one to it."""

_OF_THE_MARK = frozenset({"cap", "dau", "tieu_de"})
_OF_THE_LINE = _OF_THE_MARK | {"dang"}


def unchanged_elsewhere(
    before: VanBan, origin: Origin, edits: Sequence[Edit], after: VanBan
) -> bool:
    """Whether a document that was read again differs only where edits say so.

    Every text of the document is followed through the edits; what comes out must be what was
    read. The mark of a line may change where an edit stands before its text; lines that were
    joined have the same words.

    Args:
        before: the document.
        origin: where its parts stand in the source.
        edits: what was changed there, in order.
        after: what was read from the changed source.
    """
    source = origin.source or ""
    edits = [edit for edit in edits if edit.text != source[edit.start : edit.end]]
    free = _marks_touched(origin, edits)
    joined = any(edit.text == JOIN for edit in edits)
    followed = ((path, _followed(text, origin, path, edits)) for path, text in everything(before))
    return _told(followed, free, joined) == _told(everything(after), free, joined)


def _told(
    texts: Iterable[tuple[Path, str]], free: frozenset[Path], joined: bool
) -> list[tuple[str, str]]:
    """The texts that must be equal; empty ones are left out, for a list item may have gone."""
    named = [
        (str(path[-1]) if isinstance(path[-1], str) else str(path[0]), text)
        for path, text in texts
        if text and not (path[-1] in _OF_THE_MARK and path[:-1] in free)
    ]
    if not joined:
        return named
    return [(n, word) for n, text in named if n not in _OF_THE_LINE for word in text.split()]


def _marks_touched(origin: Origin, edits: Sequence[Edit]) -> frozenset[Path]:
    """The lines of bodies in which something was changed before their text."""
    source = origin.source or ""
    lines = {
        span.segments[0].line: (path[:-1], span.segments[0].offset)
        for path, span in origin.spans.items()
        if path[-1:] == ("chu",)
    }
    touched = ((lines.get(source.count("\n", 0, e.start) + 1), e) for e in edits)
    return frozenset(found[0] for found, edit in touched if found and edit.end <= found[1])


def _followed(text: str, origin: Origin, path: Path, edits: Sequence[Edit]) -> str:
    """A text after the edits that fall into it."""
    span = origin.spans.get(path)
    if not text or span is None or not span.exact or span.path != origin.path:
        return text
    first, last = span.segments[0].offset, _at(span, len(text) - 1)
    near = [e for e in edits if e.end >= first and e.start <= last + 1]
    return _changed(text, span, near) if near else text


def _changed(text: str, span: Span, edits: Sequence[Edit]) -> str:
    out: list[str] = []
    for offset, letter in enumerate(text):
        at = _at(span, offset)
        out += [edit.text for edit in edits if edit.start == at]
        if not any(edit.start <= at < edit.end for edit in edits):
            out.append(letter)
    end = _at(span, len(text) - 1) + 1
    out += [e.text for e in edits if e.start == e.end == end and e.text != JOIN]
    return "".join(out)


def _at(span: Span, offset: int) -> int:
    found = span.source_offset(offset)
    assert found is not None  # the span is exact
    return found
