"""Numbers as a spreadsheet shows them, with Vietnamese signs: ``1.234,5``, ``012``, ``12,5%``.

Not Babel's patterns: those know no literals between digits (``0000-000-000``), no scaling and
no digits that are there or not, and cost forty milliseconds before the first number.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from vanban.sources.rows.number_format import Format, Piece, Section
from vanban.sources.rows.number_plan import Plan, is_fraction, plan

PRECISION = 15
"""A spreadsheet knows so many digits of a number; what programs write after them is noise."""
WIDTH = 10
"""So many digits of a number that is no whole one are shown without a format."""
LARGEST = 300
"""Powers of ten beyond this are no numbers of a spreadsheet."""

_EXACT = Context(prec=2 * LARGEST, rounding=ROUND_HALF_UP)
_FLOAT = Context(prec=PRECISION, rounding=ROUND_HALF_UP)


def number(text: str) -> Decimal | None:
    """The number in a cell; None for what is none.

    >>> number("0.30000000000000004"), number("1E+2"), number("x")
    (Decimal('0.3'), Decimal('1E+2'), None)
    """
    try:
        value = Decimal(text)
    except ArithmeticError:
        return None
    if not value.is_finite() or abs(value.adjusted()) > LARGEST:
        return None
    if value.as_tuple().exponent == 0 or value == value.to_integral_value(context=_EXACT):
        return value
    return _FLOAT.plus(value).normalize(_FLOAT)


def shown(value: Decimal, code: Format) -> str:
    """A number as a format shows it; dates are written elsewhere.

    >>> from vanban.sources.rows.number_format import parse
    >>> shown(Decimal(1234567), parse('#,##0 "đ"')), shown(Decimal("0.125"), parse("0.0%"))
    ('1.234.567 đ', '12,5%')
    """
    section, signed = code.section(value)
    how = plan(section)
    size = _EXACT.abs(value)
    text = _digits(size, how) if how else _without_plan(size, section)
    minus = "-" if signed and value < 0 and any(letter in "123456789" for letter in text) else ""
    return minus + text.strip()


def general(value: Decimal) -> str:
    """A number without a format: whole ones with all their digits, never a power of ten.

    >>> general(Decimal("79123456789")), general(Decimal("2.50")), general(Decimal(1) / 3)
    ('79123456789', '2,5', '0,333333333')
    """
    with localcontext(_EXACT):
        whole = max(value.adjusted() + 1, 1)
        rounded = round(value, WIDTH - whole) if whole <= WIDTH else value
        return _plain(rounded if rounded else value)


def _plain(value: Decimal) -> str:
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text.replace(".", ",")


def _without_plan(value: Decimal, section: Section) -> str:
    """A number for which the section has no places, or not such as we show."""
    kinds = {kind for kind, _text in section.pieces}
    if "general" in kinds:
        outer = ("quoted", "escaped", "general")
        pieces = [piece for piece in section.pieces if piece[0] in outer]
        return "".join(general(value) if kind == "general" else text for kind, text in pieces)
    if "power" in kinds or is_fraction(section):
        return general(value)
    return "".join(text for _kind, text in section.pieces)


def _digits(value: Decimal, how: Plan) -> str:
    rounded = _EXACT.quantize(_EXACT.scaleb(value, how.power), how.unit)
    whole, _point, fraction = f"{rounded:f}".partition(".")
    digits, simple = whole.lstrip("0"), how.together
    if simple is None or (how.grouped and len(digits) < simple.least):
        text = _whole(how.before, digits, how.grouped)
    else:
        seen = f"{int(digits):,}".replace(",", ".") if how.grouped and digits else digits
        text = f"{simple.before}{seen.zfill(simple.least)}{simple.after}"
    return text + _fraction(how.after, fraction) if how.after else text


def _whole(pieces: Sequence[Piece], digits: str, grouped: bool) -> str:
    """The part before the decimal point, written from its end; the first place takes the rest."""
    out: list[str] = []
    first = next(at for at, (kind, _) in enumerate(pieces) if kind == "digit")
    count, left = 0, digits
    for at in range(len(pieces) - 1, -1, -1):
        kind, text = pieces[at]
        if kind != "digit":
            out.append(text)
            continue
        taken = left if at == first else left[-1:]
        left = left[: len(left) - len(taken)]
        for digit in reversed(taken or ("0" if text == "0" else "")):
            if grouped and count and count % 3 == 0:
                out.append(".")
            out.append(digit)
            count += 1
    return "".join(reversed(out))


def _fraction(pieces: Sequence[Piece], digits: str) -> str:
    """The part after the decimal point, with its comma; zeros in optional places are left out."""
    places = [text for kind, text in pieces if kind == "digit"]
    kept = len(places)
    while kept and places[kept - 1] != "0" and digits[kept - 1] == "0":
        kept -= 1
    out, at = [","] if kept else [], 0
    for kind, text in pieces:
        if kind != "digit":
            out.append(text)
            continue
        out.append(digits[at] if at < kept else "")
        at += 1
    return "".join(out)
