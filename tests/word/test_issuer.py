"""The issuing bodies: several of them, long names, the rule below."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from vanban.model.van_ban import CoQuan, VanBan
from vanban.standards.load import Standard
from vanban.units import Length
from vanban.viet.widths import text_width
from vanban.word import issuer
from vanban.word.body import BodyWriter, Surroundings

LONG = "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và nông nghiệp thành phố"


@pytest.fixture
def around(writer_of: Callable[..., BodyWriter]) -> Surroundings:
    return writer_of().around


def of(*bodies: CoQuan) -> VanBan:
    return VanBan(loai="ke-hoach", co_quan=bodies)


def indents(rule: str) -> tuple[int, int]:
    found = re.search(r'w:left="(\d+)" w:right="(\d+)"', rule)
    assert found is not None
    return int(found[1]), int(found[2])


def column(nd30: Standard) -> Length:
    return Length(nd30.page.be_rong_chu - nd30.page.cot_dau_trang["14"])


def test_one_body_stands_under_its_superior_in_capitals(around: Surroundings) -> None:
    body = CoQuan(chu_quan="UBND tỉnh Tây Ninh", ban_hanh="Thanh tra tỉnh")
    assert issuer.names(of(body), around) == {
        "chu_quan": "UBND TỈNH TÂY NINH",
        "ban_hanh": "THANH TRA TỈNH",
    }


def test_bodies_of_a_joint_document_are_joined_by_dashes(around: Surroundings) -> None:
    bodies = (CoQuan(ban_hanh="Sở Nội vụ"), CoQuan(ban_hanh="Sở Tài chính"))
    assert issuer.names(of(*bodies), around)["ban_hanh"] == "SỞ NỘI VỤ -\nSỞ TÀI CHÍNH"


def test_a_superior_that_bodies_share_stands_once(around: Surroundings) -> None:
    names = ("Sở Nội vụ", "Sở Tài chính")
    bodies = (CoQuan(chu_quan="UBND tỉnh Lâm Đồng", ban_hanh=name) for name in names)
    assert issuer.names(of(*bodies), around)["chu_quan"] == "UBND TỈNH LÂM ĐỒNG"


def test_a_body_without_a_name_leaves_no_dash(around: Surroundings) -> None:
    bodies = (CoQuan(ban_hanh="Sở Nội vụ"), CoQuan(viet_tat="X"))
    assert issuer.names(of(*bodies), around)["ban_hanh"] == "SỞ NỘI VỤ"
    assert issuer.plain_name(of(*bodies)) == "Sở Nội vụ"


def test_inside_a_text_bodies_are_named_as_typed() -> None:
    bodies = (CoQuan(ban_hanh="Sở Nội vụ"), CoQuan(ban_hanh="Sở  Tài\nchính"))
    assert issuer.plain_name(of(*bodies)) == "Sở Nội vụ, Sở Tài chính"
    assert issuer.plain_name(of()) == ""


def test_a_long_name_is_on_lines_that_fit_the_column(nd30: Standard, around: Surroundings) -> None:
    lines = issuer.names(of(CoQuan(ban_hanh=LONG)), around)["ban_hanh"].split("\n")
    widths = [text_width(line, 13, bold=True) for line in lines]
    assert len(lines) > 2
    assert " ".join(lines) == LONG.upper()
    assert max(widths) < column(nd30).pt
    assert all(" " in line for line in lines), "no word stands alone"


def test_the_rule_is_a_third_to_a_half_of_the_last_line_and_centred(
    nd30: Standard, around: Surroundings
) -> None:
    left, right = indents(issuer.rule_below(of(CoQuan(ban_hanh="Sở Nội vụ")), around))
    length = column(nd30).twips - left - right
    line = text_width("SỞ NỘI VỤ", 13, bold=True) * 20
    assert left == right
    assert line / 3 <= length <= line / 2


def test_under_no_name_there_is_no_rule(around: Surroundings) -> None:
    assert issuer.rule_below(of(), around) == ""
    assert issuer.names(of(), around) == {"chu_quan": "", "ban_hanh": ""}
