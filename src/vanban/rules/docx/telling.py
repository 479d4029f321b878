"""Findings in a .docx, and the changes of formatting that mend them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from vanban.findings import Finding, Fix, Format, Severity
from vanban.layout.drawing import Drawing
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Line, Piece
from vanban.layout.section import Section
from vanban.layout.table import Cell, Table
from vanban.location import Place, Spot
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed

Target = Piece | Paragraph | Section | Table | Line | None
"""What a finding is about; None is the whole document."""
Value = str | int | float | bool | None
_QUOTED = 60
"""So many characters of a paragraph are quoted."""


def tell(
    rule: Rule,
    seen: Observed,
    target: Target,
    message: str,
    *,
    quote: str | None = None,
    fix: Fix | None = None,
    severity: Severity | None = None,
    elsewhere: Iterable[Target] = (),
) -> Finding:
    """A finding about a piece, a paragraph, a section or a table.

    Args:
        rule, seen: who tells of what.
        target: what it is about.
        message: one sentence: what is, what must be.
        quote: the words; None takes those of the target, cut when they are many.
        fix: what mends it, from `mending`.
        severity: another than the rule's own.
        elsewhere: further targets with the same fault, in reading order.
    """
    return Finding(
        rule=rule.id,
        severity=severity or rule.severity,
        message=message,
        place=place(seen, target),
        basis=rule.basis,
        quote=words(target) if quote is None else quote,
        fix=fix,
        elsewhere=tuple([place(seen, other) for other in elsewhere]),
    )


def tell_once(
    rule: Rule,
    seen: Observed,
    targets: Sequence[Target],
    message: str,
    *,
    fix: Fix | None = None,
    severity: Severity | None = None,
) -> Finding:
    """One finding for all places with one fault: at the first, the message with their number."""
    more = len(targets) - 1
    told = message
    if more:
        told = message.rstrip(".") + _(" (và {count} chỗ khác).").format(count=more)
    return tell(rule, seen, targets[0], told, fix=fix, severity=severity, elsewhere=targets[1:])


def place(seen: Observed, target: Target) -> Place:
    """Where a target stands."""
    return Place(seen.path, spot=spot(seen, target))


def spot(seen: Observed, target: Target) -> Spot:
    """Where a target stands inside the file."""
    if isinstance(target, Line):
        target = target.under or target.paragraph
    if isinstance(target, Piece):
        at = target.paragraph
        whole = target.start == 0 and target.end >= len(at.text)
        ends = (None, None) if whole else (target.start, target.end)
        return Spot(at.part, at.path, at.index + 1, *ends)
    if isinstance(target, Paragraph):
        return Spot(target.part, target.path, target.index + 1)
    if isinstance(target, Table):
        return Spot(target.part, target.path)
    path = target.path if isinstance(target, Section) else ()
    return Spot(seen.layout.main_part, path)


def words(target: Target) -> str:
    """The words of a target, on one line, cut when they are many."""
    if isinstance(target, Line):
        target = target.under or target.paragraph
    if isinstance(target, Table):
        return cut(target.title or "")
    return cut(target.text) if isinstance(target, Piece | Paragraph) else ""


def cut(text: str) -> str:
    """A text on one line, cut at a blank when it is long."""
    flat = " ".join(text.split())
    if len(flat) <= _QUOTED:
        return flat
    return flat[:_QUOTED].rpartition(" ")[0] + " …"


def mending(*formats: Format | Iterable[Format], safe: bool = True) -> Fix | None:
    """The fix that makes some changes; None when there are none."""
    every = [f for given in formats for f in ([given] if isinstance(given, Format) else given)]
    return Fix(formats=tuple(every), safe=safe) if every else None


def of_text(target: Piece | Paragraph, **wanted: Value) -> list[Format]:
    """Changes of the look of a piece or a paragraph: size=13.0, bold=True …"""
    at = target.paragraph if isinstance(target, Piece) else target
    ends = (target.start, target.end) if isinstance(target, Piece) else (None, None)
    return [Format("text", at.part, at.path, name, value, *ends) for name, value in wanted.items()]


def of_paragraph(target: Piece | Paragraph, **wanted: Value) -> list[Format]:
    """Changes of the shape of a paragraph: alignment="center", before=0 …"""
    at = target.paragraph if isinstance(target, Piece) else target
    return [Format("paragraph", at.part, at.path, name, value) for name, value in wanted.items()]


def of_section(seen: Observed, section: Section, **wanted: Value) -> list[Format]:
    """Changes of a section: top=720000, title_page=True …"""
    part = seen.layout.main_part
    return [Format("section", part, section.path, name, value) for name, value in wanted.items()]


def of_table(table: Table, cell: Cell | None = None, **wanted: Value) -> list[Format]:
    """Changes of a table, or of one of its cells."""
    of, path = ("table", table.path) if cell is None else ("cell", cell.path)
    return [
        Format(of, table.part, path, name, value)  # type: ignore[arg-type]  # one of two words
        for name, value in wanted.items()
    ]


def of_drawing(drawing: Drawing, **wanted: Value) -> list[Format]:
    """Changes of a drawing: width=…, dash="solid"."""
    part, path = drawing.part, drawing.path
    return [Format("drawing", part, path, name, value) for name, value in wanted.items()]
