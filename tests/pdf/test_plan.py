"""Which files the next process gets, and which are tried again."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.pdf import plan
from vanban.pdf.plan import Item, Plan


def items(count: int) -> list[Item]:
    return [Item(Path(f"{number}.docx"), Path(f"{number}.pdf")) for number in range(count)]


def names(taken: list[Item]) -> str:
    return "".join(item.source.stem for item in taken)


def drained(planned: Plan) -> list[str]:
    """All that is still planned, process by process."""
    return list(iter(lambda: names(planned.take()), ""))


@pytest.mark.parametrize(
    ("count", "processes", "shares"),
    [(0, 2, []), (1, 4, ["0"]), (5, 2, ["012", "34"]), (4, 1, ["0123"])],
)
def test_files_are_shared_evenly(count: int, processes: int, shares: list[str]) -> None:
    assert drained(Plan(items(count), processes)) == shares


def test_no_process_gets_more_than_the_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "MOST", 2)
    assert drained(Plan(items(5), 1)) == ["01", "23", "4"]


def test_of_a_broken_process_the_file_after_the_last_good_one_is_to_blame() -> None:
    planned = Plan(items(4), 1)
    taken = planned.take()
    assert planned.left(taken, [2, 3], 1, broke=True) == []
    assert drained(planned) == ["3", "2"]


def test_a_file_that_a_process_passed_over_is_to_blame_too() -> None:
    planned = Plan(items(4), 1)
    taken = planned.take()
    assert planned.left(taken, [0, 2, 3], 1, broke=True) == []
    assert drained(planned) == ["3", "0", "2"]


def test_of_a_process_that_ended_well_all_that_is_undone_is_to_blame() -> None:
    planned = Plan(items(4), 1)
    taken = planned.take()
    assert planned.left(taken, [1, 3], 2, broke=False) == []
    assert drained(planned) == ["1", "3"]


def test_a_file_fails_for_good_the_second_time() -> None:
    planned = Plan(items(1), 1)
    assert planned.left(planned.take(), [0], -1, broke=True) == []
    again = planned.take()
    assert names(planned.left(again, [0], -1, broke=True)) == "0"
    assert planned.take() == []


def test_everything_that_waits_can_be_taken_at_once() -> None:
    planned = Plan(items(3), 3)
    planned.left(planned.take(), [0], -1, broke=True)
    assert names(planned.everything()) == "120"
    assert planned.take() == []
