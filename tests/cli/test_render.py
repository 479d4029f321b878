"""``vanban render``: which file goes where, and what is refused before anything is written."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import docx
import pytest

from vanban import api, resources

Vanban = Callable[..., Any]
CELL = "</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>"
CELL_END = "</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>"


def text_of(docx: bytes) -> str:
    with zipfile.ZipFile(BytesIO(docx)) as archive:
        return archive.read("word/document.xml").decode()


def template(change: Callable[[str], str]) -> bytes:
    """A shipped template, changed as an office would change its own."""
    out = BytesIO()
    path = resources.templates() / "nd30" / "mau-1.4.docx"
    with zipfile.ZipFile(path) as given, zipfile.ZipFile(out, "w") as archive:
        for name in given.namelist():
            data = given.read(name)
            if name == "word/document.xml":
                data = change(data.decode()).encode()
            archive.writestr(name, data)
    return out.getvalue()


def with_tag(tag: str) -> bytes:
    """A template of one paragraph with a tag in it."""

    def change(xml: str) -> str:
        head, _body, rest = xml.partition("<w:body>")
        section = rest[rest.rindex("<w:sectPr") :]
        return f"{head}<w:body><w:p><w:r><w:t>{tag}</w:t></w:r></w:p>{section}"

    return template(change)


def test_a_source_is_rendered_beside_itself(vanban: Vanban, source: str) -> None:
    ran = vanban("render", "x/a.yaml", files={"x/a.yaml": source})
    assert (ran.code, ran.err, ran.out) == (0, "Đã ghi x/a.docx\n", b"")
    assert ran.files == ["x/a.docx", "x/a.yaml"]


def test_several_sources_go_into_a_folder_that_is_made(vanban: Vanban, source: str) -> None:
    text, json = "loai: ke-hoach\n---\nĐoạn.\n", '{"loai": "ke-hoach"}'
    files = {"a.yaml": source, "b.txt": text, "c.json": json}
    ran = vanban("render", *files, "-d", "x/y", files=files)
    assert ran.code == 0
    assert [name for name in ran.files if name.startswith("x/")] == [
        "x/y/a.docx",
        "x/y/b.docx",
        "x/y/c.docx",
    ]


def test_one_source_goes_where_asked(vanban: Vanban, source: str) -> None:
    assert vanban("render", "a.yaml", "-o", "b.docx", files={"a.yaml": source}).files == [
        "a.yaml",
        "b.docx",
    ]


def test_the_same_source_gives_the_same_bytes(vanban: Vanban, source: str) -> None:
    first = vanban("render", "a.yaml", "-o", "-", files={"a.yaml": source}).out
    assert first == vanban("render", "a.yaml", "-o", "-").out
    assert first == api.render(api.read("a.yaml"))


def test_a_dash_is_standard_input_and_output(vanban: Vanban, source: str) -> None:
    ran = vanban("render", "-", stdin=source.encode())
    assert (ran.code, ran.err, ran.files) == (0, "", [])
    assert "KẾ HOẠCH" in text_of(ran.out)
    assert vanban("render", "-", "-d", "x", stdin=source.encode()).files == ["x/van-ban.docx"]


@pytest.mark.parametrize(
    "text",
    [
        '{"loai": "ke-hoach", "noi_dung": "Nội dung"}',
        "loai: ke-hoach\n---\nNội dung\n",
        "---\nloai: ke-hoach\n---\nNội dung\n",
        "---\nloai: ke-hoach\nnoi_dung: Nội dung\n",
        "\ufeffloai: ke-hoach\r\nnoi_dung: Nội dung\r\n",
    ],
)
def test_the_form_of_standard_input_is_seen_from_it(vanban: Vanban, text: str) -> None:
    ran = vanban("render", "-", stdin=text.encode())
    assert ran.code == 0
    assert "Nội dung" in text_of(ran.out)


def test_two_documents_on_standard_input_are_refused(vanban: Vanban, source: str) -> None:
    ran = vanban("render", "-", stdin=f"{source}---\n{source}".encode())
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith("-:15:1: lỗi: Dấu “---” mở văn bản thứ hai")


def test_a_bad_source_does_not_stop_the_others(vanban: Vanban, source: str) -> None:
    files = {"a.yaml": "loai: [", "c.yaml": source}
    ran = vanban("render", "a.yaml", "b.yaml", "c.yaml", files=files)
    assert ran.code == 2
    assert ran.files == ["a.yaml", "c.docx", "c.yaml"]
    assert "b.yaml: lỗi: Không tìm thấy tệp." in ran.err


def test_a_bug_in_one_source_does_not_stop_the_others(
    vanban: Vanban, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = api.render

    def render(reading: Any, **options: Any) -> bytes:
        if reading.origin.path == "a.yaml":
            raise ZeroDivisionError("bug")
        return real(reading, **options)

    monkeypatch.setattr(api, "render", render)
    ran = vanban("render", "a.yaml", "b.yaml", files={"a.yaml": source, "b.yaml": source})
    assert ran.code == 3
    assert "a.yaml: Lỗi nội bộ của vanban: ZeroDivisionError: bug" in ran.err
    assert "Đã ghi b.docx" in ran.err


def test_a_folder_is_not_made_for_nothing(vanban: Vanban) -> None:
    ran = vanban("render", "khong-co.yaml", "-d", "x")
    assert not (ran.folder / "x").exists()


def test_an_existing_file_is_replaced_only_with_force(vanban: Vanban, source: str) -> None:
    ran = vanban("render", "a.yaml", files={"a.yaml": source, "a.docx": "cũ"})
    assert ran.code == 2
    assert ran.err == (
        "a.docx: lỗi: Tệp đã có, không ghi đè.\n    → Thêm --force nếu muốn thay tệp cũ.\n"
    )
    assert (ran.folder / "a.docx").read_text("utf-8") == "cũ"
    assert vanban("render", "a.yaml", "--force").code == 0
    assert "KẾ HOẠCH" in text_of((ran.folder / "a.docx").read_bytes())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["a.yaml", "-o", "x.docx", "-d", "x"], "-o chỉ dùng với một tệp"),
        (["a.yaml", "b.yaml", "-o", "x.docx"], "-o chỉ dùng với một tệp"),
        (["a.yaml", "-o", "a.yaml", "--force"], "đuôi .docx, không phải .yaml"),
        (["a.yaml", "-o", "x.pdf"], "đuôi .docx, không phải .pdf"),
        (["a.yaml", "-o", "x/"], "dùng -d"),
        (["a.yaml", "-o", "x", "--force"], "dùng -d"),
        (["a.yaml", "-o", "."], "Đây là thư mục"),
        (["a.yaml", "-o", "/", "--force"], "dùng -d"),
        (["a.yaml", "-o", ""], "Có tên tệp để trống"),
        (["a.yaml", "-d", ""], "Có tên tệp để trống"),
        (["a.yaml", "--template", ""], "Có tên tệp để trống"),
        (["a.yaml", "--profile", ""], "Có tên tệp để trống"),
        ([""], "Có tên tệp để trống"),
        (["a.yaml", "-o", "k/x.docx"], "Thư mục không tồn tại"),
        (["a.yaml", "-o", "a.yaml/x.docx"], "Thư mục không tồn tại"),
        (["a.yaml", "-o", "x" * 300], "Tên tệp quá dài"),
        (["a.yaml", "-d", "a.yaml"], "không phải thư mục"),
        (["a.yaml", "-d", "a.yaml/x"], "không phải thư mục"),
        (["-", "-"], "chỉ đọc được một lần"),
        (["a.yaml", "a.yaml"], "Hai nguồn cùng ghi ra tệp này: a.yaml và a.yaml"),
        (["a.yaml", "./a.yaml"], "Hai nguồn cùng ghi ra tệp này"),
        (["a.yaml", "x/a.yaml", "-d", "k"], "Hai nguồn cùng ghi ra tệp này"),
        (["a.yaml", "x/A.yaml", "-d", "k"], "Hai nguồn cùng ghi ra tệp này"),
        (["a.docx"], "trùng với tệp nguồn"),
        (["x"], "Đây là thư mục, không phải tệp."),
        (["."], "Đây là thư mục, không phải tệp."),
        (["/"], "Đây là thư mục, không phải tệp."),
        (["k.yaml"], "Không tìm thấy tệp."),
        (["a.yaml/k"], "Không tìm thấy tệp."),
        (["k" * 5000], "Tên tệp quá dài."),
        (["a\0.yaml"], "Tên tệp không dùng được."),
        (["a.yaml", "-d", "a\0"], "Tên thư mục không dùng được."),
        (["-a.yaml"], "ghi ./ ở trước"),
        (["a.yaml", "--khong-co"], "--khong-co"),
        (["a.yaml", "--profile", "p.yaml", "--no-profile"], "không dùng cùng nhau"),
        (["a.yaml", "--profile", "k.yaml"], "k.yaml: lỗi: Không tìm thấy tệp."),
        (["a.yaml", "--set", "so"], "--set cần dạng"),
    ],
)
def test_what_cannot_be_done_is_refused_with_advice(
    vanban: Vanban, source: str, arguments: list[str], message: str
) -> None:
    files = {"a.yaml": source, "b.yaml": source, "x/a.yaml": source, "x/A.yaml": source}
    ran = vanban("render", *arguments, files=files)
    assert ran.code == 2
    assert message in ran.err
    assert "    → " in ran.err
    assert ran.files == sorted(files)


def test_links_that_go_in_circles_are_refused(vanban: Vanban, source: str) -> None:
    folder = vanban(files={"a.yaml": source}).folder
    (folder / "l.yaml").symlink_to("l.yaml")
    (folder / "l.docx").symlink_to("l.docx")
    assert "l.yaml: lỗi: Tệp là liên kết vòng." in vanban("render", "l.yaml").err
    assert vanban("render", "a.yaml", "-o", "l.docx").code == 2
    assert vanban("render", "a.yaml", "--template", "l.docx").code == 2


def test_a_source_is_not_replaced_through_a_link(vanban: Vanban, source: str) -> None:
    folder = vanban(files={"a.yaml": source}).folder
    (folder / "b.docx").symlink_to("a.yaml")
    ran = vanban("render", "a.yaml", "-o", "b.docx", "--force")
    assert ran.code == 2
    assert (folder / "a.yaml").read_text("utf-8") == source


@pytest.mark.parametrize("name", ["-x.yaml", "a b.yaml", "kế hoạch.yaml", "a.b.yaml", ".a.yaml"])
def test_odd_names_are_names(vanban: Vanban, source: str, name: str) -> None:
    ran = vanban("render", "--", name, files={name: source})
    assert ran.files == sorted([name, f"{name.removesuffix('.yaml')}.docx"])


def test_names_cannot_steer_the_terminal(vanban: Vanban, source: str) -> None:
    ran = vanban("render", "a\nb\x1b[31m.yaml", files={"a\nb\x1b[31m.yaml": source})
    assert ran.err == "Đã ghi a\\x0ab\\x1b[31m.docx\n"


def test_errors_stop_a_document_and_no_check_prints_it(vanban: Vanban) -> None:
    text = "loai: ke-hoach\ntrang_thai: ban-hanh\n"
    ran = vanban("render", "a.yaml", files={"a.yaml": text})
    assert (ran.code, ran.files) == (1, ["a.yaml"])
    assert "thêm --no-check để vẫn in" in ran.err
    ran = vanban("render", "a.yaml", "--no-check")
    assert (ran.code, ran.err) == (0, "Đã ghi a.docx\n")


def test_remarks_are_told_on_demand(vanban: Vanban, source: str) -> None:
    assert "lưu ý" not in vanban("render", "a.yaml", files={"a.yaml": source}).err
    assert "lưu ý ND30-N-016" in vanban("render", "a.yaml", "--force", "-v").err


def test_settings_stand_over_the_source(vanban: Vanban, source: str) -> None:
    settings = ("--set", "so=7", "--set", "ngay=2026-11-07", "--set", "ky.ho_ten=Lê Thị B")
    ran = vanban("render", "a.yaml", "-o", "-", *settings, files={"a.yaml": source})
    page = text_of(ran.out)
    assert "Số: 07/KH-TTr" in page
    assert "ngày 07 tháng 11 năm 2026" in page
    assert "Lê Thị B" in page
    assert "CHÁNH THANH TRA" in page


def test_a_setting_is_named_as_the_place_of_what_is_wrong(vanban: Vanban, source: str) -> None:
    ran = vanban("render", "a.yaml", "--set", "ngay=31/02/2026", files={"a.yaml": source})
    assert ran.code == 2
    assert ran.err.startswith("--set ngay: lỗi: Ngày «31/02/2026» không có trong lịch.\n")


def test_a_template_of_the_office_is_used(vanban: Vanban, source: str) -> None:
    files = {"a.yaml": source, "m.docx": with_tag("{{ trich_yeu | upper }}")}
    ran = vanban("render", "a.yaml", "-o", "-", "--template", "m.docx", files=files)
    assert ran.code == 0
    assert "CÔNG TÁC NĂM 2026" in text_of(ran.out)


def test_prefixes_that_a_template_does_not_declare_are_declared(
    vanban: Vanban, source: str
) -> None:
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">LL", 10, 10)
    bare = template(lambda xml: re.sub(r' xmlns:(wp|a|pic)="[^"]+"', "", xml))
    files = {"a.yaml": source.replace("Một đoạn.", "![x](x.png)"), "m.docx": bare, "x.png": head}
    ran = vanban("render", "a.yaml", "-o", "-", "--template", "m.docx", files=files)
    assert ran.code == 0
    ElementTree.fromstring(text_of(ran.out))


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("{{ trich_yeu", "«{{ trich_yeu»: thẻ viết sai, hoặc thiếu dấu đóng"),
        ("{% if so %}", "«{% if so %}»: thiếu thẻ đóng endif hoặc endfor"),
        ("{% foo %}", "«{% foo %}»: không có thẻ này"),
        ("{{ so | foo }}", "không có bộ lọc này"),
        ("{{ trich_yeuu }}", "Có phải «trich_yeu» không?"),
        ("{{ zzzzzz }}", "Các tên dùng được: "),
        ("{{ ''.__class__ }}", "«__class__» không có trong dữ liệu"),
        ("{% include 'x' %}", "không gọi được tệp khác"),
        ("{% for i in range(10000000) %}{{ i }}{% endfor %}", "vòng lặp quá dài"),
        ("{{ 'a' * 1000000000000 }}", "phép nhân hay lũy thừa quá lớn"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "không tính được"),
        ("{{ 1/0 }}", "không tính được"),
        ("{{ so() }}", "không tính được"),
        ("{{ '&lt;w:p>' | safe }}", "tệp Word hỏng"),
        (f"{{% if so %}}a{CELL}{{% endif %}}b{CELL_END}", "tệp Word hỏng"),
    ],
)
def test_a_tag_that_cannot_be_printed_is_told_in_vietnamese(
    vanban: Vanban, source: str, tag: str, message: str
) -> None:
    files = {"a.yaml": source, "m.docx": with_tag(tag)}
    ran = vanban("render", "a.yaml", "--template", "m.docx", files=files)
    assert message in ran.err
    assert (ran.code, ran.files) == (2, ["a.yaml", "m.docx"])
    assert ran.err.startswith("m.docx: lỗi: ")
    assert "    → " in ran.err


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "Không phải tệp .docx hoặc tệp đã hỏng."),
        (b"hello", "Không phải tệp .docx hoặc tệp đã hỏng."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Không phải tệp .docx hoặc tệp đã hỏng."),
        (template(lambda xml: xml)[:2000], "Không phải tệp .docx hoặc tệp đã hỏng."),
        (template(lambda xml: xml.replace("</w:p>", "", 1)), "phần hỏng: word/document.xml"),
        (template(lambda xml: "<x/>"), "không theo dạng Word thông thường"),
        (template(lambda xml: f"<!DOCTYPE x>{xml}"), "DOCTYPE"),
        (template(lambda xml: xml.replace("w:sectPr", "w:sect")), "sectPr"),
        (None, "Không tìm thấy tệp mẫu Word."),
    ],
)
def test_a_template_that_is_no_word_file_is_refused(
    vanban: Vanban, source: str, data: bytes | None, message: str
) -> None:
    files = {"a.yaml": source} | ({"m.docx": data} if data is not None else {})
    ran = vanban("render", "a.yaml", "--template", "m.docx", files=files)
    assert (ran.code, ran.files) == (2, sorted(files))
    assert ran.err.startswith("m.docx: lỗi: ")
    assert message in ran.err
    assert "    → " in ran.err


def test_a_folder_is_no_template(vanban: Vanban, source: str) -> None:
    ran = vanban("render", "x/a.yaml", "--template", "x", files={"x/a.yaml": source})
    assert ran.err.startswith("x: lỗi: Đây là thư mục, không phải tệp mẫu Word.\n")


def test_a_changed_template_is_read_again(vanban: Vanban, source: str, tmp_path: Path) -> None:
    files = {"a.yaml": source, "m.docx": with_tag("Lần một")}
    vanban("render", "a.yaml", "-o", "-", "--template", "m.docx", files=files)
    again = vanban(
        *("render", "a.yaml", "-o", "-", "--template", "m.docx"),
        files={"m.docx": with_tag("Lần thứ hai")},
    )
    assert "Lần thứ hai" in text_of(again.out)


def test_the_profile_in_use_is_told_on_demand(vanban: Vanban, source: str) -> None:
    files = {"x/a.yaml": source, "vanban.yaml": "dia_danh: Hà Nội\n"}
    ran = vanban("render", "x/a.yaml", "-v", files=files)
    assert f"Hồ sơ cơ quan: {ran.folder / 'vanban.yaml'}" in ran.err


def test_a_profile_is_passed_over_among_sources(vanban: Vanban, source: str) -> None:
    files = {"a.yaml": source, "vanban.yaml": "dia_danh: Hà Nội\n"}
    ran = vanban("render", "a.yaml", "vanban.yaml", files=files)
    assert (ran.code, ran.err) == (0, "Đã ghi a.docx\n")


def test_a_profile_alone_is_no_document(vanban: Vanban) -> None:
    ran = vanban("render", "vanban.yaml", files={"vanban.yaml": "loai: ke-hoach\n"})
    assert ran.code == 2
    assert ran.err.startswith("vanban.yaml: lỗi: Đây là hồ sơ cơ quan, không phải văn bản.\n")


SECRET = "loai: ke-hoach\ndo_mat: mat\n"


def test_a_secret_document_is_refused_and_the_way_out_told(vanban: Vanban) -> None:
    ran = vanban("render", "a.yaml", "--no-check", files={"a.yaml": SECRET})
    assert (ran.code, ran.files) == (2, ["a.yaml"])
    assert ran.err.startswith("a.yaml:2:9: lỗi: Văn bản mật không được soạn trên máy nối mạng")
    assert "thêm --offline" in ran.err


def test_a_secret_document_is_printed_on_a_machine_said_to_be_offline(vanban: Vanban) -> None:
    ran = vanban("render", "a.yaml", "--no-check", "--offline", files={"a.yaml": SECRET})
    assert (ran.code, ran.files) == (0, ["a.docx", "a.yaml"])
    assert "Cảnh báo: văn bản mật" in ran.err
    assert "MẬT" in text_of((ran.folder / "a.docx").read_bytes())


def test_offline_says_nothing_of_a_document_that_is_not_secret(vanban: Vanban, source: str) -> None:
    ran = vanban("render", "a.yaml", "--offline", files={"a.yaml": source})
    assert (ran.code, ran.err) == (0, "Đã ghi a.docx\n")


def test_one_secret_document_does_not_stop_the_others(vanban: Vanban, source: str) -> None:
    files = {"a.yaml": SECRET, "b.yaml": source}
    ran = vanban("render", "a.yaml", "b.yaml", "--no-check", files=files)
    assert (ran.code, ran.files) == (2, ["a.yaml", "b.docx", "b.yaml"])


def test_a_copy_of_what_is_no_word_file_is_refused(vanban: Vanban) -> None:
    files = {"a.yaml": "loai: sao-y\nban_goc: x.docx\n", "x.docx": "chữ"}
    ran = vanban("render", "a.yaml", "--no-check", files=files)
    assert (ran.code, ran.files) == (2, ["a.yaml", "x.docx"])
    assert "x.docx: lỗi: Bản gốc không phải tệp Word dùng được." in ran.err


def test_a_label_of_an_appendix_can_be_referred_to(vanban: Vanban, source: str) -> None:
    text = source.replace("Một đoạn.", "Theo @dm.")
    text += "phu_luc:\n  - nhan: dm\n    noi_dung: A\n  - noi_dung: B\n"
    assert vanban("render", "a.yaml", files={"a.yaml": text}).code == 0


def test_a_label_that_nothing_can_name_is_refused_at_its_place(vanban: Vanban, source: str) -> None:
    ran = vanban("render", "a.yaml", files={"a.yaml": source + "phu_luc:\n  nhan: a b\n"})
    assert ran.code == 2
    assert "a.yaml:16:9: lỗi: Nhãn «a b» không viện dẫn được." in ran.err


def test_what_an_office_template_does_not_print_is_told(
    vanban: Vanban, source: str, tmp_path: Path
) -> None:
    docx.Document().save(str(tmp_path / "mau.docx"))
    ran = vanban("render", "--template", "mau.docx", "a.yaml", files={"a.yaml": source})
    assert ran.code == 0
    assert "cảnh báo META-024: Mẫu không có thẻ cho «Nội dung»" in ran.err
    assert "Tên cơ quan" not in ran.err  # an office may have typed its own name


def test_a_template_for_another_type_that_loses_own_fields_is_told(
    vanban: Vanban, source: str
) -> None:
    own = source.replace("ke-hoach", "giay-moi") + "kinh_moi: Ông A\n"
    files = {"vanban.yaml": "mau: mau.docx\n", "mau.docx": template(str)}
    ran = vanban("render", "a.yaml", files={**files, "a.yaml": own})
    assert "Mẫu không có thẻ cho «Kính mời»" in ran.err
    plan = vanban("render", "b.yaml", files={**files, "b.yaml": source})
    assert "META-024" not in plan.err


def test_the_template_of_the_office_profile_is_not_for_copies(
    vanban: Vanban, source: str, tmp_path: Path
) -> None:
    text = source.replace("loai: ke-hoach", "loai: sao-y").replace("trich_yeu: Công tác", "#")
    text = text.replace("noi_dung: |\n  Một đoạn.\n", "")
    files = {"vanban.yaml": "mau: mau.docx\n", "mau.docx": template(str), "a.yaml": text}
    assert vanban("render", "a.yaml", files=files).code == 0
    words = "".join(docx.Document(str(tmp_path / "a.docx")).element.body.itertext())
    assert "SAO Y" in words
    assert "CỘNG HÒA" not in words
