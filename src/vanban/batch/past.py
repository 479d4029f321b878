"""What the journal of a batch tells of the runs before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from vanban import outputs
from vanban.batch.jobs import Outcome
from vanban.errors import SourceError
from vanban.location import Place
from vanban.messages import _

VERSION = 1


class Head(Struct, frozen=True):
    """The first line of a journal: the version of the format, the id of the job."""

    vanban: int
    job: str


class Pdf(Struct, frozen=True):
    """A PDF that was made: its size in bytes, and whether it is PDF/A."""

    pdf: str
    size: int
    pdfa: bool


class Spooled(Struct, frozen=True):
    """The file of the items of a run."""

    spool: str


class Begun(Struct, frozen=True):
    """Files that are being made."""

    begin: tuple[str, ...]


Line = Outcome | Begun | Pdf | Spooled
_KINDS: tuple[type[Line], ...] = (Outcome, Begun, Pdf, Spooled)
_BEGIN = b'{"vanban":'


class Past(Struct, frozen=True):
    """What a journal tells; files are named from its folder.

    Attributes:
        head: its first line.
        outcomes: the last outcome of each document, by its file.
        begun: files that were being made, and may be leftovers.
        pdfs: the PDFs that were made, by their files.
        spools: files of items, which a killed run leaves behind.
        whole: whether its last line is.
    """

    head: Head
    outcomes: dict[str, Outcome]
    begun: set[str]
    pdfs: dict[str, Pdf]
    spools: list[str]
    whole: bool = True

    def refuse_other(self, job: str, path: Path) -> None:
        """Raise SourceError if it is of another job."""
        if self.head.job != job:
            raise SourceError.at(
                _("Nhật ký này của một lần chạy khác (nguồn, bảng hay tên tệp khác)."),
                Place(str(path)),
                _("Dùng đúng tham số của lần trước, hoặc bỏ --resume và ghi vào thư mục khác."),
            )


def load(path: Path) -> Past | None:
    """What a journal tells; None when its first line was never written whole.

    Raises:
        SourceError: it cannot be read, or is no journal.
    """
    try:
        with path.open("rb") as stream:
            return _past(stream, path)
    except OSError as error:
        raise _strange(
            _("Không đọc được nhật ký: {error}.").format(error=outputs.cause(error)), path
        ) from None


def _past(lines: Iterator[bytes], path: Path) -> Past | None:
    first = next(lines, b"")
    if not first.endswith(b"\n") and _BEGIN.startswith(first[: len(_BEGIN)]):
        return None
    try:
        head = msgspec.json.decode(first, type=Head)
    except msgspec.MsgspecError:
        raise _strange(_("Tệp này không phải nhật ký của vanban batch."), path) from None
    if head.vanban != VERSION:
        raise _strange(_("Nhật ký của phiên bản vanban khác."), path)
    past, last = Past(head, {}, set(), {}, []), first
    for last in lines:
        _note(past, last)
    return replace(past, whole=last.endswith(b"\n"))


def _note(past: Past, line: bytes) -> None:
    """Take note of a line; what was cut off or is none of ours tells nothing."""
    for kind in _KINDS:
        try:
            told: Line = msgspec.json.decode(line, type=kind)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            continue
        if isinstance(told, Outcome):
            past.outcomes[told.output] = told
            past.begun.discard(told.output)
        elif isinstance(told, Begun):
            past.begun.update(told.begin)
        elif isinstance(told, Pdf):
            past.pdfs[told.pdf] = told
        else:
            past.spools.append(told.spool)
        return


def _strange(message: str, path: Path) -> SourceError:
    return SourceError.at(
        message, Place(str(path)), _("Ghi vào thư mục khác, hoặc cất tệp này đi rồi chạy lại.")
    )
