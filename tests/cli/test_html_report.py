"""``vanban check --format html``: one page to print, with the text and what was found beside."""

from __future__ import annotations

import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from vanban import api
from vanban.testing.mutating import mutated

Vanban = Callable[..., Any]
EXAMPLE = Path(__file__).parents[2] / "examples" / "bao-cao.yaml"
VOID = {"meta", "col", "br"}
FAULTY = "loai: ke-hoach\ntrich_yeu: Công <b>tác</b> & năm 2026.\n"


class Page(HTMLParser):
    """The elements of a page, which must be closed in the order in which they were opened."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.marked: list[str] = []
        self.notes: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.links |= {given["href"] or ""} if "href" in given else set()
        if tag == "mark":
            self.marked.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "mark" in self.open:
            self.marked[-1] += data


@pytest.fixture(scope="module")
def bad() -> bytes:
    """A rendered example with a Quốc hiệu that is too large and a narrow margin."""
    data = api.render(api.load(EXAMPLE))
    large = {"at": "quoc_hieu", "runs": {"size": 16}}
    return mutated(data, {"steps": [large, {"section": {"pgMar": {"left": "600"}}}]})


def report(vanban: Vanban, *names: str, **files: Any) -> str:
    ran = vanban("check", *names, "--format", "html", files=files["files"])
    text: str = ran.text
    return text


def test_the_words_of_a_docx_are_marked_and_told_of_beside(vanban: Vanban, bad: bytes) -> None:
    text = report(vanban, "a.docx", files={"a.docx": bad})
    page = Page(text)

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page.marked
    assert "Quốc hiệu: cỡ chữ 16, phải là 12 đến 13." in text
    assert "Căn cứ: PLI-I-II.1" in text
    assert "Sửa tự động: vanban fix" in text
    whole = text[text.index('class="whole"') : text.index('class="page"')]
    assert "ND30-P-005" in whole


def test_all_of_the_text_is_there(vanban: Vanban, bad: bytes) -> None:
    from vanban.word.reader import read

    text = report(vanban, "a.docx", files={"a.docx": bad})
    shown = re.sub(r"<[^>]*>", "", re.sub(r"<sup>.*?</sup>", "", text))
    for paragraph in read(bad).paragraphs():
        assert paragraph.text in shown.replace("&amp;", "&").replace("&quot;", '"')


def test_the_lines_of_a_source_are_shown_with_its_signs_as_they_are(vanban: Vanban) -> None:
    text = report(vanban, "a.yaml", files={"a.yaml": FAULTY})

    assert "trich_yeu: Công &lt;b&gt;tác&lt;/b&gt; &amp; năm 2026" in text
    assert '<mark class="warning">.</mark>' in text
    assert "b" not in Page(text).tags


def test_several_files_stand_in_one_report_with_a_summary_on_top(
    vanban: Vanban, bad: bytes
) -> None:
    files = {"a.docx": bad, "b.yaml": FAULTY, "c.yaml": "x: [", "d&<.yaml": FAULTY}
    text = report(vanban, *files, files=files)
    page = Page(text)

    assert text.index('class="summary"') < text.index('class="file first"')
    assert {"#t1", "#t2", "#t3", "#t4"} <= page.links
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert "không đọc được" in text
    assert "d&amp;&lt;.yaml" in text
    assert "4 tệp" in text


def test_the_page_has_no_scripts_and_asks_for_nothing_from_outside(
    vanban: Vanban, bad: bytes
) -> None:
    text = report(vanban, "a.docx", files={"a.docx": bad})

    assert not Page(text).tags & {"script", "link", "img", "iframe"}
    assert "default-src 'none'" in text
    assert not re.search(r"url\(|https?:", text)
    assert "@media print" in text


def test_the_report_speaks_the_language_in_force(vanban: Vanban, bad: bytes) -> None:
    ran = vanban("--lang", "en", "check", "a.docx", "--format", "html", files={"a.docx": bad})

    assert '<html lang="en">' in ran.text


def test_a_source_from_standard_input_is_shown_too(vanban: Vanban) -> None:
    ran = vanban("check", "-", "--format", "html", stdin=FAULTY.encode())

    assert "trich_yeu: Công &lt;b&gt;" in ran.text


def test_a_file_without_findings_says_so(vanban: Vanban, bad: bytes) -> None:
    ran = vanban(
        "check", "a.docx", "--format", "html", "--select", "ND30-T-001", files={"a.docx": bad}
    )

    assert ran.code == 0
    assert "Không có phát hiện nào." in ran.text
