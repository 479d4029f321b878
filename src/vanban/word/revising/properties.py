"""The children of w:rPr, w:pPr, w:sectPr …: the order that the schema wants, changes, records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from msgspec import Struct

from vanban.word.revising.markup import Markup, Node
from vanban.word.revising.names import Names

AUTHOR = "vanban"

_ORDERS = {
    "rPr": (
        "ins del moveFrom moveTo rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline "
        "shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position "
        "sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout "
        "specVanish oMath"
    ),
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
        "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
        "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
        "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"
    ),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
        "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
        "docGrid printerSettings"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc "
        "tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
        "tblDescription"
    ),
    "tcPr": (
        "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
        "vAlign hideMark headers cellIns cellDel cellMerge"
    ),
}
ORDERS: Mapping[str, Sequence[str]] = {kind: order.split() for kind, order in _ORDERS.items()}
"""The order of the children; what is not named stands at the end, the record of a change last."""

_NOT_RECORDED: Mapping[str, frozenset[str]] = {
    "rPr": frozenset({"ins", "del", "moveFrom", "moveTo"}),
    "pPr": frozenset({"rPr", "sectPr"}),
    "sectPr": frozenset({"headerReference", "footerReference"}),
    "tblPr": frozenset(),
    "tcPr": frozenset({"cellIns", "cellDel", "cellMerge"}),
}
"""What the record of a change leaves out."""


class Track:
    """Records changes as tracked ones.

    Args:
        when: the time that they get.
        first: the first free id of a change in the file.
    """

    def __init__(self, when: datetime, first: int) -> None:
        self._when, self._next = stamp(when), first

    def attributes(self) -> dict[str, str | int | None]:
        """The attributes of the next record."""
        number, self._next = self._next, self._next + 1
        return {"id": number, "author": AUTHOR, "date": self._when}


class Properties(Struct, frozen=True):
    """The properties of an element.

    Attributes:
        kind: "rPr", "pPr", "sectPr", "tblPr" or "tcPr".
        old: those that it has, by name and as they are written, in their order.
        head: their opening tag when they have attributes; "" otherwise.
    """

    kind: str
    old: tuple[tuple[str, str], ...] = ()
    head: str = ""

    def get(self, name: str) -> str | None:
        """One of them as it is written; None when it is not there."""
        return next((raw for known, raw in self.old if known == name), None)

    def with_(
        self, names: Names, changes: Mapping[str, str], track: Track | None, *, always: bool = False
    ) -> str:
        """They as text, with changes, and a record of what was before if one is wanted.

        Args:
            names: how elements are written there.
            changes: new children by name; "" takes one away.
            track: records the change; None makes it silently.
            always: whether the element is written even when it is empty.
        """
        record = f"{self.kind}Change"
        found = [(name, raw) for name, raw in self.old if name not in changes]
        found += [(name, raw) for name, raw in changes.items() if raw]
        order = ORDERS[self.kind]
        found.sort(key=lambda pair: _rank(order, pair[0], record))  # sort keeps equal ones in order
        if track is not None and changes and self.get(record) is None:
            found.append((record, self._recorded(names, track)))
        inner = "".join(raw for _name, raw in found)
        if not inner and not always:
            return ""
        if self.head:
            return f"{self.head}{inner}</{self.head[1:].partition(' ')[0]}>"
        return names.element(self.kind, inner)

    def _recorded(self, names: Names, track: Track) -> str:
        left_out = _NOT_RECORDED[self.kind] | {f"{self.kind}Change"}
        inner = "".join(raw for name, raw in self.old if name not in left_out)
        told = track.attributes()
        return names.element(f"{self.kind}Change", names.element(self.kind, inner), **told)


def properties(markup: Markup, kind: str, node: Node | None) -> Properties:
    """The properties that an element stands for; none for None."""
    if node is None:
        return Properties(kind)
    head = markup.opening(node)
    found = tuple((child.name, markup.raw(child)) for child in node.children)
    return Properties(kind, found, head if " " in head else "")


def _rank(order: Sequence[str], name: str, record: str) -> int:
    if name == record:
        return len(order) + 1
    return order.index(name) if name in order else len(order)


def stamp(when: datetime) -> str:
    """A time as Word writes it: that of the clock on the wall, with a Z that means nothing."""
    return when.strftime("%Y-%m-%dT%H:%M:%SZ")
