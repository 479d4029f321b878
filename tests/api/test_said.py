"""The rules on sources on a .docx: issued or a draft, words of its own, old fonts."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from vanban import api
from vanban.findings import Finding, Severity

EXAMPLES = Path(__file__).parents[2] / "examples"


def rendered(name: str) -> bytes:
    (path,) = EXAMPLES.rglob(f"{name}.yaml")
    return api.render(api.load(path, use_profile=False))


def changed(data: bytes, old: str, new: str, font: str = "") -> bytes:
    """A .docx with another beginning in a line, which so has one look; "" empties the line."""
    document = Document(BytesIO(data))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    lines = [*document.paragraphs, *(line for cell in cells for line in cell.paragraphs)]
    for line in lines:
        if line.text.startswith(old):
            text = new and (new if font else new + line.text.removeprefix(old))
            for run in line.runs:
                run.text = ""
            line.runs[0].text = text
            line.runs[0].font.name = font or line.runs[0].font.name
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def found(data: bytes, *rules: str) -> list[Finding]:
    return list(api.check_docx(data, select=rules).findings)


@pytest.mark.parametrize("label", ["Chủ trì", "Chủ tọa", "Chủ trì cuộc họp"])
def test_a_field_of_a_form_may_be_said_in_other_words(label: str) -> None:
    minutes = changed(rendered("bien-ban"), "Chủ trì (chủ tọa)", label)
    assert found(minutes, "ND30-L-002") == []


def test_a_field_that_no_line_speaks_of_is_told_as_an_info() -> None:
    minutes = changed(rendered("bien-ban"), "Chủ trì (chủ tọa)", "Người nói đầu")
    assert [f.severity for f in found(minutes, "ND30-L-002")] == [Severity.INFO]


def test_what_a_draft_may_leave_open_is_a_fault_where_number_day_and_signer_are_there() -> None:
    letter = changed(rendered("cong-van"), "Thực hiện", "[CẦN BỔ SUNG] Thực hiện")
    draft = changed(letter, "Số: 2148/", "Số:        /")

    assert [f.severity for f in found(letter, "ND30-B-014")] == [Severity.ERROR]
    assert [f.severity for f in found(draft, "ND30-B-014")] == [Severity.WARNING]


def test_a_letter_to_one_office_has_its_recipients() -> None:
    letter = rendered("cong-van")
    for line in ("- UBND", "- Giám đốc", "- Trang"):
        letter = changed(letter, line, "")
    assert found(letter, "ND30-R-009") == []


def test_a_finding_in_a_line_of_vni_is_about_the_whole_line() -> None:
    vni = changed(
        rendered("cong-van"), "Thực hiện", "Thöïc hieän , [CẦN BỔ SUNG]", font="VNI-Times"
    )
    tcvn = changed(rendered("cong-van"), "Thực hiện", "Thùc hiÖn , [CẦN BỔ SUNG]", font=".VnTime")

    for data, whole in ((vni, True), (tcvn, False)):
        (told,) = found(data, "TXT-004")
        assert told.place
        assert told.place.spot
        assert (told.place.spot.start is None) == whole
        assert api.comment(data, [told], datetime(2026, 11, 5))


def test_a_code_is_not_judged_by_a_type_that_was_guessed() -> None:
    plan = rendered("thong-bao")
    other = changed(
        changed(plan, "THÔNG BÁO", "PHIẾU HƯỚNG DẪN NGHIỆP VỤ", font="Arial"),
        "Số:",
        "Số: 5/PHD-SNV",
        font="Arial",
    )
    wrong = changed(plan, "Số:", "Số: 5/PHD-SNV", font="Arial")

    assert found(other, "ND30-N-005") == []
    assert len(found(wrong, "ND30-N-005")) == 1


def test_minutes_may_close_with_a_line_of_their_own() -> None:
    minutes = changed(
        rendered("bien-ban"), "Cuộc họp kết thúc", "Họp xong lúc 11 giờ./.", font="Arial"
    )
    assert found(minutes, "ND30-B-010") == []


def test_the_path_of_a_docx_may_be_checked_as_that_of_a_source(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(rendered("bien-ban"))
    assert api.check(path) == api.check_docx(path)
