"""The marks inside a line: ``*nghiêng*``, ``**đậm**``, ``[^1]``, ``@nhan``, backslashes.

No Markdown library is used here: each of these rules differs from CommonMark's (stars open
only before a letter, digit or “ and never inside a word), places of footnote marks are
needed, and a cold start should not pay for a parser that nearly all lines do without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct, field

from vanban.model.inlines import Inline, Inlines, NoteRef, Ref, Run, plain
from vanban.patterns import later

EDGE = "\ufdd0"
"""Prints nothing and means nothing, but stars beside it open and close as beside a letter.

Cells of tables are put into a body with it; Unicode keeps the character for such use.
"""
BREAK = "\ufdd1"
"""A line break inside a line."""

_TOKEN = later(
    r"\\(?P<escaped>[*|@\[{\\])"
    r"|\[\^(?P<note>[^\]\s\[]{1,60})\]"
    r"|(?P<stars>\*+)"
    r"|(?<![\w.@/\\-])@(?P<ref>[^\W_](?:[\w-]*\w)?)"
    rf"|(?P<edge>{EDGE})|(?P<line_break>{BREAK})"
)


_OPENING = "([{“‘"
_SIGNS = {"edge": "", "line_break": "\n"}


class _Stars(Struct):
    """A run of stars at a place among the others.

    ``on`` and ``off`` are the looks (1 italic, 2 bold) that begin and end here; the stars
    that neither uses are text.
    """

    order: int
    count: int
    opens: bool
    closes: bool
    on: set[int] = field(default_factory=set)
    off: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """The stars that mean nothing."""
        return "*" * (self.count - sum(self.on) - sum(self.off))


_Token = tuple[int, "str | _Stars | Inline"]
_LOOKS = {1: (1,), 2: (2,), 3: (1, 2)}

Found = Callable[[str, str, int], None]
"""Called with "note" or "ref", the label and the offset of each mark found."""


def is_plain(text: str) -> bool:
    """Whether nothing in a text is a mark, or looks like one."""
    marked = "*" in text or "[" in text or "@" in text or "\\" in text
    return not (marked or EDGE in text or BREAK in text)


def parse(text: str, found: Found | None = None) -> Inlines:
    """The inlines of a text.

    >>> parse("việc *cần* làm: 5*3*2 (*)")
    (Run(text='việc ', dam=False, nghieng=False), Run(text='cần', dam=False, nghieng=True), \
Run(text=' làm: 5*3*2 (*)', dam=False, nghieng=False))
    """
    if is_plain(text):
        return (Run(text),) if text else ()
    return _assemble(_tokens(text, found))


def stretches(text: str) -> Iterator[tuple[int, int, int]]:
    """Where the plain text of the inlines stands in the text that they were read from.

    Each is: offset in the plain text, offset in ``text``, number of characters.

    >>> list(stretches("**Một** hai"))
    [(0, 2, 3), (3, 7, 4)]
    """
    if is_plain(text):
        yield 0, 0, len(text)
        return
    at = 0
    for start, token in _tokens(text):
        length = len(_plain(token))
        if length:
            yield at, start, length
        at += length


def _plain(token: str | _Stars | Inline) -> str:
    if isinstance(token, str):
        return token
    return token.text if isinstance(token, _Stars) else plain((token,))


def _tokens(text: str, found: Found | None = None) -> list[_Token]:
    tokens: list[_Token] = []
    stars: list[_Stars] = []
    last = 0
    for match in _TOKEN.finditer(text):
        if last < match.start():
            tokens.append((last, text[last : match.start()]))
        last = match.end()
        kind, value = match.lastgroup or "", match[match.lastgroup or 0]
        if kind == "stars":
            stars.append(_stars(text, match.start(), last, len(stars)))
            tokens.append((match.start(), stars[-1]))
        elif kind == "escaped":
            tokens.append((match.start() + 1, value))
        elif kind in _SIGNS:
            tokens.append((match.start(), _SIGNS[kind]))
        else:
            tokens.append((match.start(), NoteRef(value) if kind == "note" else Ref(value)))
            if found:
                found(kind, value, match.start())
    _pair(stars)
    return [*tokens, (last, text[last:])]


def _stars(text: str, start: int, end: int, order: int) -> _Stars:
    before, after = text[start - 1 : start], text[end : end + 1]
    opens = (after.isalnum() or after in ("“", EDGE)) and not (before.isalnum() or before == EDGE)
    closes = not (not before or before.isspace() or before in _OPENING or after.isalnum())
    few = end - start <= 3
    return _Stars(order, end - start, opens and few, closes and few)


def _pair(stars: list[_Stars]) -> None:
    """Pair each closing run with the nearest open ones of its looks."""
    waiting: dict[int, list[_Stars]] = {1: [], 2: []}
    for run in stars:
        looks = _LOOKS.get(run.count, ())
        if run.closes and all(waiting[look] for look in looks):
            for look in sorted(looks, key=lambda look: -waiting[look][-1].order):
                _close(run, look, waiting)
        elif run.opens:
            for look in looks:
                waiting[look].append(run)


def _close(run: _Stars, look: int, waiting: dict[int, list[_Stars]]) -> None:
    """End a look; what was opened inside it and not closed is text."""
    partner = waiting[look].pop()
    partner.on.add(look)
    run.off.add(look)
    inside = waiting[3 - look]
    while inside and inside[-1].order > partner.order:
        inside.pop()


def _assemble(tokens: list[_Token]) -> Inlines:
    out: list[Inline] = []
    pending = ""
    looks = {1: 0, 2: 0}
    for _start, token in tokens:
        if isinstance(token, str):
            pending += token
            continue
        if isinstance(token, _Stars):
            pending += token.text
            if not (token.on or token.off):
                continue
        if pending:
            out.append(Run(pending, looks[2] > 0, looks[1] > 0))
            pending = ""
        if isinstance(token, _Stars):
            _turn(looks, token)
        else:
            out.append(token)
    return (*out, Run(pending, looks[2] > 0, looks[1] > 0)) if pending else tuple(out)


def _turn(looks: dict[int, int], stars: _Stars) -> None:
    for look in stars.on:
        looks[look] += 1
    for look in stars.off:
        looks[look] -= 1
