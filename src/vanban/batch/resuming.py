"""Going on with a batch that was stopped: what is left to do, and what may be replaced."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from vanban.batch.digests import made_of
from vanban.batch.jobs import Item, MadeOf, Outcome
from vanban.batch.past import Past
from vanban.errors import OutputError, Problem
from vanban.location import Place
from vanban.messages import _

UNFINISHED = ".vanban-[0-9]*.tmp"
"""Names of files that were not finished (`vanban.outputs`)."""
SPOOLS = ".vanban-batch-*.tmp"
MOST_TOLD = 5


class Left:
    """The items that are left to do.

    Attributes:
        kept: outcomes of runs before that still hold.
        edited: files of these that somebody has changed since.
        gone: files that runs before have made and that belong to no item any more.
    """

    def __init__(
        self,
        items: Iterator[Item],
        past: Past | None,
        *,
        force: bool,
        files: Callable[[str], Iterable[str]],
        key: Callable[[str], str],
    ) -> None:
        """Look at items.

        Args:
            items: all of them.
            past: what was done before; None for a first run.
            force: whether files may be replaced that no run before has made.
            files: all files that are made of an item, by the first of them.
            key: a file as the journal names it.
        """
        self._items, self._past, self._force = items, past, force
        self._files, self._key = files, key
        self.kept: list[Outcome] = []
        self.edited: list[str] = []
        self.gone: list[str] = []
        self._same = lru_cache(maxsize=None)(_is_same)

    def __iter__(self) -> Iterator[Item]:
        """The items to be done.

        Raises:
            OutputError: at the end, if files are there that no run before has made, or that
                somebody has changed since.
        """
        strange: list[str] = []
        unmet = set(self._past.outcomes) if self._past else set()
        for item in self._items:
            key = self._key(item.output)
            unmet.discard(key)
            done = self._past.outcomes.get(key) if self._past else None
            if done and self._holds(done, item):
                self.kept.append(replace(done, number=item.number, output=item.output))
                continue
            if not self._force:
                strange += filter(os.path.lexists, self._in_the_way(item.output, key, done))
            yield item
        self.gone = [path for path in unmet if self._past and self._past.outcomes[path].rendered]
        if strange:
            raise OutputError([_there(path, len(strange)) for path in strange[:MOST_TOLD]])

    def _holds(self, done: Outcome, item: Item) -> bool:
        """Whether what was done would be done the same again, and is there."""
        if done.digest != item.digest or not done.rendered or not all(map(self._same, done.files)):
            return False
        size = _size(item.output)
        if size is not None and size != done.size:
            self.edited.append(item.output)
        return size is not None

    def _in_the_way(self, output: str, key: str, done: Outcome | None) -> Iterable[str]:
        """The files that would be replaced though they are nobody's but a person's."""
        if self._past is None:
            return self._files(output)
        ours = key in self._past.begun or (done is not None and done.rendered)
        changed = done is not None and done.rendered and _size(output) != done.size
        return (output,) if changed and key not in self._past.begun else () if ours else (output,)


def _is_same(file: MadeOf) -> bool:
    return made_of(file.path) == file


def _size(path: str) -> int | None:
    try:
        return os.path.getsize(path)
    except OSError:
        return None


def _there(path: str, count: int) -> Problem:
    more = _("Có {count} tệp như vậy; thêm --force để thay chúng.").format(count=count)
    told = _("Tệp này đã có, hoặc đã bị sửa sau khi in.")
    return Problem(told, Place(path), more)


def clean(folders: Iterable[Path], spools: Iterable[str] = ()) -> None:
    """Remove what killed processes have left: unfinished files, the spools of their runs."""
    for folder in folders:
        for path in folder.glob(UNFINISHED):
            with suppress(OSError):
                path.unlink()
    for spool in spools:
        if fnmatch(Path(spool).name, SPOOLS):
            with suppress(OSError):
                os.unlink(spool)
