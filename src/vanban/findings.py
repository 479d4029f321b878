"""What is wrong in a document: plain, picklable, JSON-able; returned, never raised."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from vanban.location import Place


class Severity(StrEnum):
    """How bad it is. Only ``error`` makes a check fail by default."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Edit(Struct, frozen=True):
    """Replace source characters ``start`` to ``end`` (0-based offsets, end excluded)."""

    start: int
    end: int
    text: str


class Fix(Struct, frozen=True):
    """Edits of the source text that mend a finding; ``safe`` ones never touch wording."""

    edits: tuple[Edit, ...]
    safe: bool = True


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
    """

    rule: str
    severity: Severity
    message: str
    place: Place | None = None
    basis: str = ""
    path: tuple[str | int, ...] = ()
    quote: str = ""
    fix: Fix | None = None
