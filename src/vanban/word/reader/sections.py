"""From ``w:sectPr`` to sections, each with the headers and footers that its pages show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from vanban.layout.border import NO_BORDERS, Borders
from vanban.layout.section import NO_STORIES, LineNumbers, Section, Stories, Story
from vanban.units import Length
from vanban.word.elements import attribute, child, measure, number, toggle, value, w
from vanban.word.ooxml import R
from vanban.word.reader.borders import borders
from vanban.word.reader.story import SectionEnd

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

StoryOf = Callable[[str], Story]
"""The header or footer with a relationship id."""

_KINDS = ("default", "first", "even")


def sections(ends: Iterable[SectionEnd], story_of: StoryOf) -> tuple[Section, ...]:
    """The sections of a body.

    Args:
        ends: where each section ends, in order.
        story_of: gives a header or footer.
    """
    out = []
    begin = 0
    headers = footers = NO_STORIES
    for end in ends:
        headers = _stories(end.properties, "headerReference", headers, story_of)
        footers = _stories(end.properties, "footerReference", footers, story_of)
        section = _section(end.properties, begin, end.blocks)
        out.append(replace(section, headers=headers, footers=footers, path=end.path))
        begin = end.blocks
    return tuple(out)


def _stories(properties: Element, tag: str, before: Stories, story_of: StoryOf) -> Stories:
    own = {}
    for reference in properties.iterchildren(w(tag)):
        kind = attribute(reference, "type") or "default"
        if kind in _KINDS:
            own[kind] = story_of(reference.get(f"{{{R}}}id", ""))
    return replace(before, **own, own=tuple(own))


def _section(properties: Element, begin: int, end: int) -> Section:
    size, margins = child(properties, "pgSz"), child(properties, "pgMar")
    width, height = measure(attribute(size, "w")), measure(attribute(size, "h"))
    return Section(
        begin=begin,
        end=end,
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
        gutter=measure(attribute(margins, "gutter")) or Length(0),
        orientation=attribute(size, "orient"),
        kind=value(properties, "type") or "nextPage",
        page_format=attribute(child(properties, "pgNumType"), "fmt") or "decimal",
        **_columns(child(properties, "cols")),
        line_numbers=_line_numbers(child(properties, "lnNumType")),
        vertical=value(properties, "vAlign") or "top",
        borders=_borders(child(properties, "pgBorders")),
    )


def _columns(element: Element | None) -> dict[str, Any]:
    unequal = attribute(element, "equalWidth") in ("0", "false", "off")
    given = 0 if element is None else sum(1 for _ in element.iterchildren(w("col")))
    count = given if unequal and given else number(attribute(element, "num")) or 1
    return {"columns": min(count, 100), "column_space": measure(attribute(element, "space"))}


def _line_numbers(element: Element | None) -> LineNumbers | None:
    every = number(attribute(element, "countBy"))
    if not every:
        return None
    start = number(attribute(element, "start"))
    return LineNumbers(every, (start or 0) + 1, attribute(element, "restart") or "newPage")


def _borders(element: Element | None) -> Borders:
    return NO_BORDERS if element is None else Borders(**borders(element))
