"""PDFs on the command line: made of Word files, each told of as it comes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from vanban.cli import console
from vanban.errors import Problem
from vanban.location import Place
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.pdf import Converted

_STOPS = ("SIGTERM", "SIGHUP")  # the latter is none of Windows: the terminal was closed


def options() -> list[click.Parameter]:
    """The options about the kind of PDF."""
    return [click.Option(["--pdfa"], is_flag=True, help=_("Dạng PDF/A-2b, để lưu trữ lâu dài."))]


def convert(
    jobs: Sequence[tuple[str, str]],
    *,
    processes: int | None = None,
    pdfa: bool = False,
    seconds: float | None = None,
    force: bool = False,
    tell: bool = True,
    names: Mapping[str, str] = MappingProxyType({}),
    on_done: Callable[[Converted], object] | None = None,
) -> set[str]:
    """Convert Word files, and tell of each.

    Args:
        jobs: each .docx with its .pdf.
        processes: how many LibreOffice processes; None: as many as pay.
        pdfa: whether PDF/A-2b is wanted.
        seconds: the longest time for a file; None: as long as `vanban.pdf` gives it.
        force: whether existing PDFs may be replaced.
        tell: whether to tell of those that went well.
        names: what messages call a .docx that the user does not know of.
        on_done: told what came of each file, as it comes.

    Returns:
        the .docx that there is no PDF of.

    Raises:
        ConversionError: LibreOffice is not installed.
    """
    from vanban import pdf

    failed: set[str] = set()
    limit = pdf.SECONDS if seconds is None else seconds
    made = pdf.convert_many(jobs, processes=processes, pdfa=pdfa, seconds=limit, force=force)
    with stopped_cleanly(), closing(made):
        for done in made:
            if on_done:
                on_done(done)
            if done.problem:
                failed.add(done.path)
                console.problems([_named(done.problem, names.get(done.path))])
            elif tell:
                console.error(_("Đã ghi {path}").format(path=done.target))
    return failed


def _named(problem: Problem, name: str | None) -> Problem:
    return replace(problem, place=Place(name)) if name else problem


@contextmanager
def stopped_cleanly() -> Iterator[None]:
    """A request to end is one like Ctrl-C: no process of LibreOffice outlives this one."""
    import signal

    before: dict[int, Any] = {}
    with suppress(ValueError):  # only the main thread may do this
        for number in (getattr(signal, name, None) for name in _STOPS):
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                before[number] = signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
