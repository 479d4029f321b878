"""The provinces as they are called on a day."""

from __future__ import annotations

from datetime import date
from functools import cache

from vanban.rules.lists import named

LIST = "tinh-thanh"


def now(name: str, as_of: date) -> str:
    """A province with its kind on a day: "tỉnh Lào Cai", "Thành phố Hồ Chí Minh".

    >>> now("Đồng Nai", date(2026, 1, 1)), now("Đồng Nai", date(2026, 5, 1))
    ('tỉnh Đồng Nai', 'thành phố Đồng Nai')
    """
    first = named(LIST)["thanh_pho"].get(name)
    if first is None or as_of < date.fromisoformat(first):
        return f"tỉnh {name}"
    return f"Thành phố {name}" if name == "Hồ Chí Minh" else f"thành phố {name}"


@cache
def since() -> date:
    """The first day without the provinces that were merged into others."""
    return date.fromisoformat(named(LIST)["tu_ngay"])
