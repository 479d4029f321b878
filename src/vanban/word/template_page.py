"""The page of a template against the standard: paper, margins, the page number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vanban.layout.section import Section
from vanban.messages import _
from vanban.patterns import later
from vanban.standards.schema import Page
from vanban.units import Length, Range
from vanban.word.elements import attribute, parse, w
from vanban.word.template_look import figure

_PAPER_SLACK, _MARGIN_SLACK = 20, 6  # twips: what programs round away
_NUMBER = later(r"\bPAGE\b", re.IGNORECASE)


def faults(
    sections: tuple[Section, ...], parts: Mapping[str, bytes], page: Page
) -> Iterator[tuple[str, str]]:
    """What is wrong with the pages, each with its legal basis; each told once."""
    found: dict[str, str] = {}
    for section in sections:
        found |= dict(_paper(section, page))
        if not section.landscape:
            found |= dict(_margins(section, page))
    yield from found.items()
    for message in _number(sections, parts):
        yield message, page.can_cu["dau_trang"]


def _paper(section: Section, page: Page) -> Iterator[tuple[str, str]]:
    if section.width is None or section.height is None:
        return
    found = sorted((section.width, section.height))
    wanted = sorted((page.rong, page.cao))
    if any(abs(a.twips - b.twips) > _PAPER_SLACK for a, b in zip(found, wanted, strict=True)):
        message = _("Khổ giấy {width:.0f} × {height:.0f} mm, quy định {wanted} mm.").format(
            width=found[0].mm,
            height=found[1].mm,
            wanted=f"{wanted[0].mm:g} × {wanted[1].mm:g}",
        )
        yield message, page.can_cu["kho_giay"]


def _margins(section: Section, page: Page) -> Iterator[tuple[str, str]]:
    names = {
        "le_tren": (_("Lề trên"), section.top),
        "le_duoi": (_("Lề dưới"), section.bottom),
        "le_trai": (_("Lề trái"), section.left),
        "le_phai": (_("Lề phải"), section.right),
    }
    for name, (title, length) in names.items():
        allowed = page.le[name]
        if length is not None and not _inside(length, allowed):
            message = _("{title} {length} mm, quy định {low:g}-{high:g} mm.").format(
                title=title, length=figure(length.mm), low=allowed.low.mm, high=allowed.high.mm
            )
            yield message, page.can_cu[name]


def _inside(length: Length, allowed: Range) -> bool:
    low, high = allowed.low.twips - _MARGIN_SLACK, allowed.high.twips + _MARGIN_SLACK
    return low <= abs(length.twips) <= high


def _number(sections: tuple[Section, ...], parts: Mapping[str, bytes]) -> Iterator[str]:
    if not _has_number(parts, "word/header"):
        if _has_number(parts, "word/footer"):
            yield _("Số trang ở chân trang, quy định ở giữa lề trên.")
        else:
            yield _("Không có số trang: chèn vào giữa đầu trang (Insert, Page Number).")
    elif sections and not sections[0].title_page:
        yield _("Số trang in cả ở trang thứ nhất: đánh dấu «Different First Page».")


def _has_number(parts: Mapping[str, bytes], start: str) -> bool:
    return any(
        _NUMBER.search(_fields(name, data))
        for name, data in parts.items()
        if name.startswith(start) and name.endswith(".xml")
    )


def _fields(part: str, data: bytes) -> str:
    """The instructions of all fields of a part."""
    root = parse(part, data)
    simple = (attribute(element, "instr") or "" for element in root.iter(w("fldSimple")))
    typed = "".join(element.text or "" for element in root.iter(w("instrText")))
    return " ".join((typed, *simple))
