"""What a document tells in the fields of its type: texts, sums of money, lists of records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from vanban import VanBan
from vanban.viet.numerals import parse_number

Record = Mapping[str, Any]


def record(doc: VanBan, names: Iterable[str]) -> Record:
    """The first of some groups of fields that a document has; empty when it has none."""
    return next((doc.rieng[name] for name in names if doc.rieng.get(name)), {})


def records(doc: VanBan, name: str) -> tuple[Record, ...]:
    """The items of a list of groups; an item that says nothing is an empty one."""
    return tuple(item or {} for item in doc.rieng.get(name) or ())


def texts(doc: VanBan, name: str) -> tuple[str, ...]:
    """The items of a list of texts, blanks of a skeleton ("[…]") as empty texts."""
    return tuple(_filled(item) for item in doc.rieng.get(name) or ())


def text(given: Record, name: str) -> str:
    """A text field; empty when nothing stands there but a blank of a skeleton ("[…]")."""
    return _filled(given.get(name))


def money(given: Record, name: str) -> Decimal | None:
    """A sum of money in đồng; None when none is told."""
    typed = given.get(name)
    return parse_number(typed) if typed else None


def day(given: Record, name: str) -> date | None:
    """A day; None when it is not told as a whole."""
    typed = given.get(name)
    found: date | None = typed.as_date() if typed else None
    return found


def _filled(typed: str | None) -> str:
    return "" if not typed or typed.lstrip().startswith("[") else typed.strip()
