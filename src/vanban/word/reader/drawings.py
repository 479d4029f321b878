"""Drawings of DrawingML: pictures, lines, shapes, boxes of text, alone or in groups."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from vanban.layout.drawing import Anchor, Drawing, DrawingKind
from vanban.layout.table import Block
from vanban.units import Length
from vanban.word.elements import signed, w
from vanban.word.ooxml import PIC, WP, A, R
from vanban.word.reader.content import Path
from vanban.word.reader.reading import check_depth

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WORD = "http://schemas.microsoft.com/office/word/2010/"
WPS, _WPG, _WPC = (f"{_WORD}wordprocessing{name}" for name in ("Shape", "Group", "Canvas"))
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_LINES = frozenset(
    {"line", "straightConnector1", "bentConnector2", "bentConnector3", "curvedConnector3"}
)
_STRAIGHT = frozenset({"line", "straightConnector1", "lineInv"})
_CONNECTOR = f"{{{WPS}}}cNvCnPr"
_BOX = f"{{{WPS}}}txbx"
_WRAPS = {
    f"{{{WP}}}wrap{name}": name[0].lower() + name[1:]
    for name in ("None", "Square", "Tight", "Through", "TopAndBottom")
}

Boxed = Callable[["Element", Path, int], tuple[Block, ...]]
"""Reads the ``w:txbxContent`` of the drawing with an index in its paragraph."""


class Room(Struct, frozen=True):
    """How the inner lengths of a group become real ones: where it begins, its scale, its place."""

    x: float = 0.0
    y: float = 0.0
    across: float = 1.0
    down: float = 1.0


class Hung(Struct, frozen=True):
    """What all parts of one ``w:drawing`` share."""

    anchor: Anchor | None
    width: Length | None
    height: Length | None
    name: str | None
    description: str | None
    at: int
    part: str
    path: Path


def drawings(
    element: Element, hung: Hung, first: int, boxed: Boxed, target: Callable[[str], str | None]
) -> Iterator[Drawing]:
    """The drawings in a ``w:drawing``, one for each part of a group.

    Args:
        element: the ``w:drawing``.
        hung: at and part and path of it; the rest is found here.
        first: how many drawings the paragraph has already.
        boxed: reads the text of a box.
        target: where a relationship leads.
    """
    for index, frame in enumerate(element):
        data = frame.find(f"{{{A}}}graphic/{{{A}}}graphicData")
        if data is None:
            continue
        graphic = next(frame.iterchildren(f"{{{A}}}graphic"))
        path = (*hung.path, index, frame.index(graphic), graphic.index(data))
        reader = _Reader(_hung(frame, hung), first, boxed, target)
        yield from reader.parts(data, path, None)


def _hung(frame: Element, hung: Hung) -> Hung:
    extent, about = frame.find(f"{{{WP}}}extent"), frame.find(f"{{{WP}}}docPr")
    return Hung(
        anchor=_anchor(frame) if frame.tag == f"{{{WP}}}anchor" else None,
        width=emu(extent, "cx"),
        height=emu(extent, "cy"),
        name=None if about is None else about.get("name"),
        description=None if about is None else about.get("descr") or about.get("title"),
        at=hung.at,
        part=hung.part,
        path=hung.path,
    )


class _Reader:
    def __init__(
        self, hung: Hung, count: int, boxed: Boxed, target: Callable[[str], str | None]
    ) -> None:
        self._hung = hung
        self._count = count
        self._boxed = boxed
        self._target = target
        self._outlined = False  # whether the theme draws the outline of the part at hand

    def parts(self, parent: Element, path: Path, room: Room | None) -> Iterator[Drawing]:
        """The drawings in an element; ``room`` None: what is drawn fills the whole frame."""
        check_depth(path)
        for index, element in enumerate(parent):
            tag, way = element.tag, (*path, index)
            if tag in (f"{{{WPS}}}wsp", f"{{{PIC}}}pic"):
                yield self._one(element, way, room)
            elif tag in (f"{{{_WPG}}}wgp", f"{{{_WPG}}}grpSp"):
                inner = self._room(element, room)
                yield from self.parts(element, way, inner)
            elif tag == f"{{{_WPC}}}wpc":
                yield from self.parts(element, way, Room())
            elif str(tag).startswith(f"{{{_CHART}}}") or str(tag).endswith("}relIds"):
                yield self._made("chart", "", None, ())

    def _one(self, element: Element, path: Path, room: Room | None) -> Drawing:
        properties = next((e for e in element if str(e.tag).endswith("}spPr")), None)
        form = _form(properties)
        blocks = self._text(element, path)
        kind: DrawingKind = "shape"
        if element.tag == f"{{{PIC}}}pic":
            kind = "picture"
        elif form in _STRAIGHT or (element.find(_CONNECTOR) is not None and form not in _LINES):
            kind = "line"
        elif element.find(_BOX) is not None:
            kind = "text-box"
        placed = None if room is None else _placed(properties, room)
        reference = element.find(f"{{{WPS}}}style/{{{A}}}lnRef")
        self._outlined = reference is not None and reference.get("idx", "0") != "0"
        return self._made(kind, form, properties, blocks, placed, self._image(element))

    def _text(self, element: Element, path: Path) -> tuple[Block, ...]:
        box = element.find(_BOX)
        story = None if box is None else box.find(w("txbxContent"))
        if box is None or story is None:
            return ()
        return self._boxed(story, (*path, element.index(box), box.index(story)), self._count)

    def _image(self, element: Element) -> str | None:
        blip = element.find(f".//{{{A}}}blip") if element.tag == f"{{{PIC}}}pic" else None
        if blip is None:
            return None
        return self._target(blip.get(f"{{{R}}}embed") or blip.get(f"{{{R}}}link") or "")

    def _made(
        self,
        kind: DrawingKind,
        form: str,
        properties: Element | None,
        blocks: tuple[Block, ...],
        placed: tuple[Length, Length, Length, Length] | None = None,
        target: str | None = None,
    ) -> Drawing:
        hung = self._hung
        self._count += 1
        anchor, width, height = hung.anchor, hung.width, hung.height
        if placed:
            x, y, width, height = placed
            anchor = _moved(anchor, x, y)
        line = None if properties is None else properties.find(f"{{{A}}}ln")
        by_theme = line is None and self._outlined
        drawn = by_theme or (line is not None and line.find(f"{{{A}}}noFill") is None)
        return Drawing(
            kind=kind,
            width=width,
            height=height,
            anchor=anchor,
            at=hung.at,
            part=hung.part,
            path=hung.path,
            line_width=emu(line, "w") if drawn else None,
            line_colour=_colour(line) if drawn else None,
            dash=_dash(line) if drawn else None,
            fill=_colour(properties),
            shape=form,
            name=hung.name,
            description=hung.description,
            target=target,
            blocks=blocks,
        )

    def _room(self, group: Element, room: Room | None) -> Room:
        """How lengths inside a group become real ones."""
        transform = group.find(f"{{{_WPG}}}grpSpPr/{{{A}}}xfrm")
        outer = room or Room()
        if transform is None:
            return outer
        off, ext, inner_off, inner_ext = (
            transform.find(f"{{{A}}}{name}") for name in ("off", "ext", "chOff", "chExt")
        )
        across = _within(outer.across * _ratio(ext, inner_ext, "cx"))
        down = _within(outer.down * _ratio(ext, inner_ext, "cy"))
        x, y = (0.0, 0.0) if room is None else _point(off, outer)
        return Room(
            _within(x - (emu(inner_off, "x") or 0) * across),
            _within(y - (emu(inner_off, "y") or 0) * down),
            across,
            down,
        )


def _within(value: float) -> float:
    """A number kept small enough that groups in groups never grow beyond all bounds."""
    return max(-_FARTHEST, min(_FARTHEST, value))


_FARTHEST = 1e12


def emu(element: Element | None, name: str) -> Length | None:
    """A length that is given in EMU; None when it is missing or no number."""
    found = None if element is None else signed(element.get(name))
    return None if found is None else Length(found)


def _ratio(outer: Element | None, inner: Element | None, name: str) -> float:
    whole, part = emu(outer, name), emu(inner, name)
    return whole / part if whole and part else 1.0


def _point(off: Element | None, room: Room) -> tuple[float, float]:
    return (
        room.x + (emu(off, "x") or 0) * room.across,
        room.y + (emu(off, "y") or 0) * room.down,
    )


def _placed(properties: Element | None, room: Room) -> tuple[Length, Length, Length, Length] | None:
    """Where a part of a group begins, from the corner of the drawing, and how large it is."""
    transform = None if properties is None else properties.find(f"{{{A}}}xfrm")
    if transform is None:
        return None
    x, y = _point(transform.find(f"{{{A}}}off"), room)
    extent = transform.find(f"{{{A}}}ext")
    width, height = (emu(extent, "cx") or 0) * room.across, (emu(extent, "cy") or 0) * room.down
    return Length(x), Length(y), Length(width), Length(height)


def _moved(anchor: Anchor | None, x: Length, y: Length) -> Anchor | None:
    """The anchor of a part of a group, further right and down than the group's."""
    if anchor is None:
        return None
    return Anchor(
        None if anchor.x is None else Length(anchor.x + x),
        None if anchor.y is None else Length(anchor.y + y),
        anchor.x_align, anchor.y_align, anchor.across, anchor.down, anchor.wrap, anchor.behind,
    )  # fmt: skip


def _anchor(frame: Element) -> Anchor:
    across, down = frame.find(f"{{{WP}}}positionH"), frame.find(f"{{{WP}}}positionV")
    wraps = [_WRAPS[str(e.tag)] for e in frame if e.tag in _WRAPS]
    return Anchor(
        x=_offset(across),
        y=_offset(down),
        x_align=_aligned(across),
        y_align=_aligned(down),
        across="column" if across is None else across.get("relativeFrom", "column"),
        down="paragraph" if down is None else down.get("relativeFrom", "paragraph"),
        wrap=wraps[0] if wraps else "none",
        behind=frame.get("behindDoc") in ("1", "true"),
    )


def _offset(position: Element | None) -> Length | None:
    found = None if position is None else signed(position.findtext(f"{{{WP}}}posOffset"))
    return None if found is None else Length(found)


def _aligned(position: Element | None) -> str | None:
    return None if position is None else position.findtext(f"{{{WP}}}align")


def _form(properties: Element | None) -> str:
    form = None if properties is None else properties.find(f"{{{A}}}prstGeom")
    return "" if form is None else form.get("prst", "")


def _colour(parent: Element | None) -> str | None:
    found = None if parent is None else parent.find(f"{{{A}}}solidFill/{{{A}}}srgbClr")
    return None if found is None else found.get("val", "").upper() or None


def _dash(line: Element | None) -> str:
    found = None if line is None else line.find(f"{{{A}}}prstDash")
    return "solid" if found is None else found.get("val", "solid")
