"""What a plugin's reader makes of a source: plain data, refusals, bugs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from vanban import api
from vanban.errors import SourceError
from vanban.plugins import Registry

Make = Callable[..., Any]


@pytest.fixture
def reader(with_plugin: Make, module: Make) -> Callable[[Any], Registry]:
    """``reader(function)``: a registry in which the function reads .thu files."""

    def make(function: Any) -> Registry:
        name = module(doc=function)
        return with_plugin(sources={".thu": f"{name}:doc"})  # type: ignore[no-any-return]

    return make


DATA = {
    "loai": "ke-hoach",
    "Trích yếu": "Công tác năm 2026",
    "so": 5,
    "ngay": date(2026, 3, 5),
    "muc_luc": False,
    "noi_nhan": ["Các phòng", "UBND xã"],
    "ky": {"chuc_vu": "Giám đốc", "ho_ten": None},
}


def test_plain_data_is_a_document(reader: Callable[[Any], Registry]) -> None:
    known = reader(lambda data, path: DATA)
    doc = api.load("a.thu", data=b"x", registry=known)
    assert (doc.loai, doc.trich_yeu, doc.so) == ("ke-hoach", "Công tác năm 2026", "5")
    assert doc.ngay is not None
    assert doc.ngay.as_date() == date(2026, 3, 5)
    assert doc.noi_nhan == ("Các phòng", "UBND xã")
    assert [ky.ho_ten for ky in doc.ky] == [None]


@pytest.mark.parametrize(
    ("value", "typed"),
    [
        (Decimal("1.50"), "1.50"),
        (1e22, "10000000000000000000000"),
        (True, "có"),
        (datetime(2026, 3, 5, 8, 0), "05/03/2026"),
        ("cha\u0302m", "châm"),
    ],
)
def test_values_are_what_an_author_would_type(
    reader: Callable[[Any], Registry], value: Any, typed: str
) -> None:
    known = reader(lambda data, path: {"loai": "ke-hoach", "trich_yeu": value})
    assert api.load("a.thu", data=b"x", registry=known).trich_yeu in {typed, None}


def test_the_reader_gets_the_bytes_and_the_name(reader: Callable[[Any], Registry]) -> None:
    seen: list[Any] = []
    known = reader(lambda data, path: seen.append((data, path)) or {"loai": "ke-hoach"})
    api.read("thu muc/a.THU", data=b"\xff\x00", registry=known)
    assert seen == [(b"\xff\x00", "thu muc/a.THU")]


def refusing(data: bytes, path: str) -> Any:
    raise ValueError("dòng đầu phải là tên loại.")


def placed(data: bytes, path: str) -> Any:
    error = ValueError("sai")
    error.lineno, error.colno = 3, 7  # type: ignore[attr-defined]  # as tomllib does
    raise error


def nested(data: bytes, path: str) -> Any:
    made: dict[str, Any] = {}
    made["loai"] = made
    return made


@pytest.mark.parametrize(
    ("read", "told"),
    [
        (refusing, "a.thu: Không đọc được tệp: dòng đầu phải là tên loại."),
        (placed, "a.thu:3:7: Không đọc được tệp: sai."),
        (lambda data, path: 1 / 0, "a.thu: Phần mở rộng đọc tệp này bị lỗi: ZeroDivisionError"),
        (lambda data, path: None, "a.thu: Tệp phải là một bản ghi"),
        (lambda data, path: [DATA], "a.thu: Tệp phải là một bản ghi"),
        (lambda data, path: {}, "a.thu: Chưa có khóa và giá trị nào"),
        (lambda data, path: {"so": object()}, "giá trị không dùng được: object"),
        (lambda data, path: {"so": 1, "Số": 2}, "a.thu: "),
        (lambda data, path: {"so": "a\x00"}, "U+0000"),
        (lambda data, path: {"khong_co": "x", "loai": "ke-hoach"}, "a.thu: "),
        (nested, "lồng nhau quá"),
    ],
)
def test_what_a_reader_cannot_give_is_told_with_the_file(
    reader: Callable[[Any], Registry], read: Any, told: str
) -> None:
    with pytest.raises(SourceError) as caught:
        api.read("a.thu", data=b"x", registry=reader(read))
    assert told in str(caught.value)


def test_findings_name_the_file_alone(reader: Callable[[Any], Registry]) -> None:
    known = reader(lambda data, path: {**DATA, "Trích yếu": "Công tác."})
    reading = api.read("a.thu", data=b"x", registry=known)
    (found,) = [f for f in api.check(reading, registry=known).findings if f.rule == "ND30-T-006"]
    assert str(found.place) == "a.thu"
    assert found.fix is None
