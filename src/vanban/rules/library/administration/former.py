"""What was dissolved or renamed, and where a text names it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from vanban.patterns import later
from vanban.rules.lists import named

LIST = "co-quan-cu"
"""The list of former bodies and of the words that tell of the past."""

_NAME = later("[ \u00a0](?P<chu>\\w[\\w’']*(?:-\\w+)*)")


class Former(Struct, frozen=True):
    """A body or a unit that is no more.

    Attributes:
        what: its name as the text has it.
        became: what took its place, for a message; empty when nobody can tell.
        since: the first day without it.
    """

    what: str
    became: str
    since: date


class Mention(Struct, frozen=True):
    """A stretch of a text that names one.

    Attributes:
        start, end: offsets in the whole text.
        group: what kind of body or unit it is, by which rules are told apart.
        former: which one.
        right: what should stand there; None when nobody can tell.
    """

    start: int
    end: int
    group: str
    former: Former
    right: str | None = None


def since(what: str) -> date:
    """The first day without bodies of a kind ("sở")."""
    return date.fromisoformat(named(LIST)["tu_ngay"][what])


def name_end(whole: str, at: int, most: int = 5) -> int:
    """The offset behind a proper name that begins with the space at an offset.

    >>> name_end("huyện Long Hồ tổ chức", 5)
    13
    """
    for _word in range(most):
        found = _NAME.match(whole, at)
        if not found or not (found["chu"][0].isupper() or found["chu"][0].isdigit()):
            break
        at = found.end()
    return at


def like(right: str, typed: str) -> str:
    """A text in capitals where the one that it stands for is, which is more than a code.

    >>> like("tỉnh Ninh Bình", "TỈNH HÀ NAM"), like("Ủy ban nhân dân", "UBND")
    ('TỈNH NINH BÌNH', 'Ủy ban nhân dân')
    """
    return right.upper() if typed.isupper() and " " in typed else right
