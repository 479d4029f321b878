"""Fields that are too long, lists with too many items."""

from __future__ import annotations

from collections.abc import Callable

from vanban.findings import Finding

By = Callable[[str, str], list[Finding]]
RULE = "kieu: measure\ncau: '{name}: {count} > {limit}'\ngioi_han:\n"


def test_characters_are_counted(by: By) -> None:
    (found,) = by(f"{RULE}  - {{truong: trich_yeu, ky_tu: 5}}", "trich_yeu: Công tác\n")
    assert (found.message, found.path) == ("Trích yếu nội dung: 8 > 5", ("trich_yeu",))
    assert by(f"{RULE}  - {{truong: trich_yeu, ky_tu: 8}}", "trich_yeu: Công tác\n") == []


def test_fields_of_each_of_several_are_measured(by: By) -> None:
    source = "ky:\n  - {ho_ten: An}\n  - {ho_ten: Bình An}\n"
    (found,) = by(f"{RULE}  - {{truong: ky.ho_ten, ky_tu: 3, muc: info}}", source)
    assert (found.path, found.severity) == (("ky", 1, "ho_ten"), "info")


def test_items_are_counted(by: By) -> None:
    (found,) = by(f"{RULE}  - {{truong: noi_nhan, so_muc: 1}}", "noi_nhan: [Một, Hai]\n")
    assert found.message == "Nơi nhận: 2 > 1"
