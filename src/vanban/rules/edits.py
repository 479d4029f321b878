"""Edits of the source that mend a finding, where every character can be found in it."""

from __future__ import annotations

from vanban.findings import Edit, Fix
from vanban.model.origin import Origin, Path


def replacing(
    origin: Origin, path: Path, start: int, end: int, right: str, *, safe: bool = True
) -> Fix | None:
    """The fix that puts a text for the characters ``start`` to ``end`` of a text.

    Args:
        origin: where the document stands.
        path: the text; offsets count in it as it stands in the model.
        start, end: the characters to be replaced; equal ones insert.
        right: what is put there.
        safe: whether the wording stays what it is.

    Returns:
        None where the source spells the text in another way (folded, escaped, marked in the
        middle), or stands in another file than the document.
    """
    edit = edit_of(origin, path, start, end, right)
    return Fix((edit,), safe) if edit else None


def edit_of(origin: Origin, path: Path, start: int, end: int, right: str) -> Edit | None:
    """The edit behind `replacing`, for fixes that need several."""
    span = origin.spans.get(path)
    if span is None or origin.source is None or span.path != origin.path:
        return None
    begin = span.source_offset(start)
    last = span.source_offset(end - 1) if end > start else None
    if begin is None:
        return None
    stop = begin if last is None else last + 1
    return Edit(begin, stop, right) if stop - begin == end - start else None
