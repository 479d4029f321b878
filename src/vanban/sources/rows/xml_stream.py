"""XML read piece by piece, of which only the texts of cells are kept; small files whole."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO
from xml.etree.ElementTree import Element, TreeBuilder, XMLParser
from xml.parsers import expat

CHUNK = 1 << 16
MOST_LETTERS = 1_000_000
"""A cell holds at most so many characters (Excel allows 32,767)."""


class Harmful(ValueError):
    """A text of a size that no cell has, or a declaration of entities."""


class Texts:
    """Gathers the text inside ``v`` and ``t``, but not the phonetic text of East Asian cells.

    Attributes:
        texts: what was found since `clear`.
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._length = 0
        self._open = False
        self._phonetic = False
        self._local: dict[str, str] = {}

    def clear(self) -> None:
        """Begin a new text."""
        self.texts, self._length = [], 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        local = self._local.get(name) or self._without_prefix(name)
        if local in ("v", "t"):
            self._open = not self._phonetic
        elif local == "rPh":
            self._phonetic = True
        else:
            self.began(local, attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        local = self._local[name]
        if local in ("v", "t"):
            self._open = False
        elif local == "rPh":
            self._phonetic = False
        else:
            self.ended(local)

    def characters(self, text: str) -> None:
        """A piece of text."""
        if self._open:
            self.texts.append(text)
            self._length += len(text)
            if self._length > MOST_LETTERS:
                raise Harmful

    def began(self, name: str, attributes: dict[str, str]) -> None:
        """Another element than those of texts begins; ``name`` has no prefix."""

    def ended(self, name: str) -> None:
        """Another element than those of texts ends."""

    def _without_prefix(self, name: str) -> str:
        local = self._local[name] = name.rpartition(":")[2]
        return local


def feed(stream: IO[bytes], texts: Texts) -> Iterator[None]:
    """Give a handler what is in a stream, one piece a step.

    Raises:
        expat.ExpatError: it is no XML.
        Harmful: it was made to fill the memory.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = texts.start
    parser.EndElementHandler = texts.end
    parser.CharacterDataHandler = texts.characters
    parser.StartDoctypeDeclHandler = _refuse
    while chunk := stream.read(CHUNK):
        parser.Parse(chunk, False)
        yield
    parser.Parse(b"", True)
    yield


def _refuse(*_declaration: object) -> None:
    raise Harmful


def whole(stream: IO[bytes]) -> Element:
    """A small file as a tree.

    Raises:
        ParseError: it is no XML.
        Harmful: it declares entities, or what else only harm needs.
    """
    parser = XMLParser(target=_Tree())
    while chunk := stream.read(CHUNK):
        parser.feed(chunk)
    root: Element = parser.close()
    return root


class _Tree(TreeBuilder):
    """Builds a tree, but of no file with declarations."""

    def doctype(self, *_declaration: object) -> None:
        """A document type is declared; this comes before anything that it declares."""
        raise Harmful
