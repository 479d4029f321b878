"""A body as a list of typed blocks, for programs that need no marks to be guessed.

Each item has one key: ``doan`` (text), ``muc`` (level, mark, text), ``bang`` (table),
``hinh`` (image) or ``cuoc_chu`` (footnote). Texts have the inline marks of the grammar.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from vanban.errors import short
from vanban.messages import _
from vanban.model.blocks import Bang, Block, Body, CuocChu, DeMuc, Doan, Gop, Hinh
from vanban.model.inlines import Inlines
from vanban.model.levels import Level
from vanban.model.origin import Path, Span
from vanban.sources import data_tables, inline
from vanban.sources.collector import Collector
from vanban.sources.images import find_image
from vanban.sources.nodes import Items, Node, Pairs, Scalar, scalar
from vanban.sources.values import Wrong, flag
from vanban.viet.text import fold

ALIGNMENTS = ("trai", "giua", "phai", "")


def read(node: Items, path: Path, out: Collector) -> Body:
    """The blocks of a list; problems go to the collector."""
    reader = _Blocks(out)
    blocks: list[Block] = []
    for item in node.items:
        reader.text, reader.spans = None, {}
        block = reader.block(item)
        if block is not None:
            here = (*path, len(blocks))
            if reader.text:
                out.spans[here] = reader.text.span
            out.spans.update(((*here, *part), span) for part, span in reader.spans.items())
            blocks.append(block)
    return tuple(blocks)


class _Blocks:
    """Reads blocks; ``text`` is the first text of the block that was read last.

    ``spans`` has the places of its texts, by their paths inside the block.
    """

    def __init__(self, out: Collector) -> None:
        self.out = out
        self.text: Scalar | None = None
        self.spans: dict[Path, Span] = {}

    def block(self, node: Node) -> Block | None:
        if isinstance(node, Scalar):
            return Doan(self._inlines(node, "chu")) if node.value.strip() else None
        if not isinstance(node, Pairs) or len(node.pairs) != 1:
            self._problem(node, _("Mỗi khối có đúng một khóa."), _known_blocks())
            return None
        key, value = node.pairs[0]
        match fold(key.value):
            case "doan":
                return Doan(self._inlines(value, "chu"))
            case "muc":
                return self._item(value)
            case "bang":
                return self._table(value)
            case "hinh":
                return self._image(value)
            case "cuoc_chu":
                self._footnote(value)
                return None
        message = _("Không có khối «{key}».").format(key=short(key.value))
        self._problem(key, message, _known_blocks())
        return None

    def _item(self, node: Node) -> Block | None:
        data = self._keys(node, ("cap", "dau", "chu", "tieu_de", "nhan"))
        if data is None:
            return None
        cap = self._text(data.get("cap"))
        if cap not in set(Level):
            message = _("Khối muc thiếu «cap», hoặc «cap» không đúng.")
            self._problem(data.get("cap", node), message, _one_of(Level))
            return None
        nhan = self._label(data.get("nhan"))
        chu = self._inlines(data["chu"], "chu") if "chu" in data else ()
        heading = self._flag(data.get("tieu_de"))
        return DeMuc(Level(cap), self._text(data.get("dau")), chu, heading, nhan)

    def _table(self, node: Node) -> Block | None:
        data = self._keys(node, ("ten", "can", "dau", "kieu", "hang", "tong", "gop", "nhan"))
        if data is None:
            return None
        ten = self._inlines(data["ten"], "ten") if "ten" in data else ()
        dau = self._cells(data.get("dau"))
        hang = tuple(self._cells(row) for row in self._rows(data))
        if not dau or any(len(row) != len(dau) for row in hang):
            message = _("Các hàng của bảng không cùng số ô với «dau».")
            self._problem(node, message, _("Ghi dau: [a, b] rồi hang: [[1, 2], [3, 4]]."))
            return None
        can = tuple(self._text(item) or "" for item in self._list(data.get("can")))
        can = can or ("",) * len(dau)
        if len(can) != len(dau) or not set(can) <= set(ALIGNMENTS):
            message = _("«can» của bảng không đúng.")
            self._problem(data["can"], message, _("Ghi trai, giua hoặc phai cho từng cột."))
            return None
        gop = tuple(self._merged(item, (dau, *hang)) for item in self._list(data.get("gop")))
        return Bang(ten, can, dau, hang, self._label(data.get("nhan")), gop)

    def _rows(self, data: Mapping[str, Node]) -> tuple[Node, ...]:
        """The rows with numbers, money and dates as they are printed, totals below."""
        kinds = [self._text(item) or "chu" for item in self._list(data.get("kieu"))]
        if not set(kinds) <= set(data_tables.KINDS):
            message = _("«kieu» của bảng không đúng.")
            self._problem(data["kieu"], message, _one_of(data_tables.KINDS))
        rows, total = self._list(data.get("hang")), self._text(data.get("tong"))
        heads = [n.value if isinstance(n, Scalar) else "" for n in self._list(data.get("dau"))]
        return data_tables.formatted(rows, kinds, total, self._problem, heads)

    def _merged(self, node: Node, rows: tuple[tuple[Inlines, ...], ...]) -> Gop:
        """One merged cell; it must lie in the table and cover no text."""
        data = self._keys(node, ("hang", "cot", "so_hang", "so_cot")) or {}
        gop = Gop(*(self._count(data.get(name)) for name in ("hang", "cot")))
        wide, high = (self._count(data.get(name), 1) for name in ("so_cot", "so_hang"))
        gop = Gop(gop.hang, gop.cot, high, wide)
        inside = gop.hang + high <= len(rows) and gop.cot + wide <= len(rows[0])
        covered = [
            cell
            for number, row in enumerate(rows)
            for column, cell in enumerate(row)
            if gop.covers(number, column) and (number, column) != (gop.hang, gop.cot)
        ]
        if not inside or any(covered):
            message = _("Ô gộp nằm ngoài bảng hoặc che ô có chữ.")
            self._problem(node, message, _("Hàng 0 là hàng đầu, cột tính từ 0; để trống ô bị gộp."))
        return gop

    def _count(self, node: Node | None, default: int = 0) -> int:
        text = self._text(node)
        if text is None or text.isdecimal():
            return int(text) if text else default
        self._problem(node or scalar("", ""), _("Ở đây cần một số."), _("Ghi 0, 1, 2 …"))
        return default

    def _image(self, node: Node) -> Block | None:
        data = self._keys(node, ("tep", "mo_ta"))
        if data is None:
            return None
        file = self._text(data.get("tep"))
        if not file:
            self._problem(node, _("Khối hinh thiếu «tep»."), _("Ghi tep: tên tệp ảnh."))
            return None
        path = find_image(file, data["tep"].place, self.out)
        return Hinh(path, self._text(data.get("mo_ta")) or "") if path else None

    def _footnote(self, node: Node) -> None:
        data = self._keys(node, ("nhan", "chu"))
        if data is None:
            return
        nhan = self._text(data.get("nhan"))
        if not nhan or "chu" not in data:
            message = _("Khối cuoc_chu thiếu «nhan» hoặc «chu».")
            self._problem(node, message, _("Ghi nhan: 1 và chu: nội dung."))
            return
        chu = self._inlines(data["chu"], "chu")
        self.out.spans[self.out.next_footnote()] = self.spans.pop(("chu",))
        self.out.define_footnote(CuocChu(nhan, chu), node.place)

    def _keys(self, node: Node, known: tuple[str, ...]) -> Mapping[str, Node] | None:
        """The values by key; None, and a problem, for what is no group of keys."""
        if not isinstance(node, Pairs):
            self._problem(node, _("Khối này cần một nhóm khóa."), _one_of(known))
            return None
        found = {}
        for key, value in node.pairs:
            if fold(key.value) in known:
                found[fold(key.value)] = value
            else:
                message = _("Khối này không có khóa «{key}».").format(key=short(key.value))
                self._problem(key, message, _one_of(known))
        return found

    def _list(self, node: Node | None) -> tuple[Node, ...]:
        if node is None or (isinstance(node, Scalar) and node.absent):
            return ()
        if not isinstance(node, Items):
            self._problem(node, _("Ở đây cần một danh sách."), _("Ghi trong ngoặc vuông: [a, b]."))
            return ()
        return node.items

    def _cells(self, node: Node | None) -> tuple[Inlines, ...]:
        return tuple(self._inlines(item) for item in self._list(node))

    def _label(self, node: Node | None) -> str | None:
        label = self._text(node)
        if label and node:
            self.out.define_label(label, node.place)
        return label

    def _flag(self, node: Node | None) -> bool:
        text = self._text(node)
        try:
            return flag(text) if text else False
        except Wrong as error:
            self.out.problem(error.message, node.place if node else None, error.advice)
            return False

    def _text(self, node: Node | None) -> str | None:
        if node is None or (isinstance(node, Scalar) and node.absent):
            return None
        if not isinstance(node, Scalar):
            self._no_text(node)
            return None
        return node.value.strip()

    def _inlines(self, node: Node, *part: str | int) -> Inlines:
        """The inlines of a text; with a path inside the block, its place is kept."""
        if not isinstance(node, Scalar):
            self._no_text(node)
            return ()
        text = node.value.strip()
        lead = len(node.value) - len(node.value.lstrip())
        self.text = self.text or node
        if part:
            places = tuple(inline.stretches(text)) or ((0, 0, 0),)
            self.spans[part] = node.span.shifted(lead).assembled(places)

        def found(kind: str, label: str, offset: int) -> None:
            marks = self.out.footnote_marks if kind == "note" else self.out.references
            marks.append((label, node.span.place(lead + offset)))

        return inline.parse(text, found)

    def _no_text(self, node: Node) -> None:
        message = _("Ở đây cần một giá trị chữ.")
        self._problem(node, message, _("Đặt cả giá trị trong dấu nháy kép."))

    def _problem(self, node: Node, message: str, advice: str) -> None:
        self.out.problem(message, node.place, advice)


def _known_blocks() -> str:
    return _one_of(("doan", "muc", "bang", "hinh", "cuoc_chu"))


def _one_of(words: Iterable[str]) -> str:
    return _("Dùng một trong: {words}.").format(words=", ".join(words))
