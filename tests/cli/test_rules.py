"""``vanban rules`` and ``vanban explain``."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

Vanban = Callable[..., Any]


def test_the_list_has_a_line_for_each_rule(vanban: Vanban) -> None:
    lines = vanban("rules").text.splitlines()
    (line,) = [line for line in lines if line.startswith("ND30-T-006")]
    assert line.split("  ")[0] == "ND30-T-006"
    assert "cảnh báo" in line
    assert "Trích yếu không có dấu chấm cuối" in line
    assert lines == sorted(lines)


def test_the_list_is_json_when_asked(vanban: Vanban) -> None:
    told = json.loads(vanban("rules", "--format", "json", "--select", "ND30-T-006").text)
    assert told == {
        "version": 1,
        "rules": [
            {
                "id": "ND30-T-006",
                "title": "Trích yếu không có dấu chấm cuối",
                "severity": "warning",
                "draft_severity": None,
                "basis": "Mẫu 1.1–1.10",
                "confidence": "S",
                "scope": "document",
                "files": ["source", "docx"],
                "origin": "vanban",
            }
        ],
    }


def test_a_rule_is_explained(vanban: Vanban) -> None:
    text = vanban("explain", "ND30-T-006").text
    for part in (
        "ND30-T-006  Trích yếu không có dấu chấm cuối",
        "Mức: cảnh báo",
        "Căn cứ: Mẫu 1.1–1.10 (đọc trong văn bản quy định)",
        "Vì sao\n  Trích yếu là",
        "Sai\n  trich_yeu: Công tác văn thư, lưu trữ năm 2027.",
        "Đúng\n  trich_yeu: Công tác văn thư, lưu trữ năm 2027\n",
        "Cách sửa\n  Xóa dấu câu",
        "  bo_qua:\n    ND30-T-006: lý do",
    ):
        assert part in text


def test_a_family_is_explained_rule_by_rule(vanban: Vanban) -> None:
    text = vanban("explain", "nd30-t").text
    assert text.index("ND30-T-002") < text.index("ND30-T-017")


def test_a_rule_that_there_is_not_is_told(vanban: Vanban) -> None:
    ran = vanban("explain", "ND30-T-06")
    assert ran.code == 2
    assert "Có phải «ND30-T-0" in ran.err


def test_a_rule_is_explained_in_english(vanban: Vanban) -> None:
    text = vanban("--lang", "en", "explain", "ND30-T-006").text
    assert "Severity: warning" in text


def test_a_rule_on_both_has_one_line_and_two_pages(vanban: Vanban) -> None:
    (line,) = vanban("rules", "--select", "ND30-N-002").text.splitlines()
    assert "nguồn, .docx" in line
    assert vanban("explain", "ND30-N-002").text.count("ND30-N-002  Số nhỏ hơn 10") == 2


def test_a_rule_on_docx_files_is_explained_in_words(vanban: Vanban) -> None:
    told = vanban("explain", "ND30-H-003").text
    assert "trang in của tệp .docx" in told
    assert "Ô chứa Quốc hiệu rộng 80 mm" in told
    assert "--ignore ND30-H-003" in told
