"""The lists of a file: what each level says, and the numbers counted as Word counts them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from vanban.layout.provenance import Provenance
from vanban.patterns import later
from vanban.word.elements import attribute, child, number, toggle, value, w
from vanban.word.reader.number_forms import written
from vanban.word.reader.said import Level, said_of_text
from vanban.word.reader.shaping import said_of_shape
from vanban.word.reader.symbols import readable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LEVELS = 9
_LONGEST = 200  # letters of a pattern that are shown
_PLACE = later("%([1-9])")
_GIVER = Provenance("numbering")
_MOST_PLACES = 9  # as many as there are levels
_LARGEST = 1_000_000  # a count that begins beyond is no count


class ListLevel(Struct, frozen=True):
    """What a level of a list says.

    Attributes:
        start: the first number.
        format: as the file names it; ``zeros`` is the pattern of a custom one.
        pattern: what is put together: "%1.".
        restart: the levels above it that begin it anew, counted; None: all of them; 0: none.
        legal: whether the numbers of other levels show as plain digits.
        suffix: "tab", "space" or "nothing".
        style: id of the paragraph style that belongs to it.
        shape, text: what it says of the paragraph and of its own number.
    """

    start: int
    format: str
    zeros: str
    pattern: str
    restart: int | None
    legal: bool
    suffix: str
    style: str | None
    shape: Level
    text: Level


class Numbers(Struct, frozen=True):
    """A list as one ``w:num`` gives it: whose counts it shares, its levels, its own starts."""

    shared: str
    levels: Mapping[int, ListLevel]
    starts: Mapping[int, int]


class Numbering:
    """All lists of a file, and how far each has counted.

    Args:
        root: of the numbering part; None when the file has none.
        fonts: the fonts of the theme.
    """

    def __init__(self, root: Element | None, fonts: Mapping[str, str]) -> None:
        self._fonts = fonts
        self._nums = _by_id(root, "num", "numId")
        self._abstracts = _by_id(root, "abstractNum", "abstractNumId")
        self._links = {
            name: element
            for element in self._abstracts.values()
            if (name := value(element, "styleLink")) and child(element, "lvl") is not None
        }
        self._lists: dict[str, Numbers | None] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def level(self, list_id: str, level: int) -> ListLevel | None:
        """What a level of a list says; None when the file does not define it."""
        found = self._list(list_id)
        return found.levels.get(level) if found else None

    def shape(self, list_id: str, level: int) -> Level:
        """What a level of a list says of the paragraphs that it numbers."""
        found = self.level(list_id, level)
        return found.shape if found else {}

    def level_for_style(self, list_id: str, style_id: str) -> int | None:
        """The level of a list that belongs to a paragraph style; None when none does."""
        found = self._list(list_id)
        levels = found.levels.items() if found else ()
        return next((n for n, level in levels if level.style == style_id), None)

    def count(self, list_id: str, level: int) -> tuple[str, int]:
        """Counts on by one: the number as it shows, and the count; ("", 0) when undefined."""
        numbers, own = self._list(list_id), self.level(list_id, level)
        if numbers is None or own is None:
            return "", 0
        if own.format == "bullet":
            return readable(own.pattern, own.text.get("font", ("", _GIVER))[0]), 0
        counts = self._counts.setdefault(numbers.shared, {})
        self._step(list_id, numbers, counts, level)
        return _shown(numbers, counts, level), counts[level]

    def _step(self, list_id: str, numbers: Numbers, counts: dict[int, int], level: int) -> None:
        begun = (list_id, level) in self._started
        self._started.add((list_id, level))
        if level in numbers.starts and not begun:
            counts[level] = numbers.starts[level]
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = numbers.levels[level].start
        for deeper in [n for n in counts if n > level]:
            if _restarts(numbers.levels.get(deeper), level):
                del counts[deeper]

    def _list(self, list_id: str) -> Numbers | None:
        if list_id not in self._lists:
            self._lists[list_id] = self._read(self._nums.get(list_id))
        return self._lists[list_id]

    def _read(self, num: Element | None) -> Numbers | None:
        shared = value(num, "abstractNumId")
        abstract = self._abstracts.get(shared or "")
        if num is None or abstract is None or shared is None:
            return None
        link = value(abstract, "numStyleLink")
        if link in self._links and child(abstract, "lvl") is None:
            abstract = self._links[link]
            shared = attribute(abstract, "abstractNumId") or shared
        levels = self._levels(abstract)
        starts: dict[int, int] = {}
        for override in num.iterchildren(w("lvlOverride")):
            place = number(attribute(override, "ilvl")) or 0
            levels |= self._levels(override)
            start = number(value(override, "startOverride"))
            if start is not None:
                starts[place] = min(start, _LARGEST)
        return Numbers(shared, levels, starts)

    def _levels(self, parent: Element) -> dict[int, ListLevel]:
        found = {}
        for element in parent.iterchildren(w("lvl")):
            place = number(attribute(element, "ilvl")) or 0
            if place < LEVELS:
                found[place] = self._level(element)
        return found

    def _level(self, element: Element) -> ListLevel:
        form = next(element.iter(w("numFmt")), None)
        return ListLevel(
            start=min(number(value(element, "start")) or 0, _LARGEST),
            format=attribute(form, "val") or "decimal",
            zeros=attribute(form, "format") or "",
            pattern=(value(element, "lvlText") or "")[:_LONGEST],
            restart=number(value(element, "lvlRestart")),
            legal=bool(toggle(element, "isLgl")),
            suffix=value(element, "suff") or "tab",
            style=value(element, "pStyle"),
            shape=said_of_shape(child(element, "pPr"), _GIVER),
            text=said_of_text(child(element, "rPr"), self._fonts, _GIVER),
        )


def _restarts(deeper: ListLevel | None, level: int) -> bool:
    """Whether a number at a level begins a deeper level anew."""
    if deeper is None or deeper.restart is None:
        return True
    return level < deeper.restart


def _shown(numbers: Numbers, counts: Mapping[int, int], level: int) -> str:
    """The number of a level with those above it; what has not counted yet shows its start."""
    own = numbers.levels[level]
    out = []
    for n, piece in enumerate(_PLACE.split(own.pattern, _MOST_PLACES)):
        place = int(piece) - 1 if n % 2 else 0
        if n % 2 == 0:
            out.append(piece)
        elif place <= level and place in numbers.levels:
            form = numbers.levels[place]
            plain = own.legal and place != level and form.format != "decimalZero"
            kind = "decimal" if plain else form.format
            out.append(written(counts.get(place, form.start), kind, form.zeros))
    return "".join(out)


def _by_id(root: Element | None, tag: str, name: str) -> dict[str, Element]:
    found = () if root is None else root.iterchildren(w(tag))
    return {attribute(element, name) or "": element for element in found}
