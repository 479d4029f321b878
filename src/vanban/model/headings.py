"""Which marked lines of a body are headings.

A heading has all its text in ``**…**``, or no closing punctuation, at most 150 characters
and something under it. The headings of one list are decided together. Divisions, and
sections ("I.") in capitals, always are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container

from msgspec.structs import replace

from vanban.model.blocks import Block, Body, DeMuc, Hinh
from vanban.model.inlines import Inlines, Ref, Run, plain
from vanban.model.levels import DIVISIONS, Level, depth
from vanban.model.marks import closes
from vanban.model.outline import ngoac_below_diem, outline
from vanban.viet.capitals import is_upper

LONGEST = 150
"""A heading has at most so many characters."""


def decide(body: Body) -> Body:
    """The body with ``tieu_de`` set on its headings (and their ``**`` taken off)."""
    forced = _forced(body)
    headings = forced | _lists(body, forced)
    return tuple(
        _as_heading(block) if index in headings else block for index, block in enumerate(body)
    )


def _as_heading(block: Block) -> Block:
    if not isinstance(block, DeMuc):
        return block
    chu = _not_bold(block.chu) if _all_bold(block.chu) else block.chu
    return replace(block, chu=chu, tieu_de=True)


def _not_bold(chu: Inlines) -> Inlines:
    return tuple(Run(i.text, False, i.nghieng) if isinstance(i, Run) else i for i in chu)


def _forced(body: Body) -> set[int]:
    """The lines that are headings whatever stands around them."""
    return {
        index
        for index, block in enumerate(body)
        if isinstance(block, DeMuc)
        and (
            block.cap in DIVISIONS
            or (block.cap is Level.LA_MA and is_upper(plain(block.chu)))
            or _all_bold(block.chu)
        )
    }


def _lists(body: Body, forced: Container[int]) -> set[int]:
    """The lines without closing punctuation in lists where all such lines qualify.

    A footnote mark at the end leaves no trace in the plain text, so it is not judged.
    """
    below = ngoac_below_diem(body)
    lists: dict[tuple[int | None, Level], list[int]] = defaultdict(list)
    for index, entry in outline(body).items():
        item = entry.item
        if index not in forced and item.chu and not closes(plain(item.chu)):
            parent = entry.parents[-1] if entry.parents else None
            lists[parent, item.cap].append(index)
    return {
        index
        for members in lists.values()
        if all(_qualifies(body, index, below) for index in members)
        for index in members
    }


def _qualifies(body: Body, index: int, below: bool) -> bool:
    """Whether a line is short enough and has text, a table or a deeper mark under it."""
    item, under = body[index], _under(body, index)
    if not isinstance(item, DeMuc) or under is None or len(plain(item.chu)) > LONGEST:
        return False
    return not isinstance(under, DeMuc) or depth(under.cap, below) > depth(item.cap, below)


def _under(body: Body, index: int) -> Block | None:
    """The next block that is no image."""
    index += 1
    while index < len(body) and isinstance(body[index], Hinh):
        index += 1
    return body[index] if index < len(body) else None


def _all_bold(chu: Inlines) -> bool:
    """Whether all text is bold; a reference has no look of its own, so blanks beside it tell."""
    runs = [i for i in chu if isinstance(i, Run)]
    if not any(isinstance(i, Ref) for i in chu):
        runs = [run for run in runs if run.text.strip()]
    return bool(runs) and all(run.dam for run in runs)
