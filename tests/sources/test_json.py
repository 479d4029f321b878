"""JSON into nodes."""

from __future__ import annotations

import json as standard
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.errors import SourceError
from vanban.location import Place
from vanban.sources import json
from vanban.sources.nodes import Items, Node, Scalar
from vanban.viet.text import nfc

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\ufffe\uffff")
TEXT = st.text(LETTERS | st.sampled_from("\n\t"))
FOLDED = st.text("abcdefgh", min_size=1)
DATA = st.dictionaries(
    FOLDED,
    st.recursive(
        TEXT, lambda inner: st.lists(inner) | st.dictionaries(FOLDED, inner), max_leaves=10
    ),
)


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return None if node.absent else node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {key.value: plain(value) for key, value in node.pairs}


def read(text: str) -> object:
    root, notes = json.parse(text, "a.json")
    assert notes == ()
    return plain(root)


def value(text: str) -> Scalar:
    node = json.parse(text, "a.json")[0].pairs[0][1]
    assert isinstance(node, Scalar)
    return node


def refused(text: str) -> str:
    with pytest.raises(SourceError) as caught:
        json.parse(text, "a.json")
    (problem,) = caught.value.problems
    assert problem.advice
    return str(problem).removeprefix("a.json:")


def composed(data: object) -> object:
    if isinstance(data, str):
        return nfc(data)
    if isinstance(data, list):
        return [composed(item) for item in data]
    assert isinstance(data, dict)
    return {key: composed(item) for key, item in data.items()}


def test_numbers_and_words_stay_what_was_typed() -> None:
    text = '{"a": 1.50, "b": -2e+3, "c": [true, false, null], "d": {}, "e": []}'
    assert read(text) == {"a": "1.50", "b": "-2e+3", "c": ["true", "false", None], "d": {}, "e": []}


def test_values_have_their_places() -> None:
    found = value('{\n  "khóa": "Kế hoạch"\n}')
    assert found.span.exact
    assert found.place == Place("a.json", 2, 12)
    assert found.style == "json"


def test_escapes_are_read_and_surrogate_pairs_joined() -> None:
    found = value('{"a": "\\ud83d\\ude00\\n\\u0065\\u0302\\u0301"}')
    assert (found.value, found.span.exact) == ("😀\nế", False)


def test_keys_may_be_long() -> None:
    key = "k" * 5000
    assert read(f'{{"{key}": "x"}}') == {key: "x"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": 1,}', "1:8: Thừa dấu phẩy trước “}”"),
        ('{"a": [1,\n]}', "1:9: Thừa dấu phẩy trước “]”"),
        ("{'a': 1}", "1:2: JSON chỉ dùng dấu nháy kép thẳng"),
        ("{“a”: 1}", "1:2: JSON chỉ dùng dấu nháy kép thẳng"),
        ('{"a": 1} // x', "1:10: Có chữ sau dấu “}”"),
        ('{\n// x\n"a": 1}', "2:1: JSON không có chú thích"),
        ("# x\n{}", "1:1: JSON không có chú thích"),
        ("{a: 1}", "1:2: “a” không phải là khóa"),
        ('{"a" 1}', "1:6: Thiếu dấu hai chấm"),
        ('{"a": 1 "b": 2}', "1:9: Thiếu dấu phẩy"),
        ('{"a": [1}', "1:9: Thiếu dấu phẩy"),
        ('{"a": 08}', "1:7: “08” không phải là giá trị"),
        ('{"a": NaN}', "1:7: “NaN” không phải là giá trị"),
        ('{"a": }', "1:7: “}” không phải là giá trị"),
        ('{"a": {"b": 1', "1:7: Dấu “{” mở ở đây chưa được đóng"),
        ('{"a": ', "1:1: Dấu “{” mở ở đây chưa được đóng"),
        ('{"a": "x\ny"}', "1:7: Chuỗi mở ở đây không có dấu nháy kép đóng"),
        ('{"a": "x\ty"}', "1:9: Có dấu Tab trong chuỗi"),
        ('{"a": "x\\y"}', "1:9: Dấu “\\” mở một mã"),
        ('{"a": "\\ud83d"}', "1:7: Ký tự U+D83D"),
        ('{"a": "\\u0007"}', "1:7: Ký tự U+0007"),
        ("[1]", "1:1: Tệp phải là một bản ghi"),
        ('"x"', "1:2: Tệp phải là một bản ghi"),
        ("", " Chưa có khóa"),
        ('{"a": 1, "A": 2}', "1:11: Khóa “A” là một với khóa “a” ở dòng 1"),
        ('{"a":' + "[" * 5000, "1:35: Dữ liệu lồng nhau quá 30 tầng"),
    ],
)
def test_what_is_not_understood_is_refused_at_its_place(text: str, expected: str) -> None:
    assert refused(text).startswith(expected)


@given(TEXT, st.booleans())
def test_any_text_as_a_string_comes_back(text: str, ascii_only: bool) -> None:
    typed = standard.dumps(text, ensure_ascii=ascii_only)
    found = value(f'{{"a": {typed}}}')
    assert nfc(found.value) == nfc(text)


@given(DATA, st.sampled_from([None, 2]))
def test_any_data_come_back(data: dict[str, object], indent: int | None) -> None:
    assert composed(read(standard.dumps(data, indent=indent))) == composed(data)


@given(st.text() | st.text("{}[]\",:\\u0041-.eE \n\ttruefalsnl/#'"))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(SourceError):
        json.parse(text, "a.json")
