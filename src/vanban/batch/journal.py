"""The journal of a batch: a line for each thing that happened, written as it happens.

A line ``spool`` names the file of the items of a run. A line ``begin`` names the items that
were handed out, a line for each outcome follows when its file has its name, a line ``pdf``
when its PDF has. So the journal of a batch that was killed tells which files are whole, and
which may be leftovers. Files are named from the folder of the journal, so that it does not
matter where a batch is started.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import msgspec
from msgspec.structs import replace

from vanban import outputs
from vanban.batch.jobs import Outcome
from vanban.batch.locks import lock
from vanban.batch.past import VERSION, Head, Past, load
from vanban.errors import OutputError
from vanban.location import Place
from vanban.messages import _

NAME = "vanban-batch.jsonl"


class Journal:
    """An open journal; each line is on its way to the disk before the next thing happens.

    Attributes:
        path: the file.
        past: what runs before have told; None when this is the first, or all begins anew.
    """

    def __init__(self, path: Path, job: str, *, resume: bool, force: bool) -> None:
        """Open a journal, and keep others from it.

        Args:
            path: the file.
            job: the id of the job.
            resume: whether what runs before have told is kept.
            force: whether it is thrown away.

        Raises:
            OutputError: it cannot be written, somebody else writes it, or a run before has
                and nobody said what to do.
            SourceError: the file is no journal, or that of another job.
        """
        self.path = path
        outputs.make_folder(path.parent)
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY, 0o666)
        except OSError as error:
            raise _unwritable(path, error) from None
        try:
            lock(self._file, path)
            self.past = self._settle(job, resume, force)
        except BaseException:
            os.close(self._file)
            raise

    def _settle(self, job: str, resume: bool, force: bool) -> Past | None:
        """Take up what is there, or begin anew."""
        past = load(self.path)
        if past is None:
            os.ftruncate(self._file, 0)
        elif resume:
            past.refuse_other(job, self.path)
            if not past.whole:
                self._put_bytes(b"\n")
            return past
        elif not force:
            raise _there(self.path)
        else:
            os.ftruncate(self._file, 0)
        self._put(Head(VERSION, job))
        return None

    def key(self, path: str) -> str:
        """A file as the journal names it."""
        try:
            return Path(os.path.relpath(path, self.path.parent)).as_posix()
        except ValueError:  # another drive
            return Path(os.path.abspath(path)).as_posix()

    def spool(self, path: str) -> None:
        """Tell where the items of this run will be, so that a leftover can be removed."""
        self._put({"spool": path})

    def begin(self, outputs: Iterable[str]) -> None:
        """Tell what is handed out."""
        self._put({"begin": list(map(self.key, outputs))})

    def add(self, outcomes: Iterable[Outcome]) -> None:
        """Tell what came of some items.

        Raises:
            OutputError: the folder was taken away meanwhile.
        """
        self._put(*(replace(o, output=self.key(o.output)) for o in outcomes))
        if not self.path.exists():
            raise OutputError.at(
                _("Thư mục ghi ra bị xóa hoặc ngắt kết nối trong lúc chạy."),
                Place(str(self.path.parent)),
                _("Kiểm tra thư mục hay ổ đĩa mạng, rồi chạy lại."),
            )

    def pdf(self, path: str, *, pdfa: bool) -> None:
        """Tell that a PDF has its name."""
        self._put({"pdf": self.key(path), "size": os.path.getsize(path), "pdfa": pdfa})

    def _put(self, *lines: Any) -> None:
        self._put_bytes(b"".join(msgspec.json.encode(line) + b"\n" for line in lines))

    def _put_bytes(self, data: bytes) -> None:
        try:
            while data:
                data = data[os.write(self._file, data) :]
        except OSError as error:
            raise _unwritable(self.path, error) from None

    def remove(self) -> None:
        """Take a journal away that tells nothing yet, with its folder if that is empty."""
        os.unlink(self.path)
        if not os.listdir(self.path.parent):
            os.rmdir(self.path.parent)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let others write it."""
        os.close(self._file)


_BINARY = getattr(os, "O_BINARY", 0)


def _unwritable(path: Path, error: OSError) -> OutputError:
    return OutputError.at(
        _("Không ghi được nhật ký: {error}.").format(error=outputs.cause(error)),
        Place(str(path)),
        _("Kiểm tra quyền ghi và chỗ trống của ổ đĩa."),
    )


def _there(path: Path) -> OutputError:
    return OutputError.at(
        _("Thư mục này có nhật ký của một lần chạy trước."),
        Place(str(path)),
        _("Thêm --resume để làm tiếp, hoặc --force để chạy lại từ đầu."),
    )
