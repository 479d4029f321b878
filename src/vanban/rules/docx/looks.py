"""Comparing the look of a piece with what a standard asks, aspect by aspect."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from vanban.findings import Format
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Piece
from vanban.layout.run import Run
from vanban.messages import _
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import Value, of_paragraph, of_text
from vanban.rules.docx.views.sizes import size_set
from vanban.standards.schema import ALIGNMENTS, Style
from vanban.units import Range
from vanban.viet.capitals import is_upper

_HALF = 0.01


class Fault(Struct, frozen=True):
    """What is wrong with one aspect of a look: in words, and what mends it."""

    told: str
    formats: tuple[Format, ...] = ()


def faults(seen: Observed, piece: Piece, aspects: Iterable[str]) -> Iterator[Fault]:
    """What is wrong with a piece in some aspects, keys of `ASPECTS`."""
    style = seen.style(piece.slug)
    for aspect in aspects:
        found = ASPECTS[aspect](seen, piece, style)
        if found is not None:
            yield found


def lettered(piece: Piece) -> list[Run]:
    """Its runs with letters or digits: a dot that is not bold nobody sees."""
    return [run for run in piece.runs if any(map(str.isalnum, run.text))]


def number(size: float) -> str:
    """A size in points as people write it.

    >>> number(13.0), number(13.5)
    ('13', '13,5')
    """
    return f"{size:g}".replace(".", ",")


def span(allowed: Range) -> str:
    """A range of sizes as people write it: "12 đến 13", "13"."""
    low, high = number(allowed.low.pt), number(allowed.high.pt)
    return low if low == high else _("{low} đến {high}").format(low=low, high=high)


def _size(seen: Observed, piece: Piece, style: Style) -> Fault | None:
    low, high = style.co.low.pt, style.co.high.pt
    sizes = sorted({r.size for r in lettered(piece) if r.look.vertical == "baseline"})
    wrong = [size for size in sizes if not low - _HALF <= size <= high + _HALF]
    if not wrong:
        return None
    told = _("cỡ chữ {size}, phải là {wanted}").format(
        size=", ".join(map(number, wrong)), wanted=span(style.co)
    )
    return _mended(told, of_text(piece, size=style.bo[seen.view(size_set)].pt))


def _bold(_seen: Observed, piece: Piece, style: Style) -> Fault | None:
    return _flag(piece, "bold", style.dam, _("không đậm, phải đậm"), _("đậm, phải không đậm"))


def _italic(_seen: Observed, piece: Piece, style: Style) -> Fault | None:
    wrong = _("nghiêng, phải đứng")
    return _flag(piece, "italic", style.nghieng, _("đứng, phải nghiêng"), wrong)


def _flag(piece: Piece, name: str, wanted: bool, lacking: str, having: str) -> Fault | None:
    runs = lettered(piece)
    if all(getattr(run, name) == wanted for run in runs):
        return None
    changes: Mapping[str, Value] = {name: wanted}
    return _mended(lacking if wanted else having, of_text(piece, **changes))


def _capitals(_seen: Observed, piece: Piece, _style: Style) -> Fault | None:
    return None if is_upper(piece.shown) else Fault(_("chữ thường, phải in hoa"))


def _small(_seen: Observed, piece: Piece, _style: Style) -> Fault | None:
    letters = sum(map(str.isalpha, piece.shown))
    if letters < 4 or not is_upper(piece.shown):
        return None
    by_look = piece.shown != piece.text
    formats = of_text(piece, caps=False, small_caps=False) if by_look else ()
    return Fault(_("in hoa, phải là chữ thường"), tuple(formats))


def _alignment(_seen: Observed, piece: Piece, style: Style) -> Fault | None:
    wanted = ALIGNMENTS[style.canh]
    if not alone(piece) or _stands(piece.paragraph) == wanted:
        return None
    told = _("{found}, phải {wanted}").format(
        found=alignment(piece.paragraph.alignment), wanted=alignment(wanted)
    )
    return _mended(told, of_paragraph(piece, alignment=wanted))


def alone(piece: Piece) -> bool:
    """Whether nothing stands on its line beside it: no tab to another component."""
    text = piece.paragraph.text
    before, after = text[: piece.start].rstrip(" \xa0"), text[piece.end :].lstrip(" \xa0")
    return (not before or before[-1] in "\n\f\v") and (not after or after[0] in "\n\f\v")


def _stands(paragraph: Paragraph) -> str:
    """How a paragraph stands; in a frame of its own as the frame does."""
    frame = paragraph.shape.frame
    return frame.x_align if frame and frame.x_align else paragraph.alignment


def alignment(name: str) -> str:
    """What people call an alignment of `vanban.layout.shape`."""
    words = {
        "left": _("canh trái"),
        "center": _("canh giữa"),
        "right": _("canh phải"),
        "both": _("canh đều"),
    }
    return words[name]


def _mended(told: str, formats: Iterable[Format]) -> Fault:
    return Fault(told, tuple(formats))


ASPECTS: Mapping[str, Callable[[Observed, Piece, Style], Fault | None]] = {
    "hoa": _capitals,
    "thuong": _small,
    "co": _size,
    "dam": _bold,
    "nghieng": _italic,
    "canh": _alignment,
}
"""The aspects of a look by their names in the data."""
