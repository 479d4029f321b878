"""A batch that is ready to run: all is read, named, compared with what is there already."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from types import TracebackType
from typing import Self

from msgspec import Struct

from vanban import outputs
from vanban.batch import journal, pdfs, running, spool
from vanban.batch.executors import Make
from vanban.batch.jobs import Outcome
from vanban.batch.journal import Journal
from vanban.batch.planning import Plan
from vanban.batch.resuming import Left, clean
from vanban.batch.summary import Summary
from vanban.messages import _


class Ways(Struct, frozen=True):
    """How a batch is run.

    Attributes:
        jobs: the number of processes; None takes the processors there are, when it pays.
        make: makes what the work is done by; None: processes of this machine.
        address: where that is, for what is elsewhere.
        journal: the file of the journal; None: in the folder for results, or this one.
        resume: whether what runs before have made is kept.
        force: whether files may be replaced that no run before has made.
        pdf: the PDFs that are wished for.
    """

    jobs: int | None = None
    make: Make | None = None
    address: str | None = None
    journal: str | None = None
    resume: bool = False
    force: bool = False
    pdf: pdfs.Wish = pdfs.NO_WISH


class Batch:
    """A batch; used in a ``with``, which leaves no temporary file behind.

    Attributes:
        job: what is the same for all documents.
        summary: the numbers so far.
        left: how many documents are left to be made.
        there: number and file of each document that is there, when PDFs are made of them.
        journal: what happens is told to it; None for a look that writes nothing.
    """

    def __init__(self, plan: Plan, ways: Ways, directory: str | None) -> None:
        """Get ready; nothing is written but the journal's first lines and a temporary file.

        Args:
            plan: what is to be done.
            ways: how.
            directory: the folder for results; None: beside the sources.

        Raises:
            SourceError: the rest of the table cannot be read, or the journal is of another job.
            OutputError: two documents want one file, files are there, or a journal is.
        """
        self.job, self._ways = plan.job, ways
        self._folder = Path(directory or ".")
        self.summary = Summary(look=not self.job.write)
        self.there: list[tuple[int, str]] = []
        self._start = time.perf_counter()
        self.journal = self._opened() if self.job.write else None
        try:
            self._spool = self._prepared(plan)
        except BaseException:
            self._close(unused=True)
            raise

    def _opened(self) -> Journal:
        outputs.refuse_file_as_folder(self._folder)
        ways = self._ways
        path = Path(ways.journal) if ways.journal else self._folder / journal.NAME
        return Journal(path, self.job.id, resume=ways.resume, force=ways.force)

    def _prepared(self, plan: Plan) -> spool.Spool:
        """The items that are left, spooled; what killed runs have left is removed."""
        past = self.journal.past if self.journal else None
        if past and self.journal:
            home = self.journal.path.parent
            clean({(home / output).parent for output in (*past.begun, *past.outcomes)}, past.spools)
        left = Left(
            plan.items,
            past,
            force=self._ways.force or self.journal is None,
            files=self._files,
            key=self.journal.key if self.journal else str,
        )
        spooled = self._spooled(left)
        self.left = spooled.count
        self._note(left.kept)
        self.summary.keep(left.kept)
        self.summary.count = self.left + len(left.kept)
        self.summary.notices = [*plan.notices, *_of(left)]
        return spooled

    def _spooled(self, left: Left) -> spool.Spool:
        """The items in a temporary file, which is gone if they are refused."""
        handle, name = mkstemp(".tmp", ".vanban-batch-", self._home_of_spool())
        os.close(handle)
        path = os.path.abspath(name)
        if self.journal:
            self.journal.spool(path)
        try:
            return spool.write(Path(path), left)
        except BaseException:
            os.unlink(path)
            raise

    def _files(self, output: str) -> Iterable[str]:
        yield output
        if self._ways.pdf.beside:
            yield pdfs.beside(output)

    def _home_of_spool(self) -> str | None:
        """Other machines read the items too: they see the folder for results."""
        if self._ways.make is None or self.journal is None:
            return None
        return str(self.journal.path.parent)

    def outcomes(self) -> Iterator[list[Outcome]]:
        """Make the documents; what came of some of them at a time, as it comes.

        Raises:
            OutputError: the journal cannot be written, or the folder is gone.
        """
        if not self.left:
            return
        ways = self._ways
        made = running.run(
            self.job,
            self._spool,
            self.journal,
            jobs=ways.jobs,
            make=ways.make,
            address=ways.address,
        )
        for outcomes in made:
            self._note(outcomes)
            self.summary.add(outcomes)
            self.summary.seconds = time.perf_counter() - self._start
            yield outcomes

    def pdfs(self) -> pdfs.Work:
        """The PDFs that are left to be made of what is there."""
        return pdfs.Work(self.there, self._ways.pdf, self.journal, self.summary, self._ways.jobs)

    def _note(self, outcomes: Iterable[Outcome]) -> None:
        if self._ways.pdf.wanted:
            self.there += ((o.number, o.output) for o in outcomes if o.rendered)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.summary.seconds = time.perf_counter() - self._start
        self.summary.stopped = kind is not None
        with suppress(OSError):
            os.unlink(self._spool.path)
        self._close()

    def _close(self, *, unused: bool = False) -> None:
        """Close the journal; a new one of a batch that was refused is taken away."""
        if self.journal:
            if unused and self.journal.past is None:
                with suppress(OSError):
                    self.journal.remove()
            self.journal.close()


def _of(left: Left) -> Iterator[str]:
    """What is worth telling of the files of runs before."""
    if left.edited:
        told = _("{count} tệp đã bị sửa sau khi in, được giữ nguyên: {names}")
        yield told.format(count=len(left.edited), names=_named(left.edited))
    if left.gone:
        told = _("{count} tệp của lần trước không còn trong nguồn, vẫn nằm đó: {names}")
        yield told.format(count=len(left.gone), names=_named(left.gone))


def _named(paths: list[str], most: int = 5) -> str:
    return ", ".join(sorted(paths)[:most]) + ("…" if len(paths) > most else "")
