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
from vanban.batch import journal, running, spool
from vanban.batch.executors import Make
from vanban.batch.jobs import Outcome
from vanban.batch.journal import Head, Journal, Past
from vanban.batch.planning import Plan
from vanban.batch.resuming import Left, clean, refuse_other_job
from vanban.batch.summary import Summary
from vanban.errors import OutputError
from vanban.location import Place
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
        pdf: whether PDFs will be made of the documents.
        beside: whether they will lie beside them.
    """

    jobs: int | None = None
    make: Make | None = None
    address: str | None = None
    journal: str | None = None
    resume: bool = False
    force: bool = False
    pdf: bool = False
    beside: bool = False


class Batch:
    """A batch; used in a ``with``, which leaves no temporary file behind.

    Attributes:
        job: what is the same for all documents.
        summary: the numbers so far.
        left: how many documents are left to be made.
        notices: what is worth telling first.
        there: number and file of each document that is there, when PDFs are made of them.
    """

    def __init__(self, plan: Plan, ways: Ways, directory: str | None) -> None:
        """Get ready; nothing is written but a temporary file.

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
        if self.job.write:
            outputs.refuse_file_as_folder(self._folder)
        self.summary = Summary()
        self._start = time.perf_counter()
        self._journal = Path(ways.journal) if ways.journal else self._folder / journal.NAME
        past = self._past()
        left = Left(plan.items, past, force=ways.force or not self.job.write, files=self._files)
        self._spool = _spooled(left, self._home_of_spool())
        self.notices = tuple(plan.notices)
        self.left = self._spool.count
        self.there: list[tuple[int, str]] = []
        self._note(left.kept)
        self.summary.keep(left.kept)
        self.summary.count = self.left + len(left.kept)

    def _past(self) -> Past | None:
        """What runs before have made; what they left unfinished is removed."""
        if not self.job.write or not os.path.lexists(self._journal):
            return None
        if self._ways.resume:
            past = journal.load(self._journal)
            refuse_other_job(past, self.job.id, self._journal)
            clean({Path(output).parent for output in past.begun}, past.spools)
            return past
        if not self._ways.force:
            raise _there(self._journal)
        return None

    def _files(self, output: str) -> Iterable[str]:
        yield output
        if self._ways.beside:
            yield str(Path(output).with_suffix(".pdf"))

    def _home_of_spool(self) -> str | None:
        """Other machines read the items too: they see the folder for results."""
        if self._ways.make is None:
            return None
        outputs.make_folder(self._folder)
        return str(self._folder)

    def outcomes(self) -> Iterator[list[Outcome]]:
        """Make the documents; what came of some of them at a time, as it comes.

        Raises:
            OutputError: the journal cannot be written.
        """
        if not self.left:
            return
        if not self.job.write:
            yield from self._counted(None)
            return
        outputs.make_folder(self._journal.parent)
        resume = self._ways.resume
        if not resume:
            with suppress(OSError):
                self._journal.unlink()
        head = Head(journal.VERSION, self.job.id)
        with Journal(self._journal, head, go_on=resume) as opened:
            opened.spool(self._spool.path)
            yield from self._counted(opened)

    def _counted(self, opened: Journal | None) -> Iterator[list[Outcome]]:
        ways = self._ways
        made = running.run(
            self.job, self._spool, opened, jobs=ways.jobs, make=ways.make, address=ways.address
        )
        for outcomes in made:
            self._note(outcomes)
            self.summary.add(outcomes)
            self.summary.seconds = time.perf_counter() - self._start
            yield outcomes

    def _note(self, outcomes: Iterable[Outcome]) -> None:
        if self._ways.pdf:
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


def _spooled(left: Left, folder: str | None) -> spool.Spool:
    """The items in a temporary file, which is gone if they are refused."""
    handle, name = mkstemp(".tmp", ".vanban-batch-", folder)
    os.close(handle)
    path = os.path.abspath(name)
    try:
        return spool.write(Path(path), left)
    except BaseException:
        os.unlink(path)
        raise


def _there(path: Path) -> OutputError:
    return OutputError.at(
        _("Thư mục này có nhật ký của một lần chạy trước."),
        Place(str(path)),
        _("Thêm --resume để làm tiếp, hoặc --force để chạy lại từ đầu."),
    )
