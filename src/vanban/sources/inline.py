"""The marks inside a line: ``*nghiêng*``, ``**đậm**``, ``[^1]``, ``@nhan``, backslashes.

No Markdown library is used here: each of these rules differs from CommonMark's (stars open
only before a letter, digit or “ and never inside a word), places of footnote marks are
needed, and a cold start should not pay for a parser that nearly all lines do without.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from vanban.model.inlines import Inline, Inlines, NoteRef, Ref, Run

SPECIAL = re.compile(r"[*\[@\\]")
_TOKEN = re.compile(
    r"\\(?P<escaped>[*|@\[{\\])"
    r"|\[\^(?P<note>[^\]\s\[]{1,60})\]"
    r"|(?P<stars>\*+)"
    r"|(?<![\w.@/\\-])@(?P<ref>[^\W_](?:[\w-]*\w)?)"
)


@dataclass(slots=True)
class _Stars:
    """A run of stars; ``look`` is set on both ends when they pair up."""

    count: int
    opens: bool
    closes: bool
    paired: bool = False


Found = Callable[[str, str, int], None]
"""Called with "note" or "ref", the label and the offset of each mark found."""


def parse(text: str, found: Found | None = None) -> Inlines:
    """The inlines of a text.

    >>> parse("việc *cần* làm: 5*3*2 (*)")
    (Run(text='việc ', dam=False, nghieng=False), Run(text='cần', dam=False, nghieng=True), \
Run(text=' làm: 5*3*2 (*)', dam=False, nghieng=False))
    """
    if not SPECIAL.search(text):
        return (Run(text),) if text else ()
    tokens = _tokens(text, found)
    _pair([token for token in tokens if isinstance(token, _Stars)])
    return _assemble(tokens)


def _tokens(text: str, found: Found | None) -> list[str | _Stars | Inline]:
    tokens: list[str | _Stars | Inline] = []
    last = 0
    for match in _TOKEN.finditer(text):
        tokens.append(text[last : match.start()])
        last = match.end()
        kind, value = match.lastgroup, match[match.lastgroup or 0]
        if kind == "stars":
            tokens.append(_stars(text, match.start(), last))
        elif kind == "escaped":
            tokens.append(value)
        else:
            tokens.append(NoteRef(value) if kind == "note" else Ref(value))
            if found:
                found(str(kind), value, match.start())
    tokens.append(text[last:])
    return tokens


def _stars(text: str, start: int, end: int) -> _Stars:
    before, after = text[start - 1 : start], text[end : end + 1]
    opens = (after.isalnum() or after == "“") and not before.isalnum()
    closes = bool(before) and not before.isspace() and not after.isalnum()
    return _Stars(end - start, opens and end - start <= 3, closes and end - start <= 3)


def _pair(stars: list[_Stars]) -> None:
    """Pair each closing run with the nearest open one of its length."""
    waiting: list[_Stars] = []
    for run in stars:
        partner = next((o for o in reversed(waiting) if o.count == run.count), None)
        if run.closes and partner:
            del waiting[waiting.index(partner) :]
            run.paired = partner.paired = True
            run.opens = False
        elif run.opens:
            waiting.append(run)


def _assemble(tokens: list[str | _Stars | Inline]) -> Inlines:
    out: list[Inline] = []
    dam = nghieng = False
    pending = ""
    for token in tokens:
        if isinstance(token, str):
            pending += token
        elif isinstance(token, _Stars) and not token.paired:
            pending += "*" * token.count
        else:
            if pending:
                out.append(Run(pending, dam, nghieng))
                pending = ""
            if isinstance(token, _Stars):
                dam = dam if token.count == 1 else token.opens
                nghieng = nghieng if token.count == 2 else token.opens
            else:
                out.append(token)
    return (*out, Run(pending, dam, nghieng)) if pending else tuple(out)
