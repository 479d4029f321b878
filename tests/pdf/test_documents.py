"""LibreOffice is given real .docx files only."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from vanban.errors import ConversionError
from vanban.pdf import documents, probe

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LOCKED = OLD + "EncryptedPackage".encode("utf-16-le")


def archive(**members: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in members.items():
            made.writestr(name, text)
    return out.getvalue()


def refusal(action: Callable[[], object]) -> str:
    with pytest.raises(ConversionError) as caught:
        action()
    return caught.value.problems[0].message


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Tệp rỗng."),
        (b"chu", "Tệp hỏng hoặc không phải .docx."),
        (OLD, "Đây là tệp Word dạng cũ (.doc)."),
        (LOCKED, "Tệp có mật khẩu."),
        (archive(a="b"), "Tệp này không phải tệp Word."),
        (archive(**{"[Content_Types].xml": "spreadsheetml"}), "Tệp này không phải tệp Word."),
        (probe.document("Arial", "a")[:-40], "Tệp hỏng hoặc không phải .docx."),
    ],
)
def test_what_is_no_word_file_is_named_as_what_it_is(data: bytes, message: str) -> None:
    assert refusal(lambda: documents.check(data, Path("a.docx"))) == message


def test_a_word_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(probe.document("Arial", "a"))
    assert documents.read(path) == path.read_bytes()


def test_a_file_that_is_missing_or_a_folder_is_told(tmp_path: Path) -> None:
    assert refusal(lambda: documents.read(tmp_path / "a.docx")) == "Không tìm thấy tệp."
    assert refusal(lambda: documents.read(tmp_path)) == "Không đọc được tệp."
    assert refusal(lambda: documents.read(Path("a\0.docx"))) == "Không đọc được tệp."


def test_a_file_that_is_too_large_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents, "MOST", 2)
    (tmp_path / "a.docx").write_bytes(b"abc")
    assert "512 MB" in refusal(lambda: documents.read(tmp_path / "a.docx"))
