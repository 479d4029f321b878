"""``vanban template check``, and the field ``mau`` that names an office's own template."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest

from vanban import resources

Vanban = Callable[..., Any]
SHIPPED = (resources.templates() / "nd30" / "mau-1.4.docx").read_bytes()


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_good_template_is_clean(vanban: Vanban) -> None:
    ran = vanban("template", "check", "--type", "ke-hoach", "a.docx", files={"a.docx": SHIPPED})

    assert (ran.code, ran.out, ran.err) == (0, b"", "a.docx: không phát hiện gì.\n")


def test_an_error_is_told_with_its_paragraph(vanban: Vanban) -> None:
    files = {"a.docx": word("Một", "{{ trich_yeuu }}")}

    ran = vanban("template", "check", "a.docx", files=files)

    assert ran.code == 1
    assert "a.docx: lỗi META-020: Không có tên «trich_yeuu» trong dữ liệu. Có phải" in ran.err
    assert "    → đoạn 2: «{{ trich_yeuu }}»\n" in ran.err


def test_a_header_is_named(vanban: Vanban) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "{{ sai_ten }}"
    stream = io.BytesIO()
    document.save(stream)

    ran = vanban("template", "check", "a.docx", files={"a.docx": stream.getvalue()})

    assert "    → đầu trang, đoạn 1: «{{ sai_ten }}»\n" in ran.err


def test_warnings_alone_do_not_fail(vanban: Vanban) -> None:
    ran = vanban("template", "check", "a.docx", files={"a.docx": word("Một")})

    assert ran.code == 0
    assert "cảnh báo META-028" in ran.err


def test_a_file_that_is_no_template_does_not_stop_the_others(vanban: Vanban) -> None:
    files = {"a.docx": b"no archive", "b.docx": SHIPPED}

    ran = vanban("template", "check", "a.docx", "x.docx", "b.docx", files=files)

    assert ran.code == 2
    assert "a.docx: lỗi: Không phải tệp .docx" in ran.err
    assert "x.docx: lỗi: Không đọc được tệp mẫu Word" in ran.err
    assert "b.docx: không phát hiện gì." in ran.err


def test_an_unknown_type_is_told(vanban: Vanban) -> None:
    ran = vanban("template", "check", "--type", "ke-hoac", "a.docx", files={"a.docx": SHIPPED})

    assert ran.code == 2
    assert "Có phải «ke-hoach» không?" in ran.err


def test_messages_are_english_on_request(vanban: Vanban) -> None:
    files = {"a.docx": word("{{ trich_yeuu }}")}

    ran = vanban("--lang", "en", "template", "check", "a.docx", files=files)

    assert "→ paragraph 1: “{{ trich_yeuu }}”" in ran.err


@pytest.mark.parametrize("arguments", [(), ("check",), ("chek", "a.docx")])
def test_wrong_usage_is_two(vanban: Vanban, arguments: tuple[str, ...]) -> None:
    assert vanban("template", *arguments).code == 2


MAU = word("Mẫu của Sở: {{ ten_loai }}")


def printed(ran: Any, name: str = "a.docx") -> list[str]:
    return [p.text for p in docx.Document(str(ran.folder / name)).paragraphs]


def test_the_profile_names_the_template_of_the_office(vanban: Vanban, source: str) -> None:
    files = {"vanban.yaml": "mau: mau/so.docx\n", "mau/so.docx": MAU, "b/a.yaml": source}

    ran = vanban("render", "b/a.yaml", files=files)

    assert ran.code == 0
    assert printed(ran, "b/a.docx") == ["Mẫu của Sở: KẾ HOẠCH"]


def test_a_document_names_its_own_template(vanban: Vanban, source: str) -> None:
    files = {"b/a.yaml": f"{source}mau: so.docx\n", "b/so.docx": MAU}

    assert printed(vanban("render", "b/a.yaml", files=files), "b/a.docx") == [
        "Mẫu của Sở: KẾ HOẠCH"
    ]


def test_the_template_can_be_set_for_one_run(vanban: Vanban, source: str) -> None:
    ran = vanban(
        "render", "--set", "mau=so.docx", "a.yaml", files={"a.yaml": source, "so.docx": MAU}
    )

    assert printed(ran) == ["Mẫu của Sở: KẾ HOẠCH"]


def test_the_option_goes_before_the_field(vanban: Vanban, source: str) -> None:
    files = {"a.yaml": f"{source}mau: so.docx\n", "so.docx": MAU, "khac.docx": word("Khác")}

    assert printed(vanban("render", "--template", "khac.docx", "a.yaml", files=files)) == ["Khác"]


@pytest.mark.parametrize(
    ("named", "told"),
    [("khong-co.docx", "Không tìm thấy tệp «khong-co.docx»"), ("so.doc", "không đúng loại")],
)
def test_a_template_that_cannot_be_used_is_told_at_its_line(
    vanban: Vanban, source: str, named: str, told: str
) -> None:
    ran = vanban("render", "a.yaml", files={"a.yaml": f"mau: {named}\n{source}", "so.doc": b"x"})

    assert ran.code == 2
    assert "a.yaml:1:6: lỗi: " in ran.err
    assert told in ran.err
