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


Outline = Sequence[tuple[str, int]]
"""The headings of a document as somebody laid it out: the words of each and its page."""


def pages_of(headings: Sequence[Heading], outline: Outline) -> list[int]:
    """The page of each heading, in order; empty unless all of them are found.

    The outline may hold more (deeper headings, appendices), and of a division only its
    title. A page number is never guessed: where one is missing, Word finds them all.

    >>> pages_of([Heading(1, "Phần I. MỞ ĐẦU", 1)], [("a) Khác", 1), ("MỞ ĐẦU", 2)])
    [2]
    """
    left = iter(outline)
    pages = [next((page for words, page in left if _is(heading, words)), 0) for heading in headings]
    return pages if all(pages) else []


def _is(heading: Heading, words: str) -> bool:
    whole, part = " ".join(heading.words.split()), " ".join(words.split())
    return bool(part) and (whole == part or whole.endswith(f". {part}"))


def table(
    headings: Sequence[Heading],
    outline: Outline,
    title: str,
    styles: tuple[str, str],
    room: int,
) -> str:
    """The paragraphs of the table.

    Args:
        headings: what it lists.
        outline: the headings with their pages; empty when they are not known, and Word is
            to find them.
        title: the words above it.
        styles: ids of the styles of the title and of a line.
        room: width of the text in twips.
    """
    if not headings:
        return ""
    pages = pages_of(headings, outline)
    begin = field_begin(f'TOC \\o "1-{DEEPEST}" \\h \\z \\u', dirty=not pages)
    lines = []
    for index, heading in enumerate(headings):
        page = str(pages[index]) if pages else ""
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
