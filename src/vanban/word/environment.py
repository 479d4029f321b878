"""The Jinja environment of templates: sandboxed, escaping, strict about names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import MAX_RANGE, ImmutableSandboxedEnvironment
from markupsafe import Markup

from vanban.messages import _
from vanban.word.ooxml import line_breaks
from vanban.word.plain_template import UnknownName

_LARGEST_POWER = 10


class Environment(ImmutableSandboxedEnvironment):
    """Values are data: never template code, never markup, unless the writer made it."""

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=finalize)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Multiply numbers only: a text times a number could fill the memory."""
        sizes = [x for x in (left, right) if isinstance(x, int | float) and abs(x) <= MAX_RANGE]
        if len(sizes) < 2 or (operator == "**" and right > _LARGEST_POWER):
            raise SecurityError(_("phép nhân hay lũy thừa quá lớn"))
        return super().call_binop(context, operator, left, right)

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
        return Markup(line_breaks(value))
    return value


class Unprintable(ValueError):
    """A tag that cannot be evaluated for some values; the argument says why."""


class JinjaPart:
    """A part of a template compiled by Jinja.

    Raises:
        Unprintable: the syntax of a tag is wrong; the message quotes its line.
    """

    def __init__(self, xml: str) -> None:
        try:
            self._template = Environment().from_string(xml)
        except TemplateSyntaxError as error:
            raise Unprintable(_quoted(xml, error)) from None

    def render(self, values: Mapping[str, Any]) -> str:
        """The part with the values put in.

        Raises:
            UnknownName: it asks for a name that nothing has.
            Unprintable: a tag cannot be evaluated.
        """
        try:
            return self._template.render(values)
        except TemplateError as error:
            asked = re.search(r"'([^']+)' is undefined|attribute '([^']+)'", str(error))
            if asked:
                raise UnknownName(asked[1] or asked[2]) from None
            raise Unprintable(explained(str(error))) from None
        except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
            raise Unprintable(explained(str(error))) from None


def _quoted(xml: str, error: TemplateSyntaxError) -> str:
    """Jinja counts lines and the XML has one: break it at paragraphs to find the tag."""
    broken = re.sub(r"<w:p([ >])", r"\n<w:p\1", xml)
    try:
        Environment().from_string(broken)
    except TemplateSyntaxError as found:
        error = found
    line = broken.split("\n")[error.lineno - 1]
    shown = re.sub("<[^>]+>|[\ue000-\uf8ff]", "", line)[:80]
    return _("«{text}»: {error}").format(text=shown, error=explained(str(error.message)))


def explained(words: str) -> str:
    """What Jinja says, in Vietnamese where people meet it often."""
    told = {
        "Unexpected end of template": _("thiếu thẻ đóng endif hoặc endfor"),
        "Encountered unknown tag": _("không có thẻ này, hoặc thiếu thẻ mở if, for"),
        "No filter named": _("không có bộ lọc này"),
        "no loader for this": _("mẫu không gọi được tệp khác (include, import, extends)"),
        "Range too big": _("vòng lặp quá dài"),
        "unexpected ": _("thẻ viết sai, hoặc thiếu dấu đóng }} hay %}"),
        "expected token": _("thẻ viết sai, hoặc thiếu dấu đóng }} hay %}"),
    }
    return next((told[start] for start in told if words.startswith(start)), words.rstrip("."))
