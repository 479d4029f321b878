"""Footnotes and endnotes in the order of the text; comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from vanban.layout.marks import NoteKind
from vanban.layout.notes import Comment, Footnote
from vanban.layout.table import joined
from vanban.word.elements import attribute, w
from vanban.word.reader.story import Story

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def notes(
    root: Element | None, kind: NoteKind, numbers: Mapping[str, int], story: Story
) -> Iterator[Footnote]:
    """The notes that the text refers to, by number; those that are missing are left out.

    Args:
        root: of the notes part; None when the file has none.
        kind: which notes they are.
        numbers: their numbers by id; a note may refer to others, which are added.
        story: reads that part.
    """
    found = {} if root is None else _by_id(root, kind)
    for note_id in list(numbers):
        if note_id in found:
            index, element = found[note_id]
            number = numbers[note_id]
            yield Footnote(number, story.blocks(element, (index,), (number,)), kind)


def comments(root: Element | None, story: Story) -> Iterator[Comment]:
    """All comments of a file."""
    for index, element in enumerate(() if root is None else root):
        if element.tag == w("comment"):
            yield Comment(
                id=attribute(element, "id") or "",
                author=attribute(element, "author"),
                date=attribute(element, "date"),
                text=joined(story.blocks(element, (index,), (index,))),
            )


def _by_id(root: Element, kind: str) -> dict[str, tuple[int, Element]]:
    return {
        attribute(element, "id") or "": (index, element)
        for index, element in enumerate(root)
        if element.tag == w(kind)
    }
