"""The PDFs of a batch: made of its documents when these are there, and joined for printing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec import Struct

from vanban import outputs
from vanban.errors import OutputError
from vanban.location import Place
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.batch.journal import Journal
    from vanban.batch.summary import Summary
    from vanban.pdf import Converted

PDF = ".pdf"
SECONDS = 120.0


class Wish(Struct, frozen=True):
    """The PDFs that are wished for.

    Attributes:
        beside: whether a PDF lies beside each document.
        pdfa: whether these are PDF/A-2b.
        merged: the one file with all of them, for printing; None: none.
        seconds: LibreOffice may take so long for a file.
    """

    beside: bool = False
    pdfa: bool = False
    merged: str | None = None
    seconds: float = SECONDS

    @property
    def wanted(self) -> bool:
        """Whether there is anything to do."""
        return self.beside or self.merged is not None

    def refuse(self, *, force: bool) -> None:
        """Raise what can be known before the work is done.

        Args:
            force: whether the joined file may be replaced.

        Raises:
            ConversionError: LibreOffice, or what joins PDFs, is not installed.
            OutputError: the joined file is there, or its name is of no PDF.
        """
        if not self.wanted:
            return
        from vanban.pdf import office

        office.needed()
        if self.merged is None:
            return
        from vanban.pdf.merge import refuse_without_pikepdf

        refuse_without_pikepdf()
        if Path(self.merged).suffix.lower() != PDF:
            advice = _("Đổi đuôi tên tệp.")
            raise OutputError.at(_("Tệp ghép phải có đuôi .pdf."), Place(self.merged), advice)
        outputs.make_folder(Path(self.merged).parent)
        outputs.refuse(Path(self.merged), force=force)


NO_WISH = Wish()


def beside(document: str) -> str:
    """The PDF that lies beside a document."""
    return str(Path(document).with_suffix(PDF))


class Work:
    """The PDFs that are left to be made.

    Attributes:
        count: how many.
    """

    def __init__(
        self,
        documents: Iterable[tuple[int, str]],
        wish: Wish,
        journal: Journal | None,
        summary: Summary,
        processes: int | None,
    ) -> None:
        """Look at what is there.

        Args:
            documents: the number and the file of each document.
            wish: what is wished for.
            journal: knows which PDFs are there, and is told of new ones.
            summary: is told what failed.
            processes: how many LibreOffice processes; None: as many as pay.
        """
        self._wish, self._journal, self._summary = wish, journal, summary
        self._processes = processes
        self._documents = [path for _number, path in sorted(documents)]
        self._left = [d for d in self._documents if not (wish.beside and self._is_fresh(d))]
        self.count = len(self._left)

    def _is_fresh(self, document: str) -> bool:
        """Whether its PDF is the one that a run before has made of it, of the kind wished for."""
        pdf = beside(document)
        past = self._journal.past if self._journal else None
        known = past.pdfs.get(self._journal.key(pdf)) if past and self._journal else None
        try:
            same = known is not None and os.path.getsize(pdf) == known.size
            return bool(
                known
                and same
                and known.pdfa >= self._wish.pdfa
                and os.path.getmtime(pdf) >= os.path.getmtime(document)
            )
        except OSError:
            return False

    def make(self) -> Iterator[Converted]:
        """Make them, each told when it is ready; then join them.

        Raises:
            ConversionError: LibreOffice is not installed.
            OutputError: the joined file cannot be written.
        """
        if self._wish.beside:
            yield from self._made([(document, beside(document)) for document in self._left])
            self._join([(d, beside(d)) for d in self._documents])
        elif self._documents:
            with TemporaryDirectory(prefix="vanban-pdf-", ignore_cleanup_errors=True) as folder:
                pairs = [(d, str(Path(folder) / f"{n}{PDF}")) for n, d in enumerate(self._left)]
                yield from self._made(pairs)
                self._join(pairs)

    def _made(self, jobs: list[tuple[str, str]]) -> Iterator[Converted]:
        from vanban import pdf

        found = pdf.convert_many(
            jobs,
            processes=self._processes,
            pdfa=self._wish.pdfa,
            seconds=self._wish.seconds,
            force=True,
        )
        with closing(found):
            for done in found:
                if done.problem:
                    self._summary.pdf_problems.append(done.problem)
                elif self._journal and self._wish.beside:
                    self._journal.pdf(done.target, pdfa=self._wish.pdfa)
                yield done

    def _join(self, pairs: list[tuple[str, str]]) -> None:
        if self._wish.merged is None:
            return
        from vanban.pdf.merge import merge

        good = [(Path(document).stem, pdf) for document, pdf in pairs if os.path.exists(pdf)]
        if good:
            names = [name for name, _pdf in good]
            merge([pdf for _name, pdf in good], self._wish.merged, names=names, force=True)
