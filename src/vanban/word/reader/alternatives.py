"""mc:AlternateContent: the one branch of it that Word shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ALTERNATE, _CHOICE, FALLBACK = (
    f"{{http://schemas.openxmlformats.org/markup-compatibility/2006}}{name}"
    for name in ("AlternateContent", "Choice", "Fallback")
)
_KNOWN = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15", "wp15", "w16", "a14", "v", "w"})


def branch(element: Element) -> tuple[int, Element] | None:
    """The branch to read and its index: the first choice that is understood, else the fallback.

    None when there is neither.
    """
    for index, choice in enumerate(element):
        if choice.tag == _CHOICE and _understood(choice.get("Requires", "")):
            return index, choice
        if choice.tag == FALLBACK:
            return index, choice
    return None


def _understood(prefixes: str) -> bool:
    return all(p in _KNOWN or p.startswith("w16") for p in prefixes.split())
