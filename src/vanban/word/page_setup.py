"""From ``w:sectPr`` to sections, each with the headers that its pages show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from vanban.layout.section import Section
from vanban.word.elements import attribute, child, measure, number, toggle, w
from vanban.word.ooxml import R

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

HeaderText = Callable[[str], str]
"""The text of the header with a relationship id."""


def sections(found: Iterable[tuple[int, Element]], text_of: HeaderText) -> tuple[Section, ...]:
    """The sections of a body.

    Args:
        found: each ``w:sectPr`` with the index of the block after its section, in order.
        text_of: gives the text of a header.
    """
    out = []
    begin = 0
    headers = {"default": "", "first": ""}
    for end, properties in found:
        headers |= {kind: text_of(target) for kind, target in _references(properties)}
        out.append(_section(properties, begin, headers["default"], headers["first"]))
        begin = end
    return tuple(out)


def _references(properties: Element) -> list[tuple[str, str]]:
    return [
        (attribute(reference, "type") or "default", reference.get(f"{{{R}}}id", ""))
        for reference in properties.iterchildren(w("headerReference"))
    ]


def _section(properties: Element, begin: int, header: str, first: str) -> Section:
    size, margins = child(properties, "pgSz"), child(properties, "pgMar")
    width, height = measure(attribute(size, "w")), measure(attribute(size, "h"))
    return Section(
        begin=begin,
        width=width,
        height=height,
        top=measure(attribute(margins, "top")),
        right=measure(attribute(margins, "right")),
        bottom=measure(attribute(margins, "bottom")),
        left=measure(attribute(margins, "left")),
        header=measure(attribute(margins, "header")),
        footer=measure(attribute(margins, "footer")),
        landscape=width is not None and height is not None and width > height,
        title_page=bool(toggle(properties, "titlePg")),
        page_start=number(attribute(child(properties, "pgNumType"), "start")),
        header_text=header,
        first_header_text=first,
    )
