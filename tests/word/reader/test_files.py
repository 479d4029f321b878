"""Files as they come: settings and properties of Word's, and what is refused, each named."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress

import pytest
from lxml import etree

from vanban.errors import SourceError
from vanban.layout.document import Layout
from vanban.word import package
from vanban.word.reader import archive, read, reading

Seen = Callable[..., Layout]
Docx = Callable[..., bytes]

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
P = "<w:p><w:r><w:t>a</w:t></w:r></w:p>"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SECONDS = 5
"""Within which a hostile file has to end."""


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def refused(data: bytes) -> str:
    begun = time.monotonic()
    with pytest.raises(SourceError) as caught:
        read(data)
    assert time.monotonic() - begun < SECONDS
    (problem,) = caught.value.problems
    assert problem.advice
    return problem.message


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "có mật khẩu"),
        (OLE + "WordDocument".encode("utf-16-le"), ".doc của Word 97-2003"),
        (OLE + "Workbook".encode("utf-16-le"), "Excel"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "PowerPoint"),
        (b"%PDF-1.7 ", "PDF"),
        (b"{\\rtf1 ", "RTF"),
        (b"\xef\xbb\xbf<html>", "HTML"),
        (b"<?xml version='1.0'?>", "XML"),
        (b"", "rỗng"),
        (b"Loai: bao-cao", "Không phải tệp .docx"),
    ],
)
def test_a_file_that_is_no_docx_is_named(data: bytes, named: str) -> None:
    assert named in refused(data)


@pytest.mark.parametrize(
    ("parts", "named"),
    [
        ({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "x"}, ".odt"),
        ({"xl/workbook.xml": "x"}, "Excel"),
        ({"ppt/presentation.xml": "x"}, "PowerPoint"),
        ({"Index/Document.iwa": "x"}, "Pages"),
        ({"a.txt": "x"}, "word/document.xml"),
        ({"word/document.xml": "<a/>"}, "không thấy w:body"),
    ],
)
def test_an_archive_of_something_else_is_named(parts: dict[str, str], named: str) -> None:
    assert named in refused(zipped(parts))


@pytest.mark.parametrize("name", ["../etc/x", "word/../../x", "C:\\x", "\\..\\x"])
def test_a_part_that_points_out_of_the_file_is_refused(name: str) -> None:
    assert "trỏ ra ngoài" in refused(zipped({name: "x", "word/document.xml": "<a/>"}))


def test_two_parts_of_one_name_are_refused() -> None:
    assert "hai phần cùng tên" in refused(
        zipped({"word/document.xml": "<a/>", "WORD/document.xml": "<b/>"})
    )


def test_parts_named_with_other_slashes_are_found() -> None:
    body = f"<w:document {NS}><w:body>{P}</w:body></w:document>"

    assert read(zipped({"word\\document.xml": body})).text == "a"


def test_the_main_part_is_the_one_that_the_package_names() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/officeDocument" Target="/word/document2.xml"/>'
        "</Relationships>"
    )
    body = f"<w:document {NS}><w:body>{P}</w:body></w:document>"
    found = read(zipped({"_rels/.rels": relations, "word/document2.xml": body}))

    assert (found.main_part, found.text) == ("word/document2.xml", "a")


def test_a_part_that_unpacks_to_very_much_is_refused() -> None:
    bomb = b"<a>" + b" " * (archive.LARGEST_PART + 1)

    assert "quá lớn" in refused(zipped({"word/document.xml": bomb}))


def test_a_part_that_unpacks_to_many_times_its_size_is_refused() -> None:
    assert "quá lớn" in refused(zipped({"word/document.xml": b" " * (archive.SUSPECT + 1)}))


def test_more_parts_than_a_document_has_are_refused() -> None:
    many = {f"a{number}": "" for number in range(archive.MOST_PARTS + 1)}

    assert "quá nhiều phần" in refused(zipped(many))


def test_a_directory_of_hundreds_of_thousands_of_parts_is_not_looked_through() -> None:
    entry = b"PK\x01\x02" + bytes(42)
    end = b"PK\x05\x06" + bytes(8) + (46 * 300_000).to_bytes(4, "little") + bytes(6)

    assert "quá nhiều phần" in refused(b"PK" + entry * 300_000 + end)


@pytest.mark.parametrize(
    "body",
    [
        "<w:p/>" * 400_000,
        "<w:sdt><w:sdtContent>" * 3_000 + P + "</w:sdtContent></w:sdt>" * 3_000,
        "<w:p><w:r><w:t/></w:r></w:p>" * 400_000,
    ],
)
def test_a_body_beyond_any_real_one_is_refused(docx: Docx, body: str) -> None:
    assert refused(docx(body))


def test_ten_thousand_styles_on_top_of_each_other_are_followed(seen: Seen) -> None:
    begun = time.monotonic()
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{n - 1}"/>'
        f'<w:rPr><w:sz w:val="{n % 40 + 2}"/></w:rPr></w:style>'
        for n in range(10_000)
    )
    found = seen(
        '<w:p><w:pPr><w:pStyle w:val="S9999"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>', styles
    )

    assert next(found.paragraphs()).size == 20.5
    assert time.monotonic() - begun < SECONDS


def test_a_style_based_on_itself_comes_to_an_end(seen: Seen) -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="S"><w:basedOn w:val="S"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
    )
    found = seen('<w:p><w:pPr><w:pStyle w:val="S"/></w:pPr><w:r><w:t>a</w:t></w:r></w:p>', style)

    assert next(found.paragraphs()).bold


def test_too_many_paragraphs_are_refused(docx: Docx, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_PARAGRAPHS", 2)
    notes = f"<w:footnotes {NS}><w:footnote w:id='1'>{P * 3}</w:footnote></w:footnotes>"
    mark = "<w:p><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"

    assert "quá nhiều đoạn" in refused(docx(P * 3))
    assert "quá nhiều đoạn" in refused(docx(mark, {"word/footnotes.xml": notes}))


def test_a_file_with_elements_and_attributes_knocked_out_is_read_or_refused(
    render: Callable[..., bytes],
) -> None:
    good = package.read(render("bao-cao"))
    chance = random.Random(7)
    for _round in range(60):
        parts = dict(good)
        part = chance.choice([name for name in good if name.endswith((".xml", ".rels"))])
        root = etree.fromstring(good[part])
        for _hit in range(chance.randint(1, 8)):
            _knock(chance.choice(list(root.iter())), chance)
        parts[part] = etree.tostring(root)
        with suppress(SourceError):
            read(zipped(parts))


def _knock(element: etree._Element, chance: random.Random) -> None:
    parent = element.getparent()
    if parent is None:
        return
    if element.attrib and chance.random() < 0.7:
        name = chance.choice(list(element.attrib))
        element.set(name, chance.choice(["", "x", "-1", "999999999999", "1.5pt", "50%", "ế"]))
    else:
        parent.remove(element)


def settings(seen: Seen, said: str, parts: Mapping[str, str] | None = None) -> Layout:
    part = {"word/settings.xml": f"<w:settings {NS}>{said}</w:settings>"}
    return seen(P, parts={**part, **(parts or {})})


def test_the_settings_of_a_document_are_read(seen: Seen) -> None:
    said = (
        '<w:trackRevisions/><w:documentProtection w:edit="forms" w:enforcement="1"/>'
        '<w:defaultTabStop w:val="567"/><w:mirrorMargins/><w:gutterAtTop/><w:autoHyphenation/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN" w:eastAsia="ja-JP"/>'
    )
    found = settings(seen, said).settings

    assert (found.track_changes, found.protection, found.compat_mode) == (True, "forms", 15)
    assert (found.mirror_margins, found.gutter_at_top, found.hyphenation) == (True, True, True)
    assert round(found.default_tab.mm) == 10
    assert (found.theme_language, found.theme_east_asia) == ("vi-VN", "ja-JP")
    assert not any((found.signed, found.macros, found.template, found.strict))


def test_protection_that_is_not_in_force_is_none(seen: Seen) -> None:
    assert settings(seen, '<w:documentProtection w:edit="forms"/>').settings.protection is None


@pytest.mark.parametrize(
    ("part", "content", "name"),
    [
        ("_xmlsignatures/sig1.xml", "<a/>", "signed"),
        ("word/vbaProject.bin", "x", "macros"),
        (
            "[Content_Types].xml",
            "<T c='vnd.ms-word.template.macroEnabled'/>",
            "template",
        ),
    ],
)
def test_signatures_macros_and_templates_are_known(
    seen: Seen, part: str, content: str, name: str
) -> None:
    assert getattr(settings(seen, "", {part: content}).settings, name)


def test_the_properties_of_a_file_are_read(seen: Seen) -> None:
    core = (
        '<c:coreProperties xmlns:c="x" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:d="http://purl.org/dc/terms/"><dc:title>Báo cáo</dc:title>'
        "<dc:creator>An</dc:creator>"
        "<d:created>2026-01-02T03:04:05Z</d:created><dc:subject> </dc:subject></c:coreProperties>"
    )
    app = "<Properties><Application>Word</Application><Pages>12</Pages></Properties>"
    found = seen(P, parts={"docProps/core.xml": core, "docProps/app.xml": app}).properties

    assert (found.title, found.author, found.subject) == ("Báo cáo", "An", None)
    assert (found.created, found.application, found.pages) == ("2026-01-02T03:04:05Z", "Word", 12)
