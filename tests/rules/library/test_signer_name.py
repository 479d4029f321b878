"""The signer's name: titles before it, capitals in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.findings import Finding

Found = Callable[..., list[Finding]]


def named(found: Found, name: str, rule: str, more: str = "") -> list[Finding]:
    return found(f'loai: ke-hoach\nky:\n  chuc_vu: Giám đốc\n  ho_ten: "{name}"\n{more}', rule)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("TS. Lê A", "TS."),
        ("PGS.TS Nguyễn Văn A", "PGS."),
        ("ThS.Nguyễn Văn A", "ThS."),
        ("BS CKII Lê A", "BS"),
        ("Thạc sĩ Lê A", "Thạc sĩ"),
        ("Ông Nguyễn Văn A", "Ông"),
        ("Đ/c Trần B", "Đ/c"),
    ],
)
def test_a_title_before_the_name_is_an_error(found: Found, name: str, title: str) -> None:
    (finding,) = named(found, name, "ND30-K-012")
    assert (finding.severity, finding.path) == ("error", ("ky", 0, "ho_ten"))
    assert f"«{title}»" in finding.message


@pytest.mark.parametrize(
    "name", ["Lê A", "Ông Ích Khiêm", "Cao Thị Kỹ", "Bà Thị C", "Đại tá Nguyễn Văn A", "TS"]
)
def test_names_and_ranks_are_no_titles(found: Found, name: str) -> None:
    assert named(found, name, "ND30-K-012") == []


def test_schools_and_hospitals_may_print_degrees(found: Found) -> None:
    school = "co_quan: {ban_hanh: Trường Đại học Y}\n"
    assert named(found, "PGS.TS. Lê A", "ND30-K-012", school) == []
    assert named(found, "Bà Lê Thị A", "ND30-K-012", school)
    assert named(found, "TS. Lê A", "ND30-K-012", "co_quan: {ban_hanh: Sở Nội vụ}\n")


@pytest.mark.parametrize(
    ("name", "word"),
    [("Nguyễn văn A", "văn"), ("nguyễn Văn A", "nguyễn"), ("Vla-đi-mia lê-nin", "lê-nin")],
)
def test_each_word_of_a_name_has_a_capital(found: Found, name: str, word: str) -> None:
    (finding,) = named(found, name, "ND30-K-025")
    assert finding.severity == "error"
    assert f"«{word}»" in finding.message


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Văn A",
        "H’Hen Niê",
        "Vla-đi-mia I-lích",
        "Charles de Gaulle",
        "[Họ và tên]",
        "Đại tá Nguyễn Văn A",
        "(đã ký) Lê A",
    ],
)
def test_what_is_no_word_of_a_name_is_left_alone(found: Found, name: str) -> None:
    assert named(found, name, "ND30-K-025") == []
