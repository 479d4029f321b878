"""What stands in headers and footers: page numbers, marks, the address, what does not belong."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.layout.document import Layout, Story
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Piece
from vanban.word.recognize import words
from vanban.word.recognize.spans import Span, spans

_BY_WORDS = (
    ("luu_hanh", words.CIRCULATION),
    ("dau_khan", words.URGENCY),
    ("ky_so", words.SIGNED),
    ("dia_chi", words.ADDRESS),
)


def pieces(layout: Layout) -> Iterator[Piece]:
    """The pieces of all headers and footers in use."""
    for story in layout.stories():
        yield from _story(story)


def _story(story: Story) -> Iterator[Piece]:
    address = False
    for index, block in enumerate(story.blocks):
        for span in spans(block, index):
            if not span.text:
                continue
            slug = _slug(span)
            if not slug and (address or _is_address(span)):
                slug = "dia_chi"
            address = address or slug == "dia_chi"
            yield span.piece(slug, sure=bool(slug))


def _slug(span: Span) -> str:
    if _is_number(span.paragraph):
        return "so_trang"
    return next((slug for slug, wanted in _BY_WORDS if wanted.match(span.text)), "")


def _is_number(paragraph: Paragraph) -> bool:
    return any(field.kind in ("PAGE", "NUMPAGES", "SECTIONPAGES") for field in paragraph.fields)


def _is_address(span: Span) -> bool:
    """An address is under a line over the whole width, or has numbers of a house and commas."""
    borders = span.paragraph.shape.borders
    return bool(borders.top) and len(span.text) < 200
