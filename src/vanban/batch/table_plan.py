"""A batch of the rows of a table: which document each of them becomes, under which name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from os.path import realpath
from pathlib import Path

import msgspec

from vanban import api
from vanban.batch.digests import digest
from vanban.batch.jobs import Columns, Item
from vanban.batch.naming import Name
from vanban.batch.planning import SUFFIX, Plan, Settings, each_once, job_of
from vanban.batch.selection import Filter, parse
from vanban.errors import SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.sources.rows import columns
from vanban.sources.rows.columns import Use
from vanban.sources.rows.kinds import Sorting
from vanban.sources.rows.table import Row, Table, opened
from vanban.viet.text import fold, nearest

MOST_NUMBERS = 20
"""So many rows are named that were left out."""


def columns_of(pattern: api.Pattern, table: Table, also: Iterable[str] = ()) -> Use:
    """What the columns of a table are for in a pattern.

    Args:
        pattern: the source that rows are filled into.
        table: the table.
        also: other names of columns that are used, in names of files and conditions.

    Raises:
        SourceError: a column is missing, or two are meant by one heading.
    """
    asked = {name: pattern.place(name) for name in pattern.placeholders}
    return columns.match(table, asked, pattern.fields, also=tuple(also))


@contextmanager
def planned(
    pattern_file: str,
    data: str,
    settings: Settings,
    *,
    sheet: str | None = None,
    name: str | None = None,
    filters: Sequence[str] = (),
    limit: int | None = None,
) -> Iterator[Plan]:
    """The plan of a pattern and a table, which is open meanwhile.

    Args:
        pattern_file: the source that rows are filled into.
        data: the file of the table.
        settings: what is asked for.
        sheet: the sheet of the table; None: the first that has data.
        name, limit: as for `of_table`.
        filters: conditions as they are typed.

    Raises:
        SourceError: the pattern or the table cannot be read, or they do not fit each other.
    """
    pattern = api.Pattern(
        pattern_file,
        profile=settings.profile,
        use_profile=settings.use_profile,
        fields=settings.fields,
    )
    conditions = tuple(map(parse, filters))
    also = [*Name(name or "").parts(), *(each.column for each in conditions)]
    wanted = columns.names(pattern.placeholders, pattern.fields, pattern.days)
    with opened(data, sheet=sheet, wanted=wanted) as table:
        use = columns_of(pattern, table, also)
        yield of_table(pattern, table, use, settings, name=name, filters=conditions, limit=limit)


def of_table(
    pattern: api.Pattern,
    table: Table,
    use: Use,
    settings: Settings,
    *,
    name: str | None = None,
    filters: Sequence[Filter] = (),
    limit: int | None = None,
) -> Plan:
    """A batch of the rows of a table.

    Args:
        pattern: the source that rows are filled into.
        table: the rows.
        use: what its columns are for.
        settings: what is asked for.
        name: the pattern of the names of files; None numbers them.
        filters: conditions that a row must meet.
        limit: how many rows at most; None: all.

    Raises:
        SourceError: the name or a condition asks for what nobody has.
    """
    stem = Path(pattern.path).name.partition(".")[0]
    wanted = Name(name or f"{stem}-{{stt}}")
    names = _Names(pattern, table.columns, use, wanted)
    _refuse_unused(pattern, use)
    what = [realpath(pattern.path), realpath(table.path), table.sheet or "", wanted]
    job = job_of(
        settings,
        what,
        pattern=pattern.path,
        columns=Columns(use.placeholders, use.fields),
        table=table.path,
    )
    folder = Path(settings.directory or ".")
    notices = list(map(str, (*table.notes, *use.notes)))
    inside = [(table.columns[at], at) for name, at in use.placeholders if name in pattern.inside]
    chosen = islice(_chosen(table, use.used, filters, notices), limit)
    items = (
        Item(
            row.number,
            str(folder / (names.of(row) + SUFFIX)),
            values=row.values,
            digest=digest(job.base, msgspec.json.encode(row.values)),
            faults=tuple(map(str, row.problems(use.used))),
            notes=tuple(_empty(row, name) for name, at in inside if not row.values[at]),
        )
        for row in chosen
    )
    return Plan(job, each_once(items, "--name"), notices)


def _empty(row: Row, column: str) -> str:
    told = _("Dòng {number}: ô «{column}» trống, câu có nó thiếu chữ.")
    return told.format(number=row.number, column=column)


def _refuse_unused(pattern: api.Pattern, use: Use) -> None:
    """All documents would be the same."""
    if not use.used:
        raise SourceError.at(
            _("Mẫu không dùng cột nào của bảng: mọi văn bản sẽ như nhau."),
            Place(pattern.path),
            _("Ghi {{ Tên cột }} vào chỗ lấy dữ liệu trong mẫu."),
        )


def _chosen(
    table: Table, used: Collection[int], filters: Sequence[Filter], notices: list[str]
) -> Iterator[Row]:
    """The rows that are meant; of others that look like none it is told."""
    tests = [each.of(table.columns) for each in filters]
    sorting = Sorting(table.columns, used)
    hidden: list[int] = []
    for row in table.rows:
        if sorting.is_document(row) and all(test(row.values) for test in tests):
            if row.hidden:
                hidden.append(row.number)
            yield row
    notices.extend(map(str, sorting.notes(table.path)))
    if hidden:
        told = _("Dòng đang ẩn (lọc) trong Excel vẫn được lấy: dòng {numbers}.")
        notices.append(told.format(numbers=_shown(hidden)))


def _shown(numbers: Sequence[int]) -> str:
    more = "…" if len(numbers) > MOST_NUMBERS else ""
    return ", ".join(map(str, numbers[:MOST_NUMBERS])) + more


class _Names:
    """The names of files: of columns, of fields that the pattern has, of the row's number."""

    def __init__(self, pattern: api.Pattern, headings: Sequence[str], use: Use, name: Name) -> None:
        self._pattern, self._name = pattern, name
        self._columns = {fold(heading): at for at, heading in enumerate(headings)}
        self._use = dict(use.placeholders)
        for part in name.parts():
            if part != "stt" and part not in self._columns and pattern.value(part) is None:
                raise self._unknown(part)

    def of(self, row: Row) -> str:
        """The name for a row."""
        return self._name.of(lambda part: self._value(part, row))

    def _value(self, part: str, row: Row) -> str:
        if part in self._columns:
            return row.values[self._columns[part]]
        if part == "stt":
            return f"{row.number:04d}"
        texts = {name: row.values[at] for name, at in self._use.items()}
        return self._pattern.text(part, texts)

    def _unknown(self, part: str) -> SourceError:
        near = nearest(part, self._columns)
        return SourceError.at(
            _("--name dùng «{name}», không phải cột của bảng hay trường của mẫu.").format(
                name=part
            ),
            advice=_("Có phải «{near}» không?").format(near=near)
            if near
            else _("Các cột: {names}.").format(names=", ".join(self._columns)),
        )
