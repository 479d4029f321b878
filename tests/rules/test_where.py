"""Which documents a rule concerns, and which it cannot judge."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from vanban import api
from vanban.location import Place
from vanban.model.origin import Note, Origin
from vanban.model.van_ban import Ky, VanBan
from vanban.rules.base import Subject
from vanban.rules.where import State, Where
from vanban.viet.dates import Ngay


def subject(**fields: Any) -> Subject:
    van_ban = VanBan(**{"loai": "ke-hoach", **fields})
    return api.subject_of(api.Reading(van_ban, Origin(), ()), today=date(2026, 11, 1))


@pytest.mark.parametrize(
    ("where", "state"),
    [
        (Where(), State.LOOK),
        (Where(mau=frozenset({"mau-1.4"})), State.LOOK),
        (Where(mau=frozenset({"mau-1.5"})), State.NOT_CONCERNED),
        (Where(tru_mau=frozenset({"mau-1.4"})), State.NOT_CONCERNED),
        (Where(loai=frozenset({"bao-cao"})), State.NOT_CONCERNED),
        (Where(tru_loai=frozenset({"ke-hoach"})), State.NOT_CONCERNED),
        (Where(khi_co=("phu_luc",)), State.NOT_CONCERNED),
        (Where(khi_co=("ky.ho_ten",)), State.LOOK),
        (Where(khi_co=("ky.chuc_vu",)), State.NOT_CONCERNED),
        (Where(can=("ngay",)), State.CANNOT),
        (Where(can=("trich_yeu",)), State.LOOK),
        (Where(chu=frozenset({"công", "không"})), State.LOOK),
        (Where(chu=frozenset({"nghị"})), State.NOTHING),
        (Where(ky_tu=frozenset("²2")), State.LOOK),
        (Where(ky_tu=frozenset("²")), State.NOTHING),
        (Where(cum=("phụ lục", "tác năm")), State.LOOK),
        (Where(cum=("năm công",)), State.NOTHING),
        (Where(vien_dan=True), State.NOTHING),
        (Where(ghi_nhan="noi-dong"), State.NOTHING),
    ],
)
def test_a_document_is_looked_at_when_every_condition_holds(where: Where, state: State) -> None:
    looked_at = subject(trich_yeu="Công tác năm 2026", ky=(Ky(ho_ten="Lê Văn An"),))
    assert _state(where, looked_at) is state


def test_a_rule_on_cited_documents_looks_where_one_is_cited() -> None:
    citing = subject(trich_yeu="Thực hiện Nghị quyết số 12/NQ-HĐND")
    assert _state(Where(vien_dan=True), citing) is State.LOOK


def test_a_rule_on_notes_looks_where_one_of_its_kind_was_taken() -> None:
    reading = api.Reading(VanBan(loai="ke-hoach"), Origin(), (Note("noi-dong", Place("a.yaml")),))
    noted = api.subject_of(reading)
    assert _state(Where(ghi_nhan="noi-dong"), noted) is State.LOOK
    assert _state(Where(ghi_nhan="cat-phay"), noted) is State.NOTHING


@pytest.mark.parametrize(
    ("ngay", "state"),
    [
        (Ngay(1, 7, 2025), State.LOOK),
        (Ngay(30, 6, 2025), State.NOT_CONCERNED),
        (Ngay(None, 7, 2025), State.LOOK),
        (Ngay(None, None, 2025), State.NOT_CONCERNED),
        (None, State.LOOK),
    ],
)
def test_a_dated_rule_goes_by_the_date_of_issue_or_the_day_of_the_check(
    ngay: Ngay | None, state: State
) -> None:
    where = Where(tu_ngay=date(2025, 7, 1))
    assert _state(where, subject(ngay=ngay)) is state


def _state(where: Where, looked_at: Subject) -> State:
    return where.state(looked_at) if where.of_kind(looked_at.kind, "nd30") else State.NOT_CONCERNED
