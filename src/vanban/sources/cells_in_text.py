"""Cells put into the text of a body: what they hold is text, whatever it looks like.

Signs that would mean something are escaped, and so are beginnings of lines. Where a line can
become several, the lines of a cell are lines of the body; in a row of a table, a footnote, a
heading, a caption or under ``**`` they are kept together by a line break.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from vanban.model.blocks import Block, DeMuc, Doan
from vanban.model.inlines import Run
from vanban.model.marks import find
from vanban.model.open_items import AllItems
from vanban.patterns import later
from vanban.sources import body, tables
from vanban.sources.collector import Collector
from vanban.sources.inline import BREAK, EDGE
from vanban.sources.lines import BLANKS
from vanban.sources.nodes import scalar
from vanban.viet.text import fold

PLACEHOLDER = later(r"\{\{\s*(?P<name>[^\s{}][^{}\n]*?)\s*\}\}")
_MEANINGFUL = later(r"[\\*|@\[{]")
_NOT_TYPED = str.maketrans("", "", EDGE + BREAK)
_STAND_IN = later("\ua000([0-9]+)\ua001")
"""What stands for a cell while it is found out where it will stand: a word of two letters."""


class Slot(Struct, frozen=True):
    """The place of a cell.

    Attributes:
        name: the folded name of its column.
        whole: whether its lines stay in one line of the body.
    """

    name: str
    whole: bool


Part = str | Slot


class _Piece(Struct, frozen=True):
    """A part of a line with its text; that of a cell is not escaped yet."""

    text: str
    slot: Slot | None


def in_lines(text: str, values: Mapping[str, str]) -> str:
    """The text of a body with the cells in it.

    Args:
        text: the text, with placeholders.
        values: the texts of cells by folded names.

    >>> in_lines("{{ a }} và {{ b }}", {"a": "1. Một", "b": "*"}).replace(EDGE, "^")
    '^1. Một và \\\\*'
    """
    return "\n".join(
        chunk if isinstance(chunk, str) else "\n".join(_lines(chunk, values))
        for chunk in _plan(text)
    )


def in_one(text: str, values: Mapping[str, str]) -> str:
    """The text of one block, where beginnings of lines mean nothing, with the cells in it."""
    pieces = [
        _Piece(part, None) if isinstance(part, str) else _Piece(_typed(values, part), part)
        for part in _parts(text, frozenset())
    ]
    return _joined(pieces)[0]


def escaped(text: str) -> str:
    r"""A text for a body, its signs taken for what they are.

    >>> escaped("5*3 [1] @nhan")
    '5\\*3 \\[1] \\@nhan'
    """
    return _MEANINGFUL.sub(r"\\\g<0>", text)


def _typed(values: Mapping[str, str], slot: Slot) -> str:
    return values[slot.name].translate(_NOT_TYPED)


@lru_cache(maxsize=256)
def _plan(text: str) -> tuple[str | tuple[Part, ...], ...]:
    """The lines: those without cells joined again, others in their parts."""
    split = _splitting(text)
    chunks: list[str | tuple[Part, ...]] = []
    for line in _by_lines(_parts(text, split)):
        if any(isinstance(part, Slot) for part in line):
            chunks.append(line)
        elif chunks and isinstance(last := chunks[-1], str):
            chunks[-1] = f"{last}\n{''.join(map(str, line))}"
        else:
            chunks.append("".join(map(str, line)))
    return tuple(chunks)


def _parts(text: str, split: frozenset[int]) -> list[Part]:
    """The text cut at its placeholders; ``split``: the numbers of those that may be cut."""
    parts: list[Part] = []
    last = 0
    for number, found in enumerate(PLACEHOLDER.finditer(text)):
        parts += [text[last : found.start()], Slot(fold(found["name"]), number not in split)]
        last = found.end()
    return [*parts, text[last:]]


def _by_lines(parts: Iterable[Part]) -> list[tuple[Part, ...]]:
    lines: list[list[Part]] = [[]]
    for part in parts:
        first, *more = part.split("\n") if isinstance(part, str) else [part]
        lines[-1].append(first)
        lines += [[each] for each in more]
    return [tuple(line) for line in lines]


def _splitting(text: str) -> frozenset[int]:
    """The numbers of placeholders that stand in a paragraph or item, and in plain letters.

    They are found by reading the body with words in their places.
    """
    numbers = iter(range(len(text)))
    marked = PLACEHOLDER.sub(lambda _found: f"\ua000{next(numbers)}\ua001", text)
    blocks = body.parse(marked, scalar(marked, "").span, (), Collector(), lambda file, _span: file)
    texts = (run.text for block in blocks for run in _plain_runs(block))
    return frozenset(int(number) for text in texts for number in _STAND_IN.findall(text))


def _plain_runs(block: Block) -> list[Run]:
    """The runs of a block in which a line may end."""
    if isinstance(block, DeMuc) and (block.tieu_de or block.nhan is not None):
        return []
    runs = block.chu if isinstance(block, Doan | DeMuc) else ()
    return [run for run in runs if isinstance(run, Run) and not (run.dam or run.nghieng)]


def _lines(parts: Sequence[Part], values: Mapping[str, str]) -> list[str]:
    """The lines that a line with cells becomes."""
    lines: list[list[_Piece]] = [[]]
    for part in parts:
        if isinstance(part, str):
            lines[-1].append(_Piece(part, None))
            continue
        first, *more = _typed(values, part).split("\n")
        if part.whole:
            first, more = BREAK.join(line for line in (first, *more) if line.strip(BLANKS)), []
        lines[-1].append(_Piece(first, part))
        lines += [[_Piece(each, part)] for each in more]
    return [_line(line) for line in lines]


def _line(pieces: Sequence[_Piece]) -> str:
    """A line; what its cells begin it with is made plain text."""
    if not any(piece.text for piece in pieces if piece.slot) and not any(
        piece.text.strip(BLANKS + "*") for piece in pieces if not piece.slot
    ):
        return ""
    text, own = _joined(pieces)
    bare = text.lstrip(BLANKS)
    start = len(text) - len(bare)
    meant = range(start, start + _meaning(bare))
    if meant and all(text[at] in BLANKS or any(at in cell for cell in own) for at in meant):
        return f"{text[:start]}{EDGE}{bare}"
    return text


def _joined(pieces: Iterable[_Piece]) -> tuple[str, list[range]]:
    """The text of pieces, and where in it the cells stand.

    Between a cell and stars of the pattern there is an edge, so that the stars mean the same
    whatever the cell begins and ends with; so there is in place of a cell that is blank.
    """
    text, own = "", list[range]()
    after_cell = False
    for piece in pieces:
        if piece.slot is None:
            text += EDGE + piece.text if after_cell and piece.text[:1] == "*" else piece.text
            after_cell = after_cell and not piece.text
            continue
        shown = escaped(piece.text) or (EDGE if piece.slot.whole else "")
        text += EDGE if text[-1:] == "*" else ""
        own.append(range(len(text), len(text) + len(shown)))
        text += shown
        after_cell = True
    return text, own


def _meaning(line: str) -> int:
    """How many characters at the beginning of a line say more than they print; 0: none."""
    if line.startswith("“"):
        return 1
    mark = find(line, AllItems())
    end = mark.end if mark else tables.caption(line)
    return len(line[:end].rstrip(BLANKS)) if end else 0
