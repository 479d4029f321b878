"""The journal of a batch: a line for each thing that happened, written as it happens.

A line ``spool`` names the file of the items of a run. A line ``begin`` names the items that
were handed out, a line for each outcome follows when its file has its name. So the journal of
a batch that was killed tells which files are whole, and which may be leftovers.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from msgspec import Struct

from vanban.batch.jobs import Outcome
from vanban.errors import OutputError, SourceError
from vanban.location import Place
from vanban.messages import _

NAME = "vanban-batch.jsonl"
VERSION = 1


class Head(Struct, frozen=True):
    """The first line.

    Attributes:
        vanban: the version of the format.
        job: the id of the job.
    """

    vanban: int
    job: str


class Past(Struct, frozen=True):
    """What a journal tells of the runs before.

    Attributes:
        head: its first line.
        outcomes: the last outcome of each item, by its file.
        begun: outputs that were being made, and may be leftovers.
        spools: files that the items were put into, which a killed run leaves behind.
    """

    head: Head
    outcomes: dict[str, Outcome]
    begun: frozenset[str]
    spools: tuple[str, ...] = ()


class Journal:
    """An open journal; each line is on its way to the disk before the next thing happens."""

    def __init__(self, path: Path, head: Head, *, go_on: bool) -> None:
        """Open a journal.

        Args:
            path: the file.
            head: its first line, when it is new.
            go_on: whether lines are added to the one that is there.

        Raises:
            OutputError: it cannot be written, or somebody else writes it.
        """
        self.path = path
        fresh = not (go_on and path.exists())
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | (os.O_EXCL if fresh else 0)
        try:
            self._file = os.open(path, flags | getattr(os, "O_BINARY", 0), 0o666)
        except OSError as error:
            raise _unwritable(path, error) from None
        _lock(self._file, path)
        if fresh:
            self._put(head)
        elif not _ends_with_line(path):  # the last line of a killed run
            self._put_bytes(b"\n")

    def spool(self, path: str) -> None:
        """Tell where the items of this run are, so that a leftover can be removed."""
        self._put({"spool": path})

    def begin(self, outputs: Iterable[str]) -> None:
        """Tell what is handed out."""
        self._put({"begin": list(outputs)})

    def add(self, outcomes: Iterable[Outcome]) -> None:
        """Tell what came of some items."""
        self._put(*outcomes)

    def _put(self, *lines: Any) -> None:
        self._put_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))

    def _put_bytes(self, data: bytes) -> None:
        try:
            while data:
                data = data[os.write(self._file, data) :]
        except OSError as error:
            raise _unwritable(self.path, error) from None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        os.close(self._file)


def _ends_with_line(path: Path) -> bool:
    with path.open("rb") as stream:
        if not stream.seek(0, os.SEEK_END):
            return True
        stream.seek(-1, os.SEEK_END)
        return stream.read(1) == b"\n"


def _lock(file: int, path: Path) -> None:
    """Keep others from working in the same folder, where the system can.

    Raises:
        OutputError: somebody works there now.
    """
    try:
        import fcntl
    except ImportError:  # Windows
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(file)
        raise OutputError.at(
            _("Một lần chạy khác đang ghi vào thư mục này."),
            Place(str(path)),
            _("Chờ lần chạy đó xong, hoặc ghi vào thư mục khác."),
        ) from None
    except OSError:  # a network drive without locks
        return


def load(path: Path) -> Past:
    """What a journal tells; its last line may be cut off.

    Raises:
        SourceError: there is none, or it is no journal.
    """
    outcomes: dict[str, Outcome] = {}
    begun: set[str] = set()
    spools: list[str] = []
    lines = _lines(path)
    try:
        head = msgspec.json.decode(next(lines, b""), type=Head)
    except msgspec.MsgspecError:
        raise SourceError.at(
            _("Tệp này không phải nhật ký của vanban batch."), Place(str(path))
        ) from None
    if head.vanban != VERSION:
        raise SourceError.at(_("Nhật ký của phiên bản vanban khác."), Place(str(path)))
    for line in lines:
        try:
            told = msgspec.json.decode(line)
            if "begin" in told:
                begun.update(told["begin"])
            elif "spool" in told:
                spools.append(str(told["spool"]))
            else:
                outcome = msgspec.convert(told, Outcome)
                outcomes[outcome.output] = outcome
                begun.discard(outcome.output)
        except (msgspec.MsgspecError, TypeError):  # cut off in the middle of a line
            continue
    return Past(head, outcomes, frozenset(begun), tuple(spools))


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as stream:
            yield from stream
    except OSError as error:
        raise SourceError.at(
            _("Không đọc được nhật ký: {error}.").format(error=error.strerror),
            Place(str(path)),
            _("Bỏ --resume để chạy từ đầu."),
        ) from None


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError.at(
        _("Không ghi được nhật ký: {error}.").format(error=error.strerror),
        Place(str(path)),
        _("Kiểm tra quyền ghi và chỗ trống của ổ đĩa."),
    )
