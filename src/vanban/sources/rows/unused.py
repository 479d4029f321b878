"""What is told of columns: which fill fields, which nothing uses, which were perhaps meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from vanban.errors import Problem, short
from vanban.messages import _
from vanban.sources.rows.field_names import FieldNames, Path
from vanban.sources.rows.names import ORDINALS, key, parts
from vanban.sources.rows.table import Table
from vanban.viet.text import fold, nearest

MOST_NAMED = 20
"""So many columns are named in a message."""


def notes(
    table: Table,
    known: FieldNames,
    filled: Mapping[Path, int],
    used: Collection[int],
    also: Iterable[str],
) -> Iterator[Problem]:
    """What the reader should be told of the columns.

    Args:
        table: the table.
        known: the fields.
        filled: the fields that columns fill.
        used: the columns that are used.
        also: names of columns that something else uses.
    """
    if filled:
        pairs = [f"«{table.columns[at]}» → {'.'.join(path)}" for path, at in filled.items()]
        told = _("Cột điền thẳng vào trường: {pairs}.")
        yield Problem(told.format(pairs=", ".join(pairs[:MOST_NAMED])), table.place)
    others = ORDINALS.union(*((key(name), fold(name)) for name in also))
    left = [
        name
        for at, name in enumerate(table.columns)
        if at not in used and not others & {key(name), fold(name)}
    ]
    yield from _unused(table, known, left)


def _unused(table: Table, known: FieldNames, left: Sequence[str]) -> Iterator[Problem]:
    """One note for columns that mean nothing, and one for each that is nearly a field's name."""
    near = {name: _near_field(name, known) for name in left}
    plain = [name for name in left if not near[name]]
    if plain:
        told = _("Cột không được dùng: {names}.").format(names=quoted(plain))
        yield Problem(told, table.place)
    for name in [name for name in left if near[name]][:MOST_NAMED]:
        yield Problem(
            _("Cột «{column}» không được dùng.").format(column=short(name)),
            table.place,
            _("Có phải trường «{near}» không?").format(near=near[name]),
        )


def _near_field(name: str, known: FieldNames) -> str | None:
    near = nearest(key(name), known.names)
    return next((".".join(leaf.path) for leaf in known.leaves if near in leaf.names), None)


def near_column(name: str, columns: Sequence[str]) -> str | None:
    """The column that was perhaps meant, told by its name or the end of it; None: there is none.

    >>> near_column("Ngày sinh", ["STT", "Ngày sinh (dd/mm/yyyy)", "Họ và tên"])
    'Ngày sinh (dd/mm/yyyy)'
    """
    ends = {key(column): column for column in columns}
    ends |= {names[-1]: column for column in columns if (names := parts(column))[1:]}
    wanted = key(name)
    near = nearest(wanted, ends)
    longer = (each for each in ends if each.startswith(wanted) or wanted.startswith(each))
    found = near if near is not None else next((each for each in longer if each), None)
    return None if found is None else ends[found]


def quoted(names: Sequence[str]) -> str:
    """Names in a message: "«Số», «Ngày»"."""
    shown = ", ".join(f"«{short(name)}»" for name in names[:MOST_NAMED])
    return shown + ("…" if len(names) > MOST_NAMED else "")
