"""The PDFs of a batch: made of its documents when these are there, and joined for printing."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vanban.pdf import Converted

PDF = ".pdf"


def beside(document: str) -> str:
    """The PDF that lies beside a document."""
    return str(Path(document).with_suffix(PDF))


def outdated(documents: Sequence[str], pdfs: Sequence[str]) -> list[tuple[str, str]]:
    """The documents whose PDF is missing or older than they are, each with it."""
    return [pair for pair in zip(documents, pdfs, strict=True) if not _is_fresh(*pair)]


def _is_fresh(document: str, pdf: str) -> bool:
    try:
        return os.path.getmtime(pdf) >= os.path.getmtime(document)
    except OSError:
        return False


def made(
    jobs: Sequence[tuple[str, str]], *, processes: int | None = None, pdfa: bool = False
) -> Iterator[Converted]:
    """Make PDFs, in the order in which they are ready; old ones are replaced.

    Args:
        jobs: each document with its PDF.
        processes: how many LibreOffice processes; None: as many as pay.
        pdfa: whether PDF/A-2b is wanted.

    Raises:
        ConversionError: LibreOffice is not installed.
    """
    from vanban import pdf

    found: Generator[Converted] = pdf.convert_many(jobs, processes=processes, pdfa=pdfa, force=True)
    with closing(found):
        yield from found
