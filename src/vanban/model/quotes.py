"""Quoted text: from a line that opens with “ to the line with its ”.

Amending decisions quote whole articles; the marks of those are text here.
"""

from __future__ import annotations

from collections.abc import Sequence

from vanban.patterns import later

_QUOTE = later("[“”]")


def quotations(lines: Sequence[str]) -> dict[int, int]:
    """The last line of each quotation, by its first line; one that never ends is none.

    >>> quotations(["“1. Một", "2. “Hai”.”", "“Ba"])
    {0: 1}
    """
    ends: dict[int, int] = {}
    open_quotes: list[tuple[int, bool]] = []  # (line, whether it opens that line)
    for position, line in enumerate(lines):
        for quote in _QUOTE.finditer(line) if "“" in line or "”" in line else ():
            if quote[0] == "“":
                open_quotes.append((position, quote.start() == 0))
            elif open_quotes:
                first, opens_line = open_quotes.pop()
                if opens_line:
                    ends[first] = position
    return ends
