"""JSON Lines as tables: an object a line, the keys of inner objects joined ("ky.ho_ten")."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from typing import TextIO

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.sources.rows.cleaning import clean
from vanban.sources.rows.json_record import Record, parse
from vanban.sources.rows.names import key
from vanban.sources.rows.table import Fault, Row, Table
from vanban.sources.rows.text_file import open_text
from vanban.sources.values import Wrong

MOST_COLUMNS = 16_384
"""As many as a sheet has."""
_LONGEST = 10_000_000
"""No line has more characters."""


def read(path: str) -> Table:
    """The table in a file of JSON Lines; see `table.opened`.

    All of it is read beforehand, for each line may have keys that no other has.
    """
    stream = open_text(path)
    try:
        columns = _columns(stream, path)
        stream.seek(0)
    except BaseException:
        stream.close()
        raise
    rows = _rows(stream, columns, path)
    return Table(path, tuple(columns.values()), rows, place=Place(path), close=stream.close)


def _columns(stream: TextIO, path: str) -> dict[str, str]:
    """The keys as they were first written, by how they are compared."""
    columns: dict[str, str] = {}
    first: Problem | None = None
    for record in _records(stream, path):
        first = first or record.problem
        for name in record.values:
            columns.setdefault(key(name), name)
        if len(columns) > MOST_COLUMNS:
            raise _too_many(path, record.number)
    if not columns:
        raise SourceError([first or _no_rows(path)])
    return columns


def _records(stream: TextIO, path: str) -> Iterator[Record]:
    """The lines that are not blank.

    Raises:
        SourceError: the file is one JSON list, or a line has no end.
    """
    number = 0
    while line := stream.readline(_LONGEST):
        number += 1
        if len(line) == _LONGEST:
            raise _endless(path, number)
        if text := line.strip():
            if number == 1 and text.startswith("["):
                raise _a_list(path)
            yield parse(text, path, number)


def _rows(stream: TextIO, columns: Mapping[str, str], path: str) -> Generator[Row, None, None]:
    """The rows; afterwards the file is closed."""
    with stream:
        for record in _records(stream, path):
            if record.problem or any(record.values.values()):
                yield _row(record, columns, path)


def _row(record: Record, columns: Mapping[str, str], path: str) -> Row:
    place = Place(path, record.number)
    faults = [Fault(None, record.problem)] if record.problem else []
    values = dict.fromkeys(columns, "")
    for name, text in record.values.items():
        at = key(name)
        try:
            values[at] = clean(text)
        except Wrong as wrong:
            message = _("Khóa «{name}»: {message}").format(name=name, message=wrong.message)
            fault = Fault([*columns].index(at), Problem(message, place, wrong.advice))
            faults.append(fault)
    return Row(record.number, tuple(values.values()), tuple(faults))


def _example() -> str:
    return _('Mỗi dòng một bản ghi, ví dụ {"ho_ten": "Nguyễn Văn An"}')


def _no_rows(path: str) -> Problem:
    return Problem(_("Tệp không có dòng dữ liệu nào."), Place(path), _example())


def _a_list(path: str) -> SourceError:
    message = _("Tệp là một danh sách JSON, không phải mỗi dòng một bản ghi.")
    return SourceError.at(message, Place(path, 1), _example())


def _endless(path: str, number: int) -> SourceError:
    message = _("Dòng dài bất thường nên không được đọc.")
    return SourceError.at(message, Place(path, number), _example())


def _too_many(path: str, number: int) -> SourceError:
    message = _("Các dòng có hơn {count} khóa khác nhau.").format(count=MOST_COLUMNS)
    return SourceError.at(
        message, Place(path, number), _("Mỗi cột một khóa, giống nhau ở mọi dòng.")
    )
