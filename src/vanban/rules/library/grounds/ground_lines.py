"""The lines of grounds (căn cứ) of a document, in their field or typed at the top of a body."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from msgspec import Struct

from vanban.model.origin import Path
from vanban.patterns import later
from vanban.rules.base import Subject
from vanban.rules.lists import named
from vanban.rules.views import citations
from vanban.rules.views.citations import Citation
from vanban.rules.views.text import HEADING, PROSE, TABLE, Passage, Text
from vanban.viet.text import comparable

FIELD = "can_cu"
_FIRST = "căn cứ "
_DASH = later(r"\s*(?:[-–—•+*]\s*)?")
_CLOSING = later(r"\s*(?:\./\.|(?<![.…])[;,.:!?])?\s*$")
_LEADS = later(r"(?: (?:vào|theo|quy định tại|tinh thần))* ")


class Line(Struct, frozen=True):
    """One ground.

    Attributes:
        start, end: offsets in the whole text of its words, without a dash and the mark at the end.
        closing: the mark at the end; empty when it has none.
        opening: the word that it opens with ("căn cứ"), in small letters; empty for another.
        about: the offset of what it names after the opening.
        path: where its text stands.
    """

    start: int
    end: int
    closing: str
    opening: str
    about: int
    path: Path

    def words(self, text: Text) -> str:
        """Its words in small letters."""
        return text.plain[self.start : self.end]

    def cited(self, subject: Subject) -> Citation | None:
        """The document that it names right after the opening, if that has a number."""
        return subject.view(_by_start).get(self.about)


class Block(Struct, frozen=True):
    """Grounds that stand together.

    Attributes:
        lines: in their order.
        field: whether they are the items of ``can_cu``.
        after: the passage that follows in the same body; None for none.
    """

    lines: tuple[Line, ...]
    field: bool
    after: Passage | None = None


@cache
def known(name: str) -> tuple[str, ...]:
    """The words of one of the vocabularies of grounds, as they compare with `Text.plain`."""
    return tuple(comparable(word) for word in named("can-cu")[name])


def blocks(subject: Subject) -> tuple[Block, ...]:
    """The grounds of a document: those of its field, then runs of lines in its bodies."""
    return (*_of_field(subject), *_typed(subject.text))


def paths(subject: Subject) -> frozenset[Path]:
    """Where the grounds of a document stand."""
    return frozenset(line.path for block in subject.view(blocks) for line in block.lines)


def _of_field(subject: Subject) -> Iterator[Block]:
    if subject.doc.can_cu:
        before = takewhile(_is_field, subject.text.passages)
        lines = [_line(subject.text, p, "mo_dau") for p in before if p.where == FIELD]
        yield Block(tuple(lines), field=True)


def _is_field(passage: Passage) -> bool:
    return passage.where not in (PROSE, HEADING, TABLE)


def _typed(text: Text) -> Iterator[Block]:
    """Runs of at least two lines of which one ends as an item does."""
    at = 0 if text.plain.startswith(_FIRST) else _next(text, 0)
    while at >= 0:
        run, after = _run(text, at)
        lines = tuple(_line(text, passage, "mo_dau_trong_loi_van") for passage in run)
        if len(lines) > 1 and any(line.closing in {";", ","} for line in lines):
            yield Block(lines, field=False, after=after)
        at = _next(text, run[-1].end if run else at)


def _next(text: Text, at: int) -> int:
    """The offset of the next passage that opens as the first ground does; -1 for none."""
    found = text.plain.find(f"\n{_FIRST}", at)
    return found + 1 if found >= 0 else -1


def _run(text: Text, at: int) -> tuple[list[Passage], Passage | None]:
    """The lines from an offset that open as grounds do, and what follows them in their body."""
    run: list[Passage] = []
    openings = tuple(f"{word} " for word in known("mo_dau_trong_loi_van"))
    for index in range(bisect_right(text.passages, at, key=_start) - 1, len(text.passages)):
        passage = text.passages[index]
        same_body = passage.where == PROSE and (not run or passage.path[:-2] == run[0].path[:-2])
        if not same_body or not text.plain.startswith(openings, passage.start):
            follows = run and passage.path[:1] == run[0].path[:1]
            return run, passage if follows else None
        run.append(passage)
    return run, None


def _start(passage: Passage) -> int:
    return passage.start


def _line(text: Text, passage: Passage, openings: str) -> Line:
    dash = _DASH.match(passage.text)
    closing = _CLOSING.search(passage.text)
    assert dash
    assert closing
    start, end = passage.start + dash.end(), passage.start + closing.start()
    opening = _opening(text.plain, start, openings)
    leads = _LEADS.match(text.plain, start + len(opening)) if opening else None
    about = leads.end() if leads else start
    return Line(start, end, closing.group().strip(), opening, about, passage.path)


def _opening(plain: str, start: int, openings: str) -> str:
    return next((word for word in known(openings) if plain.startswith(f"{word} ", start)), "")


def _by_start(subject: Subject) -> dict[int, Citation]:
    return {found.start: found for found in subject.view(citations.of)}
