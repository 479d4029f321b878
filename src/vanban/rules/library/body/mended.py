"""Bodies as they were meant: lines with a badly typed mark stand among the marked ones.

A line counts as marked where its number is wanted: the item before it in its list has the number
before, and the one behind it, if there is one, the number behind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec import Struct, field

from vanban.model.blocks import Body, DeMuc, Doan
from vanban.model.levels import Level, depth
from vanban.model.origin import Path
from vanban.model.outline import ngoac_below_diem, outline, printed
from vanban.model.walk import bodies
from vanban.rules.base import Subject
from vanban.rules.library.body.mistyped import Claim, claim, may_be
from vanban.rules.library.body.ordinals import ordinal
from vanban.rules.views.text import PROSE

_DECISIONS = frozenset({"mau-1.1", "mau-1.2"})
"""Forms whose text is made of điều."""
_WITHOUT_NEIGHBOURS = frozenset({Level.PHAN, Level.CHUONG, Level.MUC, Level.TIEU_MUC, Level.LA_MA})
"""Levels of which lines with the same mistake in a row are surely a list."""
_PARTS = frozenset({Level.CHUONG, Level.DIEU})


class Found(Struct, frozen=True):
    """A mark that is not what it was meant for: as typed, as printed, as it should be typed.

    ``kind`` is "so" for a number, "diem" for a letter, "chu" for a letter that điểm do not
    have, "bo-cuc" for a mark of the other layout.
    """

    typed: str
    mark: str
    right: str
    cap: Level
    kind: Literal["so", "diem", "chu", "bo-cuc"]


class Mended(Struct, frozen=True):
    """A body: its path, its blocks as they were meant, and what was not typed so."""

    path: Path
    body: Body
    found: Mapping[int, Found]


def of(subject: Subject) -> tuple[Mended, ...]:
    """The bodies of a document."""
    claims = _claims(subject)
    decision = subject.kind.mau in _DECISIONS
    return tuple(_mended(p, body, claims.get(p, {}), decision) for p, body in bodies(subject.doc))


def _claims(subject: Subject) -> Mapping[Path, dict[int, Claim]]:
    """What lines of text claim to be, by body and position."""
    made: dict[Path, dict[int, Claim]] = {}
    for passage in subject.text.passages:
        if passage.where == PROSE and may_be(passage.text) and (found := claim(passage.text)):
            index = passage.path[-2]
            if isinstance(index, int) and not subject.text.quoted(passage.start):
                made.setdefault(passage.path[:-2], {})[index] = found
    return made


def _mended(path: Path, body: Body, claims: Mapping[int, Claim], decision: bool) -> Mended:
    claims = {index: found for index, found in claims.items() if isinstance(body[index], Doan)}
    levels = [block.cap for block in body if isinstance(block, DeMuc)]
    if not claims and not (Level.DIEU in levels and Level.LA_MA in levels):
        return Mended(path, body, {})
    articles = decision or not _PARTS.isdisjoint(levels)
    found = dict(_Reading(body, claims, articles, ngoac_below_diem(body)).found())
    blocks = list(body)
    for index, right in found.items():
        block = blocks[index]
        if isinstance(block, Doan | DeMuc):
            blocks[index] = DeMuc(right.cap, right.mark, block.chu)
    return Mended(path, tuple(blocks) if found else body, found)


class _Ahead(Struct, frozen=True):
    """What follows a line: the number of the next item at each level, the next claim alike."""

    items: Mapping[Level, int | None]
    claim: Claim | None


class _Reading(Struct):
    """One walk through a body.

    Attributes:
        body: its blocks.
        claims: what its lines of text claim to be, by position.
        articles: whether it is one of điều.
        below: whether "(1)" stands below "a)".
        last: the number of the last item of each open list.
        text: the last number of the lines that were text after all, by level and sign.
    """

    body: Body
    claims: Mapping[int, Claim]
    articles: bool
    below: bool
    last: dict[Level, int] = field(default_factory=dict)
    text: dict[tuple[Level, str], int | None] = field(default_factory=dict)

    def found(self) -> Iterator[tuple[int, Found]]:
        """The lines that are not marked as they were meant, by their positions."""
        entries, ahead = outline(self.body), self._ahead()
        for index, block in enumerate(self.body):
            if isinstance(block, DeMuc):
                number = ordinal(entries[index])
                meant = self._misplaced(block, number, ahead[index]) if index in ahead else None
                if meant and number:
                    mark = printed(meant, number)
                    yield index, Found(entries[index].mark, mark, mark, meant, "bo-cuc")
                self._admit(meant or block.cap, number)
            elif index in self.claims:
                claimed = self.claims[index]
                made = self._accepted(claimed, ahead[index])
                if made:
                    yield index, made
                    self._admit(made.cap, None if made.kind == "chu" else self._next(made.cap))
                else:
                    self.text[claimed.cap, claimed.sign] = claimed.number

    def _next(self, cap: Level) -> int:
        return self.last.get(cap, 0) + 1

    def _admit(self, cap: Level, number: int | None) -> None:
        """Take note of an item, which closes the lists below it; điều count on."""
        self._close(self.last, cap)
        if number:
            self.last[cap] = number

    def _close(self, numbers: dict[Level, int] | dict[Level, int | None], cap: Level) -> None:
        here = depth(cap, self.below)
        for level in [one for one in numbers if depth(one, self.below) > here]:
            if level is not Level.DIEU:
                del numbers[level]

    def _ahead(self) -> Mapping[int, _Ahead]:
        """What follows each line that is to be judged."""
        entries, found = outline(self.body), {}
        items: dict[Level, int | None] = {}
        alike: dict[tuple[Level, str], Claim] = {}
        for index in range(len(self.body) - 1, -1, -1):
            block, made = self.body[index], self.claims.get(index)
            if isinstance(block, DeMuc):
                if block.cap in (Level.LA_MA, Level.DIEU):
                    found[index] = _Ahead(dict(items), None)
                self._close(items, block.cap)
                items[block.cap] = ordinal(entries[index])
            elif made:
                shape = made.cap, made.sign
                found[index] = _Ahead(dict(items), alike.get(shape))
                alike[shape] = made
        return found

    def _accepted(self, made: Claim, ahead: _Ahead) -> Found | None:
        """The mark that a line was meant to have; None when it is text."""
        if made.cap is Level.DIEM and made.number is None and made.sign == ")":
            return Found(made.typed, made.typed, made.typed, made.cap, "chu")
        before, number = self.last.get(made.cap, 0), self._next(made.cap)
        goes_on_text = self.text.get((made.cap, made.sign)) == number - 1  # "2- Khá", "3- Tốt"
        if made.number not in (None, number) or goes_on_text:
            return None
        after = ahead.items.get(made.cap)
        fits = after == number + 1 and (before or made.number)
        ends_list = after is None and made.sure and before
        if fits or ends_list or (after is None and self._is_list(made, ahead)):
            kind: Literal["so", "diem"] = "diem" if made.cap is Level.DIEM else "so"
            mark = printed(made.cap, number)
            return Found(made.typed, mark, made.right(number), made.cap, kind)
        return None

    def _is_list(self, made: Claim, ahead: _Ahead) -> bool:
        """Whether a line begins a list whose marks are all mistyped: "I/ …", "II/ …"."""
        following = ahead.claim
        wanted = made.cap in _WITHOUT_NEIGHBOURS or (made.cap is Level.DIEU and self.articles)
        alike = made.sure and following and following.sure and following.number == 2
        return bool(wanted and made.number and alike)

    def _misplaced(self, block: DeMuc, number: int | None, ahead: _Ahead) -> Level | None:
        """The level of the layout around that an item was meant for; None for its own."""
        if number is None or number < 2 or block.cap in self.last:
            return None
        pairs = {Level.LA_MA: Level.CHUONG, Level.DIEU: Level.LA_MA}
        meant = pairs.get(block.cap)
        if meant is None or self.last.get(meant) != number - 1:
            return None
        other = ahead.items.get(block.cap) if block.cap is Level.DIEU else None
        return meant if other is None and ahead.items.get(meant) in (None, number + 1) else None
