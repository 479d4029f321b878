"""Comments and changes all over rendered documents: every word stays, the files stay valid."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from random import Random

import pytest

from vanban.findings import Format
from vanban.layout.document import Layout
from vanban.location import Spot
from vanban.word.reader import read
from vanban.word.revising.comments import Note, commented
from vanban.word.revising.formatting import formatted
from vanban.word.revising.proof import untouched, wording

NAMES = ["ket-luan-giao-ban", "bao-cao", "ke-hoach"]


def stretches(layout: Layout, random: Random) -> Iterator[tuple[Spot, str]]:
    """Two places in each paragraph, which may be empty, and their words."""
    for paragraph in layout.everything():
        text = paragraph.text
        for _time in range(2):
            start, end = sorted(random.choices(range(len(text) + 1), k=2))
            spot = Spot(paragraph.part, paragraph.path, paragraph.index + 1, start, end)
            yield spot, text[start:end]


@pytest.mark.parametrize("name", NAMES)
def test_comments_may_stand_anywhere(
    render: Callable[..., bytes], name: str, when: datetime, faults: Callable[..., object]
) -> None:
    data = render(name)
    layout = read(data)
    notes = [Note((w or "?",), spot, w) for spot, w in stretches(layout, Random(name))]
    made = commented(data, notes, when)

    assert not faults({"a": made})
    assert wording(read(made)) == wording(layout)
    assert untouched(layout, read(made))
    assert len(read(made).comments) == len(notes)
    marked = [identity for p in read(made).paragraphs() for identity in p.comments]
    assert len(marked) == len(set(marked)) == len(notes)


@pytest.mark.parametrize("name", NAMES)
def test_any_stretch_may_change_its_look_silently_or_tracked(
    render: Callable[..., bytes], name: str, when: datetime, faults: Callable[..., object]
) -> None:
    data = render(name)
    layout = read(data)
    random = Random(name)
    formats = [
        Format("text", s.part, s.path, random.choice(["bold", "italic"]), True, s.start, s.end)
        for s, words in stretches(layout, random)
        if words
    ]
    formats += [Format("paragraph", p.part, p.path, "after", 76_200) for p in layout.everything()]
    made, tracked = formatted(data, formats), formatted(data, formats, when)

    assert not faults({"made": made, "tracked": tracked})
    assert wording(layout) == wording(read(made)) == wording(read(tracked))
    assert untouched(read(made), read(tracked))
    changed = {(p.part, p.place): p for p in read(made).everything()}
    for paragraph in layout.everything():
        assert changed[paragraph.part, paragraph.place].shape.after == 76_200
