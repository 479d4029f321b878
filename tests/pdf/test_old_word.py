"""Files of Word before 2007: through LibreOffice, or refused with advice."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from vanban.api.importing import import_docx, is_old_word
from vanban.errors import ConversionError
from vanban.pdf import office
from vanban.pdf.old_word import as_docx

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le")


def test_an_old_file_is_known_by_its_beginning_and_the_name_of_its_text() -> None:
    assert is_old_word(OLD)
    assert not is_old_word(OLD[:8] + b"EncryptedPackage")
    assert not is_old_word(b"PK\x03\x04")


def test_without_libreoffice_it_is_refused_with_advice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)
    with pytest.raises(ConversionError) as refused:
        import_docx(OLD)
    assert "cần LibreOffice" in refused.value.problems[0].message
    assert "Save As" in (refused.value.problems[0].advice or "")


def test_what_libreoffice_cannot_convert_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: shutil.which("true"))
    with pytest.raises(ConversionError, match="không chuyển được"):
        as_docx(OLD, "a.doc")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_an_old_file_is_imported_through_libreoffice(tmp_path: Path) -> None:
    from vanban import api

    example = Path(__file__).parents[2] / "examples" / "cong-van" / "cong-van.yaml"
    (tmp_path / "a.docx").write_bytes(api.render(api.load(example, use_profile=False)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "doc", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "a.docx")], check=True, capture_output=True)

    assert import_docx(tmp_path / "a.doc").source.startswith("# Nhập từ a.doc\nloai: cong-van\n")
