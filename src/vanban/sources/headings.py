"""Which marked lines of a body are headings.

A heading has all its text in ``**…**``, or no closing punctuation, at most 150 characters
and something under it. The headings of one list are decided together. Divisions, and
sections ("I.", "A.") in capitals, always are.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from vanban.model.blocks import Block, Body, DeMuc
from vanban.model.inlines import Inlines, NoteRef, Run, plain
from vanban.model.levels import DIVISIONS, Level, depth
from vanban.model.outline import ngoac_below_diem, outline
from vanban.sources.marks import closes
from vanban.viet.capitals import is_upper

LONGEST = 150
"""A heading has at most so many characters."""


def decide(body: Body) -> Body:
    """The body with ``tieu_de`` set on its headings (and their ``**`` taken off)."""
    headings = _forced(body) | _lists(body)
    return tuple(
        _as_heading(block) if index in headings else block for index, block in enumerate(body)
    )


def _as_heading(block: Block) -> Block:
    if not isinstance(block, DeMuc):
        return block
    chu = tuple(
        Run(i.text, False, i.nghieng) if isinstance(i, Run) and _all_bold(block.chu) else i
        for i in block.chu
    )
    return replace(block, chu=chu, tieu_de=True)


def _forced(body: Body) -> set[int]:
    return {
        index
        for index, block in enumerate(body)
        if isinstance(block, DeMuc)
        and (
            block.cap in DIVISIONS
            or (block.cap in (Level.LA_MA, Level.CHU_HOA) and is_upper(plain(block.chu)))
            or _all_bold(block.chu)
        )
    }


def _lists(body: Body) -> set[int]:
    """The lines without closing punctuation in lists where all such lines qualify."""
    below = ngoac_below_diem(body)
    lists: dict[tuple[int | None, Level], list[int]] = defaultdict(list)
    for index, entry in outline(body).items():
        item = entry.item
        if not _all_bold(item.chu) and not closes(plain(_judged(item.chu))):
            parent = entry.parents[-1] if entry.parents else None
            lists[parent, item.cap].append(index)
    return {
        index
        for members in lists.values()
        if all(_qualifies(body, index, below) for index in members)
        for index in members
    }


def _qualifies(body: Body, index: int, below: bool) -> bool:
    item = body[index]
    following = body[index + 1] if index + 1 < len(body) else None
    if not isinstance(item, DeMuc) or following is None or not item.chu:
        return False
    if isinstance(following, DeMuc) and depth(following.cap, below) <= depth(item.cap, below):
        return False
    return len(plain(item.chu)) <= LONGEST


def _judged(chu: Inlines) -> Inlines:
    """The text without a closing footnote mark."""
    while chu and isinstance(chu[-1], NoteRef):
        chu = chu[:-1]
    return chu


def _all_bold(chu: Inlines) -> bool:
    runs = [i for i in chu if isinstance(i, Run) and i.text.strip()]
    return bool(runs) and all(run.dam for run in runs) and all(
        isinstance(i, Run | NoteRef) for i in chu
    )
