"""``vanban check FILE.docx``: places in words, formats, folders, what is no document."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from vanban import api
from vanban.testing.mutating import mutated

Vanban = Callable[..., Any]
SOURCE = Path(__file__).parents[2] / "examples" / "ke-hoach.yaml"
FAULTS = {
    "steps": [
        {"at": "tieu_ngu", "runs": {"italic": "có"}},
        {"at": "so_trang", "runs": {"bold": "có"}},
    ]
}
TIEU_NGU = "Tiêu ngữ: nghiêng, phải đứng."


@pytest.fixture(scope="module")
def clean() -> bytes:
    return api.render(api.read(SOURCE, use_profile=False))


@pytest.fixture
def faulty(tmp_path: Path, clean: bytes) -> Path:
    path = tmp_path / "tep.docx"
    path.write_bytes(mutated(clean, FAULTS))
    return path


def test_a_finding_names_the_paragraph_and_quotes_it(vanban: Vanban, faulty: Path) -> None:
    ran = vanban("check", str(faulty))
    assert ran.code == 1
    lines = ran.text.splitlines()
    assert f"{faulty}: đầu trang, đoạn 1 «2»: cảnh báo ND30-P-012:" in lines[0]
    quote = "«Độc lập - Tự do - Hạnh phúc»"
    assert f"{faulty}: đoạn 5 {quote}: lỗi ND30-H-005: {TIEU_NGU}" in lines[1]


def test_a_clean_file_is_clean(vanban: Vanban, tmp_path: Path, clean: bytes) -> None:
    (tmp_path / "sach.docx").write_bytes(clean)
    ran = vanban("check", str(tmp_path / "sach.docx"), "--fail-on", "warning")
    assert ran.code == 0
    assert ran.text.splitlines()[0].startswith("1 tệp, 0 lỗi, 0 cảnh báo, 0 lưu ý")


def test_json_tells_part_paragraph_and_formats(vanban: Vanban, faulty: Path) -> None:
    ran = vanban("check", str(faulty), "--format", "json", "--select", "ND30-H-005")
    (file,) = json.loads(ran.text)["files"]
    (finding,) = file["findings"]
    assert finding["location"] == {
        "line": None,
        "column": None,
        "path": None,
        "paragraph": 5,
        "part": "word/document.xml",
        "quote": "Độc lập - Tự do - Hạnh phúc",
    }
    assert finding["fix"]["safety"] == "safe"
    (change,) = finding["fix"]["formats"]
    assert (change["of"], change["name"], change["value"]) == ("text", "italic", False)


def test_junit_and_sarif_tell_it_too(vanban: Vanban, faulty: Path) -> None:
    junit = ElementTree.fromstring(vanban("check", str(faulty), "--format", "junit").text)
    assert any("đoạn 5" in (e.text or "") for e in junit.iter("failure"))
    sarif = json.loads(vanban("check", str(faulty), "--format", "sarif").text)
    names = {rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}
    assert names == {"ND30-P-012", "ND30-H-005"}


def test_a_folder_is_looked_through_for_docx_files(vanban: Vanban, faulty: Path) -> None:
    (faulty.parent / "~$tep.docx").write_bytes(b"open in Word")
    ran = vanban("check", str(faulty.parent))
    assert TIEU_NGU in ran.text
    assert "1 tệp," in ran.text


def test_rules_are_selected_and_ignored_by_name(vanban: Vanban, faulty: Path) -> None:
    assert vanban("check", str(faulty), "--select", "ND30-N").code == 0
    assert vanban("check", str(faulty), "--ignore", "ND30-H-005").code == 0
    assert vanban("check", str(faulty), "--select", "ND30-H-999").code == 2


def test_the_rules_on_words_judge_it_too(vanban: Vanban, tmp_path: Path, clean: bytes) -> None:
    words = {"at": "noi_dung", "text": "Các phòng phối hợp với với Văn phòng Sở."}
    (tmp_path / "a.docx").write_bytes(mutated(clean, words))
    told = vanban("check", str(tmp_path / "a.docx")).text
    assert "đoạn 17 «với với»" in told


@pytest.mark.parametrize(
    ("number", "rule"), [("45/TB-SKHCN", "ND30-N-005"), ("45/KHCT-SKHCN", "ND30-N-005")]
)
def test_a_wrong_code_is_told_at_the_number(
    vanban: Vanban, tmp_path: Path, clean: bytes, number: str, rule: str
) -> None:
    wrong = {"at": "so_ky_hieu", "text": f"Số: {number}"}
    (tmp_path / "a.docx").write_bytes(mutated(clean, wrong))
    told = vanban("check", str(tmp_path / "a.docx")).text
    assert "đoạn 7 «" in told
    assert f"lỗi {rule}" in told


def test_an_old_document_is_told_once_unless_asked(
    vanban: Vanban, tmp_path: Path, clean: bytes
) -> None:
    old = {"at": "dia_danh_ngay", "text": "Lâm Đồng, ngày 5 tháng 10 năm 2018"}
    (tmp_path / "cu.docx").write_bytes(mutated(clean, old))
    ran = vanban("check", str(tmp_path / "cu.docx"))
    assert ran.code == 0
    assert "META-021" in ran.text
    assert "0 lỗi, 0 cảnh báo, 1 lưu ý; chưa xét: 1 tệp không theo thể thức" in ran.text
    (tmp_path / "moi.docx").write_bytes(clean)
    both = vanban("check", str(tmp_path / "cu.docx"), str(tmp_path / "moi.docx")).text
    assert "đã xét 100%" in both
    assert "Chưa xét: 1 tệp" in both
    assert "ND30-D-002" in vanban("check", str(tmp_path / "cu.docx"), "--as-nd30").text


def test_what_is_no_word_file_is_told(vanban: Vanban, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"%PDF-1.7")
    ran = vanban("check", str(tmp_path / "a.docx"))
    assert ran.code == 2
    assert "a.docx" in ran.text
    assert "PDF" in ran.text
