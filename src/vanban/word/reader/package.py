"""From the parts of a package to its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.errors import SourceError
from vanban.layout import section
from vanban.layout.document import Footnote, Layout
from vanban.layout.marks import NoteKind
from vanban.word.elements import child
from vanban.word.reader import facts, refusals
from vanban.word.reader.archive import Archive
from vanban.word.reader.effective import plain_base
from vanban.word.reader.notes import comments, notes
from vanban.word.reader.reading import refuse_length, resolving
from vanban.word.reader.relations import main_part, related, relations
from vanban.word.reader.sections import sections
from vanban.word.reader.story import Story
from vanban.word.reader.theme import theme_fonts

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


class PackageReader:
    """Reads a package part by part.

    Args:
        data: the bytes of the file.

    Raises:
        SourceError: it is no Word document.
    """

    def __init__(self, data: bytes) -> None:
        self._archive = Archive(data)
        main = main_part(self._archive)
        if main is None:
            raise self._other()
        self._main = main
        self._relations = relations(self._archive, self._main)
        self._stories: dict[str, section.Story] = {"": section.NO_STORY}

    def layout(self) -> Layout:
        """All that is observed.

        Raises:
            SourceError: a part is broken, refused or too large.
        """
        root = self._archive.root(self._main)
        body = child(root, "body")
        if body is None:
            raise self._other()
        refuse_length(root)
        settings = self._related("settings")
        fonts = theme_fonts(self._related("theme"), child(settings, "themeFontLang"))
        self._reading = resolving(self._related("styles"), self._related("numbering"), fonts)
        story = self._story(self._main)
        blocks = story.blocks(body, (root.index(body),))
        found = sections(story.ends, self._header)
        return Layout(
            blocks=blocks,
            sections=found,
            footnotes=self._notes("footnote"),
            endnotes=self._notes("endnote"),
            comments=tuple(
                comments(self._related("comments"), self._story(self._part("comments")))
            ),
            controls=tuple(self._reading.controls),
            settings=facts.settings(settings, self._archive, self._archive.strict),
            properties=facts.properties(self._archive),
            main_part=self._main,
            language=self._reading.effective.look(plain_base(None)).language,
            unread=tuple(story.unread),
        )

    def _other(self) -> SourceError:
        """What is read instead of a Word document."""
        kind = self._archive.read("mimetype") if "mimetype" in self._archive else b""
        return refusals.other_package(self._archive.names, kind[:200].decode("latin-1"))

    def _notes(self, kind: NoteKind) -> tuple[Footnote, ...]:
        part = self._part(f"{kind}s")
        numbers = self._reading.notes[kind]
        return tuple(notes(self._root(part), kind, numbers, self._story(part)))

    def _part(self, kind: str) -> str:
        """The name of the part of a kind; "" when there is none."""
        return related(self._archive, self._main, self._relations, kind) or ""

    def _related(self, kind: str) -> Element | None:
        return self._root(self._part(kind))

    def _root(self, part: str) -> Element | None:
        return self._archive.root(part) if part in self._archive else None

    def _story(self, part: str) -> Story:
        if part and part not in self._reading.relations:
            self._reading.relations[part] = relations(self._archive, part)
        return Story(part, self._reading)

    def _header(self, relation_id: str) -> section.Story:
        relation = self._relations.get(relation_id)
        part = "" if relation is None or relation.outside else relation.target
        if part not in self._stories:
            root = self._root(part)
            blocks = () if root is None else self._story(part).blocks(root)
            self._stories[part] = section.Story(blocks, part)
        return self._stories[part]
