"""A body as a list of typed blocks, for programs that need no marks to be guessed.

Each item has one key: ``doan`` (text), ``muc`` (level, mark, text), ``bang`` (table),
``hinh`` (image) or ``cuoc_chu`` (footnote). Texts have the inline marks of the grammar.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path as FilePath

from vanban.messages import _
from vanban.model.blocks import Bang, Block, Body, CuocChu, DeMuc, Doan, Hinh
from vanban.model.inlines import Inlines
from vanban.model.levels import Level
from vanban.model.origin import Path
from vanban.sources import inline
from vanban.sources.collector import Collector
from vanban.sources.images import find_image
from vanban.sources.nodes import Items, Node, Pairs, Scalar
from vanban.viet.text import fold

ALIGNMENTS = ("trai", "giua", "phai", "")


def read(node: Items, path: Path, out: Collector, folder: FilePath) -> Body:
    """The blocks of a list; problems go to the collector."""
    reader = _Blocks(out, folder)
    blocks: list[Block] = []
    for item in node.items:
        block = reader.block(item)
        if block is not None:
            here = (*path, len(blocks))
            text = reader.last_text
            if text:
                out.spans[here] = out.spans[(*here, "chu")] = text.span
            blocks.append(block)
    return tuple(blocks)


class _Blocks:
    def __init__(self, out: Collector, folder: FilePath) -> None:
        self.out, self.folder = out, folder
        self.last_text: Scalar | None = None

    def block(self, node: Node) -> Block | None:
        if isinstance(node, Scalar):
            return Doan(self._inlines(node))
        if not isinstance(node, Pairs) or len(node.pairs) != 1:
            self._problem(node, _("mỗi khối có đúng một khóa: doan, muc, bang, hinh, cuoc_chu"))
            return None
        key, value = node.pairs[0]
        match fold(key.value):
            case "doan":
                return Doan(self._inlines(value))
            case "muc":
                return self._item(value)
            case "bang":
                return self._table(value)
            case "hinh":
                return self._image(value)
            case "cuoc_chu":
                self._footnote(value)
                return None
        self._problem(key, _("không có khối «{key}»").format(key=key.value))
        return None

    def _item(self, node: Node) -> Block | None:
        data = self._keys(node, ("cap", "dau", "chu", "tieu_de", "nhan"))
        cap = self._text(data.get("cap"))
        if cap not in set(Level):
            words = ", ".join(Level)
            self._problem(node, _("«cap» phải là một trong: {words}").format(words=words))
            return None
        nhan = self._text(data.get("nhan"))
        if nhan:
            self.out.define_label(nhan, data["nhan"].place)
        chu = self._inlines(data["chu"]) if "chu" in data else ()
        heading = fold(self._text(data.get("tieu_de")) or "khong") in {"co", "true", "yes", "1"}
        return DeMuc(Level(cap), self._text(data.get("dau")), chu, heading, nhan)

    def _table(self, node: Node) -> Block | None:
        data = self._keys(node, ("ten", "can", "dau", "hang", "nhan"))
        dau = self._cells(data.get("dau"))
        rows = data.get("hang")
        hang = tuple(self._cells(row) for row in rows.items) if isinstance(rows, Items) else ()
        if not dau or any(len(row) != len(dau) for row in hang):
            self._problem(node, _("bảng cần «dau» và các «hang» có cùng số ô"))
            return None
        can = tuple(self._text(item) or "" for item in _items(data.get("can"))) or ("",) * len(dau)
        if len(can) != len(dau) or not set(can) <= set(ALIGNMENTS):
            self._problem(node, _("«can» của bảng gồm trai, giua hoặc phai cho từng cột"))
            return None
        nhan = self._text(data.get("nhan"))
        if nhan:
            self.out.define_label(nhan, data["nhan"].place)
        ten = self._inlines(data["ten"]) if "ten" in data else ()
        return Bang(ten, can, dau, hang, nhan)

    def _image(self, node: Node) -> Block | None:
        data = self._keys(node, ("tep", "mo_ta"))
        file = self._text(data.get("tep"))
        if not file:
            self._problem(node, _("khối hinh cần «tep»"))
            return None
        path = find_image(file, self.folder, data["tep"].place, self.out)
        return Hinh(path, self._text(data.get("mo_ta")) or "") if path else None

    def _footnote(self, node: Node) -> None:
        data = self._keys(node, ("nhan", "chu"))
        nhan = self._text(data.get("nhan"))
        if not nhan or "chu" not in data:
            self._problem(node, _("khối cuoc_chu cần «nhan» và «chu»"))
            return
        self.out.define_footnote(CuocChu(nhan, self._inlines(data["chu"])), node.place)

    def _keys(self, node: Node, known: tuple[str, ...]) -> Mapping[str, Node]:
        if not isinstance(node, Pairs):
            self._problem(node, _("cần các khóa: {words}").format(words=", ".join(known)))
            return {}
        found = {}
        for key, value in node.pairs:
            if fold(key.value) in known:
                found[fold(key.value)] = value
            else:
                self._problem(key, _("không có khóa «{key}»").format(key=key.value))
        return found

    def _cells(self, node: Node | None) -> tuple[Inlines, ...]:
        return tuple(self._inlines(item) for item in _items(node))

    def _text(self, node: Node | None) -> str | None:
        if node is None or (isinstance(node, Scalar) and node.absent):
            return None
        if not isinstance(node, Scalar):
            self._problem(node, _("cần một giá trị chữ"))
            return None
        return node.value.strip()

    def _inlines(self, node: Node) -> Inlines:
        if not isinstance(node, Scalar):
            self._problem(node, _("cần một giá trị chữ"))
            return ()
        text = node.value.strip()
        lead = len(node.value) - len(node.value.lstrip())
        self.last_text = node

        def found(kind: str, label: str, offset: int) -> None:
            marks = self.out.footnote_marks if kind == "note" else self.out.references
            marks.append((label, node.span.place(lead + offset)))

        return inline.parse(text, found)

    def _problem(self, node: Node, what: str) -> None:
        self.out.problem(_("Khối không đúng dạng: {what}.").format(what=what), node.place)


def _items(node: Node | None) -> tuple[Node, ...]:
    return node.items if isinstance(node, Items) else ()
