"""The decision on which an inspection or a check stands: as fields and as the text tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, Protocol

from vanban import Subject
from vanban.viet.dates import Ngay
from vanban.viet.text import comparable
from vanban_thanh_tra import issuers, own_fields

FIELDS = ("quyet_dinh_thanh_tra", "quyet_dinh_kiem_tra")
"""The groups of fields that tell it; a type has one of them."""

_CODE = re.compile(r"QĐ(?!\w)")
_NAMED = re.compile(
    r"quyết định (?:thanh tra|kiểm tra)(?: lại| đột xuất| chuyên ngành| hành chính)?(?: số)?:? ?$"
)
"""What stands before the number: "Quyết định thanh tra số"."""
_ABOUT = re.compile(
    r",? (?:về|v/v)(?: việc)?(?: tiến hành| thành lập đoàn)? (?:thanh tra|kiểm tra)(?!\w)"
)
"""What stands behind number, date and body: "về việc thanh tra"."""
_BEHIND = 48
"""So many characters before a number hold what it is the number of."""


class Cited(Protocol):
    """A document that a text cites by number, as `vanban.Subject.citations` has it."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def number_at(self) -> int: ...
    @property
    def number(self) -> str: ...
    @property
    def code(self) -> str: ...
    @property
    def day(self) -> Ngay | None: ...
    @property
    def issuer(self) -> str: ...


class Decision(NamedTuple):
    """A decision as the fields of a document tell it; what they do not tell is empty, or None."""

    so: str
    ngay: date | None
    co_quan: str
    nguoi_ky: str

    @property
    def issuers(self) -> tuple[str, ...]:
        """The body and the office, those that are told."""
        return tuple(name for name in (self.co_quan, self.nguoi_ky) if name)


def told(subject: Subject) -> Decision:
    """The decision that the fields tell."""
    given = own_fields.record(subject.doc, FIELDS)
    names = (own_fields.text(given, name) for name in ("so", "co_quan", "nguoi_ky"))
    so, co_quan, nguoi_ky = names
    return Decision(so, own_fields.day(given, "ngay"), co_quan, nguoi_ky)


def in_text(subject: Subject) -> Iterator[Cited]:
    """The decisions (QĐ) that the words of a document cite, its own fields and quotations out."""
    for one in subject.citations:
        where = subject.text.passage(one.number_at).path[0]
        if where not in FIELDS and _CODE.match(one.code) and not subject.text.quoted(one.start):
            yield one


def inspections(subject: Subject) -> tuple[Cited, ...]:
    """Those of `in_text` that surely order an inspection or a check."""
    plain = subject.text.plain
    return tuple(
        one for one in in_text(subject) if is_named(subject, one) or _ABOUT.match(plain, one.end)
    )


def is_named(subject: Subject, one: Cited) -> bool:
    """Whether a citation says "Quyết định thanh tra" and not only what it is about."""
    before = subject.text.plain[max(one.number_at - _BEHIND, 0) : one.number_at]
    return bool(_NAMED.search(before))


def same_number(number: str, other: str) -> bool:
    """Whether two numbers are one: zeros before them, blanks and capitals do not count.

    >>> same_number("05/QĐ-TTr", "5/QĐ -TTr")
    True
    """
    return _bare(number) == _bare(other)


def _bare(number: str) -> str:
    return comparable(number).replace(" ", "").lstrip("0")


def by_text(subject: Subject) -> str:
    """The head who issued the decision by the text; empty when it names none, or a body."""
    return next((one.issuer for one in subject.view(inspections) if issuers.office(one.issuer)), "")
