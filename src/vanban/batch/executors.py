"""Where work is done: in this process, or in several."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import AbstractContextManager
from multiprocessing import parent_process
from typing import TypeVar

from vanban.processors import available

_T = TypeVar("_T")
_R = TypeVar("_R")

PAYS_FROM = 24
"""Fewer files than this are done sooner than another process starts."""

_CHUNK = 16
_TURNS = 8
"""Each process gets so many chunks at least, where there are enough: none works long alone."""
_AHEAD = 4
"""So many chunks for each process are at work or done and not yet taken."""

Make = Callable[[int | None, str | None], AbstractContextManager[Executor]]
"""Makes an executor of a number of jobs and an address, each None where nobody said."""


def each(
    function: Callable[[_T], _R],
    items: Sequence[_T],
    jobs: int | None = None,
    make: Make | None = None,
    address: str | None = None,
) -> Iterator[_R]:
    """What a function makes of each item, in the order of the items.

    Args:
        function: a function of a module, or a picklable object, that can be called elsewhere.
        items: plain data.
        jobs: the number of processes; None takes the processors there are, when it pays.
        make: makes what the work is done by, whatever its amount; None: processes of this
            machine, or this process alone where more do not pay.
        address: where that is, for what is elsewhere.
    """
    workers = jobs or (available() if len(items) >= PAYS_FROM or make else 1)
    if make is None and (workers == 1 or len(items) < 2):
        yield from map(function, items)
        return
    size = max(1, min(_CHUNK, len(items) // (_TURNS * workers)))
    chunks = (items[at : at + size] for at in range(0, len(items), size))
    with (make or processes)(jobs or min(workers, len(items)), address) as pool:
        yield from _in_order(pool, function, chunks, _AHEAD * workers)


def _in_order(
    pool: Executor, function: Callable[[_T], _R], chunks: Iterable[Sequence[_T]], ahead: int
) -> Iterator[_R]:
    """Results chunk by chunk; only so many chunks are ahead of what was taken."""
    waiting: deque[Future[list[_R]]] = deque()
    for chunk in chunks:
        waiting.append(pool.submit(_chunk, function, chunk))
        if len(waiting) > ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def as_done(
    pool: Executor, function: Callable[[_T], _R], items: Iterable[_T], ahead: int
) -> Iterator[tuple[_T, Future[_R]]]:
    """Each item with its future when it is done; only so many are handed out at once.

    When a process has died no more are handed out; what was comes back as broken.
    """
    waiting: dict[Future[_R], _T] = {}
    for item in items:
        future = _submitted(pool, function, item)
        waiting[future] = item
        if len(waiting) >= ahead or future.done():
            done = list(_done(waiting))
            yield from done
            if any(isinstance(each.exception(), BrokenExecutor) for _item, each in done):
                break
    while waiting:
        yield from _done(waiting)


def _submitted(pool: Executor, function: Callable[[_T], _R], item: _T) -> Future[_R]:
    """The future of an item; one that is broken already where the pool is."""
    try:
        return pool.submit(function, item)
    except BrokenExecutor as error:
        future: Future[_R] = Future()
        future.set_exception(error)
        return future


def _done(waiting: dict[Future[_R], _T]) -> Iterator[tuple[_T, Future[_R]]]:
    done, _others = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        yield waiting.pop(future), future


def _chunk(function: Callable[[_T], _R], items: Sequence[_T]) -> list[_R]:
    return list(map(function, items))


def processes(jobs: int | None, address: str | None) -> Executor:
    """Processes of this machine; ``address`` means nothing to them."""
    return ProcessPoolExecutor(jobs or available(), initializer=_settle_in)


def _settle_in() -> None:
    """Leave Ctrl-C to the parent, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    """End this process when the one that started it is gone, however that was."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
