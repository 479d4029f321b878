"""A plugin under test: what one distribution contributes, and nothing of any other."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from msgspec import Struct

from vanban.errors import PluginError
from vanban.messages import _
from vanban.plugins import Contributions, Registry, build, scan
from vanban.plugins.installed import load
from vanban.rules.base import Rule


class Plugin(Struct, frozen=True, dict=True):
    """What is to be tested.

    Attributes:
        name: the name of the distribution.
        origin: name and version, as contributions carry it.
        modules: the modules that its entry points name.
        registry: the core and this plugin.
    """

    name: str
    origin: str
    modules: tuple[str, ...]
    registry: Registry

    def own(self, known: Contributions[Any]) -> list[str]:
        """The names that it contributes of a kind."""
        return [name for name in known if self.origin in known.origins(name)]

    @property
    def types(self) -> list[str]:
        """The slugs of its document types."""
        return self.own(self.registry.types)

    @property
    def rules(self) -> list[Rule]:
        """Its rules."""
        return [rule for rule in self.registry.rules if rule.origin == self.origin]

    @property
    def folders(self) -> list[Path]:
        """The folders of its packages; the files of modules that are none."""
        found = []
        for name in self.modules:
            module = import_module(name.partition(".")[0])
            file = Path(module.__file__ or "")
            found.append(file.parent if file.name == "__init__.py" else file)
        return found


def find(name: str) -> Plugin:
    """The plugin of an installed distribution.

    Raises:
        PluginError: it is not installed, or is no plugin of vanban.
    """
    try:
        found = scan.of(distribution(name))
    except PackageNotFoundError:
        raise PluginError.at(
            _("Chưa cài gói «{name}».").format(name=name),
            advice=_("Trong thư mục của gói: pip install -e ."),
        ) from None
    if not found.points:
        raise PluginError.at(
            _("Gói «{name}» không khai báo phần mở rộng nào.").format(name=name),
            advice=_("Thêm [project.entry-points.vanban] vào pyproject.toml rồi cài lại."),
        )
    registry = build([(found.origin, partial(load, found, point)) for point in found.points])
    modules = tuple(point.partition(":")[0].strip() for point in found.points)
    return Plugin(found.name, found.origin, modules, registry)
