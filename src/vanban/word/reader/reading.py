"""What all stories of one file share while it is read."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING

from vanban.layout.facts import Control
from vanban.layout.marks import NoteKind
from vanban.messages import _
from vanban.word.elements import attribute, child, parse, toggle, value, w
from vanban.word.reader import refusals
from vanban.word.reader.effective import Effective
from vanban.word.reader.numbering import Numbering
from vanban.word.reader.relations import Relation
from vanban.word.reader.styles import Styles
from vanban.word.reader.theme import theme_fonts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MOST_PARAGRAPHS = 60_000
"""About 1,800 pages."""
DEEPEST = 250
"""Elements may lie in each other at most so deep; Word's own files stay under 60."""

Path = tuple[int, ...]


class Reading:
    """What all stories of one file share: resolved styles, counted lists and notes.

    Attributes:
        effective: resolves formatting.
        numbering: counts lists.
        notes: the numbers of notes by kind and id, in the order of references.
        controls: the content controls that were met.
        relations: ways out of each part that is read, by id.
    """

    def __init__(self, effective: Effective, numbering: Numbering) -> None:
        self.effective = effective
        self.numbering = numbering
        self.notes: dict[NoteKind, dict[str, int]] = {"footnote": {}, "endnote": {}}
        self.controls: list[Control] = []
        self.relations: dict[str, Mapping[str, Relation]] = {}
        self._paragraphs = 0

    def one_more(self, path: Path) -> None:
        """Counts a paragraph.

        Raises:
            SourceError: there are too many, or it lies too deep.
        """
        self._paragraphs += 1
        if self._paragraphs > MOST_PARAGRAPHS:
            raise refusals.harmful(_("quá nhiều đoạn văn"))
        check_depth(path)

    def note(self, kind: NoteKind, note_id: str) -> int:
        """The number of a note, a new one for one that is met for the first time."""
        known = self.notes[kind]
        return known.setdefault(note_id, len(known) + 1)

    def target(self, part: str, relation_id: str | None) -> str | None:
        """Where a relationship of a part leads; None when the part has none of that id."""
        found = self.relations.get(part, {}).get(relation_id or "")
        return found.target if found else None

    def control(self, element: Element, part: str, path: Path) -> None:
        """Remembers a content control."""
        properties = child(element, "sdtPr")
        self.controls.append(
            Control(
                kind=_kind(properties),
                title=value(properties, "alias"),
                tag=value(properties, "tag"),
                placeholder=bool(toggle(properties, "showingPlcHdr")),
                locked=(value(properties, "lock") or "").lower().endswith("contentlocked"),
                part=part,
                path=path,
            )
        )


def reading(parts: Mapping[str, bytes]) -> Reading:
    """What the stories of a template share: its parts are read already, and have usual names."""

    def root(name: str) -> Element | None:
        part = f"word/{name}.xml"
        return parse(part, parts[part]) if part in parts else None

    languages = child(root("settings"), "themeFontLang")
    return resolving(
        root("styles"), root("numbering"), theme_fonts(root("theme/theme1"), languages)
    )


def resolving(styles: Element | None, lists: Element | None, fonts: Mapping[str, str]) -> Reading:
    """What the stories of a file share: its styles, its lists and the fonts of its theme."""
    numbering = Numbering(lists, fonts)
    return Reading(Effective(Styles(styles, fonts, numbering), numbering), numbering)


def refuse_length(root: Element) -> None:
    """Refuses a part with too many paragraphs before any work is done on it.

    Raises:
        SourceError: it has too many.
    """
    if sum(1 for _p in islice(root.iter(w("p")), MOST_PARAGRAPHS + 1)) > MOST_PARAGRAPHS:
        raise refusals.harmful(_("quá nhiều đoạn văn"))


def check_depth(path: Path) -> None:
    """Refuses what lies deeper than any real document.

    Raises:
        SourceError: it does.
    """
    if len(path) > DEEPEST:
        raise refusals.too_deep()


_KINDS = {
    "text": "text", "date": "date", "dropDownList": "list", "comboBox": "list",
    "checkbox": "checkbox", "picture": "picture", "group": "group", "docPartObj": "parts",
    "docPartList": "parts", "equation": "equation", "citation": "citation",
    "bibliography": "bibliography", "repeatingSection": "repeat",
}  # fmt: skip


def _kind(properties: Element | None) -> str:
    for element in () if properties is None else properties:
        name = str(element.tag).rpartition("}")[2]
        if name in _KINDS:
            return _KINDS[name]
    return "rich"


def id_of(element: Element) -> str:
    """The ``w:id`` of an element; "" when it has none."""
    return attribute(element, "id") or ""


SDT, SDT_CONTENT = w("sdt"), w("sdtContent")
