"""A whole layout: its parts one after another, then what holds for all of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from vanban.layout.document import Layout
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Doubt, Part, Piece, Recognized
from vanban.word.recognize import margins, nature, parts
from vanban.word.recognize.names import Names, TypeName, shipped
from vanban.word.recognize.part import PartReader
from vanban.word.recognize.spans import Blocks, spans


def recognize(layout: Layout, types: Iterable[TypeName] | None = None) -> Recognized:
    """What the paragraphs of a file are.

    Args:
        layout: what the reader observed.
        types: the types of documents to know; None takes those that come with vanban.
    """
    names = Names(shipped() if types is None else types)
    blocks = Blocks(layout.blocks)
    doubts: list[Doubt] = []

    def note(paragraph: Paragraph, reason: str) -> None:
        doubts.append(Doubt(paragraph, reason))

    found = [
        PartReader(layout, blocks, bounds, index, names, note).read()
        for index, bounds in enumerate(parts.find(layout, blocks, names))
    ]
    found = _typed(found, names)
    main = found[0]
    attached = any(part.kind == "kem-theo" for part in found)
    candidates = nature.types_of(main, names, attached)
    date = nature.date_of(main)
    loai = candidates[0].slug if candidates else None
    main = replace(main, loai=loai)
    kind, reason = nature.nature_of(main, date)
    return Recognized(
        layout,
        (main, *found[1:]),
        kind,
        reason,
        loai,
        tuple(one.slug for one in candidates),
        date,
        tuple(margins.pieces(layout)),
        tuple(_notes(layout)),
        tuple(sorted(doubts, key=lambda doubt: doubt.paragraph.index)),
    )


def _typed(found: Sequence[Part], names: Names) -> list[Part]:
    """The parts, each with the slug of its type where its title names just one."""
    out = []
    for part in found:
        kinds = nature.types_of(part, names, False) if part.kind != "phu-luc" else []
        out.append(replace(part, loai=kinds[0].slug if kinds else None))
    return out


def _notes(layout: Layout) -> Iterable[Piece]:
    for note in (*layout.footnotes, *layout.endnotes):
        for index, block in enumerate(note.blocks):
            for span in spans(block, index):
                if span.text:
                    yield span.piece("cuoc_chu")
