"""Several PDFs as one, for printing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from vanban import outputs
from vanban.errors import ConversionError
from vanban.location import Place
from vanban.messages import _
from vanban.pdf import folders
from vanban.pdf.profile import LOCALE

if TYPE_CHECKING:
    import pikepdf

VERSION = "1.7"
"""The version of PDF that the whole is at least: its parts may use all of it."""

AT_ONCE = 100
"""So many files are open together; systems allow 256 to 1,024."""


def refuse_without_pikepdf() -> None:
    """Raise ConversionError if PDFs cannot be merged here, before any work is done."""
    if find_spec("pikepdf") is None:
        raise ConversionError.at(
            _("Chưa cài pikepdf, cần để ghép các tệp PDF."),
            None,
            _('Cài bằng lệnh: pip install "vanban[pdf]"'),
        )


def merge(
    paths: Sequence[str | Path],
    out: str | Path,
    *,
    names: Sequence[str] | None = None,
    force: bool = False,
) -> None:
    """Put the pages of PDFs into one, in order, with a bookmark where each begins.

    The result is for printing: it is neither PDF/A nor tagged, whatever its parts were.

    Args:
        paths: the PDFs.
        out: the PDF to be.
        names: what the bookmarks say; None: the names of the files.
        force: whether it may be replaced.

    Raises:
        ConversionError: pikepdf is not installed, or a file is no PDF.
        OutputError: the result cannot be written.
    """
    refuse_without_pikepdf()
    target = Path(out)
    outputs.refuse(target, force=force)
    with folders.private() as folder:
        whole = folder / "whole.pdf"
        try:
            names = names or [Path(path).stem for path in paths]
            _put_together(paths, names, folder, whole, target.stem)
        except OSError as error:
            message = _("Không ghi được tệp tạm: {reason}.").format(reason=outputs.cause(error))
            raise ConversionError.at(message, Place(str(target))) from None
        outputs.write(target, whole.read_bytes(), force=force)


def _put_together(
    paths: Sequence[str | Path], names: Sequence[str], folder: Path, whole: Path, title: str
) -> None:
    """Merge in two steps, so that few files are open at a time."""
    starts: list[int] = []
    parts: list[Path] = []
    pages = 0
    for at in range(0, len(paths), AT_ONCE):
        part = folder / f"{at}.pdf"
        with _joined([Path(path) for path in paths[at : at + AT_ONCE]]) as (pdf, begins):
            starts += [pages + begin for begin in begins]
            pages += len(pdf.pages)
            pdf.save(part)
        parts.append(part)
    with _joined(parts) as (pdf, _begins):
        _describe(pdf, title, zip(names, starts, strict=True))
        pdf.save(whole, min_version=VERSION)


@contextmanager
def _joined(paths: Sequence[Path]) -> Iterator[tuple[pikepdf.Pdf, list[int]]]:
    """A PDF of the pages of others, which stay open as long as it is; where each begins."""
    import pikepdf

    with ExitStack() as opened:
        whole = opened.enter_context(pikepdf.new())
        starts: list[int] = []
        for path in paths:
            starts.append(len(whole.pages))
            whole.pages.extend(opened.enter_context(_opened(path)).pages)
        yield whole, starts


def _opened(path: Path) -> pikepdf.Pdf:
    import pikepdf

    try:
        return pikepdf.open(path)
    except (OSError, pikepdf.PdfError, pikepdf.PasswordError):
        raise ConversionError.at(
            _("Không đọc được tệp PDF để ghép."),
            Place(str(path)),
            _("Tệp thiếu, hỏng, hoặc có mật khẩu."),
        ) from None


def _describe(pdf: pikepdf.Pdf, title: str, bookmarks: Iterable[tuple[str, int]]) -> None:
    """Give the PDF a title, its language and its bookmarks."""
    from pikepdf import Dictionary, OutlineItem

    pdf.Root.Lang = LOCALE
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.docinfo["/Title"] = title
    with pdf.open_outline() as outline:
        outline.root.extend(OutlineItem(name, page) for name, page in bookmarks)
