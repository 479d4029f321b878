"""Lists in a body: the line that an item or a line of a list stands under."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.model.blocks import Body, DeMuc, Doan
from vanban.model.inlines import plain
from vanban.model.outline import outline
from vanban.model.walk import bodies
from vanban.rules.base import Subject
from vanban.rules.views.text import HEADING, PROSE, Passage


def around(subject: Subject, passage: Passage) -> Iterator[DeMuc]:
    """The open items around a line of a body, the outermost first; none for a cell or a field."""
    body, index = _place(subject, passage)
    entries = outline(body)
    last = next((at for at in range(index, -1, -1) if at in entries), None)
    if last is not None:
        yield from (entries[at].item for at in entries[last].parents)
        if last != index:
            yield entries[last].item


def lead(subject: Subject, passage: Passage) -> DeMuc | Doan | None:
    """The item around a line, or the paragraph with a colon that its list follows.

    Args:
        subject: the document.
        passage: the line; of a table or a field it has none.
    """
    body, index = _place(subject, passage)
    entry = outline(body).get(index)
    for position in range(index - 1, -1, -1):
        block = body[position]
        if isinstance(block, Doan) and plain(block.chu).rstrip().endswith(":"):
            return block
        if isinstance(block, DeMuc) and (entry is None or position in entry.parents):
            return block
    return None


def _place(subject: Subject, passage: Passage) -> tuple[Body, int]:
    """The body that a line is in and its position there; an empty one for a cell or a field."""
    if passage.where not in (PROSE, HEADING):
        return (), 0
    *before, index, _part = passage.path
    body = next((body for path, body in bodies(subject.doc) if path == tuple(before)), ())
    return (body, index) if isinstance(index, int) else ((), 0)
