"""The PDFs that ``vanban batch`` is asked for."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from vanban import outputs
from vanban.cli import console
from vanban.cli.progress import progress
from vanban.cli.targets import PDF, same_file
from vanban.errors import OutputError
from vanban.location import Place
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.batch.batches import Batch


class Wish(Struct, frozen=True):
    """What is asked for.

    Attributes:
        beside: whether a PDF lies beside each document.
        pdfa: whether these are PDF/A-2b.
        merged: the one file with all of them; None: none.
    """

    beside: bool
    pdfa: bool
    merged: str | None

    @property
    def wanted(self) -> bool:
        """Whether there is anything to do."""
        return self.beside or self.merged is not None

    def refuse(self, *, force: bool) -> None:
        """Raise what can be known before the work is done.

        Raises:
            ConversionError: LibreOffice, or what joins PDFs, is not installed.
            OutputError: the joined file is there, or its folder is not.
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
            raise click.UsageError(_("--merge ghi tệp PDF nên tên phải có đuôi .pdf."))
        outputs.refuse(Path(self.merged), force=force)


def make(batch: Batch, wish: Wish, processes: int | None) -> None:
    """Make the PDFs of what is there, and join them."""
    if not wish.wanted or not batch.there:
        return
    documents = [output for _number, output in sorted(batch.there)]
    if wish.beside:
        _make(batch, wish, documents, [str(Path(d).with_suffix(PDF)) for d in documents], processes)
        return
    with TemporaryDirectory(prefix="vanban-pdf-", ignore_cleanup_errors=True) as folder:
        pdfs = [str(Path(folder) / f"{number}{PDF}") for number in range(len(documents))]
        _make(batch, wish, documents, pdfs, processes)


def _make(
    batch: Batch, wish: Wish, documents: list[str], pdfs: list[str], processes: int | None
) -> None:
    if wish.merged and any(same_file(pdf, wish.merged) for pdf in pdfs):
        raise OutputError.at(
            _("Tệp ghép trùng tên với PDF của một tệp."), Place(wish.merged), _("Chọn tên khác.")
        )
    failed = _converted(documents, pdfs, wish, processes)
    batch.summary.pdf_failed = len(failed)
    if wish.merged:
        _join(documents, pdfs, failed, wish.merged)


def _converted(
    documents: list[str], pdfs: list[str], wish: Wish, processes: int | None
) -> set[str]:
    from vanban.batch.pdfs import made, outdated

    failed: set[str] = set()
    jobs = outdated(documents, pdfs)
    with progress(_("Đang chuyển sang PDF"), len(jobs)) as advance:
        for done in made(jobs, processes=processes, pdfa=wish.pdfa):
            if done.problem:
                failed.add(done.path)
                console.problems([done.problem])
            advance(1)
    return failed


def _join(documents: list[str], pdfs: list[str], failed: set[str], merged: str) -> None:
    from vanban.pdf.merge import merge

    good = [(Path(d).stem, pdf) for d, pdf in zip(documents, pdfs, strict=True) if d not in failed]
    if not good:
        return
    merge([pdf for _name, pdf in good], merged, names=[name for name, _pdf in good], force=True)
    console.error(_("Đã ghi {path}, ghép từ {count} tệp.").format(path=merged, count=len(good)))
