"""Modules that are loaded when something of them is first asked for.

Libraries import what few programs use: ``inspect`` alone, which click imports, brings eight
modules and takes as long as thirty of ours. (`importlib.util.LazyLoader` will not do: before
Python 3.12 an ``import`` elsewhere loads what it has put off.)
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any


class _Later(ModuleType):
    """Becomes like the module of its name once it is asked for anything."""

    def __getattr__(self, name: str) -> Any:
        module = loaded(self.__name__)
        vars(self).update(vars(module))
        return getattr(module, name)


def delay(name: str, *meanwhile: Callable[..., Any]) -> None:
    """Put a module off until something of it is used; one that is loaded stays.

    Args:
        name: the module.
        meanwhile: functions that answer for those of the same name, as long as it is put off.
    """
    if name not in sys.modules:
        sys.modules[name] = module = _Later(name)
        vars(module).update({function.__name__: function for function in meanwhile})


def loaded(name: str) -> ModuleType:
    """A module itself, even if it was put off."""
    if isinstance(sys.modules.get(name), _Later):
        del sys.modules[name]
    return import_module(name)
