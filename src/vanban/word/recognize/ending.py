"""The end of a part: who signs, who receives, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Literal

from msgspec import Struct, field

from vanban.layout.recognized import Arrangement, Piece, Signature, Signer
from vanban.layout.table import Table
from vanban.word.recognize import recipients, signers, words
from vanban.word.recognize.spans import Blocks, Span, columns, spans

_MOST_LINES = 14


class End(Struct):
    """The end of a part.

    Attributes:
        first, last: its first and last block; first is beyond the part when there is none.
        signature: what was recognized in it.
        taken: indices of the blocks in between that belong to it.
    """

    first: int
    last: int
    signature: Signature = Signature()
    taken: set[int] = field(default_factory=set)


def find(blocks: Blocks, first: int, last: int, *, attached: bool = False) -> End:
    """The end of the part from block ``first`` to block ``last``.

    ``attached`` says that the part has none by rule, so that only its last blocks are asked.
    """
    label = None if attached else _label(blocks, first, last)
    if label is None:
        return _unlabelled(blocks, first, last, 1 if attached else 3)
    if isinstance(blocks[label], Table):
        return _in_table(blocks, label, first, last)
    return _in_paragraphs(blocks, label, first, last)


def _label(blocks: Blocks, first: int, last: int) -> int | None:
    """The block with "Nơi nhận"; a heading of a column of a ruled table is none."""
    for index in range(first, last + 1):
        block = blocks[index]
        if isinstance(block, Table) and _is_ruled(block):
            continue
        for span in blocks.spans(index):
            parts = columns(span) if "\t" in span.text or "   " in span.text else [span]
            if any(words.RECIPIENTS.match(part.text) for part in parts if part.text):
                return index
    return None


def _is_ruled(table: Table) -> bool:
    """Whether lines part the cells of a table, as in tables of data."""
    return bool(table.borders.inside_h or table.borders.inside_v) or any(
        cell.borders.box for row in table.rows[:2] for cell in row.cells
    )


Columns = dict[int, list[Span]]


def _cells(table: Table, index: int) -> Columns:
    """The lines of a table by columns, from top to bottom."""
    out: Columns = {}
    for span in spans(table, index):
        out.setdefault(span.column, []).append(span)
    return out


def _in_table(blocks: Blocks, at: int, first: int, last: int) -> End:
    table = blocks[at]
    assert isinstance(table, Table)
    received: list[Piece] = []
    found: list[Signer] = []
    home = 0
    for column, lines in _cells(table, at).items():
        start = next((i for i, s in enumerate(lines) if words.RECIPIENTS.match(s.text)), None)
        if start is not None and not received:
            received, _taken = recipients.read(lines[start:])
            home = column
            lines = lines[:start]
        signer = signers.read(lines, column)
        if signer:
            found.append(signer)
    if found:
        side: Literal["left", "right"] = "left" if home <= found[0].column else "right"
        if len(found) == 1 and found[0].column == home:
            return End(
                at, at, Signature("table", tuple(found), tuple(received), "below", (table,)), {at}
            )
        return End(at, at, Signature("table", tuple(found), tuple(received), side, (table,)), {at})
    return _beside(
        blocks, End(at, at, Signature("single", (), tuple(received), None), {at}), first, last
    )


def _in_paragraphs(blocks: Blocks, at: int, first: int, last: int) -> End:
    """Recipients in paragraphs; the signer may stand in the same lines, behind tabs."""
    left: list[Span] = []
    right: list[Span] = []
    index = at
    tabbed = False
    while index <= last and not isinstance(blocks[index], Table):
        for span in blocks.spans(index):
            halves = _halves(span)
            tabbed = tabbed or bool(halves[0].text and halves[1])
            left.append(halves[0])
            right.append(halves[1] or _empty(span))
        index += 1
    swapped = bool(left) and not words.RECIPIENTS.match(left[0].text)
    if swapped:
        left, right = right, left
    received, taken = recipients.read([s for s in left if s])
    end = left[taken - 1].block if taken else at
    if tabbed:
        return _tabbed(at, left, right, received, end, swapped)
    done = End(at, end, Signature("single", (), tuple(received), None), set(range(at, end + 1)))
    return _beside(blocks, done, first, last)


def _tabbed(
    at: int,
    left: Sequence[Span],
    right: Sequence[Span],
    received: Sequence[Piece],
    end: int,
    swapped: bool,
) -> End:
    lines = [span for span in right if span.text or span.block <= end]
    more = [s for s in left if s.block > end and s.text and len(s.text) < 80]
    name = [s for s in more[:1] if words.is_person(s.text)]
    signer = signers.read([*lines, *name], 1)
    kind: Arrangement = "spaces"
    if any("\t" in span.paragraph.text for span in lines):
        kind = "tabs"
    stop = max([end, *(s.block for s in lines if s.text), *(s.block for s in name)])
    side: Literal["left", "right"] = "right" if swapped else "left"
    found = (signer,) if signer else ()
    return End(at, stop, Signature(kind, found, tuple(received), side), set(range(at, stop + 1)))


def _halves(span: Span) -> tuple[Span, Span | None]:
    """The left and the right half of a line; a line far to the right has no left half."""
    parts = columns(span)
    if len(parts) >= 2:
        return parts[0], parts[-1]
    if span.text and span.lead >= 8 and not words.DASH.match(span.text):
        return _empty(span), span
    raw = span.paragraph.text
    if span.text and raw.startswith("\t") and words.is_authority(span.text):
        return _empty(span), span
    return span, None


def _empty(span: Span) -> Span:
    return span.cut(0, 0)


def _beside(blocks: Blocks, end: End, first: int, last: int) -> End:
    """The signers above the recipients, or below them."""
    above = _above(blocks, end.first - 1, first)
    if above is None:
        below = _below(blocks, end.last + 1, last)
        return _joined(end, below, "above") if below else end
    return _joined(end, above, "below")


def _joined(end: End, other: End, at: Literal["above", "below"]) -> End:
    received = end.signature.recipients
    signature = Signature(
        other.signature.kind, other.signature.signers, received, at, other.signature.tables
    )
    first, last = min(end.first, other.first), max(end.last, other.last)
    return End(first, last, signature, end.taken | other.taken)


def _above(blocks: Blocks, at: int, first: int) -> End | None:
    """Signers in the last block with text above one."""
    while at >= first and _is_empty(blocks, at):
        at -= 1
    if at < first:
        return None
    block = blocks[at]
    return _table(block, at) if isinstance(block, Table) else _lines(blocks, at, first)


def _below(blocks: Blocks, at: int, last: int) -> End | None:
    while at <= last and _is_empty(blocks, at):
        at += 1
    if at > last:
        return None
    block = blocks[at]
    if isinstance(block, Table):
        return _table(block, at)
    stop = at
    while stop < last and not isinstance(blocks[stop + 1], Table) and stop - at < _MOST_LINES:
        stop += 1
    for end in range(stop, at, -1):
        found = _lines(blocks, end, at) if not _is_empty(blocks, end) else None
        if found and found.first == at:
            return found
    return None


def _is_empty(blocks: Blocks, at: int) -> bool:
    return not isinstance(blocks[at], Table) and not blocks.shown(at)


def _table(table: Table, at: int) -> End | None:
    """The signers in the cells of a table; all its columns with text must be such."""
    if _is_ruled(table):
        return None
    found = []
    for column, lines in _cells(table, at).items():
        if any(span.text for span in lines):
            signer = signers.read(lines, column)
            if signer is None:
                return None
            found.append(signer)
    if not found or not any(_is_sure(signer) for signer in found):
        return None
    kind: Arrangement = "table"
    return End(at, at, Signature(kind, tuple(found), (), None, (table,)), {at})


def _is_sure(signer: Signer) -> bool:
    """Whether a block has a name, room to sign, or an authority such as KT."""
    return bool(
        signer.name
        or signer.room
        or signer.notes
        or any(words.PREFIX.match(piece.text) for piece in signer.authority)
    )


def _lines(blocks: Blocks, at: int, first: int) -> End | None:
    """A signature in paragraphs that ends in block ``at``."""
    lines: list[Span] = []
    index = at
    while index >= first and not isinstance(blocks[index], Table) and len(lines) < 2 * _MOST_LINES:
        here = blocks.spans(index)
        if not all(_may_sign(span) for span in here):
            break
        lines = [*here, *lines]
        index -= 1
    while lines and not (lines[0].text and words.is_authority(lines[0].text)):
        lines = lines[1:]
    if not lines or lines[0].text.endswith((".", ";", ":")):
        return None
    pair = _side_by_side(lines)
    found = pair or [s for s in (signers.read(lines, 1),) if s and _is_sure(s) and _apart(lines)]
    if not found:
        return None
    kind: Arrangement = "tabs" if pair else "single"
    start = lines[0].block
    return End(start, at, Signature(kind, tuple(found), (), None), set(range(start, at + 1)))


def _apart(lines: Sequence[Span]) -> bool:
    """Whether the lines look like a signature: a name under room or under an authority."""
    return len([s for s in lines if s.text]) > 1 or bool(words.PREFIX.match(lines[0].text))


def _side_by_side(lines: Sequence[Span]) -> list[Signer]:
    """Two signers in one set of lines, behind tabs."""
    halves = [_halves(span) for span in lines]
    if not any(left.text and right for left, right in halves):
        return []
    both = (
        signers.read([left for left, _right in halves], 0),
        signers.read([right or _empty(left) for left, right in halves], 1),
    )
    found = [signer for signer in both if signer]
    return found if len(found) == 2 else []


def _may_sign(span: Span) -> bool:
    text = span.text
    if not text:
        return True
    parts = [part.text for part in columns(span)]
    return all(
        words.is_person(part) or words.is_authority(part) or bool(words.NOTE.match(part))
        for part in parts
    ) and not text.endswith((";", "./."))


def _unlabelled(blocks: Blocks, first: int, last: int, most: int) -> End:
    """The end of a part without "Nơi nhận": the signers in one of its last blocks."""
    for index in islice(_last_filled(blocks, first, last), most):
        block = blocks[index]
        found = _table(block, index) if isinstance(block, Table) else _lines(blocks, index, first)
        if found and (most > 1 or any(signer.name for signer in found.signature.signers)):
            return found
    return End(last + 1, last)


def _last_filled(blocks: Blocks, first: int, last: int) -> Iterator[int]:
    """The blocks with text, from the end."""
    return (index for index in range(last, first - 1, -1) if not _is_empty(blocks, index))
