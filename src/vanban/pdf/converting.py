"""From .docx to .pdf: many files through several LibreOffice processes, each told as it comes.

Nothing is shared between the processes, and they work in a private folder; a PDF that is
whole is then put in its place at once. What hangs or crashes is killed with all that it
started, the file to blame is tried once more alone, and the others go on.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable
from pathlib import Path

from msgspec.structs import replace

from vanban.errors import ConversionError, VanbanError
from vanban.location import Place
from vanban.pdf import documents, folders, office, outcome
from vanban.pdf.outcome import Converted
from vanban.pdf.plan import Item
from vanban.pdf.work import Order, Work
from vanban.processors import available

SECONDS = 120.0
"""LibreOffice may take so long for a file; hardly any takes a second."""

PAYS_FROM = 8
"""A process that has fewer files than this takes more time to start than it saves."""

_DOCUMENT = "van-ban.docx"


def convert_many(
    jobs: Iterable[tuple[str | Path, str | Path]],
    *,
    processes: int | None = None,
    pdfa: bool = False,
    seconds: float = SECONDS,
    force: bool = False,
) -> Generator[Converted]:
    """Convert files; what came of each, in the order in which they are ready.

    The time limit of a call grows with the number of its files: a process that makes nothing
    for ``seconds`` is killed. An iterator that is closed or exhausted leaves no process and
    no temporary file behind.

    Args:
        jobs: the path of the .docx and that of the .pdf, for each file.
        processes: how many LibreOffice processes; None takes the processors, when it pays.
        pdfa: whether PDF/A-2b is wanted.
        seconds: the longest time for a file.
        force: whether existing PDFs may be replaced.

    Raises:
        ConversionError: LibreOffice is not installed.
    """
    items = [Item(Path(source), Path(target)) for source, target in jobs]
    many = processes or max(1, min(available(), -(-len(items) // PAYS_FROM)))
    return _convert(Order(office.needed(), many, seconds, pdfa, force), items)


def convert(document: bytes) -> bytes | None:
    """The PDF of a .docx; None when LibreOffice is missing or cannot make it."""
    try:
        return converted(document)
    except VanbanError:
        return None


def converted(
    document: bytes, *, name: str = _DOCUMENT, pdfa: bool = False, seconds: float = SECONDS
) -> bytes:
    """The PDF of a .docx.

    Args:
        document: the bytes of the .docx.
        name: the name of the file in messages.
        pdfa: as for `convert_many`.
        seconds: as for `convert_many`.

    Raises:
        ConversionError: LibreOffice is missing or cannot make it.
    """
    order = Order(office.needed(), 1, seconds, pdfa)
    documents.check(document, Path(name))
    with folders.private() as folder:
        item = Item(folder / _DOCUMENT, folder / "van-ban.pdf")
        try:
            item.source.write_bytes(document)
            (done,) = _convert(order, [item])
            if not done.problem:
                return item.target.read_bytes()
        except OSError as error:
            raise ConversionError([outcome.no_room(Item(Path(name), item.target), error)]) from None
    raise ConversionError([replace(done.problem, place=Place(name))])


def _convert(order: Order, items: list[Item]) -> Generator[Converted]:
    with folders.private() as folder:
        folders.sweep()
        yield from Work(order, items, folder).results()
