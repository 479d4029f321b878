"""The dated lists of provinces and communes."""

from __future__ import annotations

from vanban.rules.library.administration.known_places import communes, provinces, spelt
from vanban.rules.lists import named


def test_there_are_34_provinces_and_29_went_into_them() -> None:
    known = named("tinh-thanh")
    assert len(known["hien_hanh"]) == 34
    assert len(known["cu"]) == 29
    assert set(known["cu"].values()) | set(known["thanh_pho"]) <= set(known["hien_hanh"])


def test_names_compare_without_capitals_and_odd_marks() -> None:
    assert spelt("THUỶ NGUYÊN") in communes()
    assert spelt("Ea H'leo") in communes()
    assert spelt("Chân Mây – Lăng Cô") in communes()
    assert spelt("Khánh Hoà") in provinces()


def test_every_kind_of_commune_has_its_names() -> None:
    known = named("xa-phuong")
    counts = {kind: len(known[kind].split("; ")) for kind in ("phuong", "xa", "dac_khu")}
    assert counts == {"phuong": 671, "xa": 2311, "dac_khu": 13}
