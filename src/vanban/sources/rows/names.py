"""Names in headings: how they are compared."""

from __future__ import annotations

from collections.abc import Collection

from vanban.patterns import later
from vanban.viet.text import fold, nfc

ORDINALS = frozenset({"stt", "tt", "so_tt", "so_thu_tu"})
"""Columns that every table has and no document uses."""
_REQUIRED = later(r"\s*(?:\(\s*\*+\s*\)|\*+)$")
"""The star of a column that has to be filled in."""
_BETWEEN = later(r"\s*[:.]\s*|\s+[-–—]\s+")


def heading(text: str) -> str:
    """A heading on one line.

    >>> heading("Họ \\n và tên ")
    'Họ và tên'
    """
    return " ".join(nfc(text).split())


def parts(text: str) -> tuple[str, ...]:
    """The folded names in a heading, the outer one first.

    >>> parts("Ký: Họ tên"), parts("ky.ho_ten"), parts("Ký - Họ tên")
    (('ky', 'ho_ten'), ('ky', 'ho_ten'), ('ky', 'ho_ten'))
    """
    folded = (fold(_REQUIRED.sub("", part)) for part in _BETWEEN.split(heading(text)))
    return tuple(part for part in folded if part)


def key(text: str) -> str:
    """The one spelling of a heading, a placeholder or the path of a field.

    >>> key("Trích yếu"), key("Ký: Họ tên"), key("Số TT.")
    ('trich_yeu', 'ky.ho_ten', 'so_tt')
    """
    return ".".join(parts(text))


def is_one_of(text: str, keys: Collection[str]) -> bool:
    """Whether a heading, or its end below the groups over it, is among some keys.

    >>> is_one_of("Cá nhân: Họ tên", {"ho_ten"}), is_one_of("Họ tên", {"ky.ho_ten"})
    (True, False)
    """
    names = parts(text)
    return any(".".join(names[at:]) in keys for at in range(len(names)))
