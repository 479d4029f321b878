"""From nodes to the document, by the table of fields; every problem of a file at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from vanban.errors import short
from vanban.location import Place
from vanban.messages import _
from vanban.model import fields
from vanban.model.fields import CORE, Field, Kind, Many, Record
from vanban.model.origin import Notes, Origin, Path
from vanban.model.van_ban import VanBan
from vanban.sources import body, typed_blocks
from vanban.sources.collector import MAX_SUGGESTIONS, Collector
from vanban.sources.images import find_image
from vanban.sources.named_files import find_file
from vanban.sources.nodes import Items, Node, Pairs, Scalar
from vanban.sources.values import Wrong, read_value
from vanban.viet.text import fold, forbidden, nearest

_SHORTEST_REASON = 2
"""Letters."""


class Decoded(Struct, frozen=True):
    """A document with the places of its parts, what reading changed, the files it names."""

    doc: VanBan
    origin: Origin
    notes: Notes
    files: tuple[str, ...] = ()


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
    reader = _Decoder(out)
    found = reader.record(root, (*CORE, *_own(root, own_fields, out)), ())
    core = {field.ten for field in CORE}
    own = {name: value for name, value in found.items() if name not in core}
    issued = found.get("kem_theo")
    if issued and issued.loai and issued.loai not in own_fields:
        _unknown_type(issued.loai, own_fields, out.spans["kem_theo", "loai"].place(), out)
    out.check_links()
    out.raise_problems()
    doc = VanBan(
        **{name: value for name, value in found.items() if name in core},
        cuoc_chu=tuple(out.used_footnotes()),
        rieng=MappingProxyType(own),
    )
    origin.spans.update(out.spans)
    return Decoded(doc, origin, tuple(out.notes), tuple(out.files))


def _own(root: Node, known: Mapping[str, tuple[Field, ...]], out: Collector) -> tuple[Field, ...]:
    """The type's own fields; a type that is missing or unknown is a problem.

    Then the fields of all types count as known: their keys are not the mistake.
    """
    place = root.place if isinstance(root, Pairs) else None
    found = [value for key, value in _pairs(root) if fold(key.value) == "loai"]
    if not found or (isinstance(found[0], Scalar) and not found[0].value.strip()):
        out.problem(
            _("Thiếu khóa «loai» (loại văn bản)."), place, _("Thêm dòng, ví dụ: loai: ke-hoach")
        )
        return _all(known)
    if not isinstance(found[0], Scalar):
        return _all(known)
    slug = found[0].value.strip()
    if slug in known:
        return known[slug]
    _unknown_type(slug, known, found[0].place, out)
    return _all(known)


def _unknown_type(slug: str, known: Iterable[str], place: Place, out: Collector) -> None:
    near = nearest(slug, known)
    advice = _("Có phải «{near}» không?").format(near=near) if near else None
    out.problem(
        _("Không có loại văn bản «{slug}».").format(slug=short(slug)),
        place,
        advice or _("Xem các loại bằng lệnh: vanban types"),
    )


def _all(known: Mapping[str, tuple[Field, ...]]) -> tuple[Field, ...]:
    return tuple(field for slug in known for field in known[slug])


def _pairs(root: Node) -> tuple[tuple[Scalar, Node], ...]:
    return root.pairs if isinstance(root, Pairs) else ()


class _Decoder:
    """Turns nodes into values of the kinds of fields; problems go to the collector."""

    def __init__(self, out: Collector) -> None:
        self.out = out

    def record(self, node: Node, known: tuple[Field, ...], path: Path) -> dict[str, Any]:
        by_name = {field.ten: field for field in known}
        values: dict[str, Any] = {}
        if not isinstance(node, Pairs):
            self._no_record(node, by_name)
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
                return self._reasons(node, path)
        if isinstance(node, Scalar):
            return self._scalar(kind, node)
        return self._no_text(node)

    def _scalar(self, kind: Kind, node: Scalar) -> Any:
        text = self._clean(node)
        if not text:
            return None
        if isinstance(kind, fields.Picture):
            return find_image(text, node.place, self.out)
        if isinstance(kind, fields.File):
            return find_file(text, kind.suffixes, node.place, self.out)
        if isinstance(kind, fields.Label):
            self.out.define_label(text, node.place)
        try:
            return read_value(kind, text)
        except Wrong as error:
            self.out.problem(error.message, node.place, error.advice)
            return None

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
            return typed_blocks.read(node, path, self.out)
        if not isinstance(node, Scalar):
            return self._no_text(node)
        self._check_characters(node)
        return body.parse(
            node.value,
            node.span,
            path,
            self.out,
            lambda file, span: find_image(file, span.place(), self.out) or file,
        )

    def _reasons(self, node: Node, path: Path) -> Mapping[str, str]:
        reasons: dict[str, str] = {}
        example = _("Ghi mỗi dòng một quy tắc, ví dụ ND30-N-004: mã riêng của cơ quan")
        if not isinstance(node, Pairs):
            self.out.problem(_("Ở đây cần mã quy tắc và lý do bỏ qua."), node.place, example)
        for key, value in _pairs(node):
            if isinstance(value, Scalar) and _says_something(value.value):
                rule = key.value.strip().upper()
                reasons[rule] = value.value.strip()
                self.out.spans[*path, rule] = key.span
            else:
                self.out.problem(_("Bỏ qua một quy tắc phải có lý do."), value.place, example)
        return MappingProxyType(reasons)

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
            self.out.spans[path] = _point(place.path, place.line or 0, place.column or 0)

    def _no_record(self, node: Node, known: Mapping[str, Field]) -> None:
        """A text or a list stands where a group of keys must."""
        what = _("danh sách") if isinstance(node, Items) else _("một giá trị chữ")
        self.out.problem(
            _("Ở đây cần một nhóm khóa, không phải {what}.").format(what=what),
            node.place,
            _("Xuống dòng, thụt vào, mỗi dòng một «khóa: giá trị»; các khóa: {keys}.").format(
                keys=", ".join(known)
            ),
        )

    def _no_text(self, node: Node) -> None:
        """A list or a group of keys stands where a text must."""
        if isinstance(node, Pairs):
            message = _("Ở đây cần một giá trị chữ, không phải nhóm khóa.")
            advice = _("Chữ có dấu hai chấm thì đặt cả dòng trong dấu nháy kép.")
        else:
            message = _("Ở đây cần một giá trị chữ, không phải danh sách.")
            advice = _(
                "Ghi một giá trị trên dòng của khóa; chữ bắt đầu bằng “[” hoặc “-” thì đặt"
                " trong dấu nháy kép."
            )
        self.out.problem(message, node.place, advice)

    def _unknown(self, key: Scalar, known: Mapping[str, Field]) -> None:
        few = len(self.out.problems) < MAX_SUGGESTIONS
        near = nearest(key.value, known) if few else None
        advice = _("Có phải «{near}» không?").format(near=near) if near else None
        self.out.problem(
            _("Không có trường «{key}».").format(key=short(key.value)),
            key.place,
            advice or _("Các trường ở đây: {keys}.").format(keys=", ".join(known)),
        )


def _says_something(reason: str) -> bool:
    """Whether a reason has words in it."""
    return sum(map(str.isalpha, reason)) >= _SHORTEST_REASON


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
