"""The content of an example, such as every engine gets it: fields, and lists of lines.

It is taken from the finished document, so that all print the very same words. What takes
part in a list (the lines of the body, the recipients) is a loop in a template; every other
line that a document has of its own is a field.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import vanban
from vanban.word import package

ROOT = Path(__file__).parents[1]
DOCUMENT = "word/document.xml"
PARAGRAPH = re.compile(r"<w:p>(?:(?!</w:p>).)*</w:p>")
_STYLE = re.compile(r'<w:pStyle w:val="VB(\w+)"/>')
_TEXT = re.compile(r"<w:t[^>]*>([^<]*)</w:t>|<w:(br)/>")
_FIXED = frozenset({"QuocHieu", "TieuNgu", "NoiNhan"})
"""Lines of the form itself, which a template has as they are."""
_HEADING = "TieuDe"
_BODY = frozenset({"NoiDung", "Gach", "Cong", "Diem", "TieuDeKhoan", "TieuDeDiem"})
_RECIPIENTS = frozenset({"DanhSachNhan"})


class Example(NamedTuple):
    """A document of ``examples/``, and which styles of it make a list, by the list's name."""

    name: str
    source: Path
    lists: tuple[tuple[str, frozenset[str]], ...]


class Line(NamedTuple):
    """A paragraph: its XML, its words, and where it belongs.

    Attributes:
        xml: the paragraph.
        text: its words, line breaks as newlines.
        place: the field or the list that it fills; empty for what is fixed.
        listed: whether that is a list.
        heading: whether it is a heading in a list.
    """

    xml: str
    text: str
    place: str
    listed: bool
    heading: bool


KL = Example(
    "KL",
    ROOT / "examples" / "ket-luan-giao-ban.yaml",
    (("dong", _BODY), ("nhan", _RECIPIENTS)),
)
GM = Example(
    "GM",
    ROOT / "examples" / "giay-to" / "giay-moi.yaml",
    (("moi", frozenset({"Gach"})), ("nhan", _RECIPIENTS)),
)
EXAMPLES = (KL, GM)


@cache
def finished(example: Example) -> Mapping[str, bytes]:
    """The parts of the finished document."""
    return package.read(vanban.render(vanban.load(example.source, use_profile=False)))


@cache
def lines(example: Example) -> tuple[Line, ...]:
    """The paragraphs of the finished document."""
    found = PARAGRAPH.findall(finished(example)[DOCUMENT].decode())
    return tuple(_line(example, xml, number) for number, xml in enumerate(found))


def values(example: Example) -> dict[str, object]:
    """What an engine is given: a text for each field, records for each list."""
    given: dict[str, object] = {name: [] for name, _styles in example.lists}
    for line in lines(example):
        records = given.get(line.place)
        if isinstance(records, list):
            records.append({"chu": line.text, "dam": line.heading, "thuong": not line.heading})
        elif line.place:
            given[line.place] = line.text
    return given


def words(xml: str) -> str:
    """All words of a document or a paragraph, in their order."""
    return "".join(html.unescape(text) or "\n" for text, _break in _TEXT.findall(xml))


def _line(example: Example, xml: str, number: int) -> Line:
    text = words(xml)
    named = _STYLE.search(xml)
    style = named[1] if named else ""
    listed = next((name for name, styles in example.lists if style in styles), "")
    field = f"{style}{number}" if text and style not in _FIXED else ""
    return Line(xml, text, listed or field, bool(listed), style.startswith(_HEADING))
