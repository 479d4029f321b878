"""The JSON Schema of sources, from the table of fields: what editors complete and check."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vanban.model import fields
from vanban.model.fields import CORE, Field, Kind, Many, Record
from vanban.model.levels import Level
from vanban.standards.types import DocumentType

_SCALAR = {"type": ["string", "number", "boolean", "null"]}
_BLOCKS = {
    "doan": _SCALAR,
    "muc": {
        "type": "object",
        "properties": {
            "cap": {"enum": [str(level) for level in Level]},
            "dau": _SCALAR,
            "chu": _SCALAR,
            "tieu_de": _SCALAR,
            "nhan": _SCALAR,
        },
        "required": ["cap"],
        "additionalProperties": False,
    },
    "bang": {
        "type": "object",
        "properties": {
            "ten": _SCALAR,
            "can": {"type": "array", "items": {"enum": ["trai", "giua", "phai", ""]}},
            "dau": {"type": "array", "items": _SCALAR},
            "kieu": {"type": "array", "items": {"enum": ["chu", "so", "tien", "ngay"]}},
            "hang": {"type": "array", "items": {"type": "array", "items": _SCALAR}},
            "tong": _SCALAR,
            "gop": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": dict.fromkeys(("hang", "cot", "so_hang", "so_cot"), _SCALAR),
                    "required": ["hang", "cot"],
                    "additionalProperties": False,
                },
            },
            "nhan": _SCALAR,
        },
        "required": ["dau"],
        "additionalProperties": False,
    },
    "hinh": {
        "type": "object",
        "properties": {"tep": {"type": "string"}, "mo_ta": _SCALAR},
        "required": ["tep"],
        "additionalProperties": False,
    },
    "cuoc_chu": {
        "type": "object",
        "properties": {"nhan": _SCALAR, "chu": _SCALAR},
        "required": ["nhan", "chu"],
        "additionalProperties": False,
    },
}


def build(types: Sequence[DocumentType]) -> dict[str, Any]:
    """One schema for these types; each type's own fields stand behind an if on ``loai``."""
    own = [kind for kind in types if kind.truong]
    properties = _properties(CORE)
    properties["loai"]["enum"] = [kind.slug for kind in types]
    properties["loai"]["markdownEnumDescriptions"] = [kind.ten for kind in types]
    root: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Văn bản hành chính (vanban)",
        "type": "object",
        "properties": properties,
        "required": ["loai"],
        "unevaluatedProperties": False,
        "$defs": {"noi_dung": _content()},
    }
    if own:
        root["allOf"] = [_condition(kind) for kind in own]
    return root


def _condition(kind: DocumentType) -> dict[str, Any]:
    return {
        "if": {"properties": {"loai": {"const": kind.slug}}, "required": ["loai"]},
        "then": {"properties": _properties(kind.truong)},
    }


def _properties(known: Sequence[Field]) -> dict[str, Any]:
    return {field.ten: _field(field) for field in known}


def _field(field: Field) -> dict[str, Any]:
    described = {"title": field.tieu_de} | ({"description": field.mo_ta} if field.mo_ta else {})
    return described | _kind(field.kind)


def _kind(kind: Kind) -> dict[str, Any]:
    match kind:
        case Many():
            one = _kind(kind.kind)
            return {"anyOf": [{"type": "array", "items": one}, one]}
        case Record():
            return {
                "type": ["object", "null"],
                "properties": _properties(kind.fields),
                "additionalProperties": False,
            }
        case fields.Content():
            return {"$ref": "#/$defs/noi_dung"}
        case fields.Reasons():
            return {"type": ["object", "null"], "additionalProperties": {"type": "string"}}
        case fields.Choice():
            numbers = [int(value) for value in kind.values if value.isdigit()]
            return {"enum": [*kind.values, *numbers, None]}
        case fields.Flag():
            return {"enum": ["có", "không", True, False, None]}
    return dict(_SCALAR)


def _content() -> dict[str, Any]:
    blocks = [
        {
            "type": "object",
            "properties": {name: shape},
            "required": [name],
            "additionalProperties": False,
        }
        for name, shape in _BLOCKS.items()
    ]
    return {
        "description": "Lời văn sau dấu |, hoặc danh sách khối",
        "anyOf": [
            {"type": ["string", "null"]},
            {"type": "array", "items": {"anyOf": [{"type": "string"}, *blocks]}},
        ],
    }
