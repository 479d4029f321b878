"""JSON Lines as tables: what each line may be, and what is told of one that is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from vanban.sources.rows import json_lines, table
from vanban.sources.rows.table import Row

Make = Callable[..., Path]
Read = Callable[..., list[Row]]
Refused = Callable[..., str]


def test_values_are_texts_as_they_are_typed(write: Make) -> None:
    path = write(
        "a.jsonl",
        '{"ho_ten": "Nguyễn Văn An", "so": 12.50, "ky": {"Họ tên": "B"}, "nghi": true}\n'
        '\n{"Họ tên": " C ", "so": null, "kinh_gui": ["Sở A", "Sở B"]}\n',
    )

    with table.opened(str(path)) as opened:
        assert opened.columns == ("ho_ten", "so", "ky.Họ tên", "nghi", "kinh_gui")
        assert [(row.number, row.values) for row in opened.rows] == [
            (1, ("Nguyễn Văn An", "12.50", "B", "có", "")),
            (3, ("C", "", "", "", "Sở A\nSở B")),
        ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"ho_ten": "A",}', "a.jsonl:2:15: Thừa dấu phẩy"),
        ('{"ho_ten": "A"', "a.jsonl:2:1: "),
        ("Nguyễn Văn An", "a.jsonl:2"),
        ('"A"', "a.jsonl:2: Dòng này không phải là một bản ghi."),
        ('{"ho_ten": NaN}', "a.jsonl:2:12: "),
        ('{"ho_ten": "A", "Họ tên": "B"}', "a.jsonl:2: Khóa «Họ tên» trống hoặc có hai lần."),
        ('{"": "A"}', "a.jsonl:2: Khóa «» trống"),
        ('{"a": [["b"]]}', "a.jsonl:2: Khóa «a» là danh sách của danh sách."),
        ('{"a": [{"b": 1}]}', "a.jsonl:2: Khóa «a» là danh sách của danh sách."),
        ('{"a": ' * 5000 + "1" + "}" * 5000, "a.jsonl:2"),
        ('{"ho_ten": "a\\u0007"}', "a.jsonl:2: Khóa «ho_ten»: Có ký tự U+0007"),
        ('{"ho_ten": "a\\ud800"}', "a.jsonl:2: Khóa «ho_ten»: Có ký tự U+D800"),
    ],
)
def test_a_line_that_is_no_record_is_a_fault_of_that_row_alone(
    write: Make, rows: Read, line: str, told: str
) -> None:
    path = write("a.jsonl", f'{{"ho_ten": "A"}}\n{line}\n{{"ho_ten": "B"}}\n')

    before, bad, after = rows(path)

    (problem,) = bad.problems({0})
    assert str(problem).replace(f"{path.parent}/", "").startswith(told)
    assert problem.advice
    assert [before.values[0], after.values[0]] == ["A", "B"]
    assert before.problems({0}) == after.problems({0}) == ()


def test_a_key_that_comes_late_is_a_column_too(write: Make) -> None:
    path = write("a.jsonl", '{"a": 1}\n' * 300 + '{"b": 2}\n')

    with table.opened(str(path)) as opened:
        assert opened.columns == ("a", "b")


def test_a_list_of_records_is_named_as_such(write: Make, refused: Refused) -> None:
    assert "là một danh sách JSON" in refused(write("a.jsonl", '[{"a": 1},\n{"a": 2}]'))


def test_a_file_without_records_tells_its_first_problem(write: Make, refused: Refused) -> None:
    assert refused(write("a.jsonl", '{\n  "a": 1\n}\n')).startswith("a.jsonl:1")
    assert "không có dòng dữ liệu nào" in refused(write("a.jsonl", "{}\n{}\n"))


def test_endless_lines_and_columns_are_refused(
    write: Make, refused: Refused, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_lines, "MOST_COLUMNS", 2)
    assert "hơn 2 khóa" in refused(write("a.jsonl", '{"a": 1, "b": 2, "c": 3}'))

    monkeypatch.setattr(json_lines, "_LONGEST", 20)
    assert refused(write("a.jsonl", '{"a": 1}\n{"a": "' + "x" * 30)).startswith(
        "a.jsonl:2: Dòng dài"
    )
