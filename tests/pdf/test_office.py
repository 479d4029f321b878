"""Where LibreOffice is, which version, and what to do when there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vanban.errors import ConversionError
from vanban.pdf import office

FakeOffice = Any


@pytest.fixture
def installer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """``installer("apt-get")``: a machine of Linux that has no LibreOffice, but these programs."""

    def have(*names: str, platform: str = "linux") -> None:
        monkeypatch.delenv("VANBAN_SOFFICE", raising=False)
        monkeypatch.setattr(office.sys, "platform", platform)
        monkeypatch.setattr(office, "places", lambda *_given: iter(()))
        found = {name: f"/usr/bin/{name}" for name in names}
        monkeypatch.setattr(office.shutil, "which", found.get)

    return have


def test_the_program_that_the_variable_names_is_taken(fake_office: FakeOffice) -> None:
    assert office.program() == str(fake_office.path)


def test_a_variable_that_names_nothing_is_blamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_SOFFICE", "/khong/co")
    assert office.program() is None
    with pytest.raises(ConversionError) as caught:
        office.needed()
    (problem,) = caught.value.problems
    assert "VANBAN_SOFFICE ghi «/khong/co»" in (problem.advice or "")


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("apt-get", "sudo apt-get install libreoffice-writer fonts-liberation2"),
        ("dnf", "sudo dnf install libreoffice-writer liberation-serif-fonts"),
    ],
)
def test_the_advice_is_the_command_of_this_system(
    installer: Callable[..., None], name: str, command: str
) -> None:
    installer(name)
    assert office.program() is None
    assert office.advice() == f"Cài LibreOffice: {command}"


def test_on_windows_and_mac_the_address_is_told_too(installer: Callable[..., None]) -> None:
    installer("winget", platform="win32")
    assert office.advice() == (
        "Cài LibreOffice: winget install TheDocumentFoundation.LibreOffice, "
        "hoặc tải tại https://www.libreoffice.org/download/."
    )


def test_without_an_installer_the_advice_is_an_address(installer: Callable[..., None]) -> None:
    installer()
    assert "https://www.libreoffice.org/download/" in office.advice()


def test_a_program_on_path_has_an_absolute_path(installer: Callable[..., None]) -> None:
    installer("libreoffice")
    assert office.program() == "/usr/bin/libreoffice"


def test_the_usual_places_of_windows_prefer_the_program_that_waits() -> None:
    found = list(office.places("win32", {"PROGRAMFILES": "C:/Program Files", "PROGRAMW6432": ""}))
    assert [path.name for path in found] == ["soffice.com", "soffice.exe"]


def test_the_usual_places_of_a_mac_are_in_applications() -> None:
    found = list(office.places("darwin", {"HOME": "/Users/lan"}))
    assert found[1] == Path("/Users/lan/Applications/LibreOffice.app/Contents/MacOS/soffice")


def test_the_version_is_a_number(fake_office: FakeOffice) -> None:
    assert office.version(str(fake_office.path)) == "7.4.7.2"
    fake_office.is_version("hỏng")
    assert office.version(str(fake_office.path)) is None


def test_a_program_that_does_not_start_has_no_version(tmp_path: Path) -> None:
    assert office.version(str(tmp_path / "khong-co")) is None


def test_a_program_that_does_not_answer_is_ended(
    fake_office: FakeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "LIMIT", 0.5)
    fake_office.path.write_text("#!/bin/sh\nsleep 600\n")
    assert office.version(str(fake_office.path)) is None
