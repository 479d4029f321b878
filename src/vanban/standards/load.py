"""Loading a standard from its folder, each file when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from vanban import resources
from vanban.errors import StandardError
from vanban.location import Place
from vanban.messages import _
from vanban.model.levels import Level
from vanban.standards import forms, schema
from vanban.standards.schema import Component, Form, Numbering, Page, Style
from vanban.standards.yaml_data import Entry, load

_K = TypeVar("_K", bound=str)
_V = TypeVar("_V")


class Entries(dict[_K, _V]):
    """The entries of a data file; asking for one that it lacks is a fault of the file."""

    def __init__(self, path: Path, entries: Mapping[_K, _V]) -> None:
        super().__init__(entries)
        self.path = path

    def __missing__(self, name: _K) -> _V:
        raise StandardError.at(_("Thiếu mục «{name}».").format(name=name), Place(str(self.path)))


class Standard:
    """A standard: a folder of data files. Reading any of them may raise StandardError.

    A standard that is made upon another (``dua_tren`` in its standard.yaml: the name of a folder
    beside it, or of one that comes with vanban) needs only the entries that differ.

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
        base = self.base
        if base is None:
            return Entry(load(path), path, "")
        own = load(path) if path.exists() else {}
        return Entry({**base._root(file).data, **own}, path, "")

    @cached_property
    def _about(self) -> Entry:
        path = self.folder / "standard.yaml"
        entry = Entry(load(path), path, "")
        known = ("ten", "trich_yeu", "hieu_luc_tu", "can_cu", "dua_tren")
        entry.only(*known, "tru_quy_tac", "tru_truong")
        return entry

    @cached_property
    def base(self) -> Standard | None:
        """The standard that it is made upon; None for most."""
        name = self._about.text("dua_tren", "")
        if not name:
            return None
        beside = self.folder.parent / name
        found = beside if beside.is_dir() else resources.standards() / name
        if found == self.folder or not found.is_dir():
            raise self._about.fault(_("không có tiêu chuẩn «{name}»").format(name=name))
        return Standard(found)

    @property
    def ten(self) -> str:
        """Its name, such as "Nghị định 30/2020/NĐ-CP"."""
        return self._about.text("ten")

    @cached_property
    def foreign_rules(self) -> tuple[str, ...]:
        """Beginnings of the ids of rules that do not judge its documents (``tru_quy_tac``)."""
        inherited = self.base.foreign_rules if self.base else ()
        return (*inherited, *self._about.texts("tru_quy_tac"))

    @cached_property
    def foreign_fields(self) -> Mapping[str, frozenset[str]]:
        """Fields of its documents that a rule does not judge, by id (``tru_truong``)."""
        found = dict(self.base.foreign_fields) if self.base else {}
        if "tru_truong" in self._about.data:
            own = self._about.entry("tru_truong")
            found |= {rule: frozenset(own.texts(rule)) for rule in own.data}
        return found

    @cached_property
    def page(self) -> Page:
        """Paper, margins, indents."""
        return schema.page(self._root("page.yaml"))

    @cached_property
    def styles(self) -> Mapping[str, Style]:
        """The look of each component, by slug."""
        root = self._root("styles.yaml")
        return Entries(root.path, {k: schema.style(k, e) for k, e in root.entries().items()})

    @cached_property
    def wording(self) -> Mapping[str, str]:
        """The words that the standard prints, by slug."""
        root = self._root("wording.yaml")
        return Entries(root.path, {k: schema.wording(e) for k, e in root.entries().items()})

    @cached_property
    def numbering(self) -> Mapping[Level, Numbering]:
        """The styles of each level of a body."""
        root = self._root("numbering.yaml")
        known = {k: schema.numbering(k, e, self.styles) for k, e in root.entries().items()}
        return Entries(root.path, {Level(k): found for k, found in known.items()})

    @cached_property
    def components(self) -> Mapping[str, Component]:
        """The components of thể thức, by slug."""
        root = self._root("components.yaml")
        return Entries(root.path, {k: schema.component(k, e) for k, e in root.entries().items()})

    @cached_property
    def skeleton(self) -> Mapping[str, str]:
        """Lines of `vanban new` by component; empty without a skeleton.yaml, which few need."""
        inherited = self.base.skeleton if self.base else {}
        path = self.folder / "skeleton.yaml"
        if not path.exists():
            return inherited
        entry = Entry(load(path), path, "")
        return {**inherited, **{component: entry.text(component) for component in entry.data}}

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """The printed forms, by slug."""
        root = self._root("forms.yaml")
        known = {
            k: forms.form(k, e, self.components, self.styles) for k, e in root.entries().items()
        }
        return Entries(root.path, known)
