"""CSV as tables, such as Excel writes it in Vietnam."""

from __future__ import annotations

import csv
from collections.abc import Generator, Iterable, Iterator
from itertools import chain, islice
from typing import TextIO

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.patterns import later
from vanban.sources.rows import header
from vanban.sources.rows.cleaning import clean
from vanban.sources.rows.delimiters import delimiter
from vanban.sources.rows.grid import Line
from vanban.sources.rows.header import Header
from vanban.sources.rows.table import Fault, Row, Table
from vanban.sources.rows.text_file import open_text, unicode_advice
from vanban.sources.values import Wrong

_LOST = later(r"\w\?+ *\w|\?\w")
"""A heading whose letters were lost: "H? và tên"."""
_VIETNAMESE = later("[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")


def read(path: str, number: int | None, wanted: frozenset[str]) -> Table:
    """The table in a CSV file; see `table.opened`."""
    stream = open_text(path)
    try:
        lines = _records(stream, path)
        first = [*islice(lines, header.enough(number))]
        head = header.find([_cleaned(line) for line in first], path, (), wanted, number)
        _refuse_lost_letters(head, path)
    except BaseException:
        stream.close()
        raise
    rows = _rows(stream, chain(first, lines), head, _width(first, head))
    place = Place(path, head.top)
    return Table(path, head.columns, rows, place=place, close=stream.close)


def _records(stream: TextIO, path: str) -> Iterator[Line]:
    """The records that are not blank, each with the line where it begins."""
    sign, start = delimiter(stream, path)
    reader = csv.reader(stream, delimiter=sign, strict=True)
    number = start
    try:
        for record in reader:
            if any(record):
                yield Line(number, tuple(record))
            number = start + reader.line_num
    except (csv.Error, UnicodeDecodeError):  # the latter: the file changes while it is read
        raise SourceError.at(
            _("Dấu nháy kép ở dòng này không được đóng đúng chỗ."),
            Place(path, number),
            _('Ô có dấu nháy kép: đặt cả ô trong dấu nháy kép, dấu ở trong viết đôi ("").'),
        ) from None


def _cleaned(line: Line) -> Line:
    return Line(line.number, tuple(_shown(text) for text in line.texts))


def _shown(text: str) -> str:
    try:
        return clean(text)
    except Wrong:
        return ""


def _width(first: Iterable[Line], head: Header) -> int:
    """How many cells the row of the headings has."""
    return max(len(line.texts) for line in first if head.top <= line.number <= head.bottom)


def _rows(
    stream: TextIO, lines: Iterable[Line], head: Header, width: int
) -> Generator[Row, None, None]:
    """The rows; afterwards the file is closed."""
    with stream:
        for line in lines:
            if line.number > head.bottom:
                row = _row(line, head, width, stream.name)
                if row.faults or any(row.values):
                    yield row


def _row(line: Line, head: Header, width: int, path: str) -> Row:
    cells, place = line.texts, Place(path, line.number)
    values, faults = [], []
    if wrong := _wrong_width(cells, head, width):
        faults.append(Fault(None, Problem(wrong.message, place, wrong.advice)))
    for at, (name, (source, *_more)) in enumerate(zip(head.columns, head.sources, strict=True)):
        text = cells[source] if source < len(cells) else ""
        try:
            values.append(clean(text))
        except Wrong as wrong:
            values.append("")
            message = _("Cột «{column}»: {message}").format(column=name, message=wrong.message)
            faults.append(Fault(at, Problem(message, place, wrong.advice)))
    return Row(line.number, tuple(values), tuple(faults))


def _wrong_width(cells: tuple[str, ...], head: Header, width: int) -> Wrong | None:
    """What is wrong with a row of more or fewer cells than there are headings."""
    least = head.sources[-1][0] + 1
    if len(cells) >= least and not any(cells[width:]):
        return None
    return Wrong(
        _("Dòng có {count} ô, không phải {width} ô như dòng tiêu đề.").format(
            count=len(cells), width=width
        ),
        _("Ô có dấu phân cách ở trong phải đặt trong dấu nháy kép; ô trống vẫn cần dấu phân cách."),
    )


def _refuse_lost_letters(head: Header, path: str) -> None:
    """Excel writes "?" for letters that its old encoding lacks, and nothing brings them back."""
    text = " | ".join(head.columns)
    if _LOST.search(text) and not _VIETNAMESE.search(text):
        message = _("Chữ tiếng Việt trong tệp đã mất, còn lại dấu “?”.")
        raise SourceError.at(message, Place(path, head.top), unicode_advice())
