"""What is wrong in a document: plain, picklable, JSON-able; returned, never raised."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from vanban.location import Place
from vanban.messages import _


class Severity(StrEnum):
    """How bad it is. Only ``error`` makes a check fail by default."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


def severity_word(severity: Severity) -> str:
    """The word for a severity."""
    words = {
        Severity.ERROR: _("lỗi"),
        Severity.WARNING: _("cảnh báo"),
        Severity.INFO: _("lưu ý"),
    }
    return words[severity]


class Edit(Struct, frozen=True):
    """Replace source characters ``start`` to ``end`` (0-based offsets, end excluded)."""

    start: int
    end: int
    text: str


class Format(Struct, frozen=True):
    """A change of formatting in a .docx; it never touches wording.

    Attributes:
        of: what has the property; "text" is the runs of a paragraph, or of a stretch of it.
        part, path: to its element (``w:p`` for text and paragraph, ``w:sectPr``, ``w:tbl``,
            ``w:tc``, or a drawing), as in `vanban.location.Spot`.
        name: the property, named as in ``vanban.layout`` ("size", "alignment", "top").
        value: what it has to be: lengths in EMU, sizes in points; None takes it away.
        start, end: the stretch of the paragraph's text, for "text"; None: all of it.
    """

    of: Literal["text", "paragraph", "section", "table", "cell", "drawing"]
    part: str
    path: tuple[int, ...]
    name: str
    value: str | int | float | bool | None
    start: int | None = None
    end: int | None = None


class Fix(Struct, frozen=True):
    """What mends a finding: edits of the source text, or changes of formatting in a .docx.

    ``safe`` edits never touch wording; ``safe`` formats change nothing else on the page.
    """

    edits: tuple[Edit, ...] = ()
    safe: bool = True
    formats: tuple[Format, ...] = ()


class Finding(Struct, frozen=True):
    """One thing that is absent or improper.

    Attributes:
        rule: id of the rule, never reused (``ND30-T-004``).
        severity: how bad it is in this document.
        message: one sentence in the language in force.
        place: where; None when the document was not read from a file.
        basis: the legal basis (``PLI-I-II.5.a``); empty for rules of logic.
        path: the field or block, such as ``("noi_dung", 3)``; empty for the whole document.
        quote: the words it is about; empty when something is missing.
        fix: the mending, or None where no edit can be offered.
        elsewhere: further places in a .docx that have the same fault.
    """

    rule: str
    severity: Severity
    message: str
    place: Place | None = None
    basis: str = ""
    path: tuple[str | int, ...] = ()
    quote: str = ""
    fix: Fix | None = None
    elsewhere: tuple[Place, ...] = ()


def malformed(finding: object) -> str | None:
    """What is wrong with the form of a finding that a plugin's rule gave; None when nothing is.

    >>> malformed("Thiếu trích yếu"), malformed(Finding("A-001", Severity.INFO, "Thiếu."))
    ("not a Finding: 'Thiếu trích yếu'", None)
    """
    if not isinstance(finding, Finding):
        return f"not a Finding: {finding!r}"
    wanted: dict[str, type | tuple[type, ...]] = {
        "rule": str,
        "severity": Severity,
        "message": str,
        "place": (Place, type(None)),
        "basis": str,
        "path": tuple,
        "quote": str,
        "fix": (Fix, type(None)),
    }
    for name, kind in wanted.items():
        if not isinstance(getattr(finding, name), kind):
            return f"{name} of a Finding: {getattr(finding, name)!r}"
    if not all(isinstance(part, str | int) for part in finding.path):
        return f"path of a Finding: {finding.path!r}"
    edits = finding.fix.edits if finding.fix else ()
    wrong = next((edit for edit in edits if not isinstance(edit, Edit)), None)
    return f"not an Edit: {wrong!r}" if wrong is not None else None
