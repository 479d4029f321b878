"""The text of a template paragraph by paragraph, and the tags in it as they were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from vanban.layout.paragraph import Paragraph
from vanban.patterns import later
from vanban.word.elements import parse, w
from vanban.word.reader.alternatives import FALLBACK
from vanban.word.reader.effective import Effective
from vanban.word.reader.reading import Reading, reading
from vanban.word.reader.story import Story
from vanban.word.template import DOCUMENT, may_have_tags

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BLOCK = "_doan"
"""The filter that stands for the p of ``{{p x }}`` in a source."""

_P = w("p")
_OF_CELLS = frozenset({"colspan", "cellbg"})
_TEXTS = (w("t"), w("delText"), w("instrText"))
_TAG = later(r"\{#(?s:.*?)#\}|\{\{(?:(?!\{\{|\{%|\}\}).)*\}\}|\{%(?:(?!\{\{|\{%|%\}).)*%\}")
_INSIDE = later(r"(\{[{%])-?(?:(p|r|tr|tc) )?(.*?)-?[%}]\}")
_QUOTES = str.maketrans("“”‘’", "\"\"''")


class Line(Struct, frozen=True):
    """A paragraph of a part.

    Attributes:
        text: all its text on one line, deleted text and field codes too: tags run there as well.
        paragraph: what shows of it and how; None where the part has no paragraphs.
        container: what it stands in; equal numbers are one body, cell or box.
    """

    text: str
    paragraph: Paragraph | None = None
    container: int = 0

    @property
    def words(self) -> str:
        """What is left of the text without its tags."""
        return _TAG.sub("", self.text).strip()


class Tag(Struct, frozen=True):
    """A tag: ``typed`` as it stands, ``opening`` "{{" or "{%", the letter ``prefix`` of docxtpl.

    ``line`` counts the paragraphs of the part from 1. ``body`` is the inside, the typographic
    quotes made plain as docxtpl does; that of a comment is empty.
    """

    line: int
    typed: str
    opening: str
    prefix: str
    body: str

    @property
    def word(self) -> str:
        """The first word of a statement (if, for, endif); empty for a value."""
        return self.body.split()[0] if self.opening == "{%" and self.body.split() else ""


class TaggedStory(Struct, frozen=True):
    """A part that may have tags: its name in the package, its paragraphs, its tags."""

    part: str
    lines: tuple[Line, ...]
    tags: tuple[Tag, ...]


class Fault(Struct, frozen=True):
    """A fault at a paragraph (from 1): its message; ``near`` is the name that was meant."""

    line: int
    message: str
    unknown: bool = True
    near: str = ""


def stories(parts: Mapping[str, bytes]) -> tuple[TaggedStory, ...]:
    """The parts of a template that tags may stand in, the main text first."""
    shared = reading(parts)
    names = sorted((name for name in parts if may_have_tags(name)), key=lambda n: n != DOCUMENT)
    return tuple(_story(name, parse(name, parts[name]), shared) for name in names)


def style_look(parts: Mapping[str, bytes]) -> Effective:
    """The styles of a package."""
    return reading(parts).effective


def _story(part: str, root: Element, shared: Reading) -> TaggedStory:
    if part.startswith("docProps/"):
        lines: tuple[Line, ...] = (Line(_one_line("".join(root.itertext()))),)
    else:
        story = Story(part, shared)
        containers: dict[Element | None, int] = {}
        lines = tuple(
            Line(
                _text(element),
                story.paragraph(element),
                containers.setdefault(element.getparent(), len(containers)),
            )
            for element in root.iter(_P)
            if next(element.iterancestors(FALLBACK), None) is None
        )
    return TaggedStory(part, lines, tuple(_tags(lines)))


def _text(paragraph: Element) -> str:
    """The text and the attributes with tags; what a box in the paragraph holds is its own."""
    found = ""
    for element in paragraph.iter():
        if element is paragraph or next(element.iterancestors(_P)) is not paragraph:
            continue
        if element.tag in _TEXTS:
            found += element.text or ""
        found += "".join(str(v) for v in element.attrib.values() if "{{" in v or "{%" in v)
    return _one_line(found)


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _tags(lines: tuple[Line, ...]) -> Iterator[Tag]:
    whole = "\n".join(line.text for line in lines)
    for found in _TAG.finditer(whole):
        line = whole.count("\n", 0, found.start()) + 1
        inside = _INSIDE.fullmatch(found[0])
        if inside:
            opening, prefix, body = inside.groups()
            yield Tag(line, found[0], opening, prefix or "", body.strip().translate(_QUOTES))
        else:
            yield Tag(line, found[0], "{#", "", "")


def unclosed(line: Line) -> str:
    """What looks like a tag outside of all tags; empty when nothing does."""
    found = re.search(r"\{\{|\{%|\{#|\}\}|%\}", line.words)
    return line.words[max(0, found.start() - 30 * (found[0][1] == "}")) :] if found else ""


def source(story: TaggedStory) -> str:
    """The tags alone as a Jinja template, those of a paragraph on its line."""
    out, line = "", 1
    for tag in story.tags:
        out += "\n" * (tag.line - line) + _tag(tag)
        line = tag.line + tag.typed.count("\n")
    return out


def _tag(tag: Tag) -> str:
    if tag.opening == "{{":
        return f"{{{{ ({tag.body})|{BLOCK} }}}}" if tag.prefix == "p" else f"{{{{ {tag.body} }}}}"
    if tag.word in _OF_CELLS:
        return f"{{{{ {tag.body.removeprefix(tag.word)} }}}}"
    if tag.opening == "{#" or tag.word in {"vm", "hm"}:
        return "\n" * tag.typed.count("\n")
    return f"{{% {tag.body} %}}"
