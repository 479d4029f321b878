"""Dates of issue: read from what people type, written in words, parts may still be blank."""

from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from vanban.patterns import later
from vanban.viet.text import nfc

if TYPE_CHECKING:
    from datetime import date

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""The years accepted, both included; another year is taken for a slip of the hand."""

Part = Literal["ngay", "thang", "nam"]

_BLANK = "     "
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_DAY_FIRST = later(
    r"(?:(?P<ngay>[0-9]{1,2})([-/.])(?=[0-9]{1,2}\2))?"
    r"(?P<thang>[0-9]{1,2})[-/.](?P<nam>[0-9]{4})"
)
_YEAR_FIRST = later(r"(?P<nam>[0-9]{4})(?:-(?P<thang>[0-9]{1,2})(?:-(?P<ngay>[0-9]{1,2}))?)?")
_IN_WORDS = later(
    r"ngày ?(?P<ngay>[0-9]{1,2}|[._… ]*?)"
    r" ?tháng ?(?P<thang>[0-9]{1,2}|[._… ]*?)"
    r" ?năm ?(?P<nam>[0-9]{4}|(?:20[0-9]?)?[._…][._… ]*)?"
)


class NotADate(ValueError):
    """The text has none of the forms of a date.

    Attributes:
        text: The text as given.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return f"not a date: {self.text!r}"


class ImpossibleDate(ValueError):
    """The form is right, but the calendar has no such day, month or year.

    Attributes:
        part: The part that cannot be: "ngay", "thang" or "nam".
        value: The number given for it.
    """

    def __init__(self, part: Part, value: int) -> None:
        super().__init__(part, value)
        self.part = part
        self.value = value

    def __str__(self) -> str:
        return f"impossible {self.part}: {self.value}"


class Ngay(Struct, frozen=True):
    """Ngày ban hành, the date of issue. Legal basis: PLI-I-II.4.b.

    Every Ngay that exists is possible: the constructor refuses what the calendar does not have.

    Attributes:
        ngay: Day, 1 to 31; None is left blank to be written by hand.
        thang: Month, 1 to 12; None is left blank.
        nam: Year, 1900 to 2100; None is left blank.

    Raises:
        ImpossibleDate: A part is out of its bounds, or the month has no such day.
    """

    ngay: int | None = None
    thang: int | None = None
    nam: int | None = None

    def __post_init__(self) -> None:
        _check("nam", self.nam, FIRST_YEAR, LAST_YEAR)
        _check("thang", self.thang, 1, 12)
        _check("ngay", self.ngay, 1, _days(self.thang, self.nam))

    @property
    def is_full(self) -> bool:
        """Whether day, month and year are all known."""
        return None not in (self.ngay, self.thang, self.nam)

    def words(self) -> str:
        """Write the date as it is printed. A blank part is five spaces wide.

        Days below 10 and months 1 and 2 have a leading zero, and nothing else has (PLI-I-II.4.b).

        >>> Ngay(5, 3, 2020).words(), Ngay(None, 11, 2022).words()
        ('ngày 05 tháng 3 năm 2020', 'ngày     tháng 11 năm 2022')
        """
        ngay = _written("ngày", self.ngay, padded_below=10)
        thang = _written("tháng", self.thang, padded_below=3)
        nam = _written("năm", self.nam)
        return ngay + thang + (nam if self.nam is None else nam.rstrip())

    def iso(self) -> str:
        """Write as much of the date as ISO 8601 can: "2022-11-07", "2022-11", "2022" or ""."""
        if self.nam is None:
            return ""
        thang = "" if self.thang is None else f"-{self.thang:02}"
        ngay = "" if self.ngay is None or not thang else f"-{self.ngay:02}"
        return f"{self.nam}{thang}{ngay}"

    def as_date(self) -> "date | None":
        """Return the day of the calendar; None while a part is blank."""
        if self.ngay is None or self.thang is None or self.nam is None:
            return None
        from datetime import date

        return date(self.nam, self.thang, self.ngay)


def parse_date(text: str) -> Ngay:
    """Read a date of issue, whole or partial.

    Understood are 2022-11-07, 07/11/2022, 7-11-2022, 7.11.2022, 11/2022, 2022-11, 2022 and
    "ngày 07 tháng 11 năm 2022", the last with blanks or dots for parts not known ("năm 20…" too).
    Years have four digits.

    Raises:
        NotADate: The text has none of these forms.
        ImpossibleDate: The calendar has no such date, or the year is outside 1900 to 2100.

    >>> parse_date("7/11/2022"), parse_date("ngày … tháng 11 năm 2022").iso()
    (Ngay(ngay=7, thang=11, nam=2022), '2022-11')
    """
    plain = " ".join(nfc(text).lower().split())
    for form in (_DAY_FIRST, _YEAR_FIRST, _IN_WORDS):
        if found := form.fullmatch(plain):
            return Ngay(*(_whole(found[part]) for part in ("ngay", "thang", "nam")))
    raise NotADate(text)


def _whole(part: str | None) -> int | None:
    """Return the number of a part that is all digits; None for a blank, "20…" included."""
    return int(part) if part and part.isdigit() else None


def _written(name: str, value: int | None, padded_below: int = 0) -> str:
    """Write a part and the space after it; a blank is its own space."""
    if value is None:
        return name + _BLANK
    return f"{name} 0{value} " if value < padded_below else f"{name} {value} "


def _check(part: Part, value: int | None, least: int, most: int) -> None:
    if value is not None and not least <= value <= most:
        raise ImpossibleDate(part, value)


def _days(thang: int | None, nam: int | None) -> int:
    """Return how many days the month can have; an unknown month or year gives the most."""
    if thang == 2 and nam is not None and (nam % 4 or (nam % 100 == 0 and nam % 400)):
        return 28
    return _DAYS[thang - 1] if thang else 31
