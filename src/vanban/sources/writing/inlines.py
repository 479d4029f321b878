"""Text inside a line with its marks: the other way round of `vanban.sources.inline`."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.model.inlines import Inline, Inlines, NoteRef, Ref, Run
from vanban.patterns import later
from vanban.sources import inline

_SPECIAL = later(r"\\(?=[*|@\[{\\])|\[(?=\^)|(?<![\w.@/\\-])@(?=[^\W_])")
_STARS = later(r"\*")


def write(chu: Inlines, *, bold: bool = False) -> tuple[str, bool]:
    """The text, and whether reading it gives the same look back.

    Args:
        chu: what it says.
        bold: whether all of it stands in ``**``, as headings do.

    >>> write((Run("điển hình"), NoteRef("1"), Run(" là "), Run("cần", nghieng=True)))
    ('điển hình[^1] là *cần*', True)
    """
    wanted = normal(chu)
    if bold:
        wanted = tuple(Run(i.text, True, i.nghieng) if isinstance(i, Run) else i for i in wanted)
    for stars in (False, True):
        text = "".join(_inline(one, stars) for one in wanted)
        if normal(inline.parse(text)) == normal(wanted):
            return text, True
    plain = tuple(Run(i.text) if isinstance(i, Run) else i for i in wanted)
    return "".join(_inline(one, True) for one in normal(plain)), False


def normal(chu: Sequence[Inline]) -> Inlines:
    """The same with neighbours of one look joined, and no look on blanks at their ends."""
    out: list[Inline] = []
    for one in chu:
        for part in _parts(one) if isinstance(one, Run) else (one,):
            last = out[-1] if out else None
            if isinstance(part, Run) and isinstance(last, Run) and _alike(part, last):
                out[-1] = Run(last.text + part.text, last.dam, last.nghieng)
            else:
                out.append(part)
    return tuple(out)


def _alike(one: Run, other: Run) -> bool:
    return (one.dam, one.nghieng) == (other.dam, other.nghieng)


def _parts(run: Run) -> list[Run]:
    """A run without the blanks at its ends, which have no look."""
    if not (run.dam or run.nghieng) or not run.text.strip():
        return [Run(run.text)] if run.text else []
    bare = run.text.strip()
    at = run.text.index(bare)
    parts = (Run(run.text[:at]), Run(bare, run.dam, run.nghieng), Run(run.text[at + len(bare) :]))
    return [part for part in parts if part.text]


def _inline(one: Inline, stars: bool) -> str:
    if isinstance(one, NoteRef):
        return f"[^{one.nhan}]"
    if isinstance(one, Ref):
        return f"@{one.nhan}"
    marks = ("**" if one.dam else "") + ("*" if one.nghieng else "")
    return f"{marks}{escaped(one.text, stars)}{marks}"


def escaped(text: str, stars: bool = False) -> str:
    """A text in which nothing is a mark.

    >>> escaped("xem [^1] và @nhan, a@b.vn")
    'xem \\\\[^1] và \\\\@nhan, a@b.vn'
    """
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return _STARS.sub(r"\\*", text) if stars else text
