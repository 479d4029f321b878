"""Elements of WordprocessingML as text, with the prefix that holds where they are put."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from vanban.word.revising.markup import Markup, Node

Value = str | int | None
_ATTRIBUTE = re.compile(r"""([^\s=]+)\s*=\s*("[^"]*"|'[^']*')""")


class Names:
    """How elements are written beside or in a certain one.

    Args:
        markup: the part.
        node: an element of WordprocessingML in it.
    """

    def __init__(self, markup: Markup, node: Node) -> None:
        self.prefix = markup.qname(node).rpartition(":")[0]
        self._declared = ""
        if not self.prefix:  # the default namespace, which attributes do not follow
            self.prefix, self._declared = "w", f' xmlns:w="{markup.uri}"'

    def element(self, name: str, inner: str = "", **attributes: Value) -> str:
        """An element; an attribute of None is left out, ``inner`` is markup."""
        told = {f"{self.prefix}:{key}": str(v) for key, v in attributes.items() if v is not None}
        return self.written(f"{self.prefix}:{name}", told, inner)

    def written(self, qname: str, attributes: Mapping[str, str], inner: str = "") -> str:
        """An element with its whole name and whole names of attributes."""
        told = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
        head = f"<{qname}{self._declared}{told}"
        return f"{head}>{inner}</{qname}>" if inner else f"{head}/>"

    def changed(self, name: str, old: str | None, changes: Mapping[str, Value]) -> str:
        """An element like an old one with some attributes changed.

        Args:
            name: of the element.
            old: it as it is written; None when there is none yet.
            changes: new values of attributes of WordprocessingML; None takes one away.
        """
        told = attributes(old) if old else {}
        prefix = self.prefix
        if old:
            prefix = old[1:].partition(name)[0].rstrip(":") or prefix
        for key, value in changes.items():
            whole = f"{prefix}:{key}"
            if value is None:
                told.pop(whole, None)
            else:
                told[whole] = str(value)
        return self.written(f"{prefix}:{name}", told)


def attributes(tag: str) -> dict[str, str]:
    """The attributes of an element as it is written, by their whole names.

    >>> attributes('<w:ind w:left="0" w:hanging="360"/>')
    {'w:left': '0', 'w:hanging': '360'}
    """
    head = tag[: tag.find(">") + 1]
    return {name: _plain(value[1:-1]) for name, value in _ATTRIBUTE.findall(head)}


def _plain(value: str) -> str:
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'")):
        value = value.replace(entity, letter)
    return value.replace("&amp;", "&")


def words(names: Names, text: str) -> str:
    """The inside of a run that says something."""
    tag = f"{names.prefix}:t"
    return names.written(tag, {"xml:space": "preserve"}, escape(text)) if text else ""


def put(markup: Markup, node: Node, changes: Mapping[str, str]) -> None:
    """Give an element other attributes, by their whole names; what it holds stays."""
    told = {**attributes(markup.opening(node)), **changes}
    text = Names(markup, node).written(markup.qname(node), told)
    closed = node.close == node.start
    markup.replace(node.start, markup.inside(node), text if closed else f"{text[:-2]}>")
