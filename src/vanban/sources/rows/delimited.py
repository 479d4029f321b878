"""CSV as tables, such as Excel writes it in Vietnam."""

from __future__ import annotations

import csv
from collections.abc import Generator, Iterable, Iterator
from itertools import chain, islice
from typing import TextIO

from msgspec.structs import replace

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.sources.rows import header, lost_letters
from vanban.sources.rows.cleaning import clean
from vanban.sources.rows.delimiters import delimiter
from vanban.sources.rows.grid import Line
from vanban.sources.rows.header import Header
from vanban.sources.rows.table import Fault, Row, Table
from vanban.sources.rows.text_file import open_text
from vanban.sources.rows.wanted import Wanted
from vanban.sources.values import Wrong

LONGEST = 10_000_000
"""So many characters a cell may have; one of Excel has 32,767."""


def read(path: str, number: int | None, wanted: Wanted) -> Table:
    """The table in a CSV file; see `table.opened`."""
    stream = open_text(path)
    try:
        lost_letters.refuse(stream, path)
        stream.seek(0)
        lines = _records(stream, path)
        first = [*islice(lines, header.enough(number))]
        head = header.find([_cleaned(line) for line in first], path, (), wanted, number)
        lost_letters.refuse_in_headings(head.columns, Place(path, head.top))
    except BaseException:
        stream.close()
        raise
    return Table(
        path,
        head.columns,
        _rows(stream, chain(first, lines), head, _width(first, head)),
        place=Place(path, head.top),
        close=stream.close,
        notes=header.notes(head, path),
    )


def _records(stream: TextIO, path: str) -> Iterator[Line]:
    """The records that are not blank, each with the line where it begins."""
    sign, start = delimiter(stream, path)
    reader = csv.reader(stream, delimiter=sign, strict=True)
    number, apart = start, False
    try:
        for record in _each(reader):
            if any(record):
                yield Line(number, tuple(record), apart)
            number, apart = start + reader.line_num, not any(record)
    except (csv.Error, UnicodeDecodeError) as error:  # the latter: the file was changed meanwhile
        if "field limit" in str(error):
            raise _too_long(Place(path, number)) from None
        raise SourceError.at(
            _("Dấu nháy kép ở dòng này không được đóng đúng chỗ."),
            Place(path, number),
            _('Ô có dấu nháy kép: đặt cả ô trong dấu nháy kép, dấu ở trong viết đôi ("").'),
        ) from None


def _each(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """The records; the longest cell, which one limit for all readers tells, is ours meanwhile."""
    while True:
        others = csv.field_size_limit(LONGEST)
        try:
            record = next(reader, None)
        finally:
            csv.field_size_limit(others)
        if record is None:
            return
        yield record


def _too_long(place: Place) -> SourceError:
    return SourceError.at(
        _("Có ô dài hơn {count} ký tự.").format(count=LONGEST),
        place,
        _("Kiểm tra dấu nháy kép mở mà không đóng; nội dung dài thế thì tách thành nhiều ô."),
    )


def _cleaned(line: Line) -> Line:
    return Line(line.number, tuple(_shown(text) for text in line.texts), line.apart)


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
        apart = False
        for line in lines:
            if line.number > head.bottom:
                row = _row(line, head, width, stream.name)
                apart = apart or line.apart
                if row.faults or any(row.values):
                    yield replace(row, after_blank=True) if apart else row
                apart = not any(row.values)


def _row(line: Line, head: Header, width: int, path: str) -> Row:
    cells, place = line.texts, Place(path, line.number)
    values, faults = [], []
    if wrong := _wrong_width(cells, width):
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


def _wrong_width(cells: tuple[str, ...], width: int) -> Wrong | None:
    """What is wrong with a row of more cells than there are headings; blank ones do no harm.

    A row may end before its last cells, which Excel leaves out where they are blank.
    """
    if not any(cells[width:]):
        return None
    return Wrong(
        _("Dòng có {count} ô, không phải {width} ô như dòng tiêu đề.").format(
            count=len(cells), width=width
        ),
        _("Ô có dấu phân cách ở trong phải đặt trong dấu nháy kép."),
    )
