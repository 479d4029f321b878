r"""Kind "text": what the words of components must be, or must not have.

``phai_la`` is a pattern that the whole text must be; ``tim`` one that must not be found (or a list
of patterns with a ``cau`` of their own); a group named ``x`` is what is blamed. ``o: in`` looks at
the text as it shows (capitals by look made), else at what is typed. ``noi: có`` looks at all lines
of a component together, joined by blanks. ``khong_phan_biet: có`` ignores case. The message ``cau``
may have {text}, {quote} and the groups of the pattern.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import DOCUMENTS, Observed
from vanban.rules.docx.telling import cut, tell
from vanban.viet.text import nfc


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A finding for each piece whose words are not so."""
    data = rule.data
    flags = re.IGNORECASE if "khong_phan_biet" in data else 0
    parts = tuple(data.get("phan", DOCUMENTS))
    pieces = seen.pieces(*data["thanh_phan"], parts=parts)
    shown = data.get("o") == "in"
    for piece, text in joined(seen, pieces, shown) if "noi" in data else each(pieces, shown):
        if "phai_la" in data and not compiled(data["phai_la"], flags).fullmatch(text):
            yield _finding(rule, seen, piece, data, text, {})
            continue
        for pattern in _patterns(rule):
            found = compiled(pattern["tim"], flags).search(text)
            if found:
                yield _finding(rule, seen, piece, pattern, _blamed(found), found.groupdict(""))
                break


def each(pieces: Sequence[Piece], shown: bool) -> Iterator[tuple[Piece, str]]:
    """Pieces with their texts."""
    return ((piece, nfc(piece.shown if shown else piece.text)) for piece in pieces)


def joined(seen: Observed, pieces: Sequence[Piece], shown: bool) -> Iterator[tuple[Piece, str]]:
    """The first piece of each component in each part, with the text of all its lines."""
    mine = {id(piece) for piece in pieces}
    for part in seen.found.parts:
        lines: dict[str, list[Piece]] = {}
        for piece in part.pieces:
            if id(piece) in mine:
                lines.setdefault(piece.slug, []).append(piece)
        for found in lines.values():
            yield found[0], " ".join(text for _piece, text in each(found, shown))


def _patterns(rule: Rule) -> list[Mapping[str, Any]]:
    given = rule.data.get("tim", [])
    if isinstance(given, str):
        return [rule.data]
    shared = {"cau": rule.data["cau"]} if "cau" in rule.data else {}
    return [{**shared, **pattern} for pattern in given]


def _blamed(found: re.Match[str]) -> str:
    return found["x"] if "x" in found.re.groupindex and found["x"] else found[0]


def _finding(
    rule: Rule,
    seen: Observed,
    piece: Piece,
    pattern: Mapping[str, Any],
    quote: str,
    groups: Mapping[str, str],
) -> Finding:
    told = {"text": cut(piece.shown), "quote": cut(quote), **groups}
    return tell(rule, seen, piece, _(pattern["cau"]).format(**told))


@cache
def compiled(pattern: str, flags: int) -> re.Pattern[str]:
    """The pattern, compiled once."""
    return re.compile(pattern, flags)
