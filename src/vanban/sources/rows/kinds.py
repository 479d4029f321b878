"""Which rows of a table are documents, and why others are not: totals, titles, notes.

A row that could be one is one. Whatever is left out is told with its number.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum

from vanban.errors import Problem
from vanban.location import Place
from vanban.messages import _
from vanban.patterns import later
from vanban.sources.rows.names import ORDINALS, key
from vanban.sources.rows.table import Row
from vanban.viet.text import comparable

MOST_NUMBERS = 20
"""So many rows are named that were left out."""

_TOTAL = later(r"(?P<words>[^\d:.(]+?)\s*(?:[:.]+\s*(?:\d.*)?|\(.*\)\s*[:.]*)?")
_TOTALS = frozenset(map(comparable, ("tổng cộng", "tổng số", "cộng", "tổng", "tong cong")))
_SUM = later(r"[-(]?(?:0|[1-9][\d.,]*|0,\d+)\)?(?:\s*[%₫đ]|\s+[^\W\d]+)?")
_NUMBERED = later(r"\(?(?:\d+|[IVXLC]+|[a-zđ])(?:[.)/-]|\.\d+)*")


class Reason(StrEnum):
    """Why a row is no document."""

    TOTAL = "total"
    """It has sums: "Tổng cộng", "Cộng:" …"""
    BLANK = "blank"
    """All columns that are used are blank in it: the title of a group, a note, signatures."""
    TITLE = "title"
    """Its only text is merged over several columns."""
    BELOW = "below"
    """It stands below the table, without the ordinal that rows have."""


class Sorting:
    """Tells documents from other rows; remembers what it has seen, so rows come in their order.

    Args:
        columns: the headings.
        used: the numbers of the columns that are used; none: all are.
    """

    def __init__(self, columns: Sequence[str], used: Collection[int]) -> None:
        self._used = frozenset(used or range(len(columns)))
        self._ordinal = next((at for at, n in enumerate(columns) if key(n) in ORDINALS), None)
        self._documents = self._numbered = 0
        self._ended = False
        self._left_out: dict[Reason, list[int]] = {}

    def is_document(self, row: Row) -> bool:
        """Whether a row is a document; one that is none is remembered for `notes`."""
        reason = self.reason(row)
        self._ended = reason is Reason.TOTAL or self._ended or row.after_blank
        if reason:
            self._left_out.setdefault(reason, []).append(row.number)
            return False
        self._documents += 1
        if self._has_ordinal(row):
            self._numbered += 1
            self._ended = False
        return True

    def reason(self, row: Row) -> Reason | None:
        """Why the row that comes next is no document; None: it is one."""
        if self._is_total(row):
            return Reason.TOTAL
        if row.problems(self._used):
            return None
        if not any(row.values[at] for at in self._used):
            return Reason.BLANK
        if row.is_title:
            return Reason.TITLE
        return Reason.BELOW if self._is_below(row) else None

    def notes(self, path: str) -> Iterator[Problem]:
        """What is told of the rows that were left out, in the order of reasons.

        Args:
            path: the file of the table.
        """
        for reason, (message, advice) in _told().items():
            if numbers := self._left_out.get(reason):
                told = message.format(numbers=_shown(numbers))
                yield Problem(told, Place(path, numbers[0]), advice)

    def _is_total(self, row: Row) -> bool:
        """Whether its first text is such a word, and nothing but sums stands beside it."""
        at = next((at for at, value in enumerate(row.values) if value), None)
        if at is None or not _says_total(row.values[at]):
            return False
        others = (row.values[i] for i in self._used if i != at)
        return all(not value or _SUM.fullmatch(value) for value in others)

    def _is_below(self, row: Row) -> bool:
        """Whether the table has ended and the row lacks an ordinal, as most rows did not."""
        ended = self._ended or row.after_blank
        return ended and 2 * self._numbered > self._documents and not self._has_ordinal(row)

    def _has_ordinal(self, row: Row) -> bool:
        return self._ordinal is not None and bool(_NUMBERED.fullmatch(row.values[self._ordinal]))


def _says_total(text: str) -> bool:
    """Whether a text is one of the words above sums.

    >>> [_says_total(text) for text in ("Tổng cộng: 12 người", "CỘNG", "Công", "Tổng cục Thuế")]
    [True, True, False, False]
    """
    found = _TOTAL.fullmatch(text)
    return found is not None and comparable(" ".join(found["words"].split())) in _TOTALS


def _told() -> Mapping[Reason, tuple[str, str]]:
    return {
        Reason.TOTAL: (
            _("Bỏ qua dòng tổng cộng: dòng {numbers}."),
            _("Nếu là một văn bản, điền thêm số thứ tự hoặc cột khác của dòng."),
        ),
        Reason.BLANK: (
            _("Bỏ qua dòng trống mọi cột mà mẫu dùng (nhóm, ghi chú, chữ ký): dòng {numbers}."),
            _("Nếu là một văn bản, điền ít nhất một cột mà mẫu dùng."),
        ),
        Reason.TITLE: (
            _("Bỏ qua dòng chỉ có một ô gộp ngang (tên nhóm): dòng {numbers}."),
            _("Nếu là một văn bản, bỏ gộp ô."),
        ),
        Reason.BELOW: (
            _("Bỏ qua dòng ở dưới bảng không có số thứ tự (chữ ký, ghi chú): dòng {numbers}."),
            _("Nếu là một văn bản, điền số thứ tự."),
        ),
    }


def _shown(numbers: Sequence[int]) -> str:
    more = "…" if len(numbers) > MOST_NUMBERS else ""
    return ", ".join(map(str, numbers[:MOST_NUMBERS])) + more
