"""Who implements a hook: the core, and plugins; only where there is one is pluggy loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from vanban import bundled
from vanban.plugins.contributions import BUILT_IN

if TYPE_CHECKING:
    import pluggy


class Hooks:
    """The implementations of all hooks."""

    def __init__(self) -> None:
        self._plugins: pluggy.PluginManager | None = None

    def register(self, plugin: Any, origin: str) -> None:
        """Add those of a plugin.

        Raises:
            TypeError: it has none.
            pluggy.PluginValidationError: it has one of a hook that does not exist.
        """
        manager = self._plugins = self._plugins or _manager()
        count = len(manager.get_plugins())  # a distribution may declare several plugins
        manager.register(plugin, f"{origin}#{count}")
        try:
            manager.check_pending()
            if not manager.get_hookcallers(plugin):
                raise TypeError(f"no @hookimpl in {plugin!r}")
        except Exception:
            if manager.is_registered(plugin):
                manager.unregister(plugin)
            raise

    def implementations(self, hook: str) -> Iterator[tuple[str, Callable[[], Any]]]:
        """Each with whose it is, the core's last."""
        if self._plugins:
            for plugged in reversed(getattr(self._plugins.hook, hook).get_hookimpls()):
                yield plugged.plugin_name.partition("#")[0], plugged.function
        yield BUILT_IN, getattr(bundled, hook)


def _manager() -> pluggy.PluginManager:
    import pluggy

    from vanban import hookspecs

    manager = pluggy.PluginManager(hookspecs.NAME)
    manager.add_hookspecs(hookspecs)
    return manager
