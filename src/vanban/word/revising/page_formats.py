"""The pages of a section as properties: from "top" and EMU to w:pgMar."""

from __future__ import annotations

from collections.abc import Mapping

from vanban.units import Length
from vanban.word.revising.names import Names
from vanban.word.revising.names import Value as Told
from vanban.word.revising.properties import Properties
from vanban.word.revising.text_formats import Value, switch

_SIZE = {"width": "w", "height": "h"}
_MARGINS = ("top", "right", "bottom", "left", "header", "footer", "gutter")
_USUAL: Mapping[str, int] = {
    "top": 1134, "right": 851, "bottom": 1134, "left": 1701, "header": 720, "footer": 720,
    "gutter": 0,
}  # fmt: skip
"""What Word wants to be said of margins and a file does not say, in twips."""


def pages(names: Names, old: Properties, wanted: Mapping[str, Value]) -> dict[str, str]:
    """The children of a w:sectPr that give its pages their form.

    Args:
        names: how elements are written there.
        old: the properties that it has.
        wanted: values by the names of `vanban.layout.Section`; lengths in EMU.

    Raises:
        KeyError: a property that cannot be set.
    """
    found: dict[str, str] = {}
    changes: dict[str, dict[str, Told]] = {}
    for name, value in wanted.items():
        if name == "title_page":
            found["titlePg"] = switch(names, "titlePg", value)
        else:
            element, attribute = _PLACES[name]
            number = value if isinstance(value, str) else _number(name, value)
            changes.setdefault(element, {})[attribute] = number
    for element, told in changes.items():
        found[element] = names.changed(element, old.get(element), _whole(element, told, old))
    return found


def _number(name: str, value: Value) -> int | None:
    if value is None:
        return None
    return int(value) if name == "page_start" else Length(int(value)).twips


def _whole(element: str, told: Mapping[str, Told], old: Properties) -> Mapping[str, Told]:
    """Margins that a file does not say yet have to be said all."""
    if element == "pgMar" and old.get("pgMar") is None:
        return {**_USUAL, **told}
    return told


_PLACES: Mapping[str, tuple[str, str]] = {
    **{name: ("pgSz", attribute) for name, attribute in _SIZE.items()},
    **{name: ("pgMar", name) for name in _MARGINS},
    "orientation": ("pgSz", "orient"),
    "page_start": ("pgNumType", "start"),
    "page_format": ("pgNumType", "fmt"),
}
