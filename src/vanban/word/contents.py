"""The table of contents: a field that Word updates, showing page numbers where they are known."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from vanban.word.ooxml import field_begin, field_end, paragraph, run, text

DEEPEST = 4
"""Headings down to this outline level are listed."""
_STEP = 284  # twips of indent a level
_FIRST_ID = 500_000  # bookmarks of footnotes have small ids


class Heading(Struct, frozen=True):
    """A heading: its outline level (1-based), its words, its number among the headings."""

    level: int
    words: str
    number: int

    @property
    def bookmark(self) -> str:
        """The name under which the table refers to it."""
        return f"_Toc{self.number}"

    def marked(self, content: str) -> str:
        """The content of its paragraph inside the bookmark."""
        identity = f'w:id="{_FIRST_ID + self.number}"'
        begin = f'<w:bookmarkStart {identity} w:name="{self.bookmark}"/>'
        return f"{begin}{content}<w:bookmarkEnd {identity}/>"


def table(
    headings: Sequence[Heading],
    pages: Sequence[int],
    title: str,
    styles: tuple[str, str],
    room: int,
) -> str:
    """The paragraphs of the table.

    Args:
        headings: what it lists.
        pages: the page of each; empty when they are not known, and Word is to find them.
        title: the words above it.
        styles: ids of the styles of the title and of a line.
        room: width of the text in twips.
    """
    if not headings:
        return ""
    begin = field_begin(f'TOC \\o "1-{DEEPEST}" \\h \\z \\u', dirty=not pages)
    lines = []
    for index, heading in enumerate(headings):
        page = str(pages[index]) if index < len(pages) else ""
        entry = _entry(heading, page)
        entry = begin + entry if index == 0 else entry
        entry = entry + field_end() if index == len(headings) - 1 else entry
        lines.append(paragraph(styles[1], entry, more=_shape(heading, room)))
    return paragraph(styles[0], run(title)) + "".join(lines)


def _entry(heading: Heading, page: str) -> str:
    number = (
        field_begin(f"PAGEREF {heading.bookmark} \\h") + f"<w:r>{text(page)}</w:r>" + field_end()
    )
    inside = f"{run(heading.words)}<w:r><w:tab/></w:r>{number}"
    return f'<w:hyperlink w:anchor="{heading.bookmark}" w:history="1">{inside}</w:hyperlink>'


def _shape(heading: Heading, room: int) -> str:
    indent = (heading.level - 1) * _STEP
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{room}"/></w:tabs>'
    return f'{tab}<w:ind w:left="{indent}"/>'
