"""Comparing Word files part by part, and reading their words, without a word processor."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_AROUND = 60


def parts(data: bytes) -> dict[str, bytes]:
    """The parts of a .docx by their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def differences(one: bytes, other: bytes) -> list[str]:
    """What differs between two .docx files, a line for each part; none when they are equal.

    XML is compared in its canonical form: the order of attributes, prefixes and the way in
    which the zip was packed do not count.
    """
    first, second = parts(one), parts(other)
    lines = [f"{name}: only in the first" for name in first if name not in second]
    lines += [f"{name}: only in the second" for name in second if name not in first]
    for name in sorted(first.keys() & second.keys()):
        a, b = (_canonical(name, found[name]) for found in (first, second))
        if a != b:
            lines.append(f"{name}: {_first_difference(a, b)}")
    return lines


def text(data: bytes) -> str:
    """The words of the main text of a .docx, a line for each paragraph."""
    root = ElementTree.fromstring(parts(data)["word/document.xml"])
    return "\n".join("".join(_words(paragraph)) for paragraph in root.iter(f"{_W}p"))


def _words(paragraph: ElementTree.Element) -> Iterator[str]:
    shown = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n"}
    for element in paragraph.iter():
        if element.tag == f"{_W}t":
            yield element.text or ""
        elif element.tag in shown:
            yield shown[element.tag]


def _canonical(name: str, content: bytes) -> str:
    if name.endswith((".xml", ".rels")):
        return ElementTree.canonicalize(content.decode("utf-8-sig"))
    return content.hex()


def _first_difference(one: str, other: str) -> str:
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        at = min(len(one), len(other))
    start = max(at - _AROUND // 2, 0)
    return f"…{one[start : at + _AROUND]!r} ≠ …{other[start : at + _AROUND]!r}"
