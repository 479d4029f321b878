"""Fixes of lists in the source: one item taken away, the items in another order."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.findings import Edit, Fix
from vanban.patterns import later
from vanban.rules import edits
from vanban.rules.base import Subject

_BEFORE = later(r"\s*(?:-\s+)?[\"']?$")
_AFTER = later(r"[\"']?\s*$")


def dropped(subject: Subject, field: str, index: int) -> Fix | None:
    """The fix that takes an item out of a list; None unless it has a line for itself.

    The only item of a list stays: an empty list would be another document.
    """
    items: Sequence[str] = getattr(subject.doc, field)
    whole = edits.edit_of(subject.origin, (field, index), 0, len(items[index]), "")
    source = subject.origin.source
    if whole is None or source is None or len(items) < 2:
        return None
    begin = source.rfind("\n", 0, whole.start) + 1
    end = source.find("\n", whole.end)
    if not _BEFORE.fullmatch(source, begin, whole.start) or not _AFTER.fullmatch(
        source, whole.end, end if end >= 0 else len(source)
    ):
        return None
    return Fix((Edit(begin, end + 1 if end >= 0 else len(source), ""),), safe=False)


def reordered(subject: Subject, field: str, order: Sequence[int]) -> Fix | None:
    """The fix that puts the items of a list in another order; None where it cannot be made.

    Args:
        subject: the document.
        field: the name of the list.
        order: the indices of its items in the order wanted.
    """
    items: Sequence[str] = getattr(subject.doc, field)
    made: list[Edit] = []
    for index, wanted in enumerate(order):
        if index != wanted:
            edit = edits.edit_of(
                subject.origin, (field, index), 0, len(items[index]), items[wanted]
            )
            if edit is None:
                return None
            made.append(edit)
    return Fix(tuple(made), safe=False) if made and _alike(subject, made) else None


def _alike(subject: Subject, made: Sequence[Edit]) -> bool:
    """Whether the items stand in the same quotation marks, so that each may take another's."""
    source = subject.origin.source or ""
    marks = {source[edit.start - 1 : edit.start] in ('"', "'") for edit in made}
    return len(marks) == 1
