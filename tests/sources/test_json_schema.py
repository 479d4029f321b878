"""The JSON Schema of sources says what reading takes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from msgspec.structs import replace

from vanban import api
from vanban.model.fields import CORE, Field, Flag, Many, Text
from vanban.sources.json_schema import build
from vanban.standards.types import read as read_type

EXAMPLES = Path(__file__).parents[2] / "examples"
SOURCES = sorted(EXAMPLES.glob("*.yaml"))


class LikeEditors(yaml.SafeLoader):
    """YAML 1.2, in which a date is text."""

    yaml_implicit_resolvers = {  # noqa: RUF012 (PyYAML's own way)
        letter: [(tag, shape) for tag, shape in found if not tag.endswith("timestamp")]
        for letter, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = api.schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def errors(validator: Draft202012Validator, data: Any) -> list[str]:
    return ["/".join(map(str, error.absolute_path)) for error in validator.iter_errors(data)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_the_examples_are_valid(validator: Draft202012Validator, path: Path) -> None:
    data = yaml.load(path.read_text("utf-8"), Loader=LikeEditors)
    assert errors(validator, data) == []


def test_the_file_beside_the_examples_is_fresh() -> None:
    file = json.loads((EXAMPLES / "vanban.schema.json").read_text("utf-8"))
    assert file == api.schema()


@pytest.mark.parametrize(
    "data",
    [
        {"so": 12, "ngay": "2022-11-07", "co_chu": 14},
        {"so": None, "noi_nhan": None, "ky": None, "noi_dung": None, "co_chu": None},
        {"noi_nhan": "Sở A\nSở B", "ky": [{"ho_ten": "A"}, {"ho_ten": "B"}]},
        {"co_quan": {"ban_hanh": "A"}, "phu_luc": {"ten": "B", "ngang": True}},
        {"noi_dung": ["Một", {"doan": "Hai"}, {"muc": {"cap": "so", "chu": "Ba"}}]},
        {"noi_dung": [{"bang": {"dau": ["A"], "hang": [[1]]}}, {"hinh": {"tep": "x.png"}}]},
        {"bo_qua": {"ND30-N-004": "mã riêng"}},
    ],
)
def test_what_reading_takes_is_valid(validator: Draft202012Validator, data: Any) -> None:
    assert errors(validator, {"loai": "ke-hoach", **data}) == []


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ({"loai": "zzz"}, "loai"),
        ({"khong_co": 1}, ""),
        ({"ky": "abc"}, "ky"),
        ({"co_chu": 15}, "co_chu"),
        ({"do_khan": "nhanh"}, "do_khan"),
        ({"dia_chi": {"khong_co": 1}}, "dia_chi"),
        ({"noi_dung": {"a": "b"}}, "noi_dung"),
        ({"noi_dung": [{"zzz": 1}]}, "noi_dung"),
        ({"bo_qua": ["ND30-N-004"]}, "bo_qua"),
    ],
)
def test_what_reading_refuses_is_not_valid(
    validator: Draft202012Validator, data: Any, where: str
) -> None:
    assert where in errors(validator, {"loai": "ke-hoach"} | data)


def test_a_source_needs_its_type(validator: Draft202012Validator) -> None:
    assert errors(validator, {}) == [""]


def test_every_field_has_its_title() -> None:
    properties = api.schema()["properties"]
    assert {field.ten: field.tieu_de for field in CORE} == {
        name: shape["title"] for name, shape in properties.items()
    }


def test_the_fields_of_a_type_belong_to_it_alone(type_file: Any) -> None:
    own = (Field("gap", Flag(), "Gấp"), Field("thanh_phan", Many(Text()), "Thành phần"))
    kind = read_type(type_file())
    found = build([replace(kind, slug="moi", truong=own), replace(kind, slug="cu", truong=())])
    validator = Draft202012Validator(found)
    assert errors(validator, {"loai": "moi", "gap": "có", "thanh_phan": "A"}) == []
    assert errors(validator, {"loai": "cu", "gap": "có"}) == [""]
