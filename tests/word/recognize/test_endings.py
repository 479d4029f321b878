"""Who signs and who receives: in cells, in paragraphs, behind tabs, one or several."""

from __future__ import annotations

from typing import Any

import pytest

NATION = "*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|*Độc lập - Tự do - Hạnh phúc"
BODY = "Nội dung của văn bản được viết ở đây để biết chỗ bắt đầu phần lời văn./."


@pytest.fixture
def written(page: Any) -> Any:
    """A page up to its last words."""
    page.table(["*SỞ NỘI VỤ", NATION], ["Số: 15/TB-SNV", "A, ngày 05 tháng 11 năm 2026"])
    return page.line("THÔNG BÁO", "center bold").line(BODY)


def names(page: Any) -> list[str | None]:
    return [s.name.text if s.name else None for s in page.recognize().main.signature.signers]


def recipients(page: Any) -> list[str]:
    return [piece.text for piece in page.recognize().main.signature.recipients]


def test_recipients_left_and_the_signer_right_in_one_table(written: Any) -> None:
    written.table(
        [
            "*Nơi nhận:|- Như trên;|- Lưu: VT, VP.|(M.An)",
            "*TM. SỞ|*KT. GIÁM ĐỐC|*PHÓ GIÁM ĐỐC|||*Lê Thị B",
        ]
    )

    signature = written.recognize().main.signature

    assert (signature.kind, signature.recipients_at) == ("table", "left")
    assert [piece.role for piece in signature.signers[0].authority] == [
        "quyen_han", "quyen_han", "chuc_vu",
    ]  # fmt: skip
    assert len(signature.signers[0].room) == 2
    assert [piece.slug for piece in signature.recipients] == [
        "noi_nhan", "danh_sach_nhan", "danh_sach_nhan", "nguoi_soan",
    ]  # fmt: skip
    assert signature.recipients[2].role == "luu"


def test_recipients_in_paragraphs_below_the_signer(written: Any) -> None:
    written.line("GIÁM ĐỐC", "center bold").line().line("Lê Thị B", "center bold")
    written.line("Nơi nhận:", "bold italic").lines("- Sở A;", "- Lưu: VT.")

    assert written.recognize().main.signature.recipients_at == "below"
    assert names(written) == ["Lê Thị B"]
    assert recipients(written) == ["Nơi nhận:", "- Sở A;", "- Lưu: VT."]
    assert [piece.text for piece in written.recognize().main.body] == [BODY]


def test_recipients_in_paragraphs_above_the_signer(written: Any) -> None:
    written.line("Nơi nhận:").lines("- Sở A;", "- Lưu VT.").line("GIÁM ĐỐC").line().line("Lê Thị B")
    assert written.recognize().main.signature.recipients_at == "above"
    assert names(written) == ["Lê Thị B"]


def test_recipients_and_signer_behind_tabs(written: Any) -> None:
    written.line("Nơi nhận:\tKT. GIÁM ĐỐC").line("- Như trên;\tPHÓ GIÁM ĐỐC").line("- Lưu: VT.")
    written.line().line("\t\t\tNguyễn Văn An", "bold")

    assert written.recognize().main.signature.kind == "tabs"
    assert names(written) == ["Nguyễn Văn An"]
    assert recipients(written) == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]


def test_several_signers_stand_above_the_recipients(written: Any) -> None:
    written.table(["*THƯ KÝ|(Ký tên)||*Trần B", "*CHỦ TỌA|||*Nguyễn A"])
    written.line("Nơi nhận:").line("- Lưu: VT, Hồ sơ.")

    signature = written.recognize().main.signature

    assert names(written) == ["Trần B", "Nguyễn A"]
    assert [note.text for note in signature.signers[0].notes] == ["(Ký tên)"]
    assert signature.recipients_at == "below"


def test_a_column_of_recipients_in_a_table_of_data_is_no_end(written: Any) -> None:
    written.table(["STT", "Nơi nhận"], ["1", "Sở A"], ruled=True).line("Văn bản còn tiếp.")
    assert written.recognize().main.signature.recipients == ()


def test_a_name_in_capitals_and_a_missing_name_are_understood(written: Any) -> None:
    other = type(written)()
    other.table(["*SỞ NỘI VỤ", NATION], ["Số: 15/TB-SNV", ""]).line(BODY)
    written.table(["Nơi nhận:|- Lưu: VT.", "GIÁM ĐỐC||||NGUYỄN VĂN A"])
    other.table(["Nơi nhận:|- Lưu: VT.", "GIÁM ĐỐC||||"])

    assert names(written) == ["NGUYỄN VĂN A"]
    assert names(other) == [None]


def test_an_ending_without_recipients_is_found(written: Any) -> None:
    written.table(["", "*GIÁM ĐỐC||||*Nguyễn Văn A"])
    assert names(written) == ["Nguyễn Văn A"]
    assert written.recognize().main.signature.recipients_at is None


def test_all_lines_of_a_signer_may_stand_in_one_paragraph(written: Any) -> None:
    written.line("TM. SỞ\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n\nNGUYỄN VĂN AN", "center bold")

    (signer,) = written.recognize().main.signature.signers

    assert [(piece.text, piece.role) for piece in signer.authority] == [
        ("TM. SỞ", "quyen_han"),
        ("KT. GIÁM ĐỐC", "quyen_han"),
        ("PHÓ GIÁM ĐỐC", "chuc_vu"),
    ]
    assert names(written) == ["NGUYỄN VĂN AN"]


def test_rows_of_a_table_part_the_lines_of_a_signer(written: Any) -> None:
    written.table(["*Nơi nhận:", "*GIÁM ĐỐC"], ["- Sở A;|- Lưu: VT.", ""], ["", "*Lê Thị B"])

    assert names(written) == ["Lê Thị B"]
    assert recipients(written) == ["Nơi nhận:", "- Sở A;", "- Lưu: VT."]
