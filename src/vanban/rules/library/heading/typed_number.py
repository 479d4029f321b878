"""What was typed of số and ký hiệu, and where: the rules on them judge that and no more.

The writer sets right what it can (the label, a leading zero, blanks around the first stroke);
`vanban.standards.document_number` tells what is printed.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from vanban.findings import Finding
from vanban.model.origin import Path
from vanban.patterns import later
from vanban.rules import edits
from vanban.rules.base import Rule, Subject
from vanban.standards.document_number import number_and_codes
from vanban.viet.text import LOOKALIKES

_LABEL = later(r"\s*số\s*:?\s*", re.IGNORECASE)
_YEAR = later(r"(?:^|(?<=[-/]))(?:19|20)\d\d(?:[-/]|$)")
_APART = str.maketrans(dict.fromkeys("-–—−‐/_", " "))
_CENTURIES = ("19", "20")
_PARTY = later(r"\d+\s*[-–]\s*\w")
_BLANKS = ("[", "…", "..", "__", "XXX", "xxx")
_LETTERS = str.maketrans(LOOKALIKES)


class Typed(Struct, frozen=True):
    """A stretch of a field, from the offset ``start`` of its text."""

    path: Path
    text: str
    start: int = 0


class Number(Struct, frozen=True):
    """Số and ký hiệu of a document.

    Attributes:
        number: what was typed of the number, without the label; empty text when nothing was.
        code: what was typed of the ký hiệu; None when type and bodies give it.
        pieces: what the ký hiệu is made of: ``code``, else the codes of bodies and units.
        printed_number, printed_code: both as they are printed.
        groups: the groups of the ký hiệu, without blanks, a year or letters that only look
            Vietnamese; none when it cannot be taken apart (blanks to fill in, "12-KH/SNV").
    """

    number: Typed
    code: Typed | None
    pieces: tuple[Typed, ...]
    printed_number: str
    printed_code: str
    groups: tuple[str, ...]

    @property
    def path(self) -> Path:
        """Where the ký hiệu was typed, or would be."""
        return self.pieces[0].path if self.pieces else ("co_quan",)


def of(subject: Subject) -> Number:
    """The number of a document as typed and as printed."""
    number, code = _typed(subject)
    printed_number, printed_code = number_and_codes(subject.doc, subject.kind)
    groups: tuple[str, ...] = ()
    if not (_has_blank(printed_code) or is_party_form(number.text)):
        bare = "".join(printed_code.split())
        bare = _YEAR.sub("", bare) if has_year(bare) else bare
        bare = bare.translate(_LETTERS)
        groups = tuple(bare.translate(_APART).split())
    pieces = (code,) if code else _codes_of_bodies(subject)
    return Number(number, code, pieces, printed_number, printed_code, groups)


def is_party_form(number: str) -> bool:
    """Whether a number is joined to a code as the Party does: "12-KH" of "12-KH/TU"."""
    return any(dash in number for dash in "-–") and bool(_PARTY.match(number))


def _has_blank(text: str) -> bool:
    return any(blank in text for blank in _BLANKS)


def is_blank(text: str) -> bool:
    """Whether a text is a place to be filled in: nothing, dots, "[số]"."""
    return not text.strip(" ._…\u00a0") or _has_blank(text)


def has_year(text: str) -> bool:
    """Whether a year stands in a ký hiệu as a part of its own: "2026/QĐ-UBND"."""
    bare = "".join(text.split())
    return any(digits in bare for digits in _CENTURIES) and bool(_YEAR.search(bare))


def found(
    rule: Rule,
    subject: Subject,
    typed: Typed,
    message: str,
    *,
    at: tuple[int, int] | None = None,
    right: str | None = None,
    safe: bool = True,
) -> Finding:
    """A finding at a stretch of what was typed; ``at`` counts in it, None blames all of it."""
    begin, end = at or (0, len(typed.text))
    start, stop = typed.start + begin, typed.start + end
    fix = None
    if right is not None:
        fix = edits.replacing(subject.origin, typed.path, start, stop, right, safe=safe)
    made = rule.finding(subject, message, typed.path, quote=typed.text[begin:end], fix=fix)
    return replace(made, place=subject.origin.place(typed.path, start))


def _typed(subject: Subject) -> tuple[Typed, Typed | None]:
    typed = subject.doc.so or ""
    label = _LABEL.match(typed) if "số" in typed.lower() else None
    start = label.end() if label else 0
    number, stroke, code = typed[start:].partition("/")
    behind = _trimmed(("so",), code, start + len(number) + len(stroke))
    if not behind.text and subject.doc.ky_hieu:
        behind = _trimmed(("ky_hieu",), subject.doc.ky_hieu, 0)
    return _trimmed(("so",), number, start), behind if behind.text else None


def _trimmed(path: Path, text: str, start: int) -> Typed:
    """A stretch without the blanks around it and the strokes before it."""
    bare = text.lstrip("/ \u00a0\t")
    return Typed(path, bare.rstrip(), start + len(text) - len(bare))


def _codes_of_bodies(subject: Subject) -> tuple[Typed, ...]:
    """The codes of the bodies and, where the type has none, those of the units behind them."""
    names = ["viet_tat"] if subject.kind.ma else ["viet_tat", "don_vi"]
    return tuple(
        Typed(("co_quan", index, name), code)
        for name in names
        for index, body in enumerate(subject.doc.co_quan)
        if (code := getattr(body, name))
    )
