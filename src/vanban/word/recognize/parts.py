"""Where the texts begin that a file holds: appendices, a text issued with it, a copy's block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from vanban.layout.document import Block, Layout
from vanban.layout.recognized import PartKind
from vanban.layout.table import Table
from vanban.viet.capitals import is_upper
from vanban.word.recognize import words
from vanban.word.recognize.names import Names
from vanban.word.recognize.spans import Blocks, Span

_FEW = 3
"""So many blocks at the beginning belong to the head of the first text."""
_OPENING = 8
"""Within so many blocks of its beginning a text says what it is issued with."""


class Bounds(Struct):
    """A text: its kind, its first and its last block."""

    kind: PartKind
    first: int
    last: int
    number: str | None = None


class _Seen(Struct):
    """What the blocks before one told."""

    motto: bool = False
    recipients: bool = False
    issued: bool = False
    attached: bool = False
    broke: bool = False
    text: int = 0


def find(layout: Layout, blocks: Blocks, names: Names) -> list[Bounds]:
    """The texts of a file in order; at least one."""
    out = [Bounds("van-ban", 0, len(blocks) - 1)]
    breaks = {section.begin for section in layout.sections[1:]}
    seen = _Seen()
    for index, block in enumerate(blocks):
        shown = blocks.shown(index)
        seen.broke = seen.broke or index in breaks or _breaks(block)
        if not shown:
            continue
        motto = _has_motto(shown)
        start = _start(blocks, index, motto, seen, names)
        if start is not None and start.first > out[-1].first:
            out[-1].last = start.first - 1
            start.last = len(blocks) - 1
            out.append(start)
            seen = _Seen(recipients=seen.recipients, attached=True)
        seen.motto = seen.motto or motto
        _note(seen, shown)
    if len(out) == 1 and _is_copy(blocks):
        out[0].kind = "ban-sao"
    return out


def _note(seen: _Seen, shown: Sequence[Span]) -> None:
    seen.recipients = seen.recipients or any(words.RECIPIENTS.match(s.text) for s in shown)
    seen.issued = seen.issued or any(words.ISSUED_WITH.match(s.text) for s in shown)
    seen.text += 1
    seen.broke = any("\f" in s.paragraph.text for s in shown)


def _breaks(block: Block) -> bool:
    """Whether a block begins a page."""
    return not isinstance(block, Table) and (block.shape.page_break_before or "\f" in block.text)


def _has_motto(shown: Sequence[Span]) -> bool:
    """Whether some lines have Quốc hiệu, or the title that stands for it."""
    halves = (half for span in shown[:12] for half in _halves(span))
    return any(
        words.is_like(half, words.QUOC_HIEU) or words.is_like(half, words.DANG) for half in halves
    )


def _halves(span: Span) -> Iterator[str]:
    yield from span.text.split("\t") if "\t" in span.text else (span.text,)


def _start(blocks: Blocks, index: int, motto: bool, seen: _Seen, names: Names) -> Bounds | None:
    """The text that begins with a block; None when none does."""
    if seen.text == 0:
        return None
    shown = blocks.shown(index)
    label = _appendix_label(blocks[index], shown)
    if label is not None and _stands_apart(label, seen):
        found = words.APPENDIX.match(label.text)
        return Bounds("phu-luc", index, index, found["number"] if found else None)
    if motto and (seen.motto or seen.recipients) and seen.text > _FEW:
        return Bounds(_kind_of_second(blocks, index), index, index)
    if seen.recipients and any(words.COPY.match(s.text) and is_upper(s.text) for s in shown):
        return Bounds("ban-sao", index, index)
    begun = seen.text <= _OPENING and seen.attached and not seen.issued
    if seen.recipients and not begun and _is_issued_with(shown[0]):
        top = _top(blocks, index)
        if top < index:
            return Bounds(_kind_of_titled(blocks, top, names), top, top)
    return None


def _is_issued_with(span: Span) -> bool:
    """Whether a line in the middle says what a text is issued with."""
    return bool(words.ISSUED_WITH.match(span.text)) and span.centred


def _appendix_label(block: Block, shown: Sequence[Span]) -> Span | None:
    """The line "Phụ lục I" that a block begins with; in a table it may stand in any cell."""
    if isinstance(block, Table):
        if len(block.rows) > 3 or len(shown) > 8 or block.borders.inside_v:
            return None
        return next((s for s in shown if words.APPENDIX.match(s.text)), None)
    return shown[0] if words.APPENDIX.match(shown[0].text) else None


def _stands_apart(label: Span, seen: _Seen) -> bool:
    """Whether "Phụ lục I" is a label and not a line of the text or of its contents."""
    found = words.APPENDIX.match(label.text)
    if not found:
        return False
    if found["title"] and not (is_upper(found["title"]) or label.bold):
        return False
    if label.text[:1].islower():
        return False
    return seen.broke or label.centred or (label.bold and seen.recipients)


def _kind_of_second(blocks: Blocks, index: int) -> PartKind:
    """A second Quốc hiệu with a number of its own is one more document, else a text attached."""
    for at in range(index, min(index + 6, len(blocks))):
        for span in blocks.spans(at):
            if words.NUMBER.match(span.text):
                return "van-ban"
            if words.ISSUED_WITH.match(span.text):
                return "kem-theo"
    return "kem-theo"


def _kind_of_titled(blocks: Blocks, top: int, names: Names) -> PartKind:
    """A text that begins with the name of a type is issued with the document."""
    first = next((s for s in blocks.spans(top) if s.text), None)
    return "kem-theo" if first and names.named(first.text) else "phu-luc"


def _top(blocks: Blocks, index: int) -> int:
    """The first of the centred lines above "(Kèm theo …)"."""
    top = index
    while top > 0 and not isinstance(blocks[top - 1], Table):
        shown = blocks.shown(top - 1)
        if not shown or not all(s.centred for s in shown) or len(shown[0].text) > 300:
            break
        top -= 1
    return top


def _is_copy(blocks: Blocks) -> bool:
    """Whether a file holds the block of a copy and nothing else."""
    shown = [s for i in range(min(8, len(blocks))) for s in blocks.shown(i)]
    return any(words.COPY.match(s.text) for s in shown) and not _has_motto(shown)
