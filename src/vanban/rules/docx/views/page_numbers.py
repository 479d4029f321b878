"""Where page numbers stand: in which sections, headers and footers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from vanban.layout.document import Section, Story
from vanban.layout.marks import Field
from vanban.layout.paragraph import Paragraph
from vanban.layout.section import Stories
from vanban.layout.table import paragraphs
from vanban.patterns import later
from vanban.rules.docx.observed import Observed

_PAGE = later(r"\bPAGE\b")


class PageNumber(Struct, frozen=True):
    """A page number of one section.

    ``conditional`` tells that a field decides whether it shows (IF).
    """

    section: Section
    where: Literal["header", "footer"]
    pages: Literal["default", "first", "even"]
    paragraph: Paragraph
    field: Field
    conditional: bool


def page_numbers(seen: Observed) -> tuple[PageNumber, ...]:
    """The page numbers of all sections, as far as their pages show them."""
    return tuple(n for section in seen.layout.sections for n in of_section(seen, section))


def of_section(seen: Observed, section: Section) -> Iterator[PageNumber]:
    """The page numbers of one section."""
    for where, stories in _groups(section):
        for pages, story in _shown(seen, section, stories):
            for paragraph in inside(story):
                for found in paragraph.fields:
                    if found.kind == "PAGE" or _is_conditional(found):
                        conditional = found.kind != "PAGE" or _has_condition(paragraph)
                        yield PageNumber(section, where, pages, paragraph, found, conditional)
                        break


def _groups(section: Section) -> Iterator[tuple[Literal["header", "footer"], Stories]]:
    yield "header", section.headers
    yield "footer", section.footers


def _shown(
    seen: Observed, section: Section, stories: Stories
) -> Iterator[tuple[Literal["default", "first", "even"], Story]]:
    yield "default", stories.default
    if section.title_page:
        yield "first", stories.first
    if seen.layout.settings.even_and_odd:
        yield "even", stories.even


def inside(story: Story) -> Iterator[Paragraph]:
    """The paragraphs of a header or a footer, those in its text boxes too."""
    for paragraph in story.paragraphs:
        yield paragraph
        for drawing in paragraph.drawings:
            yield from paragraphs(drawing.blocks)


def _is_conditional(field: Field) -> bool:
    return field.kind == "IF" and bool(_PAGE.search(field.instruction))


def _has_condition(paragraph: Paragraph) -> bool:
    return any(field.kind == "IF" for field in paragraph.fields)


def main_sections(seen: Observed) -> list[Section]:
    """The sections over which the main document runs."""
    first, last = seen.main.first, seen.main.last
    return [s for s in seen.layout.sections if s.begin <= last and s.end > first]
