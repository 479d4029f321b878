"""The names that a template may use, and what stands behind each: text, paragraphs, lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

from markupsafe import Markup
from msgspec import Struct, field
from msgspec.structs import replace

from vanban.model import fields
from vanban.model.fields import Field, Kind, Many
from vanban.model.van_ban import VanBan
from vanban.standards.load import Standard
from vanban.standards.schema import SIZE_SETS
from vanban.standards.types import DocumentType
from vanban.word import context
from vanban.word.body import BodyWriter, Surroundings
from vanban.word.style_sheet import style_id


class Shape(Struct, frozen=True):
    """What a name gives.

    Attributes:
        what: text; block (whole paragraphs, ``{{p ten }}``); record; list; any: not known.
        path: the way to it, numbers left out ("ky.ho_ten"); empty for what is computed.
        members: the names inside a record.
        item: what a list repeats; None for all but lists.
    """

    what: Literal["text", "block", "record", "list", "any"]
    path: str = ""
    members: Mapping[str, Shape] = field(default_factory=dict)
    item: Shape | None = None


ANY = Shape("any")


def known(standard: Standard, kinds: Sequence[DocumentType]) -> dict[str, Shape]:
    """Every name that templates of some types see; types must be given."""
    values = _values(standard, replace(kinds[0], truong=()))
    names = {name: _of_value(value, name) for name, value in values.items()}
    for kind in kinds:
        for name, shape in own(kind.truong).items():
            there = names.get(name, shape)
            names[name] = shape if there == shape else Shape("any", name)
    return names


def own(declared: Iterable[Field], above: str = "") -> dict[str, Shape]:
    """The names of fields that a type declares, the second names of some too."""
    names = {}
    for one in declared:
        names[one.ten] = _of_kind(one.kind, above + one.ten)
        second = fields.second_name(one)
        if second:
            names[second] = names[one.ten]
    return names


def _of_kind(kind: Kind, path: str) -> Shape:
    match kind:
        case fields.Record():
            return Shape("record", path, own(kind.fields, f"{path}."))
        case Many():
            return Shape("list", path, item=_of_kind(kind.kind, path))
        case fields.Content() | fields.Picture():
            return Shape("block", path)
    return Shape("text", path)


def _of_value(value: Any, path: str) -> Shape:
    if isinstance(value, dict):
        members = {name: _of_value(inner, f"{path}.{name}") for name, inner in value.items()}
        return Shape("record", path, members)
    if isinstance(value, list):
        return Shape("list", path, item=_of_value(value[0] if value else "", path))
    return Shape("block" if isinstance(value, Markup) else "text", path)


def _values(standard: Standard, kind: DocumentType) -> Mapping[str, Any]:
    """The context of an empty document."""
    styles = {slug: style_id(slug) for slug in standard.styles}
    around = Surroundings(standard, styles, standard.page.be_rong_chu, SIZE_SETS[0])
    empty = VanBan(loai=kind.slug)
    return context.build(empty, kind, BodyWriter.of(empty, around), "").values
