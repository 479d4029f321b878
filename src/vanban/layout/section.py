"""A section: pages of one size, with one set of margins and headers."""

from __future__ import annotations

from msgspec import Struct

from vanban.units import Length


class Section(Struct, frozen=True):
    """The pages from one section break to the next.

    A length of None is not in the file: each program puts in its own.

    Attributes:
        begin: index in ``Layout.blocks`` of its first block.
        width, height: of the page as it is read (a landscape page is wider than high).
        top, bottom: margins; negative when headers must not push the text away.
        left, right: margins, 0 or more.
        header, footer: from the edge of the page to its header, its footer.
        landscape: whether the page is wider than high.
        title_page: whether the first page has headers of its own.
        page_start: number of its first page; None goes on counting.
        header_text: text of the header, taken from the section before when it has none of
            its own; "" when there is none. A page number is the digit stored in the file.
        first_header_text: the same for the header of the first page.
    """

    begin: int
    width: Length | None
    height: Length | None
    top: Length | None
    right: Length | None
    bottom: Length | None
    left: Length | None
    header: Length | None
    footer: Length | None
    landscape: bool
    title_page: bool
    page_start: int | None
    header_text: str = ""
    first_header_text: str = ""

    @property
    def text_width(self) -> Length | None:
        """Width between the margins; None when a length is missing."""
        if self.width is None or self.left is None or self.right is None:
            return None
        return Length(self.width - self.left - self.right)
