"""From the bytes of any .docx to its layout.

What is read is what the page shows: text after fields and tracked changes, in the look that
styles and own properties give it. Not read yet: text boxes, numbers that Word makes itself,
the look that table styles give, comments and endnotes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from vanban.errors import SourceError, TemplateError
from vanban.layout.document import Footnote, Layout
from vanban.layout.paragraph import Paragraph
from vanban.layout.table import joined, paragraphs
from vanban.messages import _
from vanban.word import package
from vanban.word.effective import Styles
from vanban.word.elements import attribute, child, content, parse, w
from vanban.word.page_setup import sections
from vanban.word.stories import BLOCKS, Story

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DOCUMENT, _FOOTNOTES = "word/document.xml", "word/footnotes.xml"
_RELATIONSHIPS = "word/_rels/document.xml.rels"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read(data: bytes) -> Layout:
    """The layout of a .docx.

    Raises:
        SourceError: it is no .docx, or a part of it is missing, broken or refused.
    """
    try:
        parts = package.read(data)
    except TemplateError as error:
        raise SourceError(error.problems) from None
    if _DOCUMENT not in parts:
        raise SourceError.at(_("Tệp không có nội dung Word (word/document.xml)."))
    return _Reader(parts).layout()


class _Reader:
    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._styles = Styles(self._root("word/styles.xml"), self._root("word/theme/theme1.xml"))
        self._notes: dict[str, int] = {}
        self._headers: dict[str, tuple[Paragraph, ...]] = {}
        self._targets = _targets(self._root(_RELATIONSHIPS))

    def layout(self) -> Layout:
        body = child(self._root(_DOCUMENT), "body")
        if body is None:
            raise SourceError.at(
                _("Tệp Word không theo dạng .docx thông dụng (không thấy w:body)."),
                advice=_("Mở bằng Word và lưu lại dạng .docx (không chọn «Strict»)."),
            )
        blocks = self._story(_DOCUMENT).blocks(body)
        found = sections(_section_ends(body), self._header_text)
        return Layout(
            blocks=blocks,
            sections=found,
            footnotes=tuple(self._footnotes()),
            headers=tuple(p for header in self._headers.values() for p in header),
            title=self._title(),
            language=self._styles.paragraph(None)[1].language,
        )

    def _root(self, part: str) -> Element | None:
        return parse(part, self._parts[part]) if part in self._parts else None

    def _story(self, part: str) -> Story:
        return Story(part, self._styles, self._notes)

    def _header_text(self, relationship: str) -> str:
        part = self._targets.get(relationship, "")
        if part not in self._headers:
            root = self._root(part)
            blocks = () if root is None else self._story(part).blocks(root)
            self._headers[part] = tuple(paragraphs(blocks))
        return joined(self._headers[part])

    def _footnotes(self) -> Iterator[Footnote]:
        root = self._root(_FOOTNOTES)
        notes = () if root is None else root.iterchildren(w("footnote"))
        by_id = {attribute(note, "id"): note for note in notes}
        for note_id, number in list(self._notes.items()):
            if note_id in by_id:
                blocks = self._story(_FOOTNOTES).blocks(by_id[note_id], (number,))
                yield Footnote(number, tuple(paragraphs(blocks)))

    def _title(self) -> str | None:
        core = self._root("docProps/core.xml")
        return None if core is None else core.findtext(_TITLE) or None


def _section_ends(body: Element) -> Iterator[tuple[int, Element]]:
    """Each ``w:sectPr`` with the number of blocks up to the end of its section."""
    count = 0
    for element in content(body):
        count += element.tag in BLOCKS
        own = element.tag == w("sectPr")
        properties = element if own else child(child(element, "pPr"), "sectPr")
        if properties is not None:
            yield count, properties


def _targets(relationships: Element | None) -> dict[str, str]:
    """The part that each relationship of the document leads to, by id."""
    found = () if relationships is None else relationships
    return {
        relation.get("Id", ""): posixpath.normpath(
            posixpath.join("/word", relation.get("Target", ""))
        ).lstrip("/")
        for relation in found
    }
