"""Where work is done: in this process, or in several."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

_T = TypeVar("_T")
_R = TypeVar("_R")

PAYS_FROM = 24
"""Fewer files than this are done sooner than another process starts."""

_CHUNK = 16


def each(
    function: Callable[[_T], _R], items: Sequence[_T], jobs: int | None = None
) -> Iterator[_R]:
    """What a function makes of each item, in the order of the items.

    Args:
        function: a function of a module, or a picklable object, that can be called elsewhere.
        items: plain data.
        jobs: the number of processes; None takes the processors there are, when it pays.
    """
    processes = jobs or (available() if len(items) >= PAYS_FROM else 1)
    if processes == 1 or len(items) < 2:
        yield from map(function, items)
        return
    chunk = max(1, min(_CHUNK, len(items) // (2 * processes)))
    with ProcessPoolExecutor(min(processes, len(items))) as pool:
        yield from pool.map(function, items, chunksize=chunk)


def available() -> int:
    """The number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
