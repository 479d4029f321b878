"""The report of a batch: a table of the documents that somebody must look at, with the reasons."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from vanban.batch.jobs import Outcome, Status
from vanban.errors import OutputError
from vanban.location import Place
from vanban.messages import _

KINDS = (".xlsx", ".csv")
_WIDTHS = (8, 50, 14, 8, 10, 100)


def refuse_other(path: str) -> None:
    """Raise OutputError for a name that is of no kind of table."""
    if Path(path).suffix.lower() not in KINDS:
        raise OutputError.at(
            _("Báo cáo ghi ra tệp .xlsx hoặc .csv."), Place(path), _("Đổi đuôi tên tệp.")
        )


def content(path: str, outcomes: Iterable[Outcome], others: int = 0) -> bytes:
    """The report as a file of the kind that its name says.

    Args:
        path: the name, `.xlsx` or `.csv` (as Excel in Vietnam reads it: UTF-8 with a byte order
            mark, semicolons).
        outcomes: what is to be told, in any order.
        others: how many more there are.
    """
    rows = [_heading(), *_rows(sorted(outcomes, key=lambda outcome: outcome.number))]
    if others:
        told = _("Còn {count} văn bản nữa có phát hiện; xem nhật ký.").format(count=others)
        rows.append(("", "", "", "", "", told))
    return _csv(rows) if path.lower().endswith(".csv") else _xlsx(rows)


def word(status: Status) -> str:
    """How a document came out, in a word or two."""
    words = {
        Status.DONE: _("đã in"),
        Status.FAULTY: _("đã in, có lỗi"),
        Status.HELD: _("chưa in, có lỗi"),
        Status.FAILED: _("không in được"),
    }
    return words[status]


def _heading() -> tuple[str, ...]:
    return (_("Dòng"), _("Tệp"), _("Kết quả"), _("Lỗi"), _("Cảnh báo"), _("Lý do"))


def _rows(outcomes: Iterable[Outcome]) -> Iterator[tuple[str | int, ...]]:
    for o in outcomes:
        yield o.number, o.output, word(o.status), o.errors, o.warnings, "\n".join(o.reasons)


def _csv(rows: Iterable[Sequence[str | int]]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=";").writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def _xlsx(rows: Sequence[Sequence[str | int]]) -> bytes:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Báo cáo"))
    sheet.freeze_panes = "A2"
    for letter, width in zip("ABCDEF", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for number, row in enumerate(rows):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet)
            cell.value = value if isinstance(value, int) else _printable(value)
            if isinstance(value, str):
                cell.data_type = "s"  # a text that begins with "=" is no formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 0)
            cells.append(cell)
        sheet.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _printable(text: str) -> str:
    """A text without the characters that XML has not; a cell holds 32,767."""
    kept = "".join(c if c >= " " or c in "\n\t" else " " for c in text)
    return kept[:32_000]
