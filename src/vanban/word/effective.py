"""The look that text really has: defaults, the chain of its style, its own properties."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from vanban.layout.paragraph import Alignment
from vanban.units import Length, pt
from vanban.word.elements import attribute, child, measure, number, toggle, value, w
from vanban.word.ooxml import A

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ALIGNMENTS: Mapping[str, Alignment] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
    "both": "both",
    "distribute": "both",
}
_NO_HEADING = 0  # an outline level that a style takes back


class RunLook(NamedTuple):
    """What a level says about text; None: it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    font: str | None = None
    language: str | None = None


class ParagraphLook(NamedTuple):
    """What a level says about the shape of a paragraph; None: it says nothing."""

    alignment: Alignment | None = None
    first_line: Length | None = None
    left: Length | None = None
    before: Length | None = None
    after: Length | None = None
    outline: int | None = None
    keep_next: bool | None = None


Look = TypeVar("Look", RunLook, ParagraphLook)


def over(base: Look, *upper: Look) -> Look:
    """A look with others laid over it, the last on top."""
    for look in upper:
        values: Any = [low if high is None else high for low, high in zip(base, look, strict=True)]
        base = type(base)(*values)
    return base


class Styles:
    """The styles of a package.

    Args:
        root: the root of styles.xml; None when the package has none.
        theme: the root of its theme, which may name the fonts; None when it has none.
    """

    def __init__(self, root: Element | None, theme: Element | None = None) -> None:
        self._root = root
        self._fonts = _theme_fonts(theme)
        self._styles: dict[tuple[str | None, str | None], Element] = {}
        self._looks: dict[tuple[str, str | None], tuple[ParagraphLook, RunLook]] = {}
        self.default: str | None = None
        for style in () if root is None else root.iterchildren(w("style")):
            key = (attribute(style, "type"), attribute(style, "styleId"))
            self._styles.setdefault(key, style)
            if key[0] == "paragraph" and attribute(style, "default") in {"1", "true", "on"}:
                self.default = self.default or key[1]

    def name(self, style_id: str | None) -> str | None:
        """The name of a paragraph style; None when it is not defined."""
        return value(self._styles.get(("paragraph", style_id)), "name")

    def id_of(self, name: str) -> str | None:
        """The id of the paragraph style of a name; None when there is none."""
        ids = (key[1] for key, style in self._styles.items() if value(style, "name") == name)
        return next(ids, None)

    def paragraph(self, style_id: str | None) -> tuple[ParagraphLook, RunLook]:
        """What a paragraph style gives with all it is based on; an unknown one is the default."""
        known = ("paragraph", style_id) in self._styles
        paragraph, run = self._chain("paragraph", style_id if known else self.default)
        return over(self._defaults[0], paragraph), over(self._defaults[1], run)

    def character(self, style_id: str | None) -> RunLook:
        """What a character style gives with all it is based on; an unknown one gives nothing."""
        return self._chain("character", style_id)[1] if style_id else RunLook()

    def run_look(self, properties: Element | None) -> RunLook:
        """What a ``w:rPr`` says by itself."""
        if properties is None:
            return RunLook()
        return RunLook(
            bold=toggle(properties, "b"),
            italic=toggle(properties, "i"),
            size=_size(value(properties, "sz")),
            font=self._font(child(properties, "rFonts")),
            language=value(properties, "lang"),
        )

    @cached_property
    def _defaults(self) -> tuple[ParagraphLook, RunLook]:
        defaults = child(self._root, "docDefaults")
        return (
            paragraph_look(child(child(defaults, "pPrDefault"), "pPr")),
            self.run_look(child(child(defaults, "rPrDefault"), "rPr")),
        )

    def _chain(self, kind: str, style_id: str | None) -> tuple[ParagraphLook, RunLook]:
        """A style over those it is based on; a circle ends where it begins again."""
        key = (kind, style_id)
        if key not in self._looks:
            chain: dict[str | None, Element] = {}
            style = self._styles.get(key)
            while style is not None and style_id not in chain:
                chain[style_id] = style
                style_id = value(style, "basedOn")
                style = self._styles.get((kind, style_id))
            levels = list(reversed(chain.values()))
            self._looks[key] = (
                over(ParagraphLook(), *(paragraph_look(child(s, "pPr")) for s in levels)),
                over(RunLook(), *(self.run_look(child(s, "rPr")) for s in levels)),
            )
        return self._looks[key]

    def _font(self, fonts: Element | None) -> str | None:
        theme = attribute(fonts, "asciiTheme") or ""
        named = attribute(fonts, "ascii", "hAnsi")
        return self._fonts.get(theme[:5]) or named or None


def paragraph_look(properties: Element | None) -> ParagraphLook:
    """What a ``w:pPr`` says by itself."""
    if properties is None:
        return ParagraphLook()
    spacing, indent = child(properties, "spacing"), child(properties, "ind")
    return ParagraphLook(
        alignment=_ALIGNMENTS.get(value(properties, "jc") or ""),
        first_line=_first_line(indent),
        left=measure(attribute(indent, "left", "start")),
        before=measure(attribute(spacing, "before")),
        after=measure(attribute(spacing, "after")),
        outline=_outline(value(properties, "outlineLvl")),
        keep_next=toggle(properties, "keepNext"),
    )


def _first_line(indent: Element | None) -> Length | None:
    hanging = measure(attribute(indent, "hanging"))
    return measure(attribute(indent, "firstLine")) if hanging is None else Length(-hanging)


def _outline(text: str | None) -> int | None:
    level = number(text)
    if level is None:
        return None
    return level + 1 if level < 9 else _NO_HEADING


def _size(text: str | None) -> float | None:
    """Points from half points or from a number with its unit."""
    count = number(text)
    length = measure(text) if count is None else pt(count / 2)
    return length.pt if length is not None and length > 0 else None


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """The Latin font for text ("minor") and for headings ("major")."""
    if theme is None:
        return {}
    found = {kind: theme.find(f".//{{{A}}}{kind}Font/{{{A}}}latin") for kind in ("minor", "major")}
    return {kind: latin.get("typeface", "") for kind, latin in found.items() if latin is not None}
