"""Running: ranges handed out, and what happens when a process dies."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

import pytest

from vanban.batch import running, spool
from vanban.batch.jobs import Item, Job, Outcome, Status

pytestmark = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(),
    reason="the work is replaced in processes that are copies of this one",
)
JOB = Job("1", os.getcwd())


def forked(jobs: int | None, _address: str | None) -> Executor:
    return ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context("fork"))


def dying(_job: Job, items: Sequence[Item]) -> list[Outcome]:
    """Work that takes its process down with item 7."""
    if any(item.number == 7 for item in items):
        os._exit(9)
    return [Outcome(item.number, item.output, "", Status.DONE) for item in items]


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_process_that_dies_takes_one_document_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "work", dying)
    monkeypatch.setattr(running, "processes", forked)
    spooled = spool.write(tmp_path / "s", (Item(n, f"{n}.docx") for n in range(30)))
    outcomes = [o for some in running.run(JOB, spooled, jobs=2, make=forked) for o in some]
    lost = [o for o in outcomes if not o.rendered]
    assert sorted(o.number for o in outcomes) == list(range(30))
    assert [o.number for o in lost] == [7]
    assert "dừng đột ngột" in lost[0].reasons[0]


@pytest.mark.parametrize(("count", "workers", "size"), [(5, 2, 1), (160, 2, 10), (50_000, 8, 100)])
def test_ranges_are_small_enough_to_keep_all_at_work(count: int, workers: int, size: int) -> None:
    assert running.range_size(count, workers) == size
