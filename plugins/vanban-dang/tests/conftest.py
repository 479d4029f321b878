"""What is printed of the examples, and how it looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from vanban import read, render
from vanban.testing.docx import parts, text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FOLDER = Path(__file__).parents[1] / "examples"


def _rendered(name: str, fields: tuple[str, ...]) -> bytes:
    return render(read(FOLDER / f"{name}.yaml", fields=fields))


@pytest.fixture
def printed() -> Callable[..., str]:
    """Gives the words of an example, some of its fields set anew ("so=5")."""
    return lambda name, *fields: text(_rendered(name, fields))


@pytest.fixture
def part() -> Callable[..., ElementTree.Element]:
    """Gives the root of a part of an example, of its main text when none is named."""

    def found(name: str, part: str = "word/document.xml") -> ElementTree.Element:
        return ElementTree.fromstring(parts(_rendered(name, ()))[part])

    return found


@pytest.fixture
def looks() -> Callable[..., dict[str, str]]:
    """Gives the style of the first paragraph of an example that begins with some words.

    Its marks ("b", "i", "u", "sz", "jc") with their values, and the attributes of its spacing.
    """

    def found(name: str, words: str, *fields: str) -> dict[str, str]:
        data = parts(_rendered(name, fields))
        shown = dict(reversed([*_paragraphs(data["word/document.xml"])]))
        style = next(style for line, style in reversed(shown.items()) if line.startswith(words))
        sheet = ElementTree.fromstring(data["word/styles.xml"])
        known = sheet.find(f"{W}style[@{W}styleId='{style}']")
        assert known is not None
        marks = {mark.tag.removeprefix(W): mark.get(f"{W}val", "có") for mark in known.iter()}
        spacing = known.find(f"{W}pPr/{W}spacing")
        assert spacing is not None
        return marks | {key.removeprefix(W): value for key, value in spacing.attrib.items()}

    return found


def _paragraphs(document: bytes) -> Iterator[tuple[str, str]]:
    """The words and the style of each paragraph."""
    for paragraph in ElementTree.fromstring(document).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        words = "".join(word.text or "" for word in paragraph.iter(f"{W}t"))
        yield words, "" if style is None else style.get(f"{W}val", "")
