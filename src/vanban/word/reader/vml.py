"""Drawings of VML, the older language: what Word 2007 and its elders write."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from vanban.layout.drawing import Anchor, Drawing, DrawingKind
from vanban.layout.table import Block
from vanban.patterns import later
from vanban.units import Length, pt
from vanban.word.elements import measure, w
from vanban.word.ooxml import R
from vanban.word.reader.borders import colour
from vanban.word.reader.content import Path
from vanban.word.reader.drawings import Boxed, Hung
from vanban.word.reader.reading import check_depth

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

V = "urn:schemas-microsoft-com:vml"
_OFFICE = "urn:schemas-microsoft-com:office:office"
_SHAPES = {
    f"{{{V}}}{name}": name
    for name in ("line", "rect", "roundrect", "oval", "shape", "polyline", "arc", "curve")
}
_NUMBER = later(r"(-?\d{0,9}(?:\.\d{1,20})?)(in|pt|cm|mm|pc|pi|px)?")
_ARROW_LINES = ("#_x0000_t32", "#_x0000_t20")  # connectors that are straight


def drawings(
    element: Element, hung: Hung, first: int, boxed: Boxed, target: Callable[[str], str | None]
) -> Iterator[Drawing]:
    """The drawings in a ``w:pict`` or ``w:object``, one for each shape of a group."""
    yield from _Reader(hung, first, boxed, target).parts(element, hung.path)


class _Reader:
    def __init__(
        self, hung: Hung, count: int, boxed: Boxed, target: Callable[[str], str | None]
    ) -> None:
        self._hung = hung
        self._count = count
        self._boxed = boxed
        self._target = target

    def parts(self, parent: Element, path: Path) -> Iterator[Drawing]:
        """The drawings in an element."""
        check_depth(path)
        for index, element in enumerate(parent):
            way = (*path, index)
            if element.tag == f"{{{V}}}group":
                yield from self.parts(element, way)
            elif element.tag in _SHAPES:
                yield self._one(element, way)
                self._count += 1

    def _one(self, element: Element, path: Path) -> Drawing:
        style = _style(element.get("style", ""))
        blocks, has_box = self._text(element, path)
        image = element.find(f"{{{V}}}imagedata")
        words = element.find(f"{{{V}}}textpath")
        kind = _kind(element, has_box, image is not None)
        x, y, width, height = _room(element, style)
        stroked = element.get("stroked") not in ("f", "false", "0")
        weight = _length(element.get("strokeweight", "")) or pt(0.75)
        floats = "position" in style and style["position"] != "static"
        return Drawing(
            kind=kind,
            width=width,
            height=height,
            anchor=_anchor(style, x, y) if floats or element.tag == f"{{{V}}}line" else None,
            at=self._hung.at,
            part=self._hung.part,
            path=self._hung.path,
            line_width=weight if stroked and kind != "picture" else None,
            line_colour=_named(element.get("strokecolor")) if stroked else None,
            dash=_dash(element) if stroked and kind != "picture" else None,
            fill=_named(element.get("fillcolor")),
            shape=_SHAPES[str(element.tag)],
            name=element.get("id"),
            description=element.get("alt"),
            words=None if words is None else words.get("string"),
            target=None if image is None else self._target(image.get(f"{{{R}}}id", "")),
            blocks=blocks,
        )

    def _text(self, element: Element, path: Path) -> tuple[tuple[Block, ...], bool]:
        box = element.find(f"{{{V}}}textbox")
        story = None if box is None else box.find(w("txbxContent"))
        if box is None or story is None:
            return (), False
        way = (*path, element.index(box), box.index(story))
        return self._boxed(story, way, self._count), True


def _kind(element: Element, boxed: bool, image: bool) -> DrawingKind:
    straight = element.get(f"{{{_OFFICE}}}connectortype") == "straight"
    straight = straight or element.get(f"{{{_OFFICE}}}hr") in ("t", "true")
    if element.tag == f"{{{V}}}line" or straight or element.get("type") in _ARROW_LINES:
        return "line"
    if image:
        return "picture"
    return "text-box" if boxed else "shape"


def _style(text: str) -> Mapping[str, str]:
    pairs = (piece.partition(":") for piece in text[:2_000].split(";"))
    return {name.strip().lower(): value.strip() for name, _colon, value in pairs if value}


def _room(
    element: Element, style: Mapping[str, str]
) -> tuple[Length | None, Length | None, Length | None, Length | None]:
    """Where a shape begins, and how large it is."""
    x, y, width, height = (
        _length(style.get(name, "")) for name in ("margin-left", "margin-top", "width", "height")
    )
    if element.tag != f"{{{V}}}line":
        return x, y, width, height
    begin, end = _point(element.get("from", "0,0")), _point(element.get("to", "0,0"))
    left, top = min(begin[0], end[0]), min(begin[1], end[1])
    return (
        Length(left + (x or 0)),
        Length(top + (y or 0)),
        Length(abs(begin[0] - end[0])),
        Length(abs(begin[1] - end[1])),
    )


def _point(text: str) -> tuple[int, int]:
    across, _comma, down = text.partition(",")
    return _length(across) or 0, _length(down) or 0


def _length(text: str) -> Length | None:
    """A length with its unit; without one it is in pixels, 96 an inch."""
    found = _NUMBER.fullmatch(text.strip())
    if not found or not found[1] or found[1] in ("-", "."):
        return None
    if found[2] in (None, "px"):
        return pt(float(found[1]) * 0.75)
    number = found[1].replace("-.", "-0.")
    return measure(f"0{number}{found[2]}" if number.startswith(".") else number + found[2])


def _anchor(style: Mapping[str, str], x: Length | None, y: Length | None) -> Anchor:
    across = style.get("mso-position-horizontal")
    down = style.get("mso-position-vertical")
    return Anchor(
        x=x,
        y=y,
        x_align=None if across == "absolute" else across,
        y_align=None if down == "absolute" else down,
        across=_RELATIVE.get(style.get("mso-position-horizontal-relative", ""), "column"),
        down=_RELATIVE.get(style.get("mso-position-vertical-relative", ""), "paragraph"),
        behind=style.get("z-index", "").startswith("-"),
    )


_RELATIVE = {"page": "page", "margin": "margin", "char": "character", "line": "line"}
_COLOURS = {"black": "000000", "white": "FFFFFF", "red": "FF0000", "blue": "0000FF"}


def _named(text: str | None) -> str | None:
    plain = (text or "").split(" ")[0].lower()
    return _COLOURS.get(plain) or colour(plain)


def _dash(element: Element) -> str:
    stroke = element.find(f"{{{V}}}stroke")
    return "solid" if stroke is None else stroke.get("dashstyle", "solid")
