"""Loading a standard from its folder, each file when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from vanban.model.levels import Level
from vanban.standards import schema
from vanban.standards.schema import Component, Form, Numbering, Page, Style
from vanban.standards.yaml_data import Entry, load


class Standard:
    """A standard: a folder of data files. Reading any of them may raise StandardError.

    >>> from vanban import resources
    >>> nd30 = Standard(resources.standards() / "nd30")
    >>> nd30.styles["noi_nhan"].bo["14"].pt, nd30.wording["cuoi"]
    (12.0, './.')
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.slug = folder.name

    def _root(self, file: str) -> Entry:
        path = self.folder / file
        return Entry(load(path), path, "")

    @cached_property
    def ten(self) -> str:
        """Its name, such as "Nghị định 30/2020/NĐ-CP"."""
        return self._root("standard.yaml").text("ten")

    @cached_property
    def page(self) -> Page:
        """Paper, margins, indents."""
        return schema.page(self._root("page.yaml"))

    @cached_property
    def styles(self) -> Mapping[str, Style]:
        """The look of each component, by slug."""
        entries = self._root("styles.yaml").entries()
        return {slug: schema.style(slug, entry) for slug, entry in entries.items()}

    @cached_property
    def wording(self) -> Mapping[str, str]:
        """The words that the standard prints, by slug."""
        entries = self._root("wording.yaml").entries()
        for entry in entries.values():
            schema.basis(entry)
        return {slug: entry.text("chu") for slug, entry in entries.items()}

    @cached_property
    def numbering(self) -> Mapping[Level, Numbering]:
        """The styles of each level of a body."""
        entries = self._root("numbering.yaml").entries()
        return {Level(k): schema.numbering(e, self.styles) for k, e in entries.items()}

    @cached_property
    def components(self) -> Mapping[str, Component]:
        """The components of thể thức, by slug."""
        entries = self._root("components.yaml").entries()
        return {slug: schema.component(slug, entry) for slug, entry in entries.items()}

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """The printed forms, by slug."""
        entries = self._root("forms.yaml").entries()
        return {slug: schema.form(slug, e, self.components) for slug, e in entries.items()}
