"""What the columns of a table are for: the placeholders of a pattern, or fields.

A column that is asked for as ``{{ cột }}`` is only that. Any other fills the field whose full
name its heading is. What can be meant in two ways is refused, what is not used is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.model.fields import Day, Field, Time
from vanban.sources.rows.field_names import FieldNames, Path
from vanban.sources.rows.names import key
from vanban.sources.rows.shown_dates import Purpose
from vanban.sources.rows.table import Table
from vanban.sources.rows.unused import near_column, notes, quoted
from vanban.sources.rows.wanted import Wanted
from vanban.viet.text import fold

_PURPOSES = {Day: Purpose.DAY, Time: Purpose.TIME}


class Use(Struct, frozen=True):
    """What the columns of a table are for.

    Attributes:
        placeholders: folded names of placeholders, each with the number of its column, from 0.
        fields: the names that lead to a field, with the number of the column that fills it.
        notes: which columns fill fields, and which nothing uses.
    """

    placeholders: tuple[tuple[str, int], ...]
    fields: tuple[tuple[Path, int], ...]
    notes: tuple[Problem, ...] = ()

    @property
    def used(self) -> frozenset[int]:
        """The numbers of the columns that are used."""
        return frozenset(at for _name, at in (*self.placeholders, *self.fields))


def names(placeholders: Iterable[str], fields: Iterable[Field], days: Iterable[str] = ()) -> Wanted:
    """The names of all columns that could be used, for `table.opened`.

    Args:
        placeholders: the columns that the pattern asks for.
        fields: the fields that its documents may have.
        days: those of the placeholders that fill a date.
    """
    known, asked = FieldNames(fields), {*map(key, placeholders)}
    purposes = {
        name: _PURPOSES[type(leaf.kind)]
        for leaf in known.leaves
        if type(leaf.kind) in _PURPOSES
        for name in leaf.names
    }
    purposes |= dict.fromkeys(asked, Purpose.TEXT)
    purposes |= dict.fromkeys(map(key, days), Purpose.DAY)
    return Wanted.of(known.names | asked, purposes)


def match(
    table: Table,
    placeholders: Mapping[str, Place],
    fields: Iterable[Field],
    also: Iterable[str] = (),
) -> Use:
    """What the columns of a table are for.

    Args:
        table: the table.
        placeholders: the columns that the pattern asks for, as it spells them, and where.
        fields: the fields that its documents may have.
        also: names of columns that something else uses, so that no note tells of them.

    Raises:
        SourceError: columns are missing, or it is not plain what they are for; all of it.
    """
    known = FieldNames(fields)
    matching = _Matching(table)
    asked = {fold(name): matching.column(name, place) for name, place in placeholders.items()}
    filled = matching.fields(known)
    if matching.problems:
        raise SourceError(matching.problems)
    found = tuple((name, at) for name, at in asked.items() if at is not None)
    use = Use(found, tuple(filled.items()))
    return Use(use.placeholders, use.fields, tuple(notes(table, known, filled, use.used, also)))


class _Matching:
    """Matches columns one by one and gathers what is wrong."""

    def __init__(self, table: Table) -> None:
        self.problems: list[Problem] = []
        self._table = table
        self._taken: set[int] = set()
        self._keys = [key(heading) for heading in table.columns]

    def column(self, name: str, place: Place) -> int | None:
        """The column of a placeholder; None where that is a problem."""
        wanted = key(name)
        found = [at for at, each in enumerate(self._keys) if each == wanted]
        found = found or [at for at, each in enumerate(self._keys) if each.endswith(f".{wanted}")]
        self._taken.update(found)
        if len(found) == 1:
            return found[0]
        self.problems.append(self._several(name, found) if found else self._none(name, place))
        return None

    def fields(self, known: FieldNames) -> dict[Path, int]:
        """The fields that the columns fill which are none of placeholders."""
        filled: dict[Path, int] = {}
        for at, path in self._paths(known):
            if path in filled:
                self.problems.append(self._twice(path, filled[path], at))
            filled.setdefault(path, at)
        return filled

    def _paths(self, known: FieldNames) -> Iterator[tuple[int, Path]]:
        for at, heading in enumerate(self._table.columns):
            found = [] if at in self._taken else known.found(heading)
            if len(found) > 1:
                titles = [f"{'.'.join(path)} ({leaf.title})" for leaf, path in found]
                self.problems.append(self._ambiguous(heading, titles))
            elif found:
                yield at, found[0][1]

    def _none(self, name: str, place: Place) -> Problem:
        near = near_column(name, self._table.columns)
        return Problem(
            _("Mẫu cần cột «{name}» nhưng bảng không có.").format(name=name),
            place,
            _("Có phải cột «{near}» không?").format(near=near)
            if near
            else _("Các cột của bảng: {names}.").format(names=quoted(self._table.columns)),
        )

    def _several(self, name: str, found: Sequence[int]) -> Problem:
        message = _("Bảng có {count} cột có thể là «{name}»: {names}.")
        return Problem(
            message.format(count=len(found), name=name, names=self._quoted(found)),
            self._table.place,
            _("Đổi tiêu đề để mỗi cột một tên, hoặc ghi tên đầy đủ trong mẫu."),
        )

    def _twice(self, path: Path, *columns: int) -> Problem:
        return Problem(
            _("Các cột {names} cùng điền vào trường «{field}».").format(
                names=self._quoted(columns), field=".".join(path)
            ),
            self._table.place,
            _("Bỏ hoặc đổi tiêu đề một cột."),
        )

    def _ambiguous(self, heading: str, titles: Sequence[str]) -> Problem:
        return Problem(
            _("Cột «{column}» có thể là nhiều trường: {titles}.").format(
                column=heading, titles=", ".join(titles)
            ),
            self._table.place,
            _("Đổi tiêu đề cột thành tên trường muốn điền."),
        )

    def _quoted(self, columns: Sequence[int]) -> str:
        return quoted([self._table.columns[at] for at in columns])
