"""How high lines and empty paragraphs are on the page."""

from __future__ import annotations

from vanban.layout.paragraph import Paragraph

SINGLE = 1.15
"""A single line of Times New Roman is so many times its size high."""


def height(paragraph: Paragraph) -> float:
    """Points that an empty paragraph takes."""
    shape = paragraph.shape
    spaces: float = shape.before.pt + shape.after.pt
    if shape.lines is not None:
        return spaces + shape.lines * SINGLE * paragraph.mark.size
    return spaces + (shape.line.pt if shape.line else 0.0)


def line(paragraph: Paragraph) -> float:
    """Points of a single line in the size of its text."""
    return SINGLE * (paragraph.size or 14.0)
