"""From crafted Word files to documents: what is said, and what is told as left."""

from __future__ import annotations

from collections.abc import Callable

from vanban.layout.document import Layout
from vanban.model.blocks import Bang, DeMuc, Doan
from vanban.model.inlines import Run, plain
from vanban.word.drafting import Draft

Seen = Callable[..., Layout]
Drafted = Callable[..., Draft]


def p(text: str, look: str = "", shape: str = "") -> str:
    """A paragraph; "\\t" and "\\n" are tabs and line breaks."""
    inner = text.replace("\t", "</w:t><w:tab/><w:t>").replace("\n", "</w:t><w:br/><w:t>")
    return (
        f"<w:p><w:pPr>{shape}</w:pPr><w:r><w:rPr>{look}</w:rPr>"
        f'<w:t xml:space="preserve">{inner}</w:t></w:r></w:p>'
    )


CENTRE, BOLD = '<w:jc w:val="center"/>', "<w:b/>"
HEAD = (
    p("UBND TỈNH LÀO CAI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    + p("SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc", BOLD)
    + p("Số:      /SNV-VP\tLào Cai, ngày     tháng 11 năm 2026")
    + p("V/v góp ý dự thảo")
    + p("Kính gửi: Sở Tài chính.", "", CENTRE)
)
END = (
    p("Nơi nhận:\tKT. GIÁM ĐỐC", BOLD)
    + p("- Như trên;\tPHÓ GIÁM ĐỐC")
    + p("- Lưu: VT, VP. PL.(30)")
    + p("\t\t\tNguyễn Văn An", BOLD)
)


def test_a_letter_typed_with_tabs_becomes_a_document(seen: Seen, drafted: Drafted) -> None:
    made = drafted(seen(HEAD + p("Sở Nội vụ đề nghị góp ý./.") + END), "cong-van")
    doc = made.doc

    assert [(c.chu_quan, c.ban_hanh, c.viet_tat, c.don_vi) for c in doc.co_quan] == [
        ("UBND tỉnh Lào Cai", "Sở Nội vụ", "SNV", "VP")
    ]
    assert (doc.so, doc.ky_hieu, doc.dia_danh, doc.trich_yeu) == (
        None,
        None,
        "Lào Cai",
        "góp ý dự thảo",
    )
    assert doc.ngay is not None
    assert (doc.ngay.ngay, doc.ngay.thang, doc.ngay.nam) == (None, 11, 2026)
    assert doc.kinh_gui == ("Sở Tài chính",)
    assert (doc.noi_nhan, doc.luu, doc.nguoi_soan, doc.so_ban) == ((), "VT, VP", "PL", "30")
    assert [(k.quyen_han, k.chuc_vu, k.ho_ten) for k in doc.ky] == [
        (("KT. GIÁM ĐỐC",), "PHÓ GIÁM ĐỐC", "Nguyễn Văn An")
    ]
    assert made.left == ()


def test_looks_inside_a_line_are_kept(seen: Seen, drafted: Drafted) -> None:
    mixed = (
        "<w:p><w:r><w:t xml:space='preserve'>Diện tích 5 m</w:t></w:r>"
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>'
        '<w:r><w:t xml:space="preserve"> là </w:t></w:r>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>quan trọng</w:t></w:r><w:r><w:t>.</w:t></w:r></w:p>"
    )
    (block,) = drafted(seen(HEAD + mixed + END), "cong-van").doc.noi_dung
    assert block == Doan((Run("Diện tích 5 m² là "), Run("quan trọng", dam=True), Run(".")))


def test_numbers_that_word_makes_are_typed(seen: Seen, drafted: Drafted) -> None:
    numbering = (
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = HEAD + p("Việc một.", "", listed) + p("Việc hai.", "", listed) + END
    layout = seen(body, parts={"word/numbering.xml": numbering})

    blocks = drafted(layout, "cong-van").doc.noi_dung

    assert [(b.dau, plain(b.chu)) for b in blocks if isinstance(b, DeMuc)] == [
        ("1.", "Việc một."),
        ("2.", "Việc hai."),
    ]


def test_nothing_is_dropped_without_being_told(seen: Seen, drafted: Drafted) -> None:
    hidden = p("mật", "<w:vanish/>").replace("<w:pPr></w:pPr>", "")
    gone = "<w:del><w:r><w:delText>đã xóa</w:delText></w:r></w:del>"
    deleted = f"<w:p><w:r><w:t>Còn lại.</w:t></w:r>{gone}</w:p>"
    odd = p("▪ Mục một;")
    made = drafted(seen(HEAD + hidden + deleted + odd + END + p("Trang cuối")), "cong-van")

    assert [(one.reason, one.text) for one in made.left] == [
        ("Chữ ẩn không nhập.", "mật"),
        ("Chữ đã xóa không nhập.", "đã xóa"),
        ("Dấu đầu dòng «▪» được ghi là «-».", ""),
        ("Đoạn đứng sau phần ký không nhập.", "Trang cuối"),
    ]


def test_merged_cells_become_cells_and_are_told(seen: Seen, drafted: Drafted) -> None:
    column = '<w:gridCol w:w="2000"/>'
    line = '<w:tblBorders><w:insideH w:val="single"/><w:insideV w:val="single"/></w:tblBorders>'
    table = (
        f"<w:tbl><w:tblPr>{line}</w:tblPr><w:tblGrid>{column}{column}</w:tblGrid>"
        f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("Chung", BOLD)}</w:tc></w:tr>'
        f"<w:tr><w:tc><w:tcPr/>{p('Một')}</w:tc><w:tc><w:tcPr/>{p('Hai')}</w:tc></w:tr></w:tbl>"
    )
    made = drafted(seen(HEAD + p("Như sau:") + table + END), "cong-van")

    (found,) = [block for block in made.doc.noi_dung if isinstance(block, Bang)]

    assert [plain(cell) for cell in found.dau] == ["Chung", ""]
    assert [[plain(cell) for cell in row] for row in found.hang] == [["Một", "Hai"]]
    assert [one.reason for one in made.left] == [
        "Ô gộp của bảng được ghi thành ô riêng, ô bị che để trống."
    ]


def test_an_impossible_date_is_told(seen: Seen, drafted: Drafted) -> None:
    head = HEAD.replace("ngày     tháng 11", "ngày 31 tháng 02")
    made = drafted(seen(head + p("Lời.") + END), "cong-van")
    assert made.doc.ngay is None
    assert [one.reason for one in made.left] == ["Ngày không có trong lịch."]
