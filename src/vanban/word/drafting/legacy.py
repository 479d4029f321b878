"""Text in fonts from before Unicode (TCVN3, VNI) as Unicode."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from msgspec.structs import replace

from vanban.layout.document import Layout
from vanban.layout.drawing import Drawing
from vanban.layout.look import Look
from vanban.layout.paragraph import Paragraph
from vanban.layout.run import Run
from vanban.layout.table import Block, Table
from vanban.patterns import later
from vanban.viet.legacy import Encoding, to_unicode
from vanban.viet.legacy import encoding_of as old_encoding

_UNICODE = later("[ăđĩũơưĂĐĨŨƠƯ\u1ea0-\u1ef9]")
"""Letters of no old encoding: a word with one was typed in Unicode, whatever its font."""
_GAPS = later(r"(\s+)")


def in_unicode(layout: Layout) -> Layout:
    """The layout with the text of old fonts converted; the same when it has none."""
    dated = (p for p in layout.everything() if any(map(_may_be_old, p.looks)))
    if not any(encoding_of(run) for p in dated for run in p.runs):
        return layout
    return replace(
        layout,
        blocks=_blocks(layout.blocks),
        footnotes=tuple(replace(n, blocks=_blocks(n.blocks)) for n in layout.footnotes),
        endnotes=tuple(replace(n, blocks=_blocks(n.blocks)) for n in layout.endnotes),
    )


def encoding_of(run: Run) -> Encoding | None:
    """The encoding that the font of a run tells: ".VnTime", "VNI-Times"."""
    if not _may_be_old(run.look):
        return None
    return next((found for font in run.fonts if (found := _of_font(font))), None)


def _may_be_old(look: Look) -> bool:
    return bool(_of_font(look.font) or _of_font(look.font_accented))


@lru_cache(maxsize=256)
def _of_font(font: str) -> Encoding | None:
    name = font.lower()
    if name.startswith(".vn"):
        return "TCVN3"
    return "VNI" if name.startswith("vni-") else None


def _blocks(blocks: Sequence[Block]) -> tuple[Block, ...]:
    return tuple(_table(b) if isinstance(b, Table) else _paragraph(b) for b in blocks)


def _table(table: Table) -> Table:
    rows = (
        replace(row, cells=tuple(replace(c, blocks=_blocks(c.blocks)) for c in row.cells))
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _paragraph(paragraph: Paragraph) -> Paragraph:
    drawings = tuple(_drawing(one) for one in paragraph.drawings)
    runs = tuple(_runs(paragraph.runs))
    moved = _Moved(paragraph.runs, runs)
    notes = tuple(replace(mark, at=moved(mark.at)) for mark in paragraph.notes)
    return replace(paragraph, runs=runs, drawings=drawings, notes=notes)


def _drawing(drawing: Drawing) -> Drawing:
    return replace(drawing, blocks=_blocks(drawing.blocks)) if drawing.blocks else drawing


def _runs(runs: Sequence[Run]) -> Iterator[Run]:
    """Runs of one font are converted together: a letter may be cut off from its mark."""
    modern = _is_modern("".join(run.text for run in runs if encoding_of(run)))
    for (encoding, _look), group in groupby(runs, key=_likeness):
        same = list(group)
        if encoding is None or modern:
            yield from same
            continue
        text = _by_words("".join(run.text for run in same), encoding)
        if encoding == "TCVN3" and same[0].font.endswith("H"):
            text = text.upper()
        yield replace(same[0], text=text)


def _is_modern(text: str) -> bool:
    """Whether a line in old fonts was typed in Unicode: some letters are, no words are old."""
    rest = [word for word in text.split() if not _UNICODE.search(word)]
    return bool(_UNICODE.search(text)) and old_encoding(" ".join(rest)) is None


def _by_words(text: str, encoding: Encoding) -> str:
    """Each word converted by itself: that "105/SNV-VP" is in capitals tells nothing of "Sè:"."""
    words = _GAPS.split(text)
    return "".join(w if _UNICODE.search(w) else to_unicode(w, encoding) for w in words)


def _likeness(run: Run) -> tuple[Encoding | None, tuple[object, ...]]:
    encoding = encoding_of(run)
    look = run.look
    kind = (look.bold, look.italic, look.size, look.font) if encoding else (id(run),)
    return encoding, kind


class _Moved:
    """Where an offset of the old text is in the new one: as far into it in proportion."""

    def __init__(self, old: Sequence[Run], new: Sequence[Run]) -> None:
        self.old = sum(len(run.text) for run in old)
        self.new = sum(len(run.text) for run in new)

    def __call__(self, at: int) -> int:
        if self.old == self.new or not self.old:
            return at
        return min(self.new, round(at * self.new / self.old))
