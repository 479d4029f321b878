"""Whether all that vanban needs is here: each fault with what mends it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vanban import cache, plugins
from vanban.api import health
from vanban.api.health import Check, State
from vanban.api.packages import Package
from vanban.pdf.fonts import NEEDED

FakeOffice = Any
Fonts = Callable[..., Path]

linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="asks fontconfig")


def found(of: str, **options: Any) -> list[Check]:
    """What `examine` says of one thing."""
    return [check for check in health.examine(**options) if check.id == of]


@linux
def test_a_machine_that_has_everything_has_no_fault(
    fake_office: FakeOffice, fonts_here: Fonts
) -> None:
    fonts_here("Liberation Serif", NEEDED)
    checks = list(health.examine())
    assert [check.title for check in checks if check.state is State.FAULT] == []
    assert {"python", "vanban", "plugins", "libreoffice", "fonts"} <= {one.id for one in checks}


def test_libreoffice_is_told_with_version_and_place(fake_office: FakeOffice) -> None:
    (check,) = found("libreoffice")
    assert check.value == f"7.4.7.2 ({fake_office.path})"


def test_a_missing_libreoffice_is_a_fault_with_advice(no_office: None) -> None:
    (check,) = found("libreoffice")
    assert check.state is State.FAULT
    assert "LibreOffice" in check.advice


@linux
def test_a_font_that_lacks_letters_is_a_fault(fake_office: FakeOffice, fonts_here: Fonts) -> None:
    fonts_here("Liberation Serif", NEEDED.replace("ế", ""))
    (check,) = found("fonts")
    assert check.state is State.FAULT
    assert "Times New Roman → Liberation Serif: thiếu 1 chữ (ế)" in check.value
    assert check.advice


@linux
def test_a_font_of_other_widths_is_a_fault(fake_office: FakeOffice, fonts_here: Fonts) -> None:
    fonts_here("DejaVu Serif", NEEDED)
    (check,) = found("fonts")
    assert check.state is State.FAULT
    assert "ngắt khác Word" in check.value


@linux
def test_a_font_that_cannot_be_read_is_a_fault(fake_office: FakeOffice, fonts_here: Fonts) -> None:
    fonts_here("Tinos", NEEDED).unlink()
    (check,) = found("fonts")
    assert "không đọc được kiểu Regular" in check.value


def test_unknown_fonts_are_a_fault(
    fake_office: FakeOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vanban.pdf.fonts.faces", lambda _office: ())
    (check,) = found("fonts")
    assert check.state is State.FAULT


@pytest.mark.parametrize(
    ("package", "state", "advice"),
    [
        (Package("click", ">=8", "8.1"), State.OK, ""),
        (Package("click", ">=8", "7.0"), State.FAULT, 'pip install --upgrade "click>=8"'),
        (Package("click", ">=8", None), State.FAULT, 'pip install --upgrade "click>=8"'),
        (Package("pikepdf", ">=8", None, "pdf"), State.OPTIONAL, 'pip install "vanban[pdf]"'),
        (Package("pikepdf", ">=8", "7.0", "pdf"), State.FAULT, 'pip install "vanban[pdf]"'),
        (Package("pikepdf", ">=8", "10.1", "pdf"), State.OK, ""),
    ],
)
def test_packages_that_are_missing_or_old_come_with_their_command(
    monkeypatch: pytest.MonkeyPatch, package: Package, state: State, advice: str
) -> None:
    monkeypatch.setattr(health, "packages", lambda: (package,))
    checks = [check for check in health.examine() if check.id in ("packages", "extra-pdf")]
    assert [(check.state, check.advice) for check in checks] == [(state, advice)]


def test_plugins_are_told_and_their_faults(with_plugin: Callable[..., Any]) -> None:
    (none,) = found("plugins", registry=plugins.build([]))
    assert (none.state, none.value) == (State.OK, "chưa cài phần nào")
    (fault,) = found("plugins", registry=with_plugin(rules=[5]))
    assert fault.state is State.FAULT
    assert "vanban-thu 1.0 bị bỏ qua: TypeError: not a Path: 5" in fault.value


def test_the_trial_is_made_only_when_it_is_asked_for(fake_office: FakeOffice) -> None:
    assert found("trial") == []
    fake_office.breaks()
    (check,) = found("trial", full=True)
    assert check.state is State.FAULT


@pytest.mark.parametrize(
    ("fonts", "state"),
    [
        (("TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT"), State.OK),
        (("LiberationSerif", "LiberationSerif-Bold"), State.OK),
        (("LiberationSerif", "DejaVuSans"), State.FAULT),
    ],
)
def test_a_pdf_of_several_fonts_is_a_fault(
    fake_office: FakeOffice, fonts: tuple[str, ...], state: State
) -> None:
    named = "\n".join(
        f"{number} 0 obj\n<</FontName/BAAAAA+{name}>>\nendobj" for number, name in enumerate(fonts)
    )
    fake_office.makes(f"<pdfaid:part>2<\n{named}")
    (check,) = found("trial", full=True)
    assert check.state is state


def test_a_cache_that_is_not_the_users_alone_is_told(
    fake_office: FakeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.VARIABLE, "")
    (check,) = found("cache")
    assert (check.state, check.value) == (State.OK, "không dùng")
    folder = tmp_path / "kept"
    monkeypatch.setenv(cache.VARIABLE, str(folder))
    (check,) = found("cache")
    assert (check.state, check.value) == (State.OK, str(folder))
    folder.write_bytes(b"")
    (check,) = found("cache")
    assert check.state is State.OPTIONAL
    assert str(folder) in check.advice
