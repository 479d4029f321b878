"""Going on with a batch that was stopped: what is left to do, and what may be replaced."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path

from msgspec.structs import replace

from vanban.batch.jobs import Item, Outcome
from vanban.batch.journal import Past
from vanban.errors import OutputError, Problem, SourceError
from vanban.location import Place
from vanban.messages import _

TEMPORARY = ".vanban-*.tmp"
"""How the names of files begin and end that were not finished (`vanban.outputs`)."""
MOST_TOLD = 5


def refuse_other_job(past: Past, job: str, path: Path) -> None:
    """Raise SourceError for the journal of another job."""
    if past.head.job != job:
        raise SourceError.at(
            _("Nhật ký này của một lần chạy khác (nguồn, bảng, tên tệp hay thư mục khác)."),
            Place(str(path)),
            _("Dùng đúng tham số của lần trước, hoặc bỏ --resume và ghi vào thư mục khác."),
        )


class Left:
    """The items that are left to do.

    Attributes:
        kept: outcomes of runs before that still hold.
    """

    def __init__(
        self,
        items: Iterator[Item],
        past: Past | None,
        *,
        force: bool,
        files: Callable[[str], Iterable[str]],
    ) -> None:
        """Look at items.

        Args:
            items: all of them.
            past: what was done before; None for a first run.
            force: whether files may be replaced that no run before has made.
            files: all files that are made of an item, by the first of them.
        """
        self._items, self._past, self._force, self._files = items, past, force, files
        self.kept: list[Outcome] = []

    def __iter__(self) -> Iterator[Item]:
        """The items to be done.

        Raises:
            OutputError: at the end, if files are there that no run before has made.
        """
        strange: list[str] = []
        for item in self._items:
            done = self._past.outcomes.get(item.output) if self._past else None
            if done and done.digest == item.digest and done.rendered and _is_whole(done):
                self.kept.append(replace(done, number=item.number))
                continue
            if not self._force and not self._is_ours(item.output):
                strange += filter(os.path.lexists, self._files(item.output))
            yield item
        if strange:
            raise OutputError([_there(path, len(strange)) for path in strange[:MOST_TOLD]])

    def _is_ours(self, output: str) -> bool:
        past = self._past
        return past is not None and (output in past.begun or output in past.outcomes)


def _is_whole(done: Outcome) -> bool:
    try:
        return os.path.getsize(done.output) == done.size
    except OSError:
        return False


def _there(path: str, count: int) -> Problem:
    more = _("Có {count} tệp đã có; thêm --force để thay chúng.").format(count=count)
    return Problem(_("Tệp này đã có."), Place(path), more)


def clean(folders: Iterable[Path], spools: Iterable[str]) -> None:
    """Remove what killed runs have left: unfinished files, their spools."""
    for folder in folders:
        for path in folder.glob(TEMPORARY):
            with suppress(OSError):
                path.unlink()
    for spool in spools:
        if fnmatch(Path(spool).name, TEMPORARY):
            with suppress(OSError):
                os.unlink(spool)
