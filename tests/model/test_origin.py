"""From the parts of a document to places in its source."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vanban.location import Place
from vanban.model.origin import Note, Origin, Segment, Span, of_kind


def span(text: str, indent: int = 2, first_line: int = 5) -> Span:
    """The span of a block of text whose lines are indented in the source."""
    segments, at, offset = [], 0, 100
    for number, line in enumerate(text.split("\n")):
        segments.append(Segment(at, first_line + number, indent + 1, offset + indent))
        at += len(line) + 1
        offset += indent + len(line) + 1
    return Span("a.yaml", tuple(segments))


def test_an_offset_is_found_on_its_line() -> None:
    found = span("Một\nHai ba")
    assert found.place() == Place("a.yaml", 5, 3)
    assert found.place(4) == Place("a.yaml", 6, 3)
    assert found.place(8) == Place("a.yaml", 6, 7)


def test_offsets_in_the_source_skip_the_indent() -> None:
    found = span("Một\nHai")
    assert [found.source_offset(n) for n in (0, 2, 4, 6)] == [102, 104, 108, 110]


def test_what_is_not_exact_has_no_offset_and_the_place_of_its_line() -> None:
    found = Span("a.yaml", (Segment(0, 5, 3, 102),), exact=False)
    assert found.source_offset(2) is None
    assert found.place(2) == Place("a.yaml", 5, 3)


@given(st.lists(st.text("abc", max_size=6), min_size=1, max_size=5), st.data())
def test_a_shifted_span_names_the_same_places(lines: list[str], data: st.DataObject) -> None:
    text = "\n".join(lines)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    whole, part = span(text), span(text).shifted(start, end)
    for offset in range(end - start):
        assert part.place(offset) == whole.place(start + offset)
        assert part.source_offset(offset) == whole.source_offset(start + offset)


@given(st.text("ab\n", min_size=2, max_size=20), st.data())
def test_an_assembled_span_names_the_place_of_each_stretch(text: str, data: st.DataObject) -> None:
    middle = data.draw(st.integers(1, len(text) - 1))
    whole = span(text)
    swapped = whole.assembled([(0, middle, len(text) - middle), (len(text) - middle, 0, middle)])
    for offset in range(len(text)):
        assert swapped.place(offset) == whole.place((offset + middle) % len(text))


def test_a_path_without_a_place_has_that_of_what_is_around_it() -> None:
    origin = Origin("a.yaml", "", {(): span("x"), ("ky",): span("y", first_line=9)})
    assert origin.place(("ky", 0, "ho_ten"), 3) == Place("a.yaml", 9, 3)
    assert origin.place(("so",)) == Place("a.yaml", 5, 3)


def test_a_document_without_a_file_has_no_places() -> None:
    assert Origin().place(("so",)) is None
    assert Origin("a.yaml").place(("so",)) == Place("a.yaml")


def test_notes_are_told_by_their_kind() -> None:
    notes = tuple(Note(kind, Place("a.yaml")) for kind in ("nfd", "nbsp", "nfd"))
    assert [note.kind for note in of_kind(notes, "nfd", "noi-dong")] == ["nfd", "nfd"]
