"""Patterns: a source with ``{{ cột }}`` that is read once and filled in for each row of a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path

from msgspec.structs import replace

from vanban import plugins
from vanban.api.reading import Reading, decoded
from vanban.errors import SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.model.fields import CORE, Content, Field
from vanban.plugins import Registry
from vanban.sources import pattern
from vanban.sources import read as sources
from vanban.sources.nodes import Scalar
from vanban.viet.text import fold


class Pattern:
    """A source of which each row of a table makes a document.

    Attributes:
        path: the file.
        tree: what it says, its profile merged in.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        profile: str | Path | None = None,
        use_profile: bool = True,
        fields: Iterable[str] = (),
        data: bytes | None = None,
        registry: Registry | None = None,
    ) -> None:
        """Read a pattern; arguments as for `vanban.read`.

        Raises:
            SourceError: it cannot be read, or a brace of a placeholder is missing.
        """
        self.path = str(path)
        self._known = registry or plugins.registry()
        self.tree = sources.read(
            self.path,
            self._known.reader,
            profile_file=Path(profile) if profile else None,
            use_profile=use_profile,
            fields=fields,
            data=data,
        )
        pattern.refuse_stray_braces(self.tree.node)

    @cached_property
    def placeholders(self) -> tuple[str, ...]:
        """The names of the columns that it asks for, as it spells them."""
        return tuple(pattern.placeholders(self.tree.node))

    @cached_property
    def inside(self) -> frozenset[str]:
        """The folded names of those that stand inside a longer text."""
        return pattern.inside(self.tree.node)

    @cached_property
    def days(self) -> frozenset[str]:
        """The folded names of those that alone fill a date."""
        return pattern.days(self.tree.node, self.fields)

    def place(self, name: str) -> Place:
        """Where a placeholder stands first."""
        return pattern.placeholders(self.tree.node)[name].place

    @cached_property
    def loai(self) -> str:
        """The slug of its type.

        Raises:
            SourceError: it has none, or leaves it to the table.
        """
        found = self.value("loai")
        if found is None or "{{" in found.value:
            raise SourceError.at(
                _("Mẫu phải ghi rõ «loai»: mọi dòng của bảng cùng một loại văn bản."),
                found.place if found else Place(self.path),
                _("Ghi ví dụ loai: quyet-dinh; xem các loại bằng lệnh vanban types."),
            )
        return found.value.strip()

    def value(self, name: str) -> Scalar | None:
        """What it says in a field; None when that is nothing, or no text.

        Args:
            name: the names that lead to it: "so", "ky.ho_ten", "ky.2.ho_ten".
        """
        return pattern.at(self.tree.node, tuple(map(fold, name.split("."))))

    def text(self, name: str, values: Mapping[str, str]) -> str:
        """What a document has in a field, its placeholders filled in; see `value`."""
        found = self.value(name)
        made = pattern.filled(found, values, {}) if found else None
        return made.value.strip() if isinstance(made, Scalar) else ""

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields that its documents may have."""
        return (*CORE, *self._known.document_type(self.loai).truong)

    @cached_property
    def _bodies(self) -> frozenset[str]:
        own = (field.ten for field in self.fields if isinstance(field.kind, Content))
        return pattern.BODIES.union(own)

    def fill(
        self, values: Mapping[str, str], fields: Mapping[tuple[str, ...], str] | None = None
    ) -> Reading:
        """The document of one row.

        Args:
            values: the texts of placeholders by their folded names.
            fields: texts to put into fields, by the names that lead to them.

        Raises:
            SourceError: the document cannot be understood.
        """
        node = pattern.filled(self.tree.node, values, fields or {}, self._bodies)
        return decoded(replace(self.tree, node=node), self._known)
