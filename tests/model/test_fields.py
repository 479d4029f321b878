"""The table of fields and the model are one."""

from __future__ import annotations

import ast
import inspect
import unicodedata
from collections.abc import Iterator

import pytest
from msgspec import Struct

from vanban.model import fields, van_ban
from vanban.model.fields import CORE, Field, Many, Record
from vanban.model.van_ban import VanBan
from vanban.viet.text import fold, unaccent

NOT_IN_SOURCES = {"cuoc_chu", "rieng"}
RECORDS = {
    field.ten: kind
    for field in CORE
    if isinstance(kind := field.kind.kind if isinstance(field.kind, Many) else field.kind, Record)
}


def _every_field() -> Iterator[Field]:
    yield from CORE
    for record in RECORDS.values():
        yield from record.fields


def _docstrings(struct: type) -> dict[str, str]:
    """The string under each attribute of a class."""
    body = ast.parse(inspect.getsource(struct)).body[0]
    assert isinstance(body, ast.ClassDef)
    found: dict[str, str] = {}
    for one, following in zip(body.body, body.body[1:], strict=False):
        if isinstance(one, ast.AnnAssign) and isinstance(following, ast.Expr):
            found[ast.unparse(one.target)] = ast.literal_eval(following.value)
    return found


STRUCTS = [
    cls for cls in vars(van_ban).values()
    if inspect.isclass(cls) and issubclass(cls, Struct) and cls.__module__ == van_ban.__name__
]  # fmt: skip


def test_the_core_lists_the_fields_of_a_document_in_their_order() -> None:
    expected = [name for name in VanBan.__struct_fields__ if name not in NOT_IN_SOURCES]
    assert [field.ten for field in CORE] == expected


@pytest.mark.parametrize("name", RECORDS)
def test_each_group_lists_the_fields_of_what_it_makes(name: str) -> None:
    record = RECORDS[name]
    assert record.make is not None
    assert [field.ten for field in record.fields] == list(record.make.__struct_fields__)


def test_every_part_of_the_model_is_made_by_a_group() -> None:
    assert {record.make for record in RECORDS.values()} == set(STRUCTS) - {VanBan}


def test_each_field_has_a_title() -> None:
    assert [field.ten for field in _every_field() if not field.tieu_de.strip()] == []


def test_names_are_written_as_they_are_folded() -> None:
    assert [field.ten for field in _every_field() if fold(field.ten) != field.ten] == []


def test_titles_say_in_accents_what_names_say_without() -> None:
    titles = {field.ten: unaccent(field.tieu_de).lower() for field in _every_field()}
    for name in ("trich_yeu", "noi_nhan", "kinh_gui", "can_cu", "dia_danh", "chu_quan", "chuc_vu"):
        assert name.replace("_", " ") in titles[name]


@pytest.mark.parametrize("struct", STRUCTS, ids=lambda struct: struct.__name__)
def test_every_attribute_is_explained_with_its_vietnamese_term(struct: type[Struct]) -> None:
    explained = _docstrings(struct)
    assert set(explained) == set(struct.__struct_fields__)
    for name, text in explained.items():
        assert not text.isascii(), f"{name} lacks the term with accents"
        assert unicodedata.is_normalized("NFC", text), name


def test_nothing_is_a_default_of_a_standard() -> None:
    made = VanBan(loai="ke-hoach")
    given = [n for n in VanBan.__struct_fields__ if n != "loai" and getattr(made, n)]
    assert given == []


def test_every_kind_is_known_by_the_closed_list() -> None:
    kinds = {type(field.kind) for field in _every_field()}
    assert kinds <= set(fields.Kind.__args__)
