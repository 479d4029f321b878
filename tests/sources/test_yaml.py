"""YAML into nodes."""

from __future__ import annotations

import json

import pytest
import yaml as pyyaml
from hypothesis import example, given
from hypothesis import strategies as st

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.model.origin import Note
from vanban.sources import yaml, yaml_events
from vanban.sources.nodes import Items, Node, Pairs, Scalar
from vanban.sources.text import clean, plain_breaks
from vanban.viet.text import nfc

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff")
BODY_LINES = st.text(LETTERS | st.just("\t"), max_size=30)


@pytest.fixture(params=[pyyaml.CSafeLoader, pyyaml.SafeLoader], ids=["libyaml", "pure"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "LOADER", request.param)


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return None if node.absent else node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.pairs}


def value(text: str) -> Scalar:
    """The first value of a text."""
    node = yaml.parse(text, "a.yaml")[0].pairs[0][1]
    assert isinstance(node, Scalar)
    return node


def notes(text: str) -> tuple[Note, ...]:
    return yaml.parse(text, "a.yaml")[1]


def refused(text: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        yaml.parse(text, "a.yaml")
    return caught.value


def problems(text: str) -> tuple[Problem, ...]:
    try:
        yaml.parse(text, "a.yaml")
    except SourceError as error:
        return error.problems
    return ()


def message(text: str) -> str:
    """The one refusal of a text: its line and column, message and advice."""
    (problem,) = refused(text).problems
    assert problem.advice
    return str(problem).removeprefix("a.yaml:")


@pytest.mark.usefixtures("either_parser")
def test_records_lists_and_texts_are_read() -> None:
    text = "a: x\nb:\n- y\n- [z, t]\nc:\n  d: |\n    e\n    f\n  g: {h: 'i', k: \"l\"}\n"
    assert plain(yaml.parse(text, "a.yaml")[0]) == {
        "a": "x",
        "b": ["y", ["z", "t"]],
        "c": {"d": "e\nf\n", "g": {"h": "i", "k": "l"}},
    }


@pytest.mark.parametrize("typed", ["08", "12:30", "no", "0912345678", "2022-11-07", "1e3", "true"])
def test_scalars_stay_what_was_typed(typed: str) -> None:
    assert value(f"a: {typed}").value == typed


@pytest.mark.parametrize("typed", ["", " ", " ~", " null", " # ghi chú"])
def test_nothing_written_is_absent(typed: str) -> None:
    assert value(f"a:{typed}").absent


@pytest.mark.parametrize("typed", ["''", '"null"', "'~'", "|", "không"])
def test_a_written_value_is_not_absent(typed: str) -> None:
    assert not value(f"a: {typed}").absent


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("typed", "style", "column"),
    [
        ("Kế hoạch", "plain", 8),
        ("“ế” # x", "plain", 8),
        ("'Kế: x'", "quoted", 9),
        ('"ế😀"', "quoted", 9),
    ],
)
def test_a_value_on_one_line_stands_exactly_in_the_source(
    typed: str, style: str, column: int
) -> None:
    text = f"# ế😀\n\nKhóa: {typed}\n".replace("Khóa: ", "Khóa:  ")
    found = value(text)
    offset = found.span.source_offset(0)
    assert offset is not None
    assert text.startswith(found.value, offset)
    assert (found.style, found.place) == (style, Place("a.yaml", 3, column))


@pytest.mark.parametrize("typed", ["'a''b'", '"a\\tb"', "a\n  b", "'a\n  b'", ">\n  a\n  b", "~"])
def test_a_value_spelt_differently_is_not_exact(typed: str) -> None:
    found = value(f"a: {typed}")
    assert not found.span.exact
    assert found.place == Place("a.yaml", 1, 4)


@pytest.mark.parametrize("header", ["|", "|-", "|+", "|2", "|  # chữ"])
def test_lines_of_a_literal_block_stand_exactly_in_the_source(header: str) -> None:
    text = f"a: {header}\n  Kế hoạch\n\n    😀 thụt\n  cuối\n\nb: 1"
    found = value(text)
    assert found.span.exact
    assert found.span.place(found.value.index("cuối")) == Place("a.yaml", 5, 3)
    assert found.span.place(found.value.index("thụt") - 4) == Place("a.yaml", 4, 3)


@pytest.mark.usefixtures("either_parser")
@given(st.lists(BODY_LINES, min_size=1), st.integers(1, 6))
def test_every_character_of_a_literal_block_is_found_in_the_source(
    lines: list[str], indent: int
) -> None:
    margin = " " * indent
    body = "".join(f"{margin}{line}\n" if line else "\n" for line in ["ế", *lines])
    source, _notes = clean(f"x: 1\na: |\n{body}b: 2\n", "a.yaml")
    found = yaml.parse(source, "a.yaml")[0].pairs[1][1]
    assert isinstance(found, Scalar)
    assert found.span.exact
    for at, character in enumerate(found.value.rstrip("\n")):
        offset = found.span.source_offset(at)
        assert offset is not None
        assert source[offset] == character


@given(st.text(LETTERS | st.sampled_from("\n\t")))
def test_any_text_in_double_quotes_comes_back(text: str) -> None:
    typed = json.dumps(text, ensure_ascii=False)
    assert nfc(value(f"a: {typed}").value) == plain_breaks(nfc(text))


@given(st.text(LETTERS))
def test_any_line_in_single_quotes_comes_back(text: str) -> None:
    typed = text.replace("'", "''")
    assert nfc(value(f"a: '{typed}'").value) == plain_breaks(nfc(text))


@pytest.mark.usefixtures("either_parser")
@example("a: 1\n\x85b: 2")
@example('a: "\\U00110000"')
@example("a: \ud800")
@example("\ufeffa: |\n x")
@given(st.text() | st.text("a:b -|>[]{}#&*!%@`'\"\\\n\t,?~<\u2028\x85ế0123x"))
def test_any_text_is_read_or_refused(text: str) -> None:
    assert all(problem.place and problem.advice for problem in problems(text))


@pytest.mark.usefixtures("either_parser")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: Về việc: họp", "1:11: Giá trị có dấu hai chấm"),
        ("a: 1\n b: 2", "2:3: Không thể có khóa ở đây"),
        ("a: @nhan", "1:4: Giá trị không được bắt đầu bằng “@”"),
        ("a: `x", "1:4: Giá trị không được bắt đầu bằng “`”"),
        ("a: %d", "1:4: Giá trị không được bắt đầu bằng “%”"),
        ("a: - x", "1:4: Giá trị không được bắt đầu bằng “-”"),
        ("a: }", "1:4: Giá trị không được bắt đầu bằng “}”"),
        ("a: {{ so }}", "1:5: “{{” ở đầu giá trị phải nằm trong dấu nháy"),
        ("a: {{ so }}/KH", "1:5: “{{” ở đầu giá trị phải nằm trong dấu nháy"),
        ("a:\n\tb: 1", "2:1: Thụt lề bằng phím Tab"),
        ("a: |\n\tb", "2:1: Thụt lề bằng phím Tab"),
        ("a: *x", "1:4: “*” ở đầu giá trị"),
        ("a: *nghiêng*", "1:4: “*” ở đầu giá trị"),
        ("a: &x 1", "1:4: “&” ở đầu giá trị"),
        ("a: !!str 1", "1:4: “!” ở đầu giá trị"),
        ("a: 1\n<<: 2", "2:1: Không dùng được khóa gộp"),
        ('a: 1\nb: "x\nc: 2', '2:4: Dấu nháy " mở ở đây chưa được đóng'),
        ("a: 'x", "1:4: Dấu nháy ' mở ở đây chưa được đóng"),
        ('a: "Luật "Đất đai""', '1:11: Có chữ sau dấu “"” đóng'),
        ("a: [Bổ sung] kế hoạch", "1:14: Có chữ sau dấu “]” đóng"),
        ("a: [x", "1:4: Dấu “[” mở ở đây chưa được đóng"),
        ("a: {x: 1", "1:4: Dấu “{” mở ở đây chưa được đóng"),
        ("a: [x,\n", "2:1: Dữ liệu kết thúc khi"),
        ("a: > 50 người", "1:4: Sau dấu “>” không được có chữ"),
        ("a: x\nfoo\nb: 1", "2:1: Dòng này không có dạng"),
        ("a: |\n    x\n  y\n", "3:3: Thụt lề của dòng này không khớp"),
        (": x", "1:1: Khóa phải là chữ"),
        ("? [a]\n: 1", "1:3: Khóa phải là chữ"),
        ("? |\n  a\n: 1", "2:3: Khóa phải là chữ"),
        ("~: 1", "1:1: Khóa phải là chữ"),
        ("- a", "1:1: Tệp phải là một bản ghi"),
        ("chữ", "1:1: Tệp phải là một bản ghi"),
        ("# ghi chú", " Chưa có khóa và giá trị nào"),
        ("---\n", " Chưa có khóa và giá trị nào"),
        ("a: 1\n---\nb: x: y", "2:1: Dấu “---” mở văn bản thứ hai"),
        ('a: "\\a"', "1:4: Ký tự U+0007"),
        ("a: [" + "[" * 40, "1:33: Dữ liệu lồng nhau quá 30 tầng"),
        ("%YAML 9.9\n---\na: 1", "1:1: Cú pháp YAML không đúng"),
    ],
)
def test_what_is_not_understood_is_refused_at_its_place(text: str, expected: str) -> None:
    assert message(text).startswith(expected)


@pytest.mark.parametrize("text", ["loai:cong-van", "a: x\nso:12\nb: 1"])
def test_a_colon_without_a_space_is_recognised(text: str) -> None:
    assert "Sau dấu hai chấm của khóa phải có một dấu cách" in message(text)


def test_a_bad_escape_is_refused_at_the_backslash() -> None:
    assert message('a: "C:\\quy"').startswith("1:7: Dấu “\\”")


def test_a_directive_is_refused() -> None:
    assert message("%x").startswith("1:1: Dòng bắt đầu bằng “%”")


def test_all_duplicate_keys_are_told_with_the_place_of_the_first() -> None:
    found = refused("trich_yeu: 1\nb:\n  c: 1\n  c: 2\nTrích yếu: 3\n").problems
    assert [str(p).split(" Giữ")[0] for p in found] == [
        "a.yaml:4:3: Khóa “c” đã có ở dòng 3.",
        "a.yaml:5:1: Khóa “Trích yếu” là một với khóa “trich_yeu” ở dòng 1.",
    ]


def test_keys_of_different_records_do_not_collide() -> None:
    assert plain(yaml.parse("a: {b: 1}\nc: {b: 2}", "a.yaml")[0]) == {
        "a": {"b": "1"},
        "c": {"b": "2"},
    }


def test_too_many_values_are_refused() -> None:
    assert "200000 giá trị" in message("a:\n" + "- x\n" * 200_001)


def test_thirty_levels_are_read() -> None:
    root, _notes = yaml.parse("a: " + "[" * 29 + "]" * 29, "a.yaml")
    assert isinstance(root, Pairs)


def test_small_letters_after_a_comma_in_brackets_are_noted() -> None:
    assert notes('a: [các sở, ban ngành, UBND xã, "tất cả"]') == (
        Note("cat-phay", Place("a.yaml", 1, 13), "ban ngành"),
    )


def test_a_comment_that_cuts_a_value_is_noted() -> None:
    assert notes("a: Kế hoạch #5 năm\nb: #7\n") == (
        Note("cat-chu-thich", Place("a.yaml", 1, 13), "#5 năm"),
        Note("cat-chu-thich", Place("a.yaml", 2, 4), "#7"),
    )


@pytest.mark.parametrize("text", ["a: x # ghi chú", "a: '#5'", "#5\na: x", "a: x#5", "a: x ##"])
def test_other_comments_are_not_noted(text: str) -> None:
    assert notes(text) == ()
