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
    assert (doc.noi_nhan, doc.luu, doc.nguoi_soan, doc.so_ban) == (
        ("Như trên",), "VT, VP", "PL", "30",
    )  # fmt: skip
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


def test_the_first_recipient_stays_where_it_is_the_only_one(seen: Seen, drafted: Drafted) -> None:
    """ "Như trên" is the writer's, but a document with nothing else has its recipients too."""
    more = END.replace("- Lưu", "- Sở Y tế;</w:t><w:br/><w:t>- Lưu")

    alone = drafted(seen(HEAD + p("Sở Nội vụ đề nghị góp ý./.") + END), "cong-van")
    both = drafted(seen(HEAD + p("Sở Nội vụ đề nghị góp ý./.") + more), "cong-van")

    assert alone.doc.noi_nhan == ("Như trên",)
    assert both.doc.noi_nhan == ("Sở Y tế",)
    assert both.places["noi_nhan", 0].text == "- Sở Y tế;"
    assert ("noi_nhan", 1) not in both.places


def test_two_bodies_on_one_line_are_two(seen: Seen, drafted: Drafted) -> None:
    head = (
        p("SỞ NỘI VỤ - SỞ TƯ PHÁP\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", BOLD)
        + p("Số: 21/KHLT-SNV-STP\tLào Cai, ngày 05 tháng 11 năm 2026")
        + p("VĂN BẢN LIÊN TỊCH", BOLD, CENTRE)
        + p("Phối hợp tuyên truyền", BOLD, CENTRE)
    )
    made = drafted(seen(head + p("Hai Sở thống nhất phối hợp./.") + END), "van-ban-lien-tich")

    assert [body.ban_hanh for body in made.doc.co_quan] == ["SỞ NỘI VỤ", "SỞ TƯ PHÁP"]
    assert made.places["co_quan", 1, "ban_hanh"].text == "SỞ TƯ PHÁP"


def test_text_that_a_form_does_not_print_is_told(seen: Seen, drafted: Drafted) -> None:
    head = HEAD.split(p("V/v góp ý dự thảo"), maxsplit=1)[0]
    lines = (
        p("GIẤY GIỚI THIỆU", BOLD, CENTRE)
        + p("Sở Nội vụ trân trọng giới thiệu:")
        + p("Ông (bà) Trần Thị Bích")
        + p("Số căn cước: 0123.")
    )
    made = drafted(seen(head + lines + END), "giay-gioi-thieu")

    assert made.doc.rieng["nguoi"]["ho_ten"] == "Trần Thị Bích"
    assert [one.text for one in made.left] == ["Số căn cước: 0123."]


def test_a_date_line_that_a_form_does_not_print_is_told(seen: Seen, drafted: Drafted) -> None:
    head = HEAD.split(p("V/v góp ý dự thảo"), maxsplit=1)[0]
    text = p("BIÊN BẢN", BOLD, CENTRE) + p("Họp giao ban", BOLD, CENTRE) + p("Đã họp.")

    made = drafted(seen(head + text + END), "bien-ban")

    assert [one.text for one in made.left] == ["Lào Cai, ngày     tháng 11 năm 2026"]


def _minutes(*lines: str) -> str:
    head = HEAD.split(p("V/v góp ý dự thảo"), maxsplit=1)[0].replace("Lào Cai, ngày", "")
    title = p("BIÊN BẢN", BOLD, CENTRE) + p("Họp giao ban", BOLD, CENTRE)
    return head + title + "".join(map(p, lines)) + END


def test_minutes_in_the_words_of_the_decree_fill_their_fields(seen: Seen, drafted: Drafted) -> None:
    text = _minutes(
        "Thời gian bắt đầu: 8 giờ",
        "Thành phần tham dự: Các phòng.",
        "Chủ tọa: Ông An",
        "Thư ký: Bà Bình",
        "Nội dung (theo diễn biến cuộc họp/hội nghị):",
        "1. Chủ tọa nêu lý do.",
    )
    doc = drafted(seen(text), "bien-ban").doc

    assert dict(doc.rieng) == {
        "bat_dau": "8 giờ",
        "thanh_phan": ("Các phòng",),
        "chu_tri": "Ông An",
        "thu_ky": "Bà Bình",
    }
    assert len(doc.noi_dung) == 1


def test_a_line_that_the_form_would_print_again_is_told(seen: Seen, drafted: Drafted) -> None:
    text = _minutes("Đã họp.", "Thư ký cuộc họp: Bà Bình", "Chủ trì: Ông An")

    left = [one.text for one in drafted(seen(text), "bien-ban").left]

    assert "Thư ký cuộc họp: Bà Bình" in left
    assert "Chủ trì: Ông An" in left


def test_who_an_appendix_names_as_its_issuer_is_told(seen: Seen, drafted: Drafted) -> None:
    def left(issuer: str) -> list[str]:
        of = f"(Kèm theo Công văn số 5/SNV-VP ngày 06 tháng 11 năm 2026 của {issuer})"
        more = (
            p("PHỤ LỤC", BOLD, "<w:pageBreakBefore/>" + CENTRE)
            + p("DANH SÁCH", BOLD, CENTRE)
            + p(of, "<w:i/>", CENTRE)
        )
        end = p("Nơi nhận:", BOLD) + p("- Lưu: VT.")
        text = (
            HEAD
            + p("Sở Nội vụ đề nghị góp ý./.")
            + end
            + more
            + p("1. Các phòng, ban của Sở cùng gửi ý kiến.")
        )
        made = drafted(seen(text), "cong-van")
        assert made.doc.phu_luc
        return [one.text for one in made.left if one.text]

    assert left("Giám đốc Sở Nội vụ") == ["Giám đốc Sở Nội vụ"]
    assert left("Sở Nội vụ") == []
