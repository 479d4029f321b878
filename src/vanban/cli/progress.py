"""How far a long command has got: a bar on a terminal, a line now and then in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from vanban.batch.durations import duration
from vanban.cli import console
from vanban.messages import _

EVERY = 10.0
"""So many seconds are between two lines in a log."""

Advance = Callable[[int], None]
"""Tells that so many more are done."""


@contextmanager
def progress(what: str, count: int) -> Iterator[Advance]:
    """Show progress while something is done.

    Args:
        what: what is being done, in a word or two.
        count: how many there are to do.
    """
    if count and sys.stderr and sys.stderr.isatty():
        with _bar(what, count) as advance:
            yield advance
    else:
        yield _Lines(what, count).advance


@contextmanager
def _bar(what: str, count: int) -> Iterator[Advance]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    start, done = time.monotonic(), 0
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=count, rate="")

        def advance(more: int) -> None:
            nonlocal done
            done += more
            bar.update(task, completed=done, rate=_rate(done, time.monotonic() - start))

        yield advance


class _Lines:
    """Plain lines for a log, none for what is done soon."""

    def __init__(self, what: str, count: int) -> None:
        self._what, self._count, self._done = what, count, 0
        self._start = self._last = time.monotonic()

    def advance(self, more: int) -> None:
        """Tell that so many more are done."""
        self._done += more
        now = time.monotonic()
        if now - self._last >= EVERY and self._done < self._count:
            self._last = now
            console.error(self._line(now - self._start))

    def _line(self, seconds: float) -> str:
        left = seconds / self._done * (self._count - self._done)
        told = _("{what}: {done}/{count}, {rate}, còn khoảng {left}")
        return told.format(
            what=self._what,
            done=self._done,
            count=self._count,
            rate=_rate(self._done, seconds),
            left=duration(left),
        )


def _rate(done: int, seconds: float) -> str:
    return _("{rate:.0f}/giây").format(rate=done / seconds) if seconds > 0 else ""
