"""Comments put into files that somebody else made: the words stay, the places are marked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from vanban.errors import SourceError
from vanban.layout.document import Layout
from vanban.location import Spot
from vanban.word.reader import read
from vanban.word.revising.comments import Note, commented

MAIN = "word/document.xml"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT = "<w:p><w:r><w:t>Một hai ba</w:t></w:r></w:p>"


@pytest.fixture
def marks(
    package: Callable[..., bytes],
    main: Callable[[bytes], str],
    when: datetime,
    sound: Callable[..., bool],
) -> Callable[..., str]:
    """``marks(body, quote, path=(0, 0))``: the body with a comment, proven valid."""

    def make(body: str, quote: str = "", path: tuple[int, ...] = (0, 0), **ends: int) -> str:
        data = package(body)
        made = commented(data, [Note(("Lỗi",), Spot(MAIN, path, 1, **ends), quote)], when)
        assert sound(data, made)
        assert texts(read(made)) == texts(read(data))
        whole = main(made)
        return whole[whole.index("<w:body>") + 8 : whole.rindex("<w:sectPr>")]

    return make


def texts(layout: Layout) -> list[str]:
    return [p.text for p in layout.everything()]


START, END = '<w:commentRangeStart w:id="0"/>', '<w:commentRangeEnd w:id="0"/>'
REFERENCE = '<w:r><w:commentReference w:id="0"/></w:r>'


def test_a_comment_stands_around_the_words_and_the_run_is_split_there(
    marks: Callable[..., str],
) -> None:
    assert marks(TEXT, "hai") == (
        '<w:p><w:r><w:t xml:space="preserve">Một </w:t></w:r>'
        f'{START}<w:r><w:t xml:space="preserve">hai</w:t></w:r>{END}{REFERENCE}'
        '<w:r><w:t xml:space="preserve"> ba</w:t></w:r></w:p>'
    )


def test_what_looks_alike_before_looks_alike_in_all_parts_of_a_split_run(
    marks: Callable[..., str],
) -> None:
    body = '<w:p><w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>Một hai</w:t></w:r></w:p>'

    assert marks(body, "hai").count('<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr>') == 2


def test_words_over_several_runs_are_found(marks: Callable[..., str]) -> None:
    runs = "".join(f"<w:r><w:t>{t}</w:t></w:r>" for t in ("CỘNG H", "ÒA X", "Ã HỘI"))

    assert marks(f"<w:p>{runs}</w:p>", "HÒA XÃ") == (
        '<w:p><w:r><w:t xml:space="preserve">CỘNG </w:t></w:r>'
        f'{START}<w:r><w:t xml:space="preserve">H</w:t></w:r><w:r><w:t>ÒA X</w:t></w:r>'
        f'<w:r><w:t xml:space="preserve">Ã</w:t></w:r>{END}{REFERENCE}'
        '<w:r><w:t xml:space="preserve"> HỘI</w:t></w:r></w:p>'
    )


def test_entities_are_one_letter(marks: Callable[..., str]) -> None:
    body = "<w:p><w:r><w:t>A &amp; B &lt;C&gt; &#272;</w:t></w:r></w:p>"

    assert f'{START}<w:r><w:t xml:space="preserve">B &lt;C</w:t></w:r>{END}' in marks(body, "B <C")


def test_blanks_that_do_not_show_do_not_show_after_a_split(marks: Callable[..., str]) -> None:
    body = "<w:p><w:r><w:t>  Một hai  </w:t></w:r></w:p>"

    assert '<w:t xml:space="preserve">Một </w:t>' in marks(body, "hai")


def test_a_run_with_tabs_and_breaks_is_split_between_them(marks: Callable[..., str]) -> None:
    body = "<w:p><w:r><w:t>Một</w:t><w:tab/><w:t>hai</w:t><w:br/><w:t>ba</w:t></w:r></w:p>"

    assert f"{START}<w:r><w:t>hai</w:t></w:r>{END}" in marks(body, "hai")


def test_words_that_are_not_there_mark_the_whole_paragraph(marks: Callable[..., str]) -> None:
    assert marks(TEXT, "bốn") == (
        f"<w:p>{START}<w:r><w:t>Một hai ba</w:t></w:r>{END}{REFERENCE}</w:p>"
    )


def test_a_stretch_is_marked_when_its_words_were_cut(marks: Callable[..., str]) -> None:
    marked = marks(TEXT, "hai …", start=4, end=10)

    assert f'{START}<w:r><w:t xml:space="preserve">hai ba</w:t></w:r>{END}' in marked


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<w:p/>", f"<w:p>{START}{END}{REFERENCE}</w:p>"),
        (
            "<w:p><w:pPr><w:keepNext/></w:pPr></w:p>",
            f"<w:p><w:pPr><w:keepNext/></w:pPr>{START}{END}{REFERENCE}</w:p>",
        ),
    ],
)
def test_an_empty_paragraph_takes_a_comment(
    marks: Callable[..., str], body: str, expected: str
) -> None:
    assert marks(body) == expected


def test_words_in_a_link_or_an_insertion_are_marked_inside_it(marks: Callable[..., str]) -> None:
    inserted = '<w:ins w:id="7" w:author="A"><w:r><w:t>Một hai</w:t></w:r></w:ins>'
    marked = marks(f"<w:p>{inserted}</w:p>", "hai")

    assert f"{END}</w:ins>{REFERENCE}" in marked
    assert f"</w:r>{START}<w:r>" in marked


def test_words_in_a_control_are_marked_around_the_control(marks: Callable[..., str]) -> None:
    control = "<w:sdt><w:sdtContent><w:r><w:t>Một hai</w:t></w:r></w:sdtContent></w:sdt>"
    marked = marks(f"<w:p>{control}</w:p>", "hai")

    assert marked == f"<w:p>{START}{control}{END}{REFERENCE}</w:p>"


def test_a_paragraph_in_a_cell_takes_a_comment_and_a_table_gives_its_to_the_first(
    marks: Callable[..., str],
) -> None:
    table = (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol/>'
        f"</w:tblGrid><w:tr><w:tc><w:tcPr/>{TEXT}</w:tc></w:tr></w:tbl><w:p/>"
    )

    assert f"{START}<w:r>" in marks(table, "Một", (0, 0, 2, 0, 1))
    assert f"{START}<w:r><w:t>Một hai ba</w:t></w:r>{END}" in marks(table, "", (0, 0))


def test_comments_that_are_there_stay_and_their_numbers_go_on(
    package: Callable[..., bytes], parts: Callable[..., dict[str, bytes]], when: datetime
) -> None:
    old = '<w:comment w:id="41" w:author="Lan"><w:p><w:r><w:t>Cũ</w:t></w:r></w:p></w:comment>'
    body = (
        '<w:p><w:commentRangeStart w:id="41"/><w:r><w:t>Một hai</w:t></w:r>'
        '<w:commentRangeEnd w:id="41"/><w:r><w:commentReference w:id="41"/></w:r></w:p>'
    )
    data = package(body, {"word/comments.xml": f"<w:comments {W}>{old}</w:comments>"})
    note = Note(("Lỗi",), Spot(MAIN, (0, 0), 1), "hai")
    made = commented(data, [note, note], when)

    assert old.encode() in parts(made)["word/comments.xml"]
    comments = read(made).comments
    assert [(c.id, c.author, c.text) for c in comments] == [
        ("41", "Lan", "Cũ"),
        ("42", "vanban", "Lỗi"),
        ("43", "vanban", "Lỗi"),
    ]
    assert comments[1].date == "2026-11-26T08:00:00Z"
    assert next(read(made).paragraphs()).comments == ("41", "42", "43")


def test_all_other_parts_keep_their_bytes(
    package: Callable[..., bytes], parts: Callable[..., dict[str, bytes]], when: datetime
) -> None:
    styles = f"<?xml version='1.0'?>\r\n<w:styles  {W}></w:styles >"
    data = package(TEXT, {"word/styles.xml": styles, "word/media/a.png": "\x89PNG"})
    before, after = parts(data), parts(commented(data, [Note(("Lỗi",))], when))

    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
        "word/document.xml",
    }


def test_what_stands_where_word_takes_no_comments_is_told_on_a_paragraph_of_the_body(
    package: Callable[..., bytes], when: datetime
) -> None:
    header = f"<w:hdr {W}><w:p><w:r><w:t>Đầu</w:t></w:r></w:p></w:hdr>"
    root = (
        f'<w:document {W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships"><w:body>{TEXT}<w:sectPr><w:headerReference w:type="default" '
        'r:id="r0"/></w:sectPr></w:body></w:document>'
    )
    data = package("", {"word/header1.xml": header}, root=root)
    made = commented(data, [Note(("Lỗi",), Spot("word/header1.xml", (0,), 1), "Đầu")], when)

    assert read(made).comments[0].text == "Lỗi (Ở phần đầu trang)"
    assert next(read(made).paragraphs()).comments == ("0",)


def test_further_places_are_named_by_their_words(
    package: Callable[..., bytes], when: datetime
) -> None:
    note = Note(("Lỗi",), Spot(MAIN, (0, 0), 1), "", (Spot(MAIN, (0, 1), 2),))
    made = commented(package(TEXT + TEXT.replace("Một", "Sau")), [note], when)

    assert read(made).comments[0].text == "Lỗi\nCũng ở: “Sau hai ba”"


def test_a_file_in_utf_16_without_a_prefix_takes_comments(
    package: Callable[..., bytes], when: datetime, sound: Callable[..., bool]
) -> None:
    uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    root = (
        f'<?xml version="1.0" encoding="UTF-16"?><document xmlns="{uri}"><body><p><r><t>Một hai'
        "</t></r></p><sectPr/></body></document>"
    )
    data = package("", root=root.encode("utf-16"))
    made = commented(data, [Note(("<&>\x00",), Spot(MAIN, (0, 0), 1), "hai")], when)

    assert sound(data, made)
    assert read(made).comments[0].text == "<&>?"
    assert next(read(made).paragraphs()).comments == ("0",)


def test_protected_files_take_none_but_those_protected_for_comments(
    package: Callable[..., bytes], when: datetime
) -> None:
    def protected(edit: str) -> bytes:
        told = f'<w:documentProtection w:edit="{edit}" w:enforcement="1"/>'
        return package(TEXT, {"word/settings.xml": f"<w:settings {W}>{told}</w:settings>"})

    assert read(commented(protected("comments"), [Note(("Lỗi",))], when)).comments
    with pytest.raises(SourceError, match="bảo vệ"):
        commented(protected("readOnly"), [Note(("Lỗi",))], when)
