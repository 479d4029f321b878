"""Batches for scripts: `vanban.batch.files` and `vanban.batch.table`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, nullcontext
from multiprocessing import current_process
from typing import Any

from vanban import plugins
from vanban.batch.batches import Batch, Ways
from vanban.batch.executors import Make
from vanban.batch.file_plan import of_files
from vanban.batch.jobs import Outcome
from vanban.batch.pdfs import Wish
from vanban.batch.planning import Settings
from vanban.batch.summary import Summary
from vanban.batch.table_plan import planned
from vanban.errors import VanbanError
from vanban.messages import _

Watcher = Callable[[Sequence[Outcome]], object]
Path = str | os.PathLike[str]


def files(
    paths: Path | Iterable[Path],
    *,
    directory: Path | None = None,
    jobs: int | None = None,
    executor: Executor | None = None,
    resume: bool = False,
    force: bool = False,
    watch: Watcher | None = None,
    pdf: bool = False,
    pdfa: bool = False,
    merge: Path | None = None,
    **settings: Any,
) -> Summary:
    """Make the documents of source files.

    Args:
        paths: files, folders and globs, or one of them.
        directory: the folder for results; None: beside the sources.
        jobs: the number of processes; None takes the processors there are, when it pays.
        executor: what does the work instead, any of ``concurrent.futures``; it stays open.
        resume: whether what runs before have made is kept.
        force: whether files may be replaced that no run before has made.
        watch: is called with the outcomes of some documents at a time, as they come.
        pdf: whether a PDF is made beside each document, by LibreOffice.
        pdfa: the same, as PDF/A-2b.
        merge: one PDF with all documents, for printing; None: none.
        settings: ``template``, ``fields``, ``profile``, ``use_profile``, ``offline``, ``check``,
            ``allow_errors`` and ``write`` of `vanban.batch.jobs.Job`.

    Raises:
        VanbanError: nothing was done, for something is wrong with the batch as a whole.
    """
    asked = Settings(directory=_text(directory), **settings)
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    ways = _ways(jobs, executor, resume, force, Wish(pdf or pdfa, pdfa, _text(merge)))
    plan = of_files([str(path) for path in named], asked, frozenset(plugins.registry().sources))
    return _run(Batch(plan, ways, asked.directory), watch)


def table(
    pattern: Path,
    data: Path,
    *,
    directory: Path,
    sheet: str | None = None,
    name: str | None = None,
    filters: str | Sequence[str] = (),
    limit: int | None = None,
    jobs: int | None = None,
    executor: Executor | None = None,
    resume: bool = False,
    force: bool = False,
    watch: Watcher | None = None,
    pdf: bool = False,
    pdfa: bool = False,
    merge: Path | None = None,
    **settings: Any,
) -> Summary:
    """Make a document of each row of a table.

    Args:
        pattern: the source (``*.mau.yaml``) whose ``{{ cột }}`` take what a row has.
        data: the table: .xlsx, .csv or .jsonl.
        directory: the folder for results.
        sheet: the sheet of the table; None: the first that has data.
        name: names of files such as ``"{so}-{ho_ten|slug}"``; None numbers them.
        filters: conditions such as ``"Đơn vị=Phòng A"``, or one; a row must meet all.
        limit: how many rows at most; None: all.
        jobs, executor, resume, force, watch, pdf, pdfa, merge, settings: as for `files`.

    Raises:
        VanbanError: nothing was done, for something is wrong with the batch as a whole.
    """
    asked = Settings(directory=_text(directory), **settings)
    ways = _ways(jobs, executor, resume, force, Wish(pdf or pdfa, pdfa, _text(merge)))
    each = [filters] if isinstance(filters, str) else filters
    with planned(
        str(pattern), str(data), asked, sheet=sheet, name=name, filters=each, limit=limit
    ) as plan:
        batch = Batch(plan, ways, asked.directory)
    return _run(batch, watch)


def _text(path: Path | None) -> str | None:
    return None if path is None else str(path)


def _ways(
    jobs: int | None, executor: Executor | None, resume: bool, force: bool, wish: Wish
) -> Ways:
    _refuse_child()
    wish.refuse(force=resume or force)
    make = _lent(executor) if executor is not None else None
    return Ways(jobs=jobs, make=make, resume=resume, force=force, pdf=wish)


def _lent(executor: Executor) -> Make:
    """An executor as batches want it; it stays open when they are done."""

    def make(_jobs: int | None, _address: str | None) -> AbstractContextManager[Executor]:
        return nullcontext(executor)

    return make


def _refuse_child() -> None:
    """Raise VanbanError in a process that a batch has started and that runs the script again."""
    if getattr(current_process(), "_inheriting", False):
        raise VanbanError.at(
            _("Tập lệnh bị chạy lại trong một tiến trình con."),
            None,
            _('Đặt lời gọi vanban.batch dưới dòng: if __name__ == "__main__":'),
        )


def _run(batch: Batch, watch: Watcher | None) -> Summary:
    with batch:
        for outcomes in batch.outcomes():
            if watch:
                watch(outcomes)
        if batch.job.write:
            for _done in batch.pdfs().make():
                pass
    return batch.summary
