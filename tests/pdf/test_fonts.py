"""Which font stands for Times New Roman here, and what it lacks."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from vanban.pdf import fonts
from vanban.pdf.fonts import FAMILY, NEEDED, STYLES, Face

Fonts = Callable[..., Path]

linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="asks fontconfig")


@linux
def test_a_font_with_every_letter_lacks_none(fonts_here: Fonts) -> None:
    fonts_here("Liberation Serif", NEEDED)
    found = fonts.faces(None)
    assert tuple(face.style for face in found) == STYLES
    assert {(face.family, face.missing, face.fault) for face in found} == {
        ("Liberation Serif", "", "")
    }
    assert all(face.same_widths for face in found)


@linux
def test_the_letters_that_a_font_lacks_are_told(fonts_here: Fonts) -> None:
    fonts_here("Liberation Serif", NEEDED.replace("ế", "").replace("₫", ""))
    assert {face.missing for face in fonts.faces(None)} == {"ế₫"}


@linux
def test_a_font_of_other_widths_is_known(fonts_here: Fonts) -> None:
    fonts_here("DejaVu Serif", NEEDED)
    assert not any(face.same_widths for face in fonts.faces(None))


@linux
def test_a_file_that_is_no_font_is_a_fault(fonts_here: Fonts) -> None:
    fonts_here("Tinos", NEEDED).write_bytes(b"hong")
    assert all(face.fault for face in fonts.faces(None))


@linux
def test_fonts_that_come_with_libreoffice_are_preferred_to_a_substitute(
    fonts_here: Fonts, tmp_path: Path
) -> None:
    data = fonts_here("DejaVu Serif", NEEDED).read_bytes()
    folder = tmp_path / "office" / "share" / "fonts" / "truetype"
    folder.mkdir(parents=True)
    for style in STYLES:
        (folder / f"LiberationSerif-{style.replace(' ', '')}.ttf").write_bytes(data)
    office = str(tmp_path / "office" / "program" / "soffice")
    assert {face.family for face in fonts.faces(office)} == {"Liberation Serif"}


@linux
def test_times_new_roman_itself_is_preferred_to_all(fonts_here: Fonts) -> None:
    fonts_here(FAMILY, NEEDED)
    assert {face.family for face in fonts.faces("/office/program/soffice")} == {FAMILY}


def test_where_nothing_tells_the_font_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts.sys, "platform", "linux")
    monkeypatch.setattr(fonts.shutil, "which", lambda _name: None)
    assert fonts.faces(None) == ()
    assert "Liberation Serif từ bản 2.0" in fonts.advice()


def test_windows_has_the_fonts_in_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts.sys, "platform", "win32")
    monkeypatch.setenv("WINDIR", str(tmp_path))
    (tmp_path / "Fonts").mkdir()
    (tmp_path / "Fonts" / "timesbd.ttf").write_bytes(b"hong")
    (face,) = fonts.faces(None)
    assert (face.style, face.family) == ("Bold", FAMILY)
    assert "times.ttf" in fonts.advice()


def test_a_mac_is_told_where_fonts_are_restored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts.sys, "platform", "darwin")
    assert "Font Book" in fonts.advice()


def test_the_command_that_installs_a_font_is_that_of_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts.sys, "platform", "linux")
    monkeypatch.setattr(fonts.shutil, "which", {"dnf": "/usr/bin/dnf"}.get)
    assert fonts.advice() == "Cài phông đủ chữ: sudo dnf install liberation-serif-fonts"


def test_what_is_needed_is_more_than_the_alphabet() -> None:
    assert set("ăâđêôơưếỘỹ“–₫") <= set(NEEDED)
    assert Face("Bold", "Liberation Serif", "a.ttf").same_widths
