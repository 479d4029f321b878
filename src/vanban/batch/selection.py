"""Which rows of a table are taken: conditions such as "Đơn vị=Phòng A"."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct

from vanban.errors import SourceError
from vanban.messages import _
from vanban.patterns import later
from vanban.viet.text import comparable, fold, nearest, nfc

_CONDITION = later(r"\s*(?P<column>[^=!~]+?)\s*(?P<sign>!=|!~|=|~)(?P<value>.*)")

SIGNS: Mapping[str, Callable[[str, str], bool]] = {
    "=": lambda cell, value: cell == value,
    "!=": lambda cell, value: cell != value,
    "~": lambda cell, value: value in cell,
    "!~": lambda cell, value: value not in cell,
}
"""What may stand between a column and a value: is, is not, holds, holds not."""


class Filter(Struct, frozen=True):
    """One condition; texts compare without case, blanks at the ends and the place of tones."""

    column: str
    sign: str
    value: str

    def of(self, columns: Sequence[str]) -> Callable[[Sequence[str]], bool]:
        """The condition for the rows of a table.

        Raises:
            SourceError: the table has no such column.
        """
        known = {fold(heading): at for at, heading in enumerate(columns)}
        name, test, wanted = fold(self.column), SIGNS[self.sign], _same(self.value)
        if name not in known:
            near = nearest(name, known)
            raise SourceError.at(
                _("--filter: bảng không có cột «{column}».").format(column=self.column),
                advice=_("Có phải «{near}» không?").format(near=columns[known[near]])
                if near
                else _("Các cột: {names}.").format(names=", ".join(columns)),
            )
        at = known[name]
        return lambda values: test(_same(values[at]), wanted)


def parse(text: str) -> Filter:
    """A condition as it is typed.

    >>> parse("Đơn vị != Phòng A")
    Filter(column='Đơn vị', sign='!=', value=' Phòng A')

    Raises:
        SourceError: there is no sign in it.
    """
    found = _CONDITION.fullmatch(nfc(text))
    if found is None:
        raise SourceError.at(
            _("--filter cần dạng CỘT=GIÁ TRỊ, không phải «{text}».").format(text=text),
            advice=_("Dấu dùng được: = (bằng), != (khác), ~ (có chứa), !~ (không chứa)."),
        )
    return Filter(found["column"], found["sign"], found["value"])


def _same(text: str) -> str:
    return comparable(" ".join(text.split()))
