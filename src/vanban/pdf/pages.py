"""What a PDF tells of itself: the pages of its headings, the fonts in it, its language."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_OBJECT = re.compile(rb"(\d+) 0 obj(.*?)endobj", re.DOTALL)
_ENTRY = re.compile(rb"/Title<(?P<title>[0-9A-F]+)>\s*/Dest\[(?P<page>\d+) 0 R")
_REFERENCE = re.compile(rb"(\d+) 0 R")
_FONT = re.compile(rb"/FontName\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()]+)")
_LANGUAGE = re.compile(rb"/Lang\s*\(([\w-]+)\)")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_FIRST = re.compile(rb"/First (\d+)")
_STREAM = re.compile(rb"stream\r?\n(.*)endstream", re.DOTALL)


def headings(pdf: bytes) -> list[tuple[str, int]]:
    """The entries of the PDF's outline, in order: the words of a heading and its page (1-based).

    LibreOffice lists every paragraph with an outline level there, also the deepest.
    """
    objects = _objects(pdf)
    pages = {number: index for index, number in enumerate(_page_order(objects), 1)}
    found = []
    for body in objects.values():
        entry = _ENTRY.search(body)
        if entry and int(entry["page"]) in pages:
            words = bytes.fromhex(entry["title"].decode()).decode("utf-16", "replace")
            found.append((words, pages[int(entry["page"])]))
    return found


def fonts(pdf: bytes) -> tuple[str, ...]:
    """The fonts that lie in a PDF, each once, by name ("LiberationSerif-Bold")."""
    names = {name for body in _objects(pdf).values() for name in _FONT.findall(body)}
    return tuple(sorted(name.decode("latin-1") for name in names))


def language(pdf: bytes) -> str | None:
    """The language that a PDF says it is in, such as "vi-VN"; None when it says none."""
    found = (_LANGUAGE.search(body) for body in _objects(pdf).values() if b"/Catalog" in body)
    return next((match[1].decode("latin-1") for match in found if match), None)


def _objects(pdf: bytes) -> dict[int, bytes]:
    """The objects of a PDF by number, also those that newer writers pack into streams."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    for body in tuple(objects.values()):
        if _PACKED.search(body):
            objects.update(_unpacked(body))
    return objects


def _unpacked(body: bytes) -> Iterator[tuple[int, bytes]]:
    """The objects in an object stream: pairs of number and offset, then the objects."""
    first, stream = _FIRST.search(body), _STREAM.search(body)
    if not first or not stream:
        return
    try:
        data = zlib.decompressobj().decompress(stream[1])
        numbers = [int(number) for number in data[: int(first[1])].split()]
    except (ValueError, zlib.error):  # packed in another way: nothing is known of it
        return
    starts = [int(first[1]) + offset for offset in numbers[1::2]]
    for number, start, end in zip(numbers[::2], starts, [*starts[1:], len(data)], strict=True):
        yield number, data[start:end]


def _page_order(objects: dict[int, bytes]) -> list[int]:
    """The numbers of the page objects, in reading order."""
    tree = next((body for body in objects.values() if b"/Type/Pages" in body), b"")
    kids = re.search(rb"/Kids\[(.*?)\]", tree, re.DOTALL)
    return [int(number) for number in _REFERENCE.findall(kids[1])] if kids else []
