"""The LibreOffice processes of one call, and the files that wait for them."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from vanban import outputs
from vanban.errors import Problem, VanbanError
from vanban.messages import _
from vanban.pdf import documents, outcome, probe, profile
from vanban.pdf.outcome import Converted
from vanban.pdf.plan import Item, Plan
from vanban.pdf.running import Made, Run

PAUSE = 0.02
"""Seconds between two looks at what the processes have done."""

_PDFA = b"<pdfaid:part>2<"


class Order(Struct, frozen=True):
    """What is asked for, the same for each file.

    Attributes:
        program: LibreOffice.
        processes: how many of it.
        seconds: the longest time for a file.
        pdfa: whether PDF/A-2b is wanted.
        force: whether existing PDFs may be replaced.
    """

    program: str
    processes: int
    seconds: float
    pdfa: bool = False
    force: bool = False


class Work:
    """The processes at work, and what is still to do."""

    def __init__(self, order: Order, items: Iterable[Item], folder: Path) -> None:
        """Prepare the work; ``folder`` is private and somebody removes it afterwards."""
        self._order = order
        self._folder = folder
        self._plan = Plan(items, order.processes)
        self._runs: list[tuple[Run, list[Item]]] = []
        self._profiles: list[Path] = []
        self._count = 0
        self._works: bool | None = None  # not known before it has made something

    def results(self) -> Iterator[Converted]:
        """Do it all: what came of each file, as it comes."""
        try:
            while True:
                yield from self._start()
                if not self._runs:
                    return
                time.sleep(PAUSE)
                yield from self._look()
        finally:
            self._stop()

    def _start(self) -> Iterator[Converted]:
        """Start processes, as many as may be and as there are files for."""
        while len(self._runs) < self._order.processes:
            taken = self._plan.take()
            if not taken:
                return
            run = self._new()
            ready: list[Item] = []
            for item in taken:
                problem = self._prepared(item, run.file(len(ready)))
                if problem:
                    yield outcome.result(item, problem)
                else:
                    ready.append(item)
            if ready:
                yield from self._started(run, ready)

    def _look(self) -> Iterator[Converted]:
        """What the processes have done since the last time."""
        for entry in tuple(self._runs):
            run, items = entry
            for made in run.poll():
                self._works = True
                yield self._placed(items[made.index], made)
            if run.over:
                self._runs.remove(entry)
                yield from self._ended(run, items)

    def _stop(self) -> None:
        """End all processes, at once."""
        for run, _items in self._runs:
            run.kill()
        self._runs.clear()

    def _new(self) -> Run:
        """A run with a profile that no other one uses; one that was used before starts sooner."""
        self._count += 1
        free = self._profiles.pop() if self._profiles else None
        own = free or self._folder / f"profile-{self._count}"
        if not free:
            profile.write(own, pdfa=self._order.pdfa)
        folder = self._folder / str(self._count)
        return Run(self._order.program, folder, own, self._order.seconds)

    def _prepared(self, item: Item, place: Path) -> Problem | None:
        """Put a file where its process reads it; why it cannot be converted."""
        try:
            data = documents.read(item.source)
            outputs.refuse(item.target, force=self._order.force)
            place.write_bytes(data)
        except VanbanError as error:
            return error.problems[0]
        except OSError as error:
            return outcome.no_room(item, error)
        return None

    def _started(self, run: Run, items: list[Item]) -> Iterator[Converted]:
        self._runs.append((run, items))
        try:
            run.start(len(items))
        except OSError as error:
            self._runs.pop()
            reason = _("Không chạy được LibreOffice: {reason}.").format(reason=outputs.cause(error))
            yield from self._given_up(items, reason)

    def _placed(self, item: Item, made: Made) -> Converted:
        """Put a PDF in its place."""
        problem = None
        try:
            data = made.path.read_bytes()
            with suppress(OSError):  # Windows: the process has it open still
                made.path.unlink()
            if self._order.pdfa and _PDFA not in data:
                problem = outcome.too_old(item)
            else:
                outputs.write(item.target, data, force=self._order.force)
        except VanbanError as error:
            problem = error.problems[0]
        except OSError as error:
            problem = outcome.no_room(item, error)
        return outcome.result(item, problem, made.seconds)

    def _ended(self, run: Run, items: list[Item]) -> Iterator[Converted]:
        """Go on after a process: its profile is free, its files are not needed any more."""
        if run.code == 0:
            self._profiles.append(run.profile)
        else:
            shutil.rmtree(run.profile, ignore_errors=True)
        if run.left:
            yield from self._undone(run, items)
        shutil.rmtree(run.folder, ignore_errors=True)

    def _undone(self, run: Run, items: list[Item]) -> Iterator[Converted]:
        """Plan again what a process left undone, where there is hope."""
        reason = outcome.ending(run.code, self._order.seconds, run.folder)
        if self._works is None:
            self._works = self._proved()
        if not self._works:
            yield from self._given_up([items[index] for index in run.left], reason)
            return
        for item in self._plan.left(items, run.left, run.last, run.code != 0):
            yield outcome.failed(item, reason, slow=run.code is None)

    def _proved(self) -> bool:
        """Whether LibreOffice converts a file of our own: the fault lies with the others."""
        run = self._new()
        entry: tuple[Run, list[Item]] = (run, [])
        self._runs.append(entry)  # so that `_stop` ends it too
        try:
            run.file(0).write_bytes(probe.document("Times New Roman", probe.TITLE))
            run.start(1)
        except OSError:
            run.kill()
        while not run.over:
            time.sleep(PAUSE)
            for _made in run.poll():
                pass
        self._runs.remove(entry)
        return run.last == 0

    def _given_up(self, items: Iterable[Item], reason: str) -> Iterator[Converted]:
        """LibreOffice does not work here: nothing that waits is tried."""
        for item in (*items, *self._plan.everything()):
            yield outcome.hopeless(item, reason)
