"""The template of each engine: the finished document with that engine's own tags for its words.

So do people make one: they take a document as it should look and put tags where its words are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from content import DOCUMENT, Example, Line, finished, lines
from vanban.word import package

_NOTE = re.compile(r"<w:r>(?:(?!</w:r>).)*<w:footnoteReference(?:(?!</w:r>).)*</w:r>")
_RUN = re.compile(r"<w:r>.*</w:r>")

Loop = Callable[[str, str, str], str]
"""Makes a loop of the name of a list and of two paragraphs: of a heading, of a line."""


class Tags(NamedTuple):
    """How an engine wants its tags.

    Attributes:
        field: makes the content of a paragraph of the name of a field.
        item: the content of a paragraph in a loop.
        loop: makes a loop.
    """

    field: Callable[[str], str]
    item: str
    loop: Loop


def write(example: Example, tags: Tags, path: Path) -> Path:
    """Write the template of an example."""
    parts = dict(finished(example))
    xml = _NOTE.sub("", parts[DOCUMENT].decode())
    for found, tagged in _replaced(lines(example), tags):
        before, found_xml, after = xml.partition(found)
        assert found_xml, "the paragraphs stand in their order"
        xml = before + tagged + after
    parts[DOCUMENT] = xml.encode()
    path.write_bytes(package.write(package.deflate(name, data) for name, data in parts.items()))
    return path


def text(words: str) -> str:
    """A run of some words."""
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(words: str) -> str:
    """A paragraph of a tag alone."""
    return f"<w:p>{text(words)}</w:p>"


def _replaced(all_lines: Sequence[Line], tags: Tags) -> Iterable[tuple[str, str]]:
    """XML of the document, and the XML that takes its place."""
    for (place, listed), group in groupby(all_lines, lambda line: (line.place, line.listed)):
        members = [line._replace(xml=_NOTE.sub("", line.xml)) for line in group]
        if listed:
            text_line = next(line for line in members if not line.heading)
            heading = next((line for line in members if line.heading), text_line)
            loop = tags.loop(place, _with(heading, tags.item), _with(text_line, tags.item))
            yield "".join(line.xml for line in members), loop
        elif place:
            yield members[0].xml, _with(members[0], tags.field(place))


def _with(line: Line, content: str) -> str:
    """The paragraph of a line with another content."""
    return _RUN.sub(lambda _found: content, line.xml)


def _paired(begin: str, end: str, heading: tuple[str, str], line: tuple[str, str]) -> Loop:
    """A loop of paragraphs of tags, which have the name of the list at ``%``."""

    def loop(name: str, heading_xml: str, line_xml: str) -> str:
        if heading_xml == line_xml:
            inner = line_xml
        else:
            inner = "".join((
                paragraph(heading[0]), heading_xml, paragraph(heading[1]),
                paragraph(line[0]), line_xml, paragraph(line[1]),
            ))  # fmt: skip
        return paragraph(begin.replace("%", name)) + inner + paragraph(end.replace("%", name))

    return loop


def _jinja_loop(name: str, heading: str, line: str) -> str:
    inner = line
    if heading != line:
        inner = (
            paragraph("{%p if x.dam %}") + heading + paragraph("{%p else %}")
            + line + paragraph("{%p endif %}")
        )  # fmt: skip
    return paragraph(f"{{%p for x in {name} %}}") + inner + paragraph("{%p endfor %}")


def _merge_field(name: str) -> str:
    return f'<w:fldSimple w:instr=" MERGEFIELD {name} ">{text(f"«{name}»")}</w:fldSimple>'


def _rows(name: str, _heading: str, line: str) -> str:
    """A table of one column: mail merge repeats rows, not paragraphs, and all alike."""
    field = line.replace("MERGEFIELD chu", f"MERGEFIELD {name}_chu")
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>'
        '<w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr>'
        f'<w:tcW w:w="9000" w:type="dxa"/></w:tcPr>{field}</w:tc></w:tr></w:tbl>{paragraph("")}'
    )


def _carbone_loop(name: str, _heading: str, line: str) -> str:
    """The line of a record and that of the next one; a condition would leave empty paragraphs."""
    return "".join(line.replace("{chu}", f"{{d.{name}[{at}].chu}}") for at in ("i", "i+1"))


_BRACES = _paired("{#%}", "{/%}", ("{#dam}", "{/dam}"), ("{#thuong}", "{/thuong}"))

TAGS = {
    "docxtpl": Tags(lambda name: text(f"{{{{ {name} }}}}"), text("{{ x.chu }}"), _jinja_loop),
    "docx-mailmerge2": Tags(_merge_field, _merge_field("chu"), _rows),
    "docxtemplater": Tags(lambda name: text(f"{{{name}}}"), text("{chu}"), _BRACES),
    "easy-template-x": Tags(lambda name: text(f"{{{name}}}"), text("{chu}"), _BRACES),
    "carbone": Tags(lambda name: text(f"{{d.{name}:convCRLF}}"), text("{chu}"), _carbone_loop),
}
