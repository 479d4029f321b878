"""All the words of a document in one string, each stretch knowing where it stands.

A rule runs a pattern once over the whole of it, not once a paragraph; most rules do not even
do that, because ``words`` and ``characters`` tell at once that there is nothing to find.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from operator import itemgetter

from msgspec import Struct

from vanban.model.blocks import Bang, Body, DeMuc, Doan
from vanban.model.fields import Field
from vanban.model.inlines import Inline, Inlines, Ref, Run, plain
from vanban.model.levels import DIVISIONS
from vanban.model.origin import Path
from vanban.model.van_ban import VanBan
from vanban.model.walk import bodies, prose
from vanban.patterns import later
from vanban.viet.text import comparable, has_other_tones

PROSE, HEADING, TABLE = "loi-van", "tieu-de", "bang"
"""Where a passage of a body stands: a line or a footnote, a heading, a cell or a caption."""

REFERENCE = "\ufffc"
"""Stands for each character of a reference (``@nhan``), which is no word of the text."""

_BELOW = frozenset({"kem_theo", "phu_luc", "ky", "noi_nhan", "uy_quyen", "du_thao", "dia_chi"})
"""Fields that are printed below the body."""

_WORD = later(r"\w+")
_FEW = 40
_AROUND = ".,;:!?()[]“”‘’«»\"'…/-–+*_"
_BLANKS = " \n\t\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"


class Passage(Struct, frozen=True):
    """A stretch of text without a break: a line of a body, a cell, a field.

    Attributes:
        path: where its text stands in the document.
        text: the text; a reference is filled in with `REFERENCE`.
        start: its offset in the whole text.
        where: `PROSE`, `HEADING` or `TABLE` in a body; of a field its name ("ky.ho_ten").
    """

    path: Path
    text: str
    start: int
    where: str

    @property
    def end(self) -> int:
        """The offset at which it ends in the whole text."""
        return self.start + len(self.text)


class Text:
    """The text of a document in the order in which it is printed, footnotes last.

    Attributes:
        passages: its stretches in order, none empty.
        whole: all of them, a newline after each.
    """

    def __init__(self, pieces: Iterable[tuple[Path, str, str]]) -> None:
        passages: list[Passage] = []
        start = 0
        for path, text, where in pieces:
            if text:
                passages.append(Passage(path, text, start, where))
                start += len(text) + 1
        self.passages = tuple(passages)
        self.whole = "".join(f"{passage.text}\n" for passage in passages)
        self._starts = [passage.start for passage in passages]

    @cached_property
    def chunks(self) -> list[str]:
        """What stands between blanks, in its order, with the punctuation around it."""
        return self.whole.split()

    @cached_property
    def _distinct(self) -> frozenset[str]:
        return frozenset(self.chunks)

    @cached_property
    def edges(self) -> tuple[frozenset[str], frozenset[str]]:
        """The signs that stand behind a blank, and those before one, with some letters."""
        first, last = itemgetter(0), itemgetter(-1)
        return frozenset(map(first, self._signed)), frozenset(map(last, self._signed))

    @property
    def joined(self) -> frozenset[str]:
        """What has more than letters and digits inside: "30/2020/NĐ-CP", "nay,các"."""
        return self._parted[1]

    @property
    def typed_words(self) -> frozenset[str]:
        """Every word, letters and digits only, with the capitals that it was typed with."""
        return self._parted[0]

    @cached_property
    def _signed(self) -> frozenset[str]:
        """The chunks that are not only letters and digits."""
        return frozenset([chunk for chunk in self._distinct if not chunk.isalnum()])

    @cached_property
    def _parted(self) -> tuple[frozenset[str], frozenset[str]]:
        bare = {chunk.strip(_AROUND) for chunk in self._signed}
        single = set(filter(str.isalnum, bare))
        joined = frozenset(bare - single)
        words = self._distinct - self._signed
        return words.union(single, _WORD.findall(" ".join(joined))), joined

    @property
    def has_other_tones(self) -> bool:
        """Whether a word has its tone where ``plain`` does not ("hoà")."""
        return self._small_words[1]

    @cached_property
    def _small_words(self) -> tuple[str, bool]:
        """The distinct words in small letters, and whether any has a tone to move."""
        small = " ".join(self.typed_words).lower()
        return small, has_other_tones(small)

    @cached_property
    def plain(self) -> str:
        """The whole text in small letters, tones in one place, so that words compare.

        Every character stands where it stands in ``whole``.
        """
        return comparable(self.whole, move_tones=self._small_words[1])

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of ``plain``."""
        small, move_tones = self._small_words
        return frozenset((comparable(small) if move_tones else small).split())

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """Those of ``typed_words`` that begin with a capital."""
        return frozenset([word for word in self.typed_words if word[0].isupper()])

    @cached_property
    def capital_words(self) -> frozenset[str]:
        """The words that stand somewhere with a capital, in the small letters of ``plain``."""
        capital = " ".join(self.capitalised)
        return frozenset(comparable(capital, move_tones=self._small_words[1]).split())

    @cached_property
    def characters(self) -> frozenset[str]:
        """Every character of ``whole``."""
        blanks = (blank for blank in _BLANKS if blank in self.whole)
        return frozenset("".join(self._distinct)).union(blanks)

    @cached_property
    def places(self) -> Mapping[str, Sequence[Passage]]:
        """The passages by where they stand: "ky.ho_ten" is under "ky" too."""
        found: dict[str, list[Passage]] = {}
        for passage in self.passages:
            found.setdefault(passage.where, []).append(passage)
            if "." in passage.where:
                found.setdefault(passage.where.partition(".")[0], []).append(passage)
        return found

    def offsets(self, signs: str) -> Iterator[int]:
        """Where signs stand, wherever they stand."""
        at = self.whole.find(signs)
        while at >= 0:
            yield at
            at = self.whole.find(signs, at + 1)

    def spots(self, word: str) -> list[tuple[int, int]]:
        """Where a word stands as it is typed, not as a part of another."""
        whole, found = self.whole, []
        at = whole.find(word)
        while at >= 0:
            end = at + len(word)
            if not (_WORD.match(whole[at - 1 : at]) or _WORD.match(whole, end)):
                found.append((at, end))
            at = whole.find(word, end)
        return found

    def spots_of(self, words: Collection[str]) -> Mapping[str, list[tuple[int, int]]]:
        """Where each of some words stands: a few are looked for, for many all words are read."""
        if len(words) <= _FEW:
            return {word: self.spots(word) for word in words}
        found: dict[str, list[tuple[int, int]]] = {word: [] for word in words}
        for typed in _WORD.finditer(self.whole):
            if typed[0] in found:
                found[typed[0]].append(typed.span())
        return found

    def passage(self, offset: int) -> Passage:
        """The passage that holds an offset of the whole text."""
        return self.passages[max(bisect_right(self._starts, offset) - 1, 0)]

    def find(self, phrase: str) -> Iterator[int]:
        """The offsets at which a phrase stands as whole words; letters compare as in ``plain``.

        >>> text = Text([(("a",), "Uỷ ban nhân dân xã; ủy ban Nhân dân", "a")])
        >>> list(text.find("ủy ban nhân dân"))
        [0, 20]
        """
        wanted = _comparable(phrase)
        at = self.plain.find(wanted)
        while at >= 0:
            end = at + len(wanted)
            if not (self.plain[at - 1 : at].isalnum() or self.plain[end : end + 1].isalnum()):
                yield at
            at = self.plain.find(wanted, at + 1)

    def has(self, phrase: str) -> bool:
        """Whether a phrase stands somewhere as whole words."""
        return next(self.find(phrase), None) is not None

    def quoted(self, offset: int) -> bool:
        """Whether an offset lies inside quotation marks, which may span lines of a body."""
        index = bisect_right(self._quotations, offset, key=_begin) - 1
        return index >= 0 and offset < self._quotations[index][1]

    @cached_property
    def _quotations(self) -> list[tuple[int, int]]:
        """From each opening mark to the closing one; a mark that is not closed opens nothing."""
        found: list[tuple[int, int]] = []
        for opening, closing in ("“”", "«»"):
            end = 0
            begin = self.whole.find(opening)
            while begin >= 0:
                end = self.whole.find(closing, begin)
                if end < 0:
                    break
                found.append((begin, end))
                begin = self.whole.find(opening, end)
        if '"' in self.characters:
            found += self._straight_quotations()
        return sorted(found)

    def _straight_quotations(self) -> Iterator[tuple[int, int]]:
        for passage in self.passages:
            marks = [match.start() for match in re.finditer('"', passage.text)]
            for begin, end in zip(marks[::2], marks[1::2], strict=False):
                yield passage.start + begin, passage.start + end


@lru_cache(maxsize=4096)  # the phrases that rules look for are the same in every document
def _comparable(phrase: str) -> str:
    return comparable(phrase)


def _begin(quotation: tuple[int, int]) -> int:
    return quotation[0]


def of(van_ban: VanBan, own: Iterable[Field] = ()) -> Text:
    """The text of a document; ``own`` are the fields that its type declares itself."""
    return Text(_pieces(van_ban, own))


def _pieces(van_ban: VanBan, own: Iterable[Field]) -> Iterator[tuple[Path, str, str]]:
    fields = [(path, text, field_name(path)) for path, text in prose(van_ban, own)]
    yield from (piece for piece in fields if piece[0][0] not in _BELOW)
    for path, body in bodies(van_ban):
        yield from _body(path, body)
    yield from (piece for piece in fields if piece[0][0] in _BELOW)
    for index, note in enumerate(van_ban.cuoc_chu):
        yield ("cuoc_chu", index, "chu"), words(note.chu), PROSE


def _body(path: Path, body: Body) -> Iterator[tuple[Path, str, str]]:
    for index, block in enumerate(body):
        if isinstance(block, DeMuc):
            where = HEADING if block.tieu_de or block.cap in DIVISIONS else PROSE
            yield (*path, index, "chu"), words(block.chu), where
        elif isinstance(block, Doan):
            yield (*path, index, "chu"), words(block.chu), PROSE
        elif isinstance(block, Bang):
            yield from _table((*path, index), block)


def _table(path: Path, table: Bang) -> Iterator[tuple[Path, str, str]]:
    yield (*path, "ten"), words(table.ten), TABLE
    for column, cell in enumerate(table.dau):
        yield (*path, "dau", column), words(cell), TABLE
    for number, row in enumerate(table.hang):
        for column, cell in enumerate(row):
            yield (*path, "hang", number, column), words(cell), TABLE


def words(inlines: Inlines) -> str:
    """The text of a line; references, which are no words, are filled in."""
    if len(inlines) == 1 and isinstance(inlines[0], Run):
        return inlines[0].text
    return "".join(map(_filled, inlines))


def _filled(inline: Inline) -> str:
    text = plain((inline,))
    return REFERENCE * len(text) if isinstance(inline, Ref) else text


def field_name(path: Path) -> str:
    """The name of a field without the numbers of lists: "ky.ho_ten"."""
    return ".".join(part for part in path if isinstance(part, str))
