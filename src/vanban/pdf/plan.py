"""Which files the next process gets, and which ones are tried once more, alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

MOST = 200
"""So many files a process at most: starting another costs 1 s, and one that runs for hours
takes ever more memory."""


class Item(Struct, eq=False):
    """A file to convert.

    Attributes:
        source: the .docx.
        target: the .pdf to be.
        tried: whether it failed once already.
    """

    source: Path
    target: Path
    tried: bool = False


class Plan:
    """The files that wait. Those that failed come after all others, for they may take long."""

    def __init__(self, items: Iterable[Item], processes: int) -> None:
        """Plan for some processes that work at the same time."""
        self._fresh = deque(items)
        self._again: deque[Item] = deque()
        self._size = max(1, min(MOST, -(-len(self._fresh) // processes)))

    def take(self) -> list[Item]:
        """The files for the next process; none when nothing waits."""
        if self._fresh:
            return [self._fresh.popleft() for _ in range(min(self._size, len(self._fresh)))]
        return [self._again.popleft()] if self._again else []

    def everything(self) -> list[Item]:
        """All that wait; nothing does after that."""
        waiting = [*self._fresh, *self._again]
        self._fresh.clear()
        self._again.clear()
        return waiting

    def left(
        self, items: Sequence[Item], undone: Sequence[int], last: int, broke: bool
    ) -> list[Item]:
        """Plan again what a process left undone; the files that have now failed for good.

        A process takes its files in order. When it broke, the first one after the last that
        it made is to blame; those behind it were never tried.

        Args:
            items: all files that it had.
            undone: which of them it did not make, in order.
            last: the last one that it made; -1: none.
            broke: whether it crashed or hung; else it ended as it should.
        """
        suspect = next((index for index in undone if index > last), last) if broke else len(items)
        blamed = [items[index] for index in undone if index <= suspect]
        self._fresh.extendleft(items[index] for index in reversed(undone) if index > suspect)
        self._again.extend(item for item in blamed if not item.tried)
        failed = [item for item in blamed if item.tried]
        for item in blamed:
            item.tried = True
        return failed
