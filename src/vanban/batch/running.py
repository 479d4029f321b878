"""Running a batch: ranges of items are handed out, what comes back is told as it comes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from vanban.batch import spool
from vanban.batch.executors import Make, as_done, processes
from vanban.batch.jobs import Item, Job, Outcome, Status
from vanban.batch.journal import Journal
from vanban.batch.resuming import clean
from vanban.batch.spool import Range, Spool
from vanban.batch.work import work
from vanban.messages import _
from vanban.processors import available

PAYS_FROM = 40
"""Fewer documents than this are made sooner than another process starts."""

AHEAD = 2
"""So many ranges for each process are handed out at once."""

LONGEST_RANGE = 100


def range_size(count: int, workers: int) -> int:
    """How many items a range has: small enough that all processes have work to the end."""
    return max(1, min(LONGEST_RANGE, count // (8 * workers)))


def run(
    job: Job,
    spooled: Spool,
    journal: Journal | None = None,
    *,
    jobs: int | None = None,
    make: Make | None = None,
    address: str | None = None,
) -> Iterator[list[Outcome]]:
    """Make the documents of a spool; the outcomes of a range at a time, as they come.

    Args:
        job: what is the same for all.
        spooled: the items.
        journal: where it is told what happens; None for a look without traces.
        jobs: the number of processes; None takes the processors there are, when it pays.
        make: makes what the work is done by; None: processes of this machine, or this one.
        address: where that is, for what is elsewhere.
    """
    workers = jobs or (available() if spooled.count >= PAYS_FROM else 1)
    size = range_size(spooled.count, workers)
    parts = _told(spooled, size, journal)
    if make is None and workers == 1:
        for part in parts:
            yield _noted(_work(job, spooled.path, part), journal)
        return
    function = partial(_work, job, spooled.path)
    more = True
    while more:
        lost: list[Range] = []
        with (make or processes)(workers, address) as pool, _given_up(pool):
            for outcomes in _outcomes(pool, function, parts, lost, AHEAD * workers):
                yield _noted(outcomes, journal)
        more = bool(lost)
        for outcome in _one_by_one(job, spooled.path, lost):
            yield _noted([outcome], journal)


@contextmanager
def _given_up(pool: Executor) -> Iterator[None]:
    """When a batch is stopped, what no process has begun is not begun."""
    try:
        yield
    except BaseException:
        with suppress(TypeError):  # executors of before Python 3.9 cannot give up
            pool.shutdown(wait=True, cancel_futures=True)
        raise


def _told(spooled: Spool, size: int, journal: Journal | None) -> Iterator[Range]:
    """The ranges, each told to the journal before it is handed out."""
    for part in spooled.joined(size):
        if journal:
            journal.begin(item.output for item in spool.read(spooled.path, part))
        yield part


def _noted(outcomes: list[Outcome], journal: Journal | None) -> list[Outcome]:
    if journal:
        journal.add(outcomes)
    return outcomes


def _outcomes(
    pool: Executor,
    function: Callable[[Range], list[Outcome]],
    parts: Iterator[Range],
    lost: list[Range],
    ahead: int,
) -> Iterator[list[Outcome]]:
    """What comes back from a pool; ranges that went down with a process are ``lost``."""
    for part, future in as_done(pool, function, parts, ahead):
        try:
            yield future.result()
        except BrokenExecutor:
            lost.append(part)


def _work(job: Job, path: str, part: Range) -> list[Outcome]:
    return work(job, spool.read(path, part))


def _one_by_one(job: Job, path: str, lost: list[Range]) -> Iterator[Outcome]:
    """The documents of ranges that went down with a process, one at a time.

    The process that makes them lasts while they do not kill it; whichever does, the others
    are made. What was left unfinished is removed.
    """
    items = deque(item for part in lost for item in spool.read(path, part))
    folders = {Path(item.output).parent for item in items}
    while items:
        with processes(1, None) as pool:
            yield from _until_it_dies(pool, job, items)
    clean(folders)


def _until_it_dies(pool: Executor, job: Job, items: deque[Item]) -> Iterator[Outcome]:
    while items:
        item = items.popleft()
        try:
            (outcome,) = pool.submit(work, job, [item]).result()
        except BrokenExecutor:
            yield _deadly(item)
            return
        yield outcome


def _deadly(item: Item) -> Outcome:
    reason = _("Tiến trình dừng đột ngột (hết bộ nhớ?).")
    return Outcome(item.number, item.output, item.digest, Status.FAILED, reasons=(reason,))
