"""The office profile: found above the source, below the document, never a document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from vanban import api
from vanban.errors import SourceError
from vanban.sources import profile
from vanban.sources.read import read

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\0\0\x10" * 2


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing above it that counts."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "x" / "y").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")


def refused(path: str) -> str:
    with pytest.raises(SourceError) as caught:
        api.read(path)
    return str(caught.value)


@pytest.mark.parametrize("where", ["", "x/", "x/y/"])
def test_it_is_found_beside_or_above_the_source(office: Path, where: str) -> None:
    write(office, {"vanban.yaml": "dia_danh: Hà Nội\n", f"{where}a.yaml": "loai: ke-hoach\n"})
    found = api.read(f"{where}a.yaml")
    assert found.doc.dia_danh == "Hà Nội"
    assert found.profile == office / "vanban.yaml"


def test_the_first_one_found_is_the_only_one(office: Path) -> None:
    write(office, {"vanban.yaml": "luu: VT\n", "x/vanban.yaml": "so: 1\n", "x/a.yaml": ""})
    assert profile.find(Path("x/y/a.yaml")) == office / "x" / "vanban.yaml"


def test_the_search_stops_at_the_root_of_a_repository(office: Path) -> None:
    write(office, {"vanban.yaml": ""})
    (office / "x" / ".git").mkdir()
    assert profile.find(Path("x/y/a.yaml")) is None


def test_the_search_stops_at_home(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(office, {"vanban.yaml": ""})
    monkeypatch.setenv("HOME", str(office / "x"))
    assert profile.find(Path("x/y/a.yaml")) is None


def test_standard_input_belongs_to_the_current_folder(office: Path) -> None:
    write(office, {"vanban.yaml": "luu: VT\n"})
    assert profile.find(Path("-")) == office / "vanban.yaml"


def test_a_folder_of_that_name_is_no_profile(office: Path) -> None:
    (office / "vanban.yaml").mkdir()
    assert profile.find(Path("a.yaml")) is None


def test_links_in_circles_have_no_profile(office: Path) -> None:
    (office / "vanban.yaml").symlink_to("vanban.yaml")
    (office / "a.yaml").symlink_to("a.yaml")
    assert profile.find(Path("a.yaml")) is None


def test_the_document_stands_over_the_profile(office: Path) -> None:
    write(
        office,
        {
            "vanban.yaml": "so: 9\nluu: VT\nco_quan: {ban_hanh: Sở A, viet_tat: SA}\n",
            "a.yaml": "loai: ke-hoach\nso: 1\nco_quan: {ban_hanh: Sở B}\n",
        },
    )
    doc = api.load("a.yaml")
    assert (doc.so, doc.luu) == ("1", "VT")
    assert (doc.co_quan[0].ban_hanh, doc.co_quan[0].viet_tat) == ("Sở B", "SA")


def test_a_blank_in_the_document_is_filled(office: Path) -> None:
    write(office, {"vanban.yaml": "luu: VT\n", "a.yaml": "loai: ke-hoach\nluu:\n"})
    assert api.load("a.yaml").luu == "VT"


def test_a_deputy_does_not_get_the_name_of_the_head(office: Path) -> None:
    write(
        office,
        {
            "vanban.yaml": "ky: {chuc_vu: Giám đốc, ho_ten: Lê A}\n",
            "a.yaml": "loai: ke-hoach\nky: {chuc_vu: Phó Giám đốc}\n",
        },
    )
    assert api.load("a.yaml").ky[0].ho_ten is None


def test_keys_meet_however_they_are_spelt(office: Path) -> None:
    write(office, {"vanban.yaml": "Lưu: VT\n", "a.yaml": "loai: ke-hoach\nluu: HS\n"})
    assert api.load("a.yaml").luu == "HS"


@pytest.mark.parametrize("text", ["", "\n\n", "# chưa có gì\n", "\ufeff# x\n"])
def test_a_profile_that_says_nothing_is_none(office: Path, text: str) -> None:
    write(office, {"vanban.yaml": text, "a.yaml": "loai: ke-hoach\nso: 1\n"})
    assert api.load("a.yaml").so == "1"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("so: [\n", ":2:1"),
        ("- a\n", ":1:1"),
        ("khong_co: 1\n", ":1:1"),
        ("ngay: 31/2/2026\n", ":1:7"),
    ],
)
def test_a_fault_in_it_is_told_as_one_of_the_profile(office: Path, text: str, place: str) -> None:
    write(office, {"vanban.yaml": text, "a.yaml": "loai: ke-hoach\n"})
    told = refused("a.yaml")
    assert told.startswith(f"{office / 'vanban.yaml'}{place}: ")
    assert "Đây là hồ sơ cơ quan" in told


def test_a_fault_in_the_document_is_not_blamed_on_the_profile(office: Path) -> None:
    write(office, {"vanban.yaml": "luu: VT\n", "a.yaml": "loai: ke-hoach\nkhong_co: 1\n"})
    assert "hồ sơ cơ quan" not in refused("a.yaml")


def test_its_images_stand_beside_it(office: Path) -> None:
    write(office, {"vanban.yaml": "ky: {anh_dau: dau.png}\n", "x/y/a.yaml": "loai: ke-hoach\n"})
    (office / "dau.png").write_bytes(PNG)
    assert api.load("x/y/a.yaml").ky[0].anh_dau == str(office / "dau.png")


def test_another_file_can_be_named_and_none_be_asked_for(office: Path) -> None:
    write(office, {"vanban.yaml": "luu: VT\n", "a.yaml": "loai: ke-hoach\n"})
    write(office, {"p.json": '{"luu": "HS"}'})
    assert api.load("a.yaml", profile="p.json").luu == "HS"
    assert api.load("a.yaml", use_profile=False).luu is None
    assert api.read("a.yaml", use_profile=False).profile is None


def test_a_profile_is_no_document(office: Path) -> None:
    write(office, {"vanban.yaml": "loai: ke-hoach\n"})
    with pytest.raises(SourceError, match="hồ sơ cơ quan, không phải văn bản"):
        read("vanban.yaml", lambda _ending: None)
