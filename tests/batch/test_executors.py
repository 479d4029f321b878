"""Work in this process and in several: the same results in the same order."""

from __future__ import annotations

import os

import pytest

from vanban.batch import executors
from vanban.batch.executors import each
from vanban.processors import available


def doubled(number: int) -> int:
    return 2 * number


def process(_number: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("jobs", [None, 1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int | None) -> None:
    assert list(each(doubled, range(50), jobs)) == [2 * number for number in range(50)]


def test_few_items_are_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executors, "available", lambda: 2)
    assert set(each(process, range(executors.PAYS_FROM - 1))) == {os.getpid()}


def test_asking_for_processes_gives_them() -> None:
    assert os.getpid() not in set(each(process, range(4), 2))


def test_there_is_a_processor() -> None:
    assert available() >= 1
