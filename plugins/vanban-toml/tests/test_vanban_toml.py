"""TOML sources say the same as YAML ones, and mistakes in them are told with their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban import Severity, VanbanError, check, read
from vanban.testing import conformance

EXAMPLE = Path(__file__).parents[1] / "examples" / "cong-van.toml"

test_the_plugin_is_in_order = conformance("vanban-toml")


def test_the_example_is_clean() -> None:
    found = check(read(EXAMPLE)).findings
    assert [finding for finding in found if finding.severity is not Severity.INFO] == []


def test_it_says_the_same_as_yaml() -> None:
    yaml = b"loai: cong-van\nso: 012\nngay: 2026-10-06\nkinh_gui: [A, B]\nky: {ho_ten: An}\n"
    toml = b'loai="cong-van"\nso="012"\nngay=2026-10-06\nkinh_gui=["A","B"]\n[ky]\nho_ten="An"\n'
    one, other = read("a.yaml", data=yaml), read("a.toml", data=toml)
    assert one.doc == other.doc


@pytest.mark.parametrize(
    ("data", "place"),
    [(b'loai = "cong-van"\nso = = 5\n', "a.toml:2:6"), (b"loai = \xff", "a.toml")],
)
def test_a_mistake_has_its_place(data: bytes, place: str) -> None:
    with pytest.raises(VanbanError) as caught:
        read("a.toml", data=data)
    assert str(caught.value.problems[0].place) == place


def test_an_unknown_field_is_told_as_anywhere() -> None:
    with pytest.raises(VanbanError, match="trich_yeu"):
        read("a.toml", data=b'loai = "cong-van"\ntrich_yeo = "x"\n')
