"""A section: pages of one size, with one set of margins, headers and footers."""

from __future__ import annotations

from msgspec import Struct

from vanban.layout.border import NO_BORDERS, Borders
from vanban.layout.paragraph import Paragraph
from vanban.layout.table import Block, joined, paragraphs
from vanban.units import Length


class Story(Struct, frozen=True):
    """A header or a footer: what stands in it; ``part`` is "" when the file has none."""

    blocks: tuple[Block, ...] = ()
    part: str = ""

    @property
    def text(self) -> str:
        """The texts of its paragraphs, one a line."""
        return joined(self.blocks)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Its paragraphs in order; those in its text boxes are not among them."""
        return tuple(paragraphs(self.blocks))


NO_STORY = Story()


class Stories(Struct, frozen=True):
    """The headers, or the footers, that the pages of a section show.

    What a section does not give itself is that of the section before.

    Attributes:
        default: of all pages, or of odd ones when ``Settings.even_and_odd``.
        first: of the first page, where ``Section.title_page``.
        even: of even pages, where ``Settings.even_and_odd``.
        own: which of them the section gives itself.
    """

    default: Story = NO_STORY
    first: Story = NO_STORY
    even: Story = NO_STORY
    own: tuple[str, ...] = ()


NO_STORIES = Stories()


class LineNumbers(Struct, frozen=True):
    """Numbers beside the lines; ``every`` tells how many lines apart, at least 1."""

    every: int
    start: int = 1
    restart: str = "newPage"


class Section(Struct, frozen=True):
    """The pages from one section break to the next.

    A length of None is not in the file: each program puts in its own.

    Attributes:
        begin: index in ``Layout.blocks`` of its first block.
        end: index after its last one.
        width, height: of the page as it is read (a landscape page is wider than high).
        top, bottom: margins; negative when headers must not push the text away.
        left, right: margins, 0 or more.
        header, footer: from the edge of the page to its header, its footer.
        landscape: whether the page is wider than high.
        title_page: whether the first page has headers and footers of its own.
        page_start: number of its first page; None goes on counting.
        gutter: for binding, added to the left margin (to the top one when
            ``Settings.gutter_at_top``).
        orientation: what the file calls it ("portrait", "landscape"); None when it does not.
        kind: how it begins: "nextPage", "continuous", "oddPage", "evenPage", "nextColumn".
        page_format: of page numbers: "decimal", "lowerRoman" …
        columns: at least 1; ``column_space`` between them.
        line_numbers: None when lines are not numbered.
        vertical: where its text stands on a page: "top", "center", "both", "bottom".
        borders: around the page.
        headers, footers: what they hold.
        path: to its ``w:sectPr`` in the main part; () when the file has none.
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
    end: int = 0
    gutter: Length = Length(0)
    orientation: str | None = None
    kind: str = "nextPage"
    page_format: str = "decimal"
    columns: int = 1
    column_space: Length | None = None
    line_numbers: LineNumbers | None = None
    vertical: str = "top"
    borders: Borders = NO_BORDERS
    headers: Stories = NO_STORIES
    footers: Stories = NO_STORIES
    path: tuple[int, ...] = ()

    @property
    def text_width(self) -> Length | None:
        """Width between the margins and the gutter; None when a length is missing."""
        if self.width is None or self.left is None or self.right is None:
            return None
        return Length(self.width - self.left - self.right - self.gutter)

    @property
    def header_text(self) -> str:
        """Text of the header; a page number is the digit stored in the file."""
        return self.headers.default.text

    @property
    def first_header_text(self) -> str:
        """The same for the header of the first page."""
        return self.headers.first.text
