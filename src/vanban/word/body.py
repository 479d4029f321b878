"""Writing a body: blocks become paragraphs and tables, as text, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from vanban.model.blocks import Bang, Block, Body, CuocChu, DeMuc, Doan
from vanban.model.inlines import Inline, Inlines, NoteRef, Ref, Run, plain
from vanban.model.levels import DIVISIONS, Level
from vanban.model.outline import appendix_name, homes, labels, outline, table_numbers
from vanban.model.van_ban import VanBan
from vanban.model.walk import Path
from vanban.standards.load import Standard
from vanban.units import Length
from vanban.viet.text import upper
from vanban.word import footnotes, tables
from vanban.word.contents import DEEPEST, Heading
from vanban.word.images import Images
from vanban.word.ooxml import paragraph, run

END_MARK, FULL_STOP = "./.", "."
"""How administrative documents end, and how others do."""
_CAPITAL_HEADINGS = frozenset({*DIVISIONS, Level.LA_MA, Level.CHU_HOA})


class Surroundings(Struct, frozen=True):
    """What a body is written with and does not change.

    Attributes:
        standard: whose looks and words are printed.
        styles: the style id for each slug of the standard.
        width: width of the text.
        co: the size set.
        last_note: highest id among the template's own footnotes; the document's follow.
        last_drawing: the same of its drawings.
    """

    standard: Standard
    styles: Mapping[str, str]
    width: Length
    co: str
    last_note: int = 0
    last_drawing: int = 0


class BodyWriter(Struct):
    """Writes the bodies of one document in order; gathers footnotes, images and headings.

    ``width`` is that of the text where it is not the usual one; ``headings`` is None while
    no table of contents wants them. ``far`` has the body of each label in a text that comes
    with the document, and what to add to its name elsewhere; ``here`` is the body being written.
    """

    around: Surroundings
    labels: Mapping[str, str]
    tables: Mapping[Path, int]
    definitions: Mapping[str, CuocChu]
    images: Images = field(default_factory=Images)
    note_ids: dict[str, int] = field(default_factory=dict)
    width: Length | None = None
    headings: list[Heading] | None = None
    far: Mapping[str, tuple[Path, str]] = field(default_factory=dict)
    here: Path = ()

    @classmethod
    def of(cls, van_ban: VanBan, around: Surroundings, attached: str = "") -> BodyWriter:
        """A writer for the bodies of a document; ``attached`` is what it calls its kem_theo."""
        notes = {note.nhan: note for note in van_ban.cuoc_chu}
        images = Images(drawn=around.last_drawing)
        far = {label: (home, _where(van_ban, home, attached)) for label, home in _away(van_ban)}
        return cls(around, labels(van_ban), table_numbers(van_ban), notes, images, far=far)

    def write(
        self, body: Body, path: Path, *, begin: int = 0, end: str = "", keep_last: bool = False
    ) -> str:
        """The paragraphs of a body from the block ``begin`` on, with the mark ``end`` at its end.

        ``keep_last`` keeps the last one on the page of what follows (the signature).
        """
        self.here = path
        marks = outline(body)  # of the body as it is, which the rules have asked for before
        ended = with_end_mark(body, end) if end else body
        last = len(ended) - 1
        return "".join(
            self._block(
                block,
                marks[index].mark if index in marks else "",
                (*path, index),
                keep_last and index == last,
            )
            for index, block in enumerate(ended)
            if index >= begin
        )

    def inlines(self, chu: Inlines, *, capitals: bool = False, bold: bool = False) -> str:
        """The runs of some text."""
        if len(chu) == 1 and isinstance(chu[0], Run) and not (chu[0].dam or chu[0].nghieng):
            text = chu[0].text
            return run(upper(text) if capitals else text, bold=bold)
        return "".join(self._inline(inline, capitals, bold) for inline in chu)

    def footnotes(self) -> str:
        """The footnotes referred to so far, in order, for the footnotes part."""
        style = self.around.styles["cuoc_chu"]
        out, done = [], 0
        self.here = ()
        while done < len(self.note_ids):  # a footnote may refer to another one
            label = list(self.note_ids)[done]
            done += 1
            text = self.inlines(self.definitions[label].chu)
            out.append(footnotes.footnote(self.note_ids[label], style, text))
        return "".join(out)

    def _called(self, label: str) -> str:
        """What a label is called here; in another body the appendix is named as well."""
        name = self.labels.get(label, f"@{label}")
        home, where = self.far.get(label, (self.here, ""))
        return name if home == self.here else f"{name} {where}"

    def _block(self, block: Block, mark: str, path: Path, keep: bool) -> str:
        if isinstance(block, Doan):
            return self._paragraph("noi_dung", self.inlines(block.chu), keep)
        if isinstance(block, DeMuc):
            return self._item(block, mark, keep)
        if isinstance(block, Bang):
            return tables.table(block, self, self.tables.get(path))
        room, page = self.width or self.around.width, self.around.standard.page
        height = page.rong if room > page.rong else page.cao  # a page that lies is less high
        high = Length(height - page.le_tren - page.le_duoi)
        picture = self.images.drawing(block, room, high)
        return self._paragraph("hinh", picture, keep)

    def _item(self, item: DeMuc, mark: str, keep: bool) -> str:
        numbering = self.around.standard.numbering[item.cap]
        capitals = item.tieu_de and item.cap in _CAPITAL_HEADINGS
        if item.cap in DIVISIONS:
            title = self.inlines(item.chu, capitals=True)
            number = self._paragraph(numbering.kieu, run(mark), keep)
            if not item.chu:
                return number
            return number + self._heading(numbering.tieu_de, title, f"{mark}. ", item, keep)
        if item.cap is Level.DIEU and not item.tieu_de:
            text = run(f"{mark} ", bold=True) + self.inlines(item.chu)
            return self._paragraph(numbering.kieu, text, keep)
        content = self._marked(mark, item.chu, capitals)
        if item.tieu_de:
            return self._heading(numbering.tieu_de, content, f"{mark} ", item, keep)
        return self._paragraph(numbering.kieu, content, keep)

    def _heading(self, slug: str, content: str, mark: str, item: DeMuc, keep: bool) -> str:
        """The paragraph of a heading, with the bookmark that a table of contents needs."""
        level = self.around.standard.styles[slug].cap_de_muc or DEEPEST + 1
        if self.headings is None or level > DEEPEST:
            return self._paragraph(slug, content, keep)
        words = "".join(map(self._words, item.chu))
        shown = upper(words) if item.cap in _CAPITAL_HEADINGS else words
        heading = Heading(level, mark + shown, len(self.headings) + 1)
        self.headings.append(heading)
        return self._paragraph(slug, heading.marked(content), keep)

    def _words(self, inline: Inline) -> str:
        """What an inline prints, without its look; a footnote mark is no word."""
        return self.labels.get(inline.nhan, "") if isinstance(inline, Ref) else plain((inline,))

    def _marked(self, mark: str, chu: Inlines, capitals: bool) -> str:
        """The text after its mark, in one run where that can be."""
        first = chu[0] if chu else None
        if isinstance(first, Run) and not (first.dam or first.nghieng):
            text = f"{mark} {first.text}"
            begin = run(upper(text) if capitals else text)
            return begin + self.inlines(chu[1:], capitals=capitals) if chu[1:] else begin
        return run(f"{mark} " if chu else mark) + self.inlines(chu, capitals=capitals)

    def _paragraph(self, slug: str, content: str, keep: bool) -> str:
        return paragraph(self.around.styles[slug], content, keep_next=keep)

    def _inline(self, inline: Inline, capitals: bool, bold: bool) -> str:
        if isinstance(inline, NoteRef):
            return self._note(inline.nhan)
        if isinstance(inline, Ref):
            return run(self._called(inline.nhan), bold=bold)
        text = upper(inline.text) if capitals else inline.text
        return run(text, bold=inline.dam or bold, italic=inline.nghieng)

    def _note(self, label: str) -> str:
        if label in self.note_ids:
            return footnotes.repeated(self.note_ids[label], list(self.note_ids).index(label) + 1)
        self.note_ids[label] = identity = self.around.last_note + len(self.note_ids) + 1
        return footnotes.mark(identity)


def with_end_mark(body: Body, mark: str) -> Body:
    """The body ending in "./.": after its last words, or below a table or an image.

    A full stop or an end mark that the author typed is not doubled. Where the standard ends a
    text with a full stop and no more, that belongs to words: it follows no table or image, no
    question and no exclamation.
    """
    if not body:
        return body
    last = body[-1]
    if not isinstance(last, Doan | DeMuc) or not last.chu:
        return body if mark == FULL_STOP else (*body, Doan((Run(mark),)))
    return (*body[:-1], replace(last, chu=_ended(last.chu, mark)))


def _ended(chu: Inlines, mark: str) -> Inlines:
    """The text with the mark at its end, after footnote marks that stand there."""
    words = len(chu)
    while words and isinstance(chu[words - 1], NoteRef):
        words -= 1
    end, notes = chu[words - 1] if words else None, chu[words:]
    if not isinstance(end, Run):
        return (*chu, Run(mark))
    text = end.text.rstrip()
    if text.endswith(mark) and not (mark == FULL_STOP and text.endswith(END_MARK)):
        return chu
    if mark == FULL_STOP and text.endswith(("!", "?", "…")):
        return chu
    bare = text.removesuffix(END_MARK).removesuffix(".")
    if not notes:
        return (*chu[:-1], replace(end, text=bare + mark))
    return (*chu[: words - 1], replace(end, text=bare), *notes, Run(mark))


def _away(van_ban: VanBan) -> Iterator[tuple[str, Path]]:
    """The labels of items in texts that come with the document, each with its body."""
    if not (van_ban.kem_theo or van_ban.phu_luc):
        return iter(())
    with_it = "kem_theo", "phu_luc"
    return ((label, home) for label, home in homes(van_ban).items() if home[0] in with_it)


def _where(van_ban: VanBan, home: Path, attached: str) -> str:
    if home[0] == "phu_luc":
        return appendix_name(van_ban, int(home[1]))
    return f"{attached or 'văn bản'} kèm theo"
