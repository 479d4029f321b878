"""Kind "page": a length of the page of every section must be in the range of the standard.

``do`` names the length: le_tren, le_duoi, le_trai, le_phai (entries of page.yaml; the gutter counts
to the margin at which it is), ``dung_sai`` the tolerance ("6 twips" is "0.11 mm").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vanban.findings import Finding
from vanban.layout.section import Section
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_section, tell_once
from vanban.units import Length, Range, parse_length

SIDES: Mapping[str, str] = {
    "le_tren": "top",
    "le_duoi": "bottom",
    "le_trai": "left",
    "le_phai": "right",
}


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A finding for each value out of the range, at the first section that has it."""
    name = rule.data["do"]
    allowed = seen.standard.page.le[name]
    slack = parse_length(rule.data["dung_sai"])
    wrong: dict[Length, list[Section]] = {}
    for section in seen.layout.sections:
        if section.landscape:
            continue
        found = margin(seen, section, name)
        if found is not None and not allowed.low - slack <= found <= allowed.high + slack:
            wrong.setdefault(found, []).append(section)
    for found, sections in wrong.items():
        yield _finding(rule, seen, name, found, allowed, sections)


def margin(seen: Observed, section: Section, name: str) -> Length | None:
    """A margin with the gutter, where it is on that side; None when the file does not say."""
    side: Length | None = getattr(section, SIDES[name])
    if side is None:
        return None
    at_top = seen.layout.settings.gutter_at_top
    has_gutter = name == ("le_tren" if at_top else "le_trai")
    return Length(abs(side) + (section.gutter if has_gutter else 0))


def _finding(
    rule: Rule, seen: Observed, name: str, found: Length, allowed: Range, where: list[Section]
) -> Finding:
    message = _("{name} {found} mm, phải từ {low} đến {high} mm.").format(
        name=_names()[name], found=millimetres(found), low=millimetres(allowed.low),
        high=millimetres(allowed.high),
    )  # fmt: skip
    nearest = allowed.low if found < allowed.low else allowed.high
    gutter = {} if name != "le_trai" else {"gutter": 0}
    changes = {SIDES[name]: int(nearest), **gutter}
    fix = mending(*(of_section(seen, section, **changes) for section in where))
    return tell_once(rule, seen, where, message, fix=fix)


def _names() -> Mapping[str, str]:
    return {
        "le_tren": _("Lề trên"),
        "le_duoi": _("Lề dưới"),
        "le_trai": _("Lề trái"),
        "le_phai": _("Lề phải"),
    }


def millimetres(length: Length) -> str:
    """A length in millimetres as people write it.

    >>> millimetres(Length(36_000 * 20)), millimetres(Length(914_400))
    ('20', '25,4')
    """
    return f"{round(length.mm, 1):g}".replace(".", ",")
