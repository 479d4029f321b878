"""Text that is changed, hidden, commented on, in fields, controls, links and formulas."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from vanban.layout.document import Layout, Paragraph
from vanban.word.elements import parse, w
from vanban.word.reader import find

Seen = Callable[..., Layout]

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
RELATIONSHIPS = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'


def p(content: str = "", properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction: str, result: str) -> str:
    code = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return mark("begin") + code + mark("separate") + r(result) + mark("end")


def only(layout: Layout) -> Paragraph:
    (paragraph,) = layout.paragraphs()
    return paragraph


def test_inserted_text_shows_and_is_known_as_such(seen: Seen) -> None:
    paragraph = only(seen(p(r("a") + f"<w:ins w:id='1'>{r('b')}</w:ins>")))

    assert paragraph.text == "ab"
    assert [run.change for run in paragraph.runs] == [None, "inserted"]


def test_deleted_and_hidden_text_stands_apart(seen: Seen) -> None:
    gone = "<w:del w:id='1'><w:r><w:delText>cũ</w:delText></w:r></w:del>"
    paragraph = only(seen(p(r("a") + gone + r("ẩn", "<w:vanish/>") + r("b"))))

    assert paragraph.text == "ab"
    assert [(run.text, run.change, run.look.hidden) for run in paragraph.unseen] == [
        ("cũ", "deleted", False),
        ("ẩn", None, True),
    ]


def test_text_inserted_by_one_and_deleted_by_another_does_not_show(seen: Seen) -> None:
    both = "<w:ins w:id='1'><w:del w:id='2'><w:r><w:delText>x</w:delText></w:r></w:del></w:ins>"
    paragraph = only(seen(p(both + r("a"))))

    assert (paragraph.text, [run.change for run in paragraph.unseen]) == ("a", ["deleted"])


def test_moved_text_shows_where_it_went(seen: Seen) -> None:
    paragraph = only(seen(p(f"<w:moveFrom>{r('x')}</w:moveFrom><w:moveTo>{r('x')}</w:moveTo>")))

    assert [(run.text, run.change) for run in paragraph.runs] == [("x", "moved-here")]
    assert [run.change for run in paragraph.unseen] == ["moved-away"]


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next(seen: Seen) -> None:
    found = seen(p(r("a "), "<w:rPr><w:del w:id='1'/></w:rPr>") + p(r("b")) + p(r("c")))

    assert found.text == "a b\nc"
    assert [paragraph.place for paragraph in found.paragraphs()] == [(0,), (1,)]


def test_changes_of_look_and_shape_are_counted(seen: Seen) -> None:
    text = r("a", "<w:b/><w:rPrChange w:id='1'><w:rPr/></w:rPrChange>")
    paragraph = only(
        seen(p(text, "<w:jc w:val='both'/><w:pPrChange w:id='2'><w:pPr/></w:pPrChange>"))
    )

    assert paragraph.format_changes == 2


def test_an_end_that_was_inserted_counts_as_a_change(seen: Seen) -> None:
    assert only(seen(p(r("a"), "<w:rPr><w:ins w:id='1'/></w:rPr>"))).format_changes == 1


def test_a_field_knows_its_instruction_its_result_and_its_place(seen: Seen) -> None:
    paragraph = only(seen(p(r("Trang ") + field(" PAGE \\* MERGEFORMAT ", "2") + r("."))))
    (found,) = paragraph.fields

    assert (found.kind, found.instruction) == ("PAGE", "PAGE \\* MERGEFORMAT")
    assert (found.result, found.at) == ("2", 6)
    assert [run.field for run in paragraph.runs] == [None, "PAGE", None]


def test_a_simple_field_is_a_field_too(seen: Seen) -> None:
    paragraph = only(seen(p(f'<w:fldSimple w:instr=" numpages ">{r("9")}</w:fldSimple>')))

    assert [(f.kind, f.result) for f in paragraph.fields] == [("NUMPAGES", "9")]


def test_a_field_without_a_result_is_known(seen: Seen) -> None:
    code = mark("begin") + "<w:r><w:instrText>PAGE</w:instrText></w:r>" + mark("end")

    assert [(f.kind, f.result) for f in only(seen(p(code))).fields] == [("PAGE", "")]


def test_a_field_that_is_never_closed_is_known_where_it_begins(seen: Seen) -> None:
    code = mark("begin") + "<w:r><w:instrText>TOC</w:instrText></w:r>" + mark("separate")
    first, second = seen(p(code + r("một")) + p(r("hai"))).paragraphs()

    assert [(f.kind, f.result) for f in first.fields] == [("TOC", "một")]
    assert (second.fields, second.runs[0].field) == ((), "TOC")


def test_very_many_open_fields_do_no_harm(seen: Seen) -> None:
    paragraph = only(seen(p((mark("begin") + mark("separate")) * 500 + r("a") + mark("end") * 500)))

    assert paragraph.text == "a"


def test_links_lead_somewhere(seen: Seen) -> None:
    parts = {
        "word/_rels/document.xml.rels": f"<Relationships {RELATIONSHIPS}><Relationship Id='l' "
        "Type='x/hyperlink' TargetMode='External' Target='https://vi.wikipedia.org/'/>"
        "</Relationships>"
    }
    body = p(
        f"<w:hyperlink {R} r:id='l'>{r('a')}</w:hyperlink>"
        f"<w:hyperlink w:anchor='dau'>{r('b')}</w:hyperlink>"
        + field('HYPERLINK "https://x.vn"', "c")
        + r("d")
    )
    links = [run.link for run in only(seen(body, parts=parts)).runs]

    assert links == ["https://vi.wikipedia.org/", "#dau", "https://x.vn", None]


def test_bookmarks_and_comments_are_known_where_they_begin(seen: Seen) -> None:
    comments = (
        f"<w:comments {NS}><w:comment w:id='7' w:author='An' w:date='2026-01-02T03:04:05Z'>"
        f"{p(r('Sửa lại'))}</w:comment></w:comments>"
    )
    body = (
        "<w:bookmarkStart w:id='0' w:name='ngoai'/>"
        + p("<w:bookmarkStart w:id='1' w:name='dau'/><w:commentRangeStart w:id='7'/>" + r("a"))
        + p(r("b"))
    )
    found = seen(body, parts={"word/comments.xml": comments})
    first, second = found.paragraphs()

    assert (first.bookmarks, first.comments) == (("ngoai", "dau"), ("7",))
    assert (second.bookmarks, second.comments) == ((), ())
    assert [(c.id, c.author, c.text) for c in found.comments] == [("7", "An", "Sửa lại")]


def test_content_controls_are_known_with_their_names(seen: Seen) -> None:
    inside = (
        "<w:sdtPr><w:alias w:val='Số'/><w:tag w:val='so'/><w:showingPlcHdr/><w:text/></w:sdtPr>"
    )
    found = seen(p(f"<w:sdt>{inside}<w:sdtContent>{r('12')}</w:sdtContent></w:sdt>"))
    (control,) = found.controls

    assert (control.kind, control.title, control.tag) == ("text", "Số", "so")
    assert control.placeholder
    assert found.text == "12"


def test_breaks_of_line_page_and_column_differ(seen: Seen) -> None:
    breaks = "<w:r><w:t>a</w:t><w:br/><w:br w:type='page'/><w:br w:type='column'/></w:r>"

    assert only(seen(p(breaks))).text == "a\n\f\v"


def test_page_breaks_that_word_saw_are_counted(seen: Seen) -> None:
    assert only(seen(p("<w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r>"))).rendered_breaks == 1


def test_a_symbol_shows_in_its_own_font(seen: Seen) -> None:
    symbol = "<w:r><w:t>a</w:t><w:sym w:font='Wingdings' w:char='F0FE'/><w:t>b</w:t></w:r>"
    runs = only(seen(p(symbol))).runs

    assert [(run.text, run.font) for run in runs] == [
        ("a", "Times New Roman"), ("☑", "Wingdings"), ("b", "Times New Roman"),
    ]  # fmt: skip
    assert len({run.path for run in runs}) == 1


@pytest.mark.parametrize("code", ["", "xyz", "-1", "D800", "110000", "0"])
def test_a_symbol_without_a_character_shows_nothing(seen: Seen, code: str) -> None:
    assert only(seen(p(f"<w:r><w:sym w:font='Symbol' w:char='{code}'/></w:r>"))).text == ""


def test_the_text_of_a_formula_is_read_and_told(seen: Seen) -> None:
    formula = f"<m:oMath {M}><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    paragraph = only(seen(p(r("x=") + formula)))

    assert (paragraph.text, paragraph.unread) == ("x=a+b", ("oMath",))


def test_a_word_split_over_runs_is_one_word(seen: Seen) -> None:
    assert only(seen(p(r("CỘNG H") + r("ÒA XÃ ", "<w:b/>") + r("HỘI")))).text == "CỘNG HÒA XÃ HỘI"


def test_notes_are_known_by_kind_number_and_place(seen: Seen) -> None:
    def note(kind: str, number: int) -> str:
        return f"<w:r><w:{kind}Reference w:id='{number}'/></w:r>"

    body = p(r("ab") + note("footnote", 4) + r("c") + note("endnote", 2) + note("footnote", 3))
    endnotes = f"<w:endnotes {NS}><w:endnote w:id='2'>{p(r('cuối'))}</w:endnote></w:endnotes>"
    found = seen(body, parts={"word/endnotes.xml": endnotes})

    assert [(n.kind, n.number, n.at) for n in only(found).notes] == [
        ("footnote", 1, 2), ("endnote", 1, 3), ("footnote", 2, 3),
    ]  # fmt: skip
    assert [(note.kind, note.text) for note in found.endnotes] == [("endnote", "cuối")]


def test_what_is_read_from_elsewhere_is_told_not_dropped(seen: Seen) -> None:
    found = seen(p(r("a")) + f"<w:altChunk {R} r:id='x'/>")

    assert found.unread == (("altChunk", (0, 1)),)


def test_paths_lead_to_the_elements(seen: Seen) -> None:
    tagged = p(f"<w:smartTag>{r('b')}</w:smartTag>")
    body = (
        f"<w:sdt><w:sdtContent>{p('<!-- x -->' + r('a'))}</w:sdtContent></w:sdt>"
        f"<w:tbl><w:tr><w:tc>{tagged}</w:tc></w:tr></w:tbl>"
    )
    root = parse("x", f"<w:document {NS}><w:body>{body}</w:body></w:document>".encode())

    for index, paragraph in enumerate(seen(body).paragraphs()):
        (run,) = paragraph.runs
        assert paragraph.index == index
        assert find(root, paragraph.path).tag == w("p")
        assert find(root, run.path).tag == w("r")
        assert "".join(find(root, run.path).itertext()) == run.text
