"""What a change of formatting, or a comment, must leave as it was: every word of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from vanban.findings import Format
from vanban.layout.document import Layout, Paragraph
from vanban.layout.symbol_fonts import is_symbolic


def wording(layout: Layout) -> tuple[Any, ...]:
    """All that a file says, by its parts: texts, numbers of lists, what is hidden, notes."""
    said = [_said(paragraph) for paragraph in layout.everything() if not _only_numbers(paragraph)]
    return (*said, tuple((note.kind, note.number) for note in layout.footnotes), layout.title)


def _only_numbers(paragraph: Paragraph) -> bool:
    """Whether a paragraph beside the body says nothing, or only the number of its page."""
    beside = paragraph.part.rpartition("/")[2].startswith(("header", "footer"))
    return beside and not paragraph.drawings and all(r.field == "PAGE" for r in paragraph.runs)


def _said(paragraph: Paragraph) -> tuple[Any, ...]:
    number = paragraph.number
    return (
        paragraph.part,
        paragraph.place,
        paragraph.text,
        tuple(_joined(paragraph)),
        tuple(_pictures(paragraph)),
        number.text if number else None,
        tuple((field.kind, field.instruction) for field in paragraph.fields),
        tuple((mark.kind, mark.number, mark.at) for mark in paragraph.notes),
        tuple(drawing.kind for drawing in paragraph.drawings),
        paragraph.bookmarks,
    )


def _pictures(paragraph: Paragraph) -> Iterator[tuple[int, str, str]]:
    """The letters that a font shows as pictures: in another font they would say something else."""
    at = 0
    for run in paragraph.runs:
        if is_symbolic(run):
            for offset, letter in enumerate(run.text, at):
                if not letter.isspace():
                    yield offset, letter, "".join(run.fonts).lower()
        at += len(run.text)


def _joined(paragraph: Paragraph) -> list[tuple[str | None, bool, str]]:
    """The texts that do not show, runs of one kind as one."""
    found: list[tuple[str | None, bool, str]] = []
    for run in paragraph.unseen:
        kind = run.change, run.look.hidden
        if found and found[-1][:2] == kind:
            found[-1] = (*kind, found[-1][2] + run.text)
        else:
            found.append((*kind, run.text))
    return found


def untouched(before: Layout, after: Layout, formats: Iterable[Format] = ()) -> bool:
    """Whether all paragraphs look as they did but those that some changes are about."""
    changed = {(one.part, one.path) for one in formats if one.of in ("text", "paragraph")}
    was = [
        p for p in before.everything() if (p.part, p.path) not in changed and not _only_numbers(p)
    ]
    now = {(p.part, p.place): p for p in after.everything()}
    return all(_looks(p) == _looks(now.get((p.part, p.place))) for p in was)


def _looks(paragraph: Paragraph | None) -> tuple[Any, ...] | None:
    """How a paragraph looks, runs of one look as one."""
    if paragraph is None:
        return None
    found: list[tuple[Any, ...]] = []
    for run in paragraph.runs:
        kind = run.look, run.change, run.field, run.link
        if found and found[-1][:-1] == kind:
            found[-1] = (*kind, found[-1][-1] + run.text)
        else:
            found.append((*kind, run.text))
    return paragraph.shape, paragraph.mark, tuple(found)
