"""The lines of a signature block: authority, office, room, other office, name."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.layout.recognized import Piece, Signer
from vanban.viet.capitals import is_upper
from vanban.word.recognize import words
from vanban.word.recognize.spans import Span

_LONGEST = 160
_MOST_LINES = 14


def read(lines: Sequence[Span], column: int = 0) -> Signer | None:
    """The signer in the lines of a column; None when they are no signature block."""
    rest = _trimmed(lines)
    shown = [span for span in rest if span.text]
    if not shown or len(shown) > _MOST_LINES or any(len(s.text) > _LONGEST for s in shown):
        return None
    notes = [span for span in shown if words.NOTE.match(span.text)]
    shown = [span for span in shown if span not in notes]
    name = shown[-1] if shown and _is_name(shown, rest) else None
    above = shown[:-1] if name else shown
    gap = _gap(above, rest)
    authority, other = (above[:gap], above[gap:]) if name else (above, [])
    if not authority or not all(words.is_authority(span.text) for span in authority[:1]):
        return None
    if not all(_fits(span) for span in authority):
        return None
    return Signer(
        _authority(authority),
        tuple(s.piece("quyen_han", role="chuc_vu_khac") for s in other),
        name.piece("ho_ten") if name else None,
        tuple(s.paragraph for s in rest if not s.text),
        tuple(s.piece("cho_ky", role="ghi_chu") for s in notes),
        column,
    )


def _trimmed(lines: Sequence[Span]) -> list[Span]:
    """The lines without the empty ones at the ends."""
    first = next((i for i, span in enumerate(lines) if span.text), len(lines))
    last = next((i for i in range(len(lines), 0, -1) if lines[i - 1].text), 0)
    return list(lines[first:last])


def _is_name(shown: Sequence[Span], rest: Sequence[Span]) -> bool:
    last = shown[-1].text
    if not words.is_person(last):
        return False
    if len(shown) < 2:
        return False
    apart = not rest[rest.index(shown[-1]) - 1].text
    return not is_upper(last) or apart or len(last.split()) > 2


def _gap(above: Sequence[Span], rest: Sequence[Span]) -> int:
    """How many lines stand above the room to sign in; all when there is no room."""
    for index in range(1, len(above)):
        before = rest.index(above[index])
        if not rest[before - 1].text or words.NOTE.match(rest[before - 1].text):
            return index
    return len(above)


def _fits(span: Span) -> bool:
    """Whether a line may belong to authority and office: no sentence does."""
    text = span.text
    return is_upper(text) or words.is_authority(text) or (len(text) < 70 and not text.endswith("."))


def _authority(lines: Sequence[Span]) -> tuple[Piece, ...]:
    """The pieces with their roles: what goes on in the same paragraph has one role."""
    out: list[Piece] = []
    for index, span in enumerate(lines):
        role = _role(span.text, index, len(lines))
        same = index > 0 and lines[index - 1].paragraph is span.paragraph
        if same and not (words.PREFIX.match(span.text) or words.is_office(span.text)):
            role = out[-1].role
        out.append(span.piece("quyen_han", role=role))
    return tuple(out)


def _role(text: str, index: int, count: int) -> str:
    if words.PREFIX.match(text):
        last = index == count - 1
        return "chuc_vu" if last and words.letters(text).startswith("q") else "quyen_han"
    if index == 0 and count > 1 and words.letters(text).startswith(("daidien", "ben")):
        return "vai_tro"
    return "chuc_vu" if words.is_office(text) or index else ("vai_tro" if count > 1 else "chuc_vu")
