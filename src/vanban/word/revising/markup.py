"""The elements of a part with the bytes that they stand in, and changes spliced into these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from vanban.word.ooxml import W

_STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_OPENING = re.compile(rb"""<(?:[^>"']|"[^"]*"|'[^']*')*>""")
_QNAME = re.compile(rb"<([^\s/>]+)")
_ENCODING = re.compile(rb"""(<\?xml[^>]*?encoding\s*=\s*)(["'])([\w.-]+)\2""")


class Node:
    """An element: its name, where it begins and ends in the bytes, what it holds.

    Attributes:
        name: "p" for an element of WordprocessingML; else its namespace, a blank, its name.
        start, end: of the whole element.
        close: where its closing tag begins; ``start`` when it has none (``<w:b/>``).
        children: its child elements, as `vanban.word.reader.find` counts them.
        parent: None for the root.
    """

    __slots__ = ("children", "close", "end", "name", "parent", "start")

    def __init__(self, name: str, start: int, parent: Node | None) -> None:
        self.name, self.start, self.parent = name, start, parent
        self.close = self.end = start
        self.children: list[Node] = []

    def child(self, name: str) -> Node | None:
        """The first child of a name; None when there is none."""
        return next((node for node in self.children if node.name == name), None)

    def within(self) -> Iterator[Node]:
        """It and all that it holds, in order."""
        yield self
        for node in self.children:
            yield from node.within()


class Markup:
    """A part that is changed in some places.

    Args:
        data: the bytes of a part that `vanban.word.elements.parse` accepts.

    Attributes:
        data: the same in UTF-8.
        root: its root.
        uri: the namespace of WordprocessingML in it, which the strict standard has changed.
    """

    def __init__(self, data: bytes) -> None:
        self.data = _in_utf8(data)
        self.uri = _STRICT_W if _STRICT_W.encode() in self.data[:4096] else W
        self.root = _tree(self.data)
        self._splices: list[tuple[int, int, int, bytes]] = []

    def find(self, path: tuple[int, ...]) -> Node:
        """The element of a path.

        Raises:
            IndexError: there is none.
        """
        node = self.root
        for index in path:
            node = node.children[index]
        return node

    def way(self, path: tuple[int, ...]) -> list[Node]:
        """The elements on the way to a path, the root first."""
        nodes = [self.root]
        for index in path:
            nodes.append(nodes[-1].children[index])
        return nodes

    def raw(self, node: Node) -> str:
        """An element as it is written."""
        return self.data[node.start : node.end].decode()

    def inside(self, node: Node) -> int:
        """Where the opening tag of an element ends."""
        found = _OPENING.match(self.data, node.start)
        assert found is not None  # expat has read it
        return found.end()

    def opening(self, node: Node) -> str:
        """The opening tag of an element, never one that closes itself."""
        tag = self.data[node.start : self.inside(node)].decode()
        return f"{tag[:-2].rstrip()}>" if tag.endswith("/>") else tag

    def qname(self, node: Node) -> str:
        """The name of an element with the prefix that it is written with."""
        found = _QNAME.match(self.data, node.start)
        assert found is not None
        return found[1].decode()

    def insert(self, at: int, text: str) -> None:
        """Put something in; what is put in at one place stands in the order of the calls."""
        self.replace(at, at, text)

    def replace(self, start: int, end: int, text: str) -> None:
        """Put something in the place of some bytes; no two such places may overlap."""
        self._splices.append((start, end, len(self._splices), text.encode()))

    def fill(self, node: Node, text: str) -> None:
        """Put something at the beginning of an element, which may close itself."""
        inside = self.inside(node)
        if node.close == node.start:
            self.replace(node.start, inside, f"{self.opening(node)}{text}</{self.qname(node)}>")
        else:
            self.insert(inside, text)

    def written(self) -> bytes:
        """The bytes with all changes."""
        out: list[bytes] = []
        at = 0
        for start, end, _order, text in sorted(self._splices):
            out += (self.data[at:start], text)
            at = end
        return b"".join((*out, self.data[at:]))


def _tree(data: bytes) -> Node:
    parser = expat.ParserCreate(namespace_separator=" ")
    top = Node("", 0, None)
    at = [top]

    def begin(name: str, _attributes: Any) -> None:
        uri, _blank, local = name.rpartition(" ")
        node = Node(local if uri in (W, _STRICT_W) else name, parser.CurrentByteIndex, at[-1])
        at[-1].children.append(node)
        at.append(node)

    def finish(_name: str) -> None:
        node = at.pop()
        index = parser.CurrentByteIndex
        if data[index - 2 : index] == b"/>" and _closes_itself(data, node, index):
            node.close, node.end = node.start, index
            return
        found = _OPENING.match(data, index)
        assert found is not None  # a closing tag
        node.close, node.end = index, found.end()

    parser.StartElementHandler, parser.EndElementHandler = begin, finish
    parser.Parse(data, True)
    top.children[0].parent = None
    return top.children[0]


def _closes_itself(data: bytes, node: Node, index: int) -> bool:
    """Whether the opening tag of an element ends at an index, and so does the element."""
    found = None if node.children else _OPENING.match(data, node.start)
    return found is not None and found.end() == index


def _in_utf8(data: bytes) -> bytes:
    """A part in UTF-8, whichever encoding it has."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16").encode()
        return _ENCODING.sub(rb"\1\2UTF-8\2", data, count=1)
    told = _ENCODING.match(data)
    name = told[3].decode().lower() if told else "utf-8"
    if name in ("utf-8", "utf8", "us-ascii", "ascii"):
        return data
    return _ENCODING.sub(rb"\1\2UTF-8\2", data.decode(name).encode(), count=1)
