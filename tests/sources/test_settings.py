"""Fields set for one run."""

from __future__ import annotations

import pytest

from vanban.errors import SourceError
from vanban.sources import settings, yaml
from vanban.sources.nodes import Items, Node, Scalar

SOURCE = "so: 1\nky:\n  chuc_vu: A\nphu_luc:\n  - ten: B\n  - ten: C\nnoi_nhan: [D, E]\n"


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.pairs}


def after(*given: str) -> dict[str, object]:
    found = plain(settings.apply(yaml.parse(SOURCE, "a.yaml")[0], given))
    assert isinstance(found, dict)
    return found


def refused(*given: str) -> str:
    with pytest.raises(SourceError) as caught:
        after(*given)
    assert caught.value.problems[0].advice
    return str(caught.value)


def test_a_setting_replaces_a_value() -> None:
    assert after("so=12")["so"] == "12"


def test_a_setting_adds_a_value_and_its_records() -> None:
    assert after("dia_chi.email=a@b.vn")["dia_chi"] == {"email": "a@b.vn"}


def test_what_stands_beside_it_stays() -> None:
    assert after("ky.ho_ten=X")["ky"] == {"chuc_vu": "A", "ho_ten": "X"}


@pytest.mark.parametrize("name", ["so", "Số", " SO ", "số"])
def test_names_are_folded(name: str) -> None:
    assert after(f"{name}=12")["so"] == "12"


@pytest.mark.parametrize("value", ["", "a=b", " x ", "{{ x }}", "[a, b]", "a: b", "\n"])
def test_the_value_is_taken_as_it_is(value: str) -> None:
    assert after(f"so={value}")["so"] == value


def test_values_are_composed() -> None:
    assert after("so=Kê\u0301")["so"] == "Kế"


def test_the_last_of_two_settings_stands() -> None:
    assert after("so=1", "so=2")["so"] == "2"


def test_an_item_is_named_by_its_number() -> None:
    assert after("phu_luc.2.ten=X")["phu_luc"] == [{"ten": "B"}, {"ten": "X"}]
    assert after("noi_nhan.1=X")["noi_nhan"] == ["X", "E"]


def test_a_list_is_replaced_whole_by_its_name() -> None:
    assert after("noi_nhan=X")["noi_nhan"] == "X"


@pytest.mark.parametrize("path", ["phu_luc.ten", "phu_luc.0.ten", "phu_luc.3.ten", "phu_luc.x"])
def test_a_list_is_not_set_without_the_number_of_an_item(path: str) -> None:
    told = refused(f"{path}=X")
    assert "«phu_luc» là danh sách 2 mục" in told
    assert "--set phu_luc.1" in told


@pytest.mark.parametrize("given", ["so", "", "=", "=x", ".=x", "ky..x=1", "a." * 5000 + "a=1"])
def test_what_is_no_setting_is_refused(given: str) -> None:
    told = refused(given)
    assert told.startswith("--set cần dạng TRƯỜNG=GIÁ TRỊ")
    assert len(told) < 300


def test_the_place_of_a_value_names_its_setting() -> None:
    node = settings.apply(yaml.parse(SOURCE, "a.yaml")[0], ["ky.ho_ten=X"])
    assert not isinstance(node, Scalar | Items)
    ky = {key.value: value for key, value in node.pairs}["ky"]
    assert not isinstance(ky, Scalar | Items)
    assert ky.pairs[-1][1].place.path == "--set ky.ho_ten"
