"""What a body's lines are called: parents, numbers, and the text of references.

Nothing of this is stored in the document: it is computed from the sequence of blocks, so
it stays right when text moves.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from msgspec import Struct

from vanban.model.blocks import Bang, Body, DeMuc
from vanban.model.levels import BULLETS, Level, depth
from vanban.model.van_ban import VanBan
from vanban.model.walk import Path, bodies
from vanban.viet.numbering import LETTERS
from vanban.viet.numerals import roman

_PRINTED = {
    Level.PHAN: "Phần {roman}",
    Level.CHUONG: "Chương {roman}",
    Level.MUC: "Mục {number}",
    Level.TIEU_MUC: "Tiểu mục {number}",
    Level.DIEU: "Điều {number}.",
    Level.CHU_HOA: "{capital}.",
    Level.LA_MA: "{roman}.",
    Level.SO: "{number}.",
    Level.SO_2: "{outer}{number}.",
    Level.SO_3: "{outer}{number}.",
    Level.NGOAC: "({number})",
    Level.DIEM: "{letter})",
    Level.LA_MA_THUONG: "{small_roman})",
    Level.GACH: "-",
    Level.CONG: "+",
}

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

MAX_ROMAN = 3999
"""The last Roman numeral."""

_CALLED = {
    Level.CHU_HOA: "Mục {}",
    Level.LA_MA: "Mục {}",
    Level.SO: "khoản {}",
    Level.SO_2: "khoản {}",
    Level.SO_3: "khoản {}",
    Level.NGOAC: "điểm ({})",
    Level.DIEM: "điểm {}",
    Level.LA_MA_THUONG: "điểm {}",
}

_INSIDE = {Level.SO: (Level.SO_2, Level.SO_3), Level.SO_2: (Level.SO_3,)}
"""Levels whose mark ("1.2.") holds that of the outer one, which is not named again."""


class Entry(Struct, frozen=True):
    """One marked line in its place.

    Attributes:
        index: position of the block in its body.
        item: the block.
        mark: what is printed in front of it, typed or computed.
        number: 1-based count among its siblings.
        parents: positions of the open items around it, outermost first.
    """

    index: int
    item: DeMuc
    mark: str
    number: int
    parents: tuple[int, ...]


def ngoac_below_diem(body: Body) -> bool:
    """Whether "(1)" stands below "a)" in this body, decided by its first use."""
    open_diem = False
    for block in body:
        if not isinstance(block, DeMuc):
            continue
        if block.cap is Level.NGOAC:
            return open_diem
        if block.cap is Level.DIEM:
            open_diem = True
        elif depth(block.cap) < depth(Level.DIEM):
            open_diem = False
    return False


_recent: deque[tuple[Body, Mapping[int, Entry]]] = deque(maxlen=8)


def outline(body: Body) -> Mapping[int, Entry]:
    """The marked lines of a body by their position, each with its mark and parents.

    The rules and the writer ask for the same bodies one after another, so the last few
    answers are kept; a body never changes, and is known again by being the same object.
    """
    for known, entries in tuple(_recent):
        if known is body:
            return entries
    found = MappingProxyType({entry.index: entry for entry in _entries(body)})
    _recent.append((body, found))
    return found


def _entries(body: Body) -> Iterator[Entry]:
    below = ngoac_below_diem(body)
    open_items: list[tuple[int, int]] = []  # (depth, index)
    counts: dict[tuple[int | None, Level], int] = {}
    marks: dict[int, str] = {}
    for index, block in enumerate(body):
        if not isinstance(block, DeMuc):
            continue
        here = depth(block.cap, below)
        while open_items and open_items[-1][0] >= here:
            open_items.pop()
        parents = tuple([position for _, position in open_items])
        scope = None if block.cap is Level.DIEU or not parents else parents[-1]
        number = counts[scope, block.cap] = counts.get((scope, block.cap), 0) + 1
        outer = marks[parents[-1]] if parents else ""
        marks[index] = block.dau or printed(block.cap, number, outer)
        yield Entry(index, block, marks[index], number, parents)
        open_items.append((here, index))


def printed(level: Level, number: int, outer: str = "") -> str:
    """The mark that a line numbering itself gets, under an item with the mark ``outer``.

    Where letters (y, Z) and Roman numerals end, the number stands in their place.

    >>> printed(Level.DIEM, 5), printed(Level.CHUONG, 4), printed(Level.SO_2, 1, "3.")
    ('đ)', 'Chương IV', '3.1.')
    """
    numeral = roman(number) if number <= MAX_ROMAN else str(number)
    return _PRINTED[level].format(
        number=number,
        outer=outer,
        roman=numeral,
        small_roman=numeral.lower(),
        letter=_nth(LETTERS, number),
        capital=_nth(_CAPITALS, number),
    )


def _nth(letters: str, number: int) -> str:
    return letters[number - 1] if number <= len(letters) else str(number)


def labels(van_ban: VanBan) -> Mapping[str, str]:
    """What each label is called: "khoản 2 Điều 5", "điểm a khoản 1 Mục II", "Bảng 3"."""
    called: dict[str, str] = {}
    tables: list[tuple[str, Path]] = []
    for path, body in bodies(van_ban):
        for index, block in enumerate(body):
            if isinstance(block, DeMuc) and block.nhan:
                called[block.nhan] = _name(outline(body), index)
            elif isinstance(block, Bang) and block.nhan:
                tables.append((block.nhan, (*path, index)))
    numbers = table_numbers(van_ban) if tables else {}
    called |= {label: f"Bảng {numbers[path]}" for label, path in tables}
    for index, phu_luc in enumerate(van_ban.phu_luc):
        if phu_luc.nhan:
            called[phu_luc.nhan] = appendix_name(van_ban, index)
    return called


def homes(van_ban: VanBan) -> Mapping[str, Path]:
    """The body in which each labelled item stands: elsewhere its name alone is ambiguous."""
    return {
        block.nhan: path
        for path, body in bodies(van_ban)
        for block in body
        if isinstance(block, DeMuc) and block.nhan
    }


def table_numbers(van_ban: VanBan) -> dict[Path, int]:
    """The number of each table, by path: those with a caption or a label count, in order."""
    counted = (
        (*path, index)
        for path, body in bodies(van_ban)
        for index, block in enumerate(body)
        if isinstance(block, Bang) and (block.ten or block.nhan)
    )
    return {path: number for number, path in enumerate(counted, 1)}


def appendix_name(van_ban: VanBan, index: int) -> str:
    """ "Phụ lục II"; a single appendix has no number (PLI-I-III.1)."""
    return f"Phụ lục {roman(index + 1)}" if len(van_ban.phu_luc) > 1 else "Phụ lục"


def _name(entries: Mapping[int, Entry], index: int) -> str:
    """The name of an item, inner part first, up to its Điều, mục or division."""
    parts = []
    inner: Level | None = None
    for position in (index, *reversed(entries[index].parents)):
        entry = entries[position]
        if entry.item.cap in BULLETS or inner in _INSIDE.get(entry.item.cap, ()):
            continue
        parts.append(_called(entry))
        inner = entry.item.cap
        if inner not in _CALLED:
            break
    return " ".join(parts) or _called(entries[index])


def _called(entry: Entry) -> str:
    bare = entry.mark.strip("().:/ ")
    return _CALLED.get(entry.item.cap, "{}").format(bare)
