"""Bodies and units that were dissolved or renamed in 2025, wherever a text names them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vanban.rules.library.administration import (
    former_districts,
    former_inspectorates,
    former_ministries,
    former_provinces,
    former_towns,
)
from vanban.rules.library.administration.former import Former, Mention
from vanban.rules.library.administration.history import past
from vanban.rules.views.text import Text


def blamed(text: str, as_of: date) -> Former | None:
    """The former body or unit that a line names as if it were still there.

    Args:
        text: a recipient, an addressee, the name of an issuer.
        as_of: the day of the document.

    Returns:
        None when all that it names was there on that day, or it tells of the past.

    >>> blamed("Sở Giao thông vận tải", date(2026, 1, 1)).became
    'Sở Xây dựng'
    """
    line = Text([((), text, "")])
    for mention in mentions(line, as_of):
        first = mention.former.since
        if first <= as_of and not past(line, mention.start, mention.end, first):
            return mention.former
    return None


def mentions(text: Text, as_of: date) -> Iterator[Mention]:
    """Every place where a text names what is no more, whether it tells of the past or not."""
    yield from former_ministries.mentions(text)
    yield from former_inspectorates.mentions(text)
    yield from former_districts.mentions(text)
    yield from former_towns.mentions(text)
    yield from former_provinces.mentions(text, as_of)
