"""The Jinja environment of templates: sandboxed, escaping, strict about names."""

from __future__ import annotations

from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from vanban.word.ooxml import text

_BEGIN, _END = '<w:t xml:space="preserve">', "</w:t>"


class Environment(ImmutableSandboxedEnvironment):
    """Values are data: never template code, never markup, unless the writer made it."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=finalize)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Look in records first: nearly everything in a context is one."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)


def finalize(value: Any) -> Any:
    """What a tag prints: nothing for None, line breaks and tabs as Word elements."""
    if value is None:
        return ""
    if type(value) is str and not value.isprintable():
        return Markup(text(value).removeprefix(_BEGIN).removesuffix(_END))
    return value
