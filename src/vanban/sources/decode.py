"""From nodes to the document, by the table of fields; every problem of a file at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path as FilePath
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from vanban.messages import _
from vanban.model import fields
from vanban.model.fields import CORE, Field, Kind, Many, Record
from vanban.model.origin import Notes, Origin, Path
from vanban.model.van_ban import VanBan
from vanban.sources import body, typed_blocks
from vanban.sources.collector import Collector
from vanban.sources.images import find_image
from vanban.sources.nodes import Items, Node, Pairs, Scalar
from vanban.viet.dates import ImpossibleDate, NotADate, parse_date
from vanban.viet.numerals import parse_number
from vanban.viet.text import fold, forbidden, nearest


class Decoded(Struct, frozen=True):
    """A document with the places of its parts and what reading changed."""

    doc: VanBan
    origin: Origin
    notes: Notes


def decode(root: Node, own_fields: Mapping[str, tuple[Field, ...]], origin: Origin) -> Decoded:
    """The document in a tree of nodes.

    Args:
        root: the record at the top, the profile's defaults already merged in.
        own_fields: for each known type the fields it declares itself.
        origin: path and text of the source; its spans are filled in here.

    Raises:
        SourceError: with every problem found, in the order of the file.
    """
    out = Collector()
    reader = _Decoder(out, FilePath(origin.path).parent)
    values = reader.record(root, (*CORE, *_own(root, own_fields, out)), ())
    core = {field.ten for field in CORE}
    own = {name: value for name, value in values.items() if name not in core}
    out.check_links()
    out.raise_problems()
    doc = VanBan(
        **{name: value for name, value in values.items() if name in core},
        cuoc_chu=tuple(out.used_footnotes()),
        rieng=MappingProxyType(own),
    )
    origin.spans.update(out.spans)
    return Decoded(doc, origin, tuple(out.notes))


def _own(
    root: Node, known: Mapping[str, tuple[Field, ...]], out: Collector
) -> tuple[Field, ...]:
    """The type's own fields; a type that is missing or unknown is a problem."""
    place = root.place if isinstance(root, Pairs) else None
    found = [value for key, value in _pairs(root) if fold(key.value) == "loai"]
    if not found or (isinstance(found[0], Scalar) and found[0].absent):
        out.problem(
            _("Thiếu khóa «loai» (loại văn bản)."), place, _("Thêm dòng, ví dụ: loai: ke-hoach")
        )
        return ()
    if not isinstance(found[0], Scalar):
        return ()
    slug = found[0].value.strip()
    if slug in known:
        return known[slug]
    near = nearest(slug, known)
    advice = _("Có phải «{near}» không?").format(near=near) if near else None
    out.problem(
        _("Không có loại văn bản «{slug}».").format(slug=slug),
        found[0].place,
        advice or _("Xem các loại bằng lệnh: vanban types"),
    )
    return ()


def _pairs(root: Node) -> tuple[tuple[Scalar, Node], ...]:
    return root.pairs if isinstance(root, Pairs) else ()


class _Decoder:
    """Turns nodes into values of the kinds of fields; problems go to the collector."""

    def __init__(self, out: Collector, folder: FilePath) -> None:
        self.out, self.folder = out, folder

    def record(self, node: Node, known: tuple[Field, ...], path: Path) -> dict[str, Any]:
        by_name = {field.ten: field for field in known}
        values: dict[str, Any] = {}
        if not isinstance(node, Pairs):
            self._wrong(node, _("cần một nhóm «khóa: giá trị»"))
            return values
        for key, value in node.pairs:
            field = by_name.get(fold(key.value))
            if field is None:
                self._unknown(key, by_name)
            elif not (isinstance(value, Scalar) and value.absent):
                decoded = self.value(field.kind, value, (*path, field.ten))
                if decoded is not None:
                    values[field.ten] = decoded
        return values

    def value(self, kind: Kind, node: Node, path: Path) -> Any:
        self._remember(node, path)
        match kind:
            case Many():
                return self._many(kind, node, path)
            case Record():
                values = self.record(node, kind.fields, path)
                return kind.make(**values) if kind.make else MappingProxyType(values)
            case fields.Content():
                return self._body(node, path)
            case fields.Reasons():
                return self._reasons(node)
        if not isinstance(node, Scalar):
            self._wrong(node, _("cần một giá trị chữ, không phải danh sách hay nhóm khóa"))
            return None
        return self._scalar(kind, node, path)

    def _scalar(self, kind: Kind, node: Scalar, path: Path) -> Any:
        text = self._clean(node)
        if not text:
            return None
        match kind:
            case fields.Text(lines=True):
                return "\n".join(line.strip() for line in text.split("\n"))
            case fields.Choice():
                return self._choice(kind, text, node)
            case fields.Day():
                return self._day(kind, text, node)
            case fields.Flag():
                return self._flag(text, node)
            case fields.Picture():
                return find_image(text, self.folder, node.place, self.out)
            case fields.Number() if parse_number(text) is None:
                self._wrong(node, _("cần một số, ví dụ 1.234,5"))
        return " ".join(text.split("\n"))

    def _many(self, kind: Many, node: Node, path: Path) -> tuple[Any, ...]:
        if isinstance(node, Items):
            items = [item for item in node.items if not (isinstance(item, Scalar) and item.absent)]
        elif isinstance(node, Scalar) and isinstance(kind.kind, fields.Text):
            items = [*_lines(node)]
        else:
            items = [node]
        decoded = (self.value(kind.kind, item, (*path, i)) for i, item in enumerate(items))
        return tuple(value for value in decoded if value is not None)

    def _body(self, node: Node, path: Path) -> Any:
        if isinstance(node, Items):
            return typed_blocks.read(node, path, self.out, self.folder)
        if not isinstance(node, Scalar):
            self._wrong(node, _("cần phần lời văn (sau dấu |) hoặc danh sách khối"))
            return None
        self._check_characters(node)
        return body.parse(
            node.value,
            node.span,
            path,
            self.out,
            lambda file, span: find_image(file, self.folder, span.place(), self.out) or file,
        )

    def _reasons(self, node: Node) -> Mapping[str, str]:
        reasons: dict[str, str] = {}
        if not isinstance(node, Pairs):
            self._wrong(node, _("cần các dòng «mã quy tắc: lý do»"))
        for key, value in _pairs(node):
            if isinstance(value, Scalar) and value.value.strip():
                reasons[key.value.strip()] = value.value.strip()
            else:
                self._wrong(value, _("bỏ qua một quy tắc phải ghi lý do"))
        return MappingProxyType(reasons)

    def _choice(self, kind: fields.Choice, text: str, node: Scalar) -> str | None:
        folded = fold(text)
        for value, title in kind.values.items():
            if folded in (fold(value), fold(title)):
                return value
        words = ", ".join(kind.values)
        self._wrong(node, _("«{text}» không phải một trong: {words}").format(text=text, words=words))
        return None

    def _flag(self, text: str, node: Scalar) -> bool | None:
        folded = fold(text)
        if folded in {"co", "true", "yes", "1", "dung"}:
            return True
        if folded in {"khong", "false", "no", "0", "sai"}:
            return False
        self._wrong(node, _("«{text}»: ghi «có» hoặc «không»").format(text=text))
        return None

    def _day(self, kind: fields.Day, text: str, node: Scalar) -> Any:
        try:
            day = parse_date(text)
        except ImpossibleDate:
            self._wrong(node, _("ngày «{text}» không có trong lịch").format(text=text))
            return None
        except NotADate:
            self._wrong(
                node, _("«{text}» không phải ngày; ghi như 2022-11-07 hoặc 07/11/2022").format(text=text)
            )
            return None
        if not (kind.partial or day.is_full):
            self._wrong(node, _("«{text}» thiếu ngày hoặc tháng").format(text=text))
        return day

    def _clean(self, node: Scalar) -> str:
        self._check_characters(node)
        return node.value.strip(" \t\n\u00a0\u200b\ufeff")

    def _check_characters(self, node: Scalar) -> None:
        for offset, character in forbidden(node.value)[:3]:
            self.out.problem(
                _("Ký tự điều khiển U+{code:04X} không in được.").format(code=ord(character)),
                node.span.place(offset),
                _("Xóa ký tự đó rồi gõ lại."),
            )

    def _remember(self, node: Node, path: Path) -> None:
        if isinstance(node, Scalar):
            lead = len(node.value) - len(node.value.lstrip())
            self.out.spans[path] = node.span.shifted(lead) if lead else node.span
        else:
            place = node.place
            self.out.spans[path] = _point(place.path, place.line or 1, place.column or 1)

    def _wrong(self, node: Node, what: str) -> None:
        self.out.problem(_("Giá trị không đúng dạng: {what}.").format(what=what), node.place)

    def _unknown(self, key: Scalar, known: Mapping[str, Field]) -> None:
        near = nearest(key.value, known)
        advice = _("Có phải «{near}» không?").format(near=near) if near else None
        self.out.problem(
            _("Không có trường «{key}».").format(key=key.value),
            key.place,
            advice or _("Xem các trường bằng lệnh: vanban schema"),
        )


def _lines(node: Scalar) -> list[Scalar]:
    """The lines of a text as values of their own; a leading dash is a bullet, not text."""
    out, offset = [], 0
    for line in node.value.split("\n"):
        if line.strip():
            out.append(Scalar(line, node.span.shifted(offset), node.style))
        offset += len(line) + 1
    return out


def _point(path: str, line: int, column: int) -> Any:
    from vanban.model.origin import Segment, Span

    return Span(path, (Segment(0, line, column, 0),), exact=False)
