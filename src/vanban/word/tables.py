"""Tables in a body: columns measured from their text, header row repeated on each page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vanban.model.blocks import Bang, Gop
from vanban.model.inlines import Inlines, plain
from vanban.patterns import later
from vanban.standards.schema import ALIGNMENTS
from vanban.units import Length, pt
from vanban.viet.widths import text_width
from vanban.word.ooxml import paragraph, run

if TYPE_CHECKING:
    from vanban.word.body import BodyWriter

_FIGURE = later(r"[+−-]?\d[\d.,]*\s*%?|-|–|")
_ORDINALS = frozenset({"STT", "TT", "Số TT"})
_PADDING = pt(12)
"""Left and right margin of a cell together (0.19 cm each side in Word's default)."""

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def table(bang: Bang, writer: BodyWriter, number: int | None) -> str:
    """A table with its caption; ``number`` None prints no number before it."""
    room = writer.width or writer.around.width
    size = writer.around.standard.styles["o_bang"].bo[writer.around.co].pt
    widths = column_widths(bang, room, size)
    grid = "".join(f'<w:gridCol w:w="{width.twips}"/>' for width in widths)
    rows = [_row(bang.dau, widths, writer, header=True, alignments=(), place=(bang.gop, 0))]
    alignments = [
        bang.can[column] or natural_alignment(bang, column) for column in range(len(widths))
    ]
    before_last = max(len(bang.hang) - 2, 0)
    rows += [
        _row(
            row,
            widths,
            writer,
            header=False,
            alignments=alignments,
            keep=index == before_last,
            place=(bang.gop, index + 1),
        )
        for index, row in enumerate(bang.hang)
    ]
    total = sum(width.twips for width in widths)
    return (
        f"{_caption(bang, writer, number)}<w:tbl><w:tblPr>"
        f'<w:tblW w:w="{total}" w:type="dxa"/><w:jc w:val="center"/>'
        f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
        '<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>{_after(writer)}"
    )


def _caption(bang: Bang, writer: BodyWriter, number: int | None) -> str:
    if not bang.ten:
        return ""
    label = writer.around.standard.wording["bang"]
    text = run(f"{label} {number}. ") if number else ""
    return paragraph(writer.around.styles["ten_bang"], text + writer.inlines(bang.ten))


def _after(writer: BodyWriter) -> str:
    """A thin paragraph, so that the text below does not stick to the table."""
    return paragraph(writer.around.styles["sau_bang"], "")


def _row(
    cells: Sequence[Inlines],
    widths: Sequence[Length],
    writer: BodyWriter,
    *,
    header: bool,
    alignments: Sequence[str],
    keep: bool = False,
    place: tuple[Sequence[Gop], int] = ((), 0),
) -> str:
    """One row; ``keep`` keeps it with the next one, so that a total does not stand alone.

    ``place`` gives the merged cells of the table and the number of this row.
    """
    style = writer.around.styles["dau_bang" if header else "o_bang"]
    repeat = "<w:tblHeader/>" if header else ""
    out = []
    for column, cell in enumerate(cells):
        merged = next((gop for gop in place[0] if gop.covers(place[1], column)), None)
        if merged and column > merged.cot:
            continue
        jc = f'<w:jc w:val="{ALIGNMENTS[alignments[column]]}"/>' if alignments else ""
        hidden = merged is not None and place[1] > merged.hang
        shown = "" if hidden else writer.inlines(cell)
        content = paragraph(style, shown, keep_next=keep, more=jc)
        out.append(f"<w:tc>{_cell_shape(merged, hidden, column, widths)}{content}</w:tc>")
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(out)}</w:tr>"


def _cell_shape(merged: Gop | None, hidden: bool, column: int, widths: Sequence[Length]) -> str:
    """``w:tcPr``: the width over the columns it spans, merged downwards or not."""
    columns = merged.so_cot if merged else 1
    width = sum(width.twips for width in widths[column : column + columns])
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    down = ""
    if merged and merged.so_hang > 1:
        down = "<w:vMerge/>" if hidden else '<w:vMerge w:val="restart"/>'
    middle = '<w:vAlign w:val="center"/>'
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{down}{middle}</w:tcPr>'


def natural_alignment(bang: Bang, column: int) -> str:
    """Figures to the right, ordinals in the middle, words to the left."""
    if plain(bang.dau[column]).strip() in _ORDINALS:
        return "giua"
    texts = [plain(row[column]).strip() for row in bang.hang]
    figures = [text for text in texts if text]
    return "phai" if figures and all(_FIGURE.fullmatch(text) for text in texts) else "trai"


def column_widths(bang: Bang, room: Length, size: float) -> tuple[Length, ...]:
    """The widths of the columns, which fill the room exactly.

    Each column gets at least its longest word and, while others wrap, no more than its
    longest text. Between these, widths go by the square root of the amount of text, which
    makes the table lowest; an empty column counts like the others. Headings may wrap over
    three lines.
    """
    columns = list(zip(bang.dau, *bang.hang, strict=True))
    least = [max(_longest_word(cells, size), 20.0) + _PADDING.pt for cells in columns]
    texts = [[_width(cell, size) for cell in cells] for cells in columns]
    most = [
        max(*body, head / 3, low - _PADDING.pt) + _PADDING.pt
        for (head, *body), low in zip(texts, least, strict=True)
    ]
    if sum(least) >= room.pt:  # words too long for the paper break inside
        return _exactly([low * room.pt / sum(least) for low in least], room)
    if sum(most) <= room.pt and all(any(body) for _head, *body in texts):
        return _exactly([width * room.pt / sum(most) for width in most], room)
    weights = [sum(body) ** 0.5 for _head, *body in texts]
    filled = [weight for weight in weights if weight]
    for column, weight in enumerate(weights):
        if not weight:  # room to write in by hand
            weights[column], most[column] = sum(filled) / max(len(filled), 1), room.pt
    return _exactly(_shared(room.pt, weights, least, most), room)


def _shared(
    room: float, weights: Sequence[float], least: Sequence[float], most: Sequence[float]
) -> list[float]:
    """The room shared by weight; a share out of its bounds is set to the bound first."""
    widths = list(least)
    free = set(range(len(weights)))
    while free:
        left = room - sum(widths[c] for c in range(len(widths)) if c not in free)
        total = sum(weights[c] for c in free) or 1.0
        share = {c: left * weights[c] / total for c in free}
        low = {c for c in free if share[c] < least[c]}
        high = {c for c in free if share[c] > most[c]}
        for column in low or high or free:
            widths[column] = min(max(share[column], least[column]), most[column])
        free -= low or high or free
    return widths


def _exactly(points: Sequence[float], room: Length) -> tuple[Length, ...]:
    widths = [pt(round(width * 20) / 20) for width in points]
    widths[-1] = Length(room - sum(widths[:-1]))
    return tuple(widths)


def _longest_word(cells: Sequence[Inlines], size: float) -> float:
    words = (word for cell in cells for word in plain(cell).split())
    return max((text_width(word, size, bold=True) for word in words), default=0.0)


def _width(cell: Inlines, size: float) -> float:
    """What a cell would need on one line."""
    return text_width(plain(cell), size, bold=True)
