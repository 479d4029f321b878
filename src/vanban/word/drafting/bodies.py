"""Pieces of a text as the blocks of a body."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.layout.recognized import Caption, Piece
from vanban.layout.table import paragraphs
from vanban.messages import _
from vanban.model.blocks import Block, Body, DeMuc, Doan
from vanban.model.inlines import Inlines, Run, plain
from vanban.model.levels import DIVISIONS, Level
from vanban.model.origin import Path
from vanban.word.drafting.runs import inlines
from vanban.word.drafting.state import State
from vanban.word.drafting.tables import bang

Item = Piece | Caption
_DASHES = frozenset({"-", "+"})


def body(items: Sequence[Item], path: Path, state: State, *, end: str = "./.") -> Body:
    """The blocks of some pieces and tables; ``end`` alone on a line is the writer's."""
    blocks: list[Block] = []
    for index, item in enumerate(items):
        if isinstance(item, Caption):
            _place_cells(item, (*path, len(blocks)), state)
            blocks.append(bang(item, state))
            continue
        if index == len(items) - 1 and item.text.strip() == end:
            continue
        if item.slug == "ten_bang":
            state.places[*path, len(blocks), "ten"] = item
            continue
        if _goes_on(item, blocks):
            _add_title(blocks, item, state)
            state.places[*path, len(blocks) - 1, "chu"] = item
            continue
        state.places[*path, len(blocks)] = item
        blocks.append(_block(item, state))
    return tuple(blocks)


def _place_cells(found: Caption, path: Path, state: State) -> None:
    for number, row in enumerate(found.table.rows):
        here = (*path, "hang", number - 1) if number else (*path, "dau")
        for cell in row.cells:
            for paragraph in paragraphs(cell.blocks):
                piece = Piece("o_bang", paragraph, 0, len(paragraph.text))
                state.places.setdefault(here, piece)
                state.places.setdefault((*here, cell.column), piece)


def _goes_on(piece: Piece, blocks: Sequence[Block]) -> bool:
    """Whether a piece is the title of the division before it."""
    last = blocks[-1] if blocks else None
    title = piece.slug in ("ten_phan_chuong", "ten_muc") and piece.mark is None
    return title and isinstance(last, DeMuc) and last.cap in DIVISIONS


def _add_title(blocks: list[Block], piece: Piece, state: State) -> None:
    last = blocks[-1]
    assert isinstance(last, DeMuc)
    more = inlines(piece, state, bold=False)
    chu: Inlines = (*last.chu, Run(" "), *more) if last.chu else more
    blocks[-1] = DeMuc(last.cap, last.dau, _one_run(chu), tieu_de=True)


def _one_run(chu: Inlines) -> Inlines:
    if all(isinstance(one, Run) for one in chu):
        return (Run(plain(chu)),) if chu else ()
    return chu


def _block(piece: Piece, state: State) -> Block:
    if piece.level is None:
        chu = inlines(piece, state)
        if piece.automatic and piece.mark:
            chu = (Run(f"{piece.mark} "), *chu)
        return Doan(chu)
    level = Level(piece.level)
    dau = _mark(piece, level, state)
    chu = inlines(piece, state)
    heading = piece.heading or (_all_bold(chu) and level is not Level.DIEU)
    if heading:
        chu = _one_run(inlines(piece, state, bold=False))
    return DeMuc(level, dau, chu, heading)


def _mark(piece: Piece, level: Level, state: State) -> str:
    mark = " ".join((piece.mark or "-").split())
    if level in (Level.GACH, Level.CONG):
        plain_mark = "+" if level is Level.CONG else "-"
        if mark not in (plain_mark, "–", "—", "−") and not piece.automatic:
            reason = _("Dấu đầu dòng «{mark}» được ghi là «{plain}».")
            state.leave(piece.paragraph, reason.format(mark=mark, plain=plain_mark))
        return plain_mark
    if level in DIVISIONS:
        return mark.rstrip(".: ")
    return mark


def _all_bold(chu: Inlines) -> bool:
    runs = [one for one in chu if isinstance(one, Run) and one.text.strip()]
    return bool(runs) and all(run.dam for run in runs)
