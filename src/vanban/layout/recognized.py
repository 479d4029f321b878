"""What the text of a .docx was recognized as: components, parts, kinds, doubts.

``vanban.word.recognize`` makes it of a `Layout`. Slugs are those of the styles of a standard
("quoc_hieu", "so_ky_hieu", "dieu", "ho_ten"): what a piece is called here is what
``standard.styles`` and the writer call it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from vanban.layout.document import Layout
from vanban.layout.drawing import Drawing
from vanban.layout.paragraph import Paragraph
from vanban.layout.run import Run
from vanban.layout.table import Table
from vanban.units import Length

__all__ = [
    "Caption",
    "Date",
    "Doubt",
    "Header",
    "Line",
    "Nature",
    "Part",
    "Piece",
    "Recognized",
    "Signature",
    "Signer",
]

Arrangement = Literal["table", "tabs", "spaces", "boxes", "single", "none"]
"""How two columns stand beside each other: cells of a table, a tab between them, a row of
blanks, text boxes or frames; "single" is one column only, "none" that there is nothing."""
Nature = Literal["nd30", "truoc-nd30", "qppl", "dang", "khac"]
"""Which rules a document follows: Nghị định 30; it is dated before 05/3/2020; a normative text
(its number has a year); the Party's; it is no administrative document."""
PartKind = Literal["van-ban", "kem-theo", "phu-luc", "ban-sao"]
"""The main document (or one more of its kind), a text issued with it, an appendix, the block
of a copy."""


class Piece(Struct, frozen=True):
    """A stretch of a paragraph that is one component, or one line of it.

    Attributes:
        slug: the style that the standard gives it. "" is a piece that is named in no style:
            ``role`` says what it is.
        paragraph: where it stands.
        start, end: offsets in ``paragraph.text``, blanks at both ends left out.
        sure: False where it may be something else; ``Recognized.doubts`` says why.
        role: finer than the slug: "chuc_vu" (quyen_han), "chuc_vu_khac", "vai_tro", "luu"
            (danh_sach_nhan), "ten_loai_2"; "" where the slug says all.
        level: of a line of the body, as in numbering.yaml ("dieu", "so", "diem", "gach"); None
            for text without a mark and outside of a body.
        mark: the number, letter or dash of such a line as the page shows it, typed or made by
            Word ("Điều 1.", "a)", "•"); None where it has none.
        automatic: whether Word makes the mark; the text then begins behind it.
        text_start: offset in ``paragraph.text`` of the text behind a typed mark or label.
        heading: whether a line of the body is a heading: text stands under it.
        cell: row and column of a cell of a table; None elsewhere.
    """

    slug: str
    paragraph: Paragraph
    start: int
    end: int
    sure: bool = True
    role: str = ""
    level: str | None = None
    mark: str | None = None
    automatic: bool = False
    text_start: int = 0
    heading: bool = False
    cell: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        """Its text as typed, without a mark that Word makes."""
        return self.paragraph.text[self.start : self.end]

    @property
    def words(self) -> str:
        """The text behind its mark or label ("1. ", "Kính gửi:")."""
        return self.paragraph.text[max(self.text_start, self.start) : self.end]

    @property
    def shown(self) -> str:
        """The text as the page shows it: capitals by look, the automatic mark in front."""
        text = "".join(run.shown for run in self.runs)
        return f"{self.mark} {text}" if self.automatic and self.mark else text

    @property
    def runs(self) -> tuple[Run, ...]:
        """Its runs, those at its ends cut off where it begins and ends."""
        return cut(self.paragraph, self.start, self.end)

    @property
    def visible(self) -> tuple[Run, ...]:
        """Its runs that are more than blanks."""
        if self.start <= 0 and self.end >= len(self.paragraph.text):
            return self.paragraph.visible
        return tuple([run for run in self.runs if run.text.strip()])

    @property
    def size(self) -> float | None:
        """Points, of its first visible run; None when nothing is visible."""
        return next((run.size for run in self.runs if run.text.strip()), None)

    @property
    def sizes(self) -> frozenset[float]:
        """The sizes of all its visible runs."""
        return frozenset(run.size for run in self.visible)

    @property
    def bold(self) -> bool:
        """Whether all that is visible is bold; False when nothing is visible."""
        if not any(look.bold for look in self.paragraph.looks):
            return False
        visible = self.visible
        return bool(visible) and all(run.bold for run in visible)

    @property
    def italic(self) -> bool:
        """Whether all that is visible is italic; False when nothing is visible."""
        if not any(look.italic for look in self.paragraph.looks):
            return False
        visible = self.visible
        return bool(visible) and all(run.italic for run in visible)

    @property
    def whole(self) -> bool:
        """Whether it is all the text of its paragraph."""
        text = self.paragraph.text
        return not (text[: self.start].strip() or text[self.end :].strip())


def cut(paragraph: Paragraph, start: int, end: int) -> tuple[Run, ...]:
    """The runs of a stretch of a paragraph, those at its ends cut."""
    if start <= 0 and end >= len(paragraph.text):
        return paragraph.runs
    out, at = [], 0
    for run in paragraph.runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            whole = first == 0 and last == len(run.text)
            out.append(run if whole else replace(run, text=run.text[first:last]))
        at += len(run.text)
    return tuple(out)


class Line(Struct, frozen=True):
    """A line drawn under a component, or what stands for one.

    Attributes:
        under: the last line of text above it; None when it is under nothing known.
        kind: "drawing" (a line or a flat shape), "border" (of a paragraph), "cell" (of a cell),
            "underline" (of the text itself), "characters" ("-----", "_____").
        length: how long it is; None when the file does not say.
        solid: whether it is one unbroken line.
        paragraph: the paragraph that it hangs on, or whose border or text it is.
        drawing: the drawing; None for other kinds.
        offset: of its middle to the right of that of the text above it; None: not known.
    """

    under: Piece | None
    kind: Literal["drawing", "border", "cell", "underline", "characters"]
    length: Length | None
    solid: bool
    paragraph: Paragraph
    drawing: Drawing | None = None
    offset: Length | None = None


class Header(Struct, frozen=True):
    """The head of a part: issuer and Quốc hiệu, number and date.

    Attributes:
        kind: how its two columns stand.
        tables: the tables that hold it, in order; empty for other kinds.
        pieces: what was recognized in it, in reading order.
        left, right: the pieces of each column; the same piece is in ``pieces``.
    """

    kind: Arrangement = "none"
    tables: tuple[Table, ...] = ()
    pieces: tuple[Piece, ...] = ()
    left: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()


class Signer(Struct, frozen=True):
    """One signature block from top to bottom.

    ``authority`` are the lines of role, authority (TM., KT. …) and office, in order, each line
    a piece (``role``: "vai_tro", "quyen_han" or "chuc_vu"); ``other_office`` are lines above
    the name (box 7b); ``name`` is None while it is blank; ``room`` are the empty paragraphs in
    between, ``notes`` lines such as "(Chữ ký, dấu)".
    """

    authority: tuple[Piece, ...] = ()
    other_office: tuple[Piece, ...] = ()
    name: Piece | None = None
    room: tuple[Paragraph, ...] = ()
    notes: tuple[Piece, ...] = ()
    column: int = 0


class Signature(Struct, frozen=True):
    """The end of a part: signers and recipients.

    Attributes:
        kind: how signer and recipients, or several signers, stand beside each other.
        signers: from left to right, then downwards.
        recipients: "Nơi nhận:", the list, the drafter's mark, in order.
        recipients_at: where they stand as to the signer: "left", "right", "above", "below";
            None when there are none.
        tables: those that hold the block; empty when paragraphs do.
    """

    kind: Arrangement = "none"
    signers: tuple[Signer, ...] = ()
    recipients: tuple[Piece, ...] = ()
    recipients_at: Literal["left", "right", "above", "below"] | None = None
    tables: tuple[Table, ...] = ()


class Caption(Struct, frozen=True):
    """A table of a body, with its caption (None: it has none) and its number of header rows."""

    table: Table
    caption: Piece | None = None
    header_rows: int = 0


class Part(Struct, frozen=True):
    """One of the texts that a file holds.

    Attributes:
        kind: what it is.
        index: its place in ``Recognized.parts``.
        pieces: all that was recognized in it, in reading order; pieces of header and signature
            are among them.
        header, signature: its head and its end.
        body: the pieces between them that are text: levels, paragraphs, captions; without the
            cells of tables.
        tables: the tables of its body.
        lines: lines drawn under its components.
        loai: slug of its type; None when no type, or more than one, fits.
        number: of an appendix: "I", "2"; None when it has none.
        first, last: indices in ``Layout.blocks`` of its first and its last block.
        blanks: empty paragraphs among its text, signing room left out.
    """

    kind: PartKind
    index: int
    pieces: tuple[Piece, ...] = ()
    header: Header = Header()
    signature: Signature = Signature()
    body: tuple[Piece, ...] = ()
    tables: tuple[Caption, ...] = ()
    lines: tuple[Line, ...] = ()
    loai: str | None = None
    number: str | None = None
    first: int = 0
    last: int = 0
    blanks: tuple[Paragraph, ...] = ()

    def all(self, *slugs: str) -> tuple[Piece, ...]:
        """Its pieces with one of these slugs, in reading order."""
        return tuple([piece for piece in self.pieces if piece.slug in slugs])

    def one(self, slug: str) -> Piece | None:
        """Its first piece with a slug; None when it has none."""
        return next((piece for piece in self.pieces if piece.slug == slug), None)

    def lines_under(self, slug: str) -> tuple[Line, ...]:
        """The lines drawn under a component."""
        return tuple([line for line in self.lines if line.under and line.under.slug == slug])


class Date(Struct, frozen=True):
    """A day of the calendar as the file has it; None where a part is blank or impossible."""

    day: int | None = None
    month: int | None = None
    year: int | None = None

    @property
    def key(self) -> tuple[int, int, int] | None:
        """Year, month and day for comparing; None while one is blank."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return self.year, self.month, self.day


class Doubt(Struct, frozen=True):
    """A place that was not recognized for sure: where, and why, in Vietnamese."""

    paragraph: Paragraph
    reason: str


class Recognized(Struct, frozen=True):
    """A layout with what was recognized in it.

    Attributes:
        layout: what was observed.
        parts: in the order of the file; at least one.
        nature: which rules the document follows.
        reason: in Vietnamese, why it follows no rules or not those of Nghị định 30; "" for
            "nd30".
        loai: slug of the type of the main document; None when it is not clear.
        candidates: slugs that the printed name of its type fits, the likely ones first.
        date: of issue, from the date line; None when there is no such line.
        margins: pieces in headers and footers: "so_trang", "luu_hanh", "dia_chi", "ky_so", ""
            for what does not belong there.
        notes: the pieces of footnotes and endnotes ("cuoc_chu").
        doubts: places that were not recognized for sure, in reading order.
    """

    layout: Layout
    parts: tuple[Part, ...]
    nature: Nature = "nd30"
    reason: str = ""
    loai: str | None = None
    candidates: tuple[str, ...] = ()
    date: Date | None = None
    margins: tuple[Piece, ...] = ()
    notes: tuple[Piece, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def main(self) -> Part:
        """The main document."""
        return self.parts[0]

    @property
    def appendices(self) -> tuple[Part, ...]:
        """The appendices."""
        return tuple([part for part in self.parts if part.kind == "phu-luc"])

    def pieces(self) -> Iterator[Piece]:
        """The pieces of all parts in reading order."""
        return (piece for part in self.parts for piece in part.pieces)

    def all(self, *slugs: str) -> tuple[Piece, ...]:
        """The pieces of all parts with one of these slugs."""
        return tuple([piece for piece in self.pieces() if piece.slug in slugs])

    def one(self, slug: str) -> Piece | None:
        """The first piece of the main document with a slug; None when it has none."""
        return self.main.one(slug)

    def unknown(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body, boxes included, that show text and hold no piece."""
        known = {(p.paragraph.part, p.paragraph.place) for p in self.pieces()}
        shown = (p for p in self.layout.everything() if p.part == self.layout.main_part)
        return tuple([p for p in shown if p.text.strip() and (p.part, p.place) not in known])
