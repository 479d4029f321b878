"""One part of a file: its head, its opening, its text, its end."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.layout.document import Layout
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Caption, Header, Part, Piece
from vanban.layout.table import Table
from vanban.messages import _
from vanban.word.recognize import body, ending, grids, header, opening, words
from vanban.word.recognize.covering import cover
from vanban.word.recognize.drawn import Finder
from vanban.word.recognize.names import Names
from vanban.word.recognize.parts import Bounds
from vanban.word.recognize.spans import Blocks, Span
from vanban.word.recognize.state import Notes
from vanban.word.recognize.walk import Around, Item, Opening

_BOX_SLUGS = {"dau_khan": "dau_khan", "dau_mat": "dau_khan", "du_thao": "dau_khan"}


class PartReader:
    """Reads a part; its pieces are sorted by their place at the end."""

    def __init__(
        self,
        layout: Layout,
        blocks: Blocks,
        bounds: Bounds,
        index: int,
        names: Names,
        note: Notes,
    ) -> None:
        self.layout, self.bounds, self.index = layout, bounds, index
        self.names, self.note = names, note
        self.blocks = blocks

    def read(self) -> Part:
        """The part."""
        bounds, blocks = self.bounds, self.blocks
        head, begin = self._header()
        attached = bounds.kind in ("phu-luc", "kem-theo")
        end = ending.find(blocks, begin, bounds.last, attached=attached)
        inner = [i for i in range(begin, bounds.last + 1) if i not in end.taken]
        items, boxes = self._items([i for i in inner if i < end.first])
        opened = self._opening(head, items)
        text, captions, blanks = self._body(items[opened.at :], inner, end.first)
        behind = self._behind([i for i in inner if i >= end.first])
        signature = end.signature
        pieces = [
            *head.pieces,
            *opened.pieces,
            *(piece for piece, _is_text in text),
            *boxes,
            *signature.recipients,
            *(p for s in signature.signers for p in (*s.authority, *s.notes, *s.other_office)),
            *(s.name for s in signature.signers if s.name),
            *behind,
        ]
        every = (s for i in range(bounds.first, bounds.last + 1) for s in blocks.shown(i))
        pieces = cover(pieces, every, self.note)
        section = self.layout.sections[0] if self.layout.sections else None
        drawn = Finder(pieces, section).find(blocks[bounds.first : bounds.last + 1])
        return Part(
            bounds.kind,
            self.index,
            tuple(pieces),
            head,
            signature,
            tuple(piece for piece, is_text in text if is_text),
            tuple(captions),
            tuple(drawn),
            None,
            bounds.number,
            bounds.first,
            bounds.last,
            tuple(blanks),
        )

    def _header(self) -> tuple[Header, int]:
        """The head, and the block after it; an appendix has none."""
        bounds = self.bounds
        if bounds.kind == "phu-luc":
            return Header(), bounds.first
        found = header.find(self.blocks, bounds.first, bounds.last, header.Stops(self.names))
        if bounds.kind == "ban-sao":
            return self._copy_head(found), found.end
        return header.build(found, self.note), found.end

    def _copy_head(self, found: header.Found) -> Header:
        """The head of a copy's block has the kind of copy where others have Quốc hiệu."""
        lines = [(s, "ten_loai" if words.COPY.match(s.text) else k) for s, k in found.lines]
        found.lines = lines
        return header.build(found, self.note)

    def _items(self, inner: Sequence[int]) -> tuple[list[Item], list[Piece]]:
        """The lines and tables of some blocks; text boxes stand apart."""
        items: list[Item] = []
        boxes: list[Piece] = []
        for index in inner:
            block = self.blocks[index]
            if isinstance(block, Table):
                items.append(block)
                continue
            for span in self.blocks.spans(index):
                if span.text and span.nested:
                    boxes.append(self._box(span))
                elif span.text:
                    items.append(span)
        return items, boxes

    def _box(self, span: Span) -> Piece:
        """A line in a text box: a mark, or something unknown."""
        kind = header.kind_of(span.text)
        if not kind:
            self.note(span.paragraph, _("Chữ trong khung (text box) không rõ là thành phần nào."))
        return span.piece(_BOX_SLUGS.get(kind, ""), role=kind or "khung", sure=bool(kind))

    def _opening(self, head: Header, items: Sequence[Item]) -> Opening:
        slugs = {piece.slug for piece in head.pieces}
        motto = bool(slugs & {"quoc_hieu", "tieu_ngu", "so_ky_hieu"})
        party = any(piece.role == "dang" for piece in head.pieces)
        around = Around(
            self.names,
            official=motto or party or self.bounds.kind == "kem-theo",
            letter="vv" in slugs,
            personal=not motto and not party and "dia_danh_ngay" in slugs,
            appendix=self.bounds.kind == "phu-luc",
        )
        return opening.read(items, around, self.note)

    def _body(
        self, items: Sequence[Item], inner: Sequence[int], stop: int
    ) -> tuple[list[tuple[Piece, bool]], list[Caption], list[Paragraph]]:
        """The pieces of the text (cells are no text), its tables, its empty paragraphs."""
        lines = [item if isinstance(item, Span) else None for item in items]
        found = body.read(lines)
        captions: list[Caption] = []
        out: list[tuple[Piece, bool]] = []
        starts = {(id(p.paragraph), p.start): p for p in found}
        last: Piece | None = None
        for item in items:
            if isinstance(item, Table):
                caption = last if last and body.is_caption(last.text) else None
                captions.append(Caption(item, caption, grids.header_rows(item)))
                out += ((piece, False) for piece in grids.cells(item, _index(item)))
            last = starts.get((id(item.paragraph), item.start)) if isinstance(item, Span) else None
        named = {id(c.caption) for c in captions if c.caption}
        out += ((_named(p) if id(p) in named else p, True) for p in found)
        captions = [_recaptioned(caption) for caption in captions]
        return out, captions, self._blanks(inner, stop)

    def _blanks(self, inner: Sequence[int], stop: int) -> list[Paragraph]:
        blocks = (self.blocks[i] for i in inner if i < stop)
        return [b for b in blocks if isinstance(b, Paragraph) and not b.text.strip()]

    def _behind(self, inner: Sequence[int]) -> list[Piece]:
        """What stands among and behind the blocks of the end."""
        out = []
        for index in inner:
            for span in self.blocks.spans(index):
                if not span.text:
                    continue
                if words.ADDRESS.match(span.text):
                    out.append(span.piece("dia_chi"))
                elif words.CONFIRMED.match(span.text):
                    out.append(span.piece("quyen_han", role="xac_nhan"))
                elif words.RULED.match(span.text):
                    out.append(span.piece("", role="ke"))
                else:
                    self.note(span.paragraph, _("Đoạn đứng sau phần ký, không rõ là gì."))
                    out.append(span.piece("noi_dung", sure=False, role="sau_ky"))
        return out


def _index(table: Table) -> int:
    return table.place[0] if table.place else 0


def _named(piece: Piece) -> Piece:
    from msgspec.structs import replace

    return replace(piece, slug="ten_bang", level=None, mark=None)


def _recaptioned(caption: Caption) -> Caption:
    if caption.caption is None:
        return caption
    return Caption(caption.table, _named(caption.caption), caption.header_rows)
