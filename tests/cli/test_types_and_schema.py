"""``vanban types`` and ``vanban schema``: what there is, for people and for editors."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from vanban import plugins

Vanban = Callable[..., Any]
EXAMPLES = Path(__file__).parents[2] / "examples"


def test_types_are_listed_with_name_form_and_basis(vanban: Vanban) -> None:
    ran = vanban("types")
    assert (ran.code, ran.err) == (0, "")
    assert "ket-luan KL Kết luận mau-1.4" in " ".join(ran.text.split())
    assert len(ran.text.splitlines()) == len(list(plugins.registry().types))


def test_names_alone_are_one_a_line(vanban: Vanban) -> None:
    assert vanban("types", "--names").text.split("\n")[:-1] == sorted(plugins.registry().types)


def test_the_schema_names_every_type(vanban: Vanban) -> None:
    ran = vanban("schema")
    assert (ran.code, ran.err) == (0, "")
    schema = json.loads(ran.out)
    assert schema["properties"]["loai"]["enum"] == sorted(plugins.registry().types)


def test_the_schema_of_one_type_names_it_alone(vanban: Vanban) -> None:
    schema = json.loads(vanban("schema", "ke-hoach").out)
    assert schema["properties"]["loai"]["enum"] == ["ke-hoach"]


def test_the_schema_in_the_examples_is_fresh(vanban: Vanban) -> None:
    assert vanban("schema").out == (EXAMPLES / "vanban.schema.json").read_bytes()


def test_an_unknown_type_has_no_schema(vanban: Vanban) -> None:
    ran = vanban("schema", "ke-hoac")
    assert (ran.code, ran.out) == (2, b"")
    assert "Có phải «ke-hoach» không?" in ran.err


def test_more_than_one_type_is_refused(vanban: Vanban) -> None:
    assert vanban("schema", "ke-hoach", "bao-cao").code == 2
    assert vanban("types", "ke-hoach").code == 2
