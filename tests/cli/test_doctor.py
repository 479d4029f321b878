"""``vanban doctor``: what is printed of each check, and the exit code."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vanban.pdf import office
from vanban.pdf.fonts import NEEDED

FakeOffice = Any
Fonts = Callable[..., Path]
Vanban = Callable[..., Any]

linux = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="asks fontconfig")


@linux
def test_a_machine_that_has_everything_gets_a_mark_a_line(
    fake_office: FakeOffice, fonts_here: Fonts, vanban: Vanban
) -> None:
    fonts_here("Liberation Serif", NEEDED)
    ran = vanban("doctor")
    assert ran.code == 0
    assert f"✓ LibreOffice: 7.4.7.2 ({fake_office.path})" in ran.text.splitlines()
    assert "Times New Roman → Liberation Serif: đủ mọi chữ tiếng Việt" in ran.text
    assert "✗" not in ran.text


@linux
def test_a_fault_comes_with_the_command_that_mends_it(
    fake_office: FakeOffice, fonts_here: Fonts, vanban: Vanban
) -> None:
    fonts_here("Liberation Serif", NEEDED.replace("ế", ""))
    ran = vanban("doctor")
    assert ran.code == 1
    lines = ran.text.splitlines()
    (at,) = [number for number, line in enumerate(lines) if line.startswith("✗")]
    assert "thiếu 1 chữ (ế)" in lines[at]
    assert lines[at + 1].startswith("    → Cài phông")
    assert lines[-1] == "1 chỗ cần sửa."


def test_a_missing_libreoffice_is_a_fault(no_office: None, vanban: Vanban) -> None:
    ran = vanban("doctor", "--full")
    assert ran.code == 1
    assert "✗ LibreOffice: không tìm thấy" in ran.text


@linux
def test_the_report_for_programs_says_the_same(
    fake_office: FakeOffice, fonts_here: Fonts, vanban: Vanban
) -> None:
    fonts_here("DejaVu Serif", NEEDED)
    ran = vanban("doctor", "--format", "json")
    told = json.loads(ran.out)
    assert ran.code == 1
    assert (told["version"], told["ok"]) == (1, False)
    (fonts,) = [check for check in told["checks"] if check["id"] == "fonts"]
    assert fonts["state"] == "fault"
    assert fonts["advice"]


def test_the_trial_is_told(fake_office: FakeOffice, vanban: Vanban) -> None:
    fake_office.makes("<pdfaid:part>2<\n1 0 obj\n<</FontName/BAAAAA+Tinos>>\nendobj")
    ran = vanban("doctor", "--full")
    assert "✓ Chuyển thử sang PDF: PDF/A-2b" in ran.text
    assert "Tinos" in ran.text


def test_the_report_is_in_english_too(fake_office: FakeOffice, vanban: Vanban) -> None:
    assert "LibreOffice: 7.4.7.2" in vanban("--lang", "en", "doctor").text


@pytest.mark.skipif(office.program() is None, reason="needs LibreOffice, which .ci/run installs")
def test_the_real_libreoffice_is_found_and_tried(vanban: Vanban) -> None:
    told = json.loads(vanban("doctor", "--full", "--format", "json").out)
    found = {check["id"]: check for check in told["checks"]}
    assert found["libreoffice"]["state"] == "ok"
    assert found["trial"]["value"].startswith("PDF/A-2b")  # with whatever fonts there are
