"""The fields of a document type's own, as templates print them."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from vanban.model import fields
from vanban.model.blocks import Hinh
from vanban.model.fields import Field, Kind
from vanban.model.walk import Path
from vanban.viet.dates import Ngay
from vanban.viet.numerals import MOST_IN_WORDS, money_words, number, parse_number, words
from vanban.word import printed as printed_words
from vanban.word.body import BodyWriter
from vanban.word.ooxml import paragraph


def printed(
    known: tuple[Field, ...], given: Any, writer: BodyWriter, path: Path = ()
) -> dict[str, Any]:
    """Every field that a type declares: what was given, an empty value for what was not.

    Dates are in words; yes is "có" and no is empty, which is what ``if`` asks; bodies and images
    are paragraphs (``{{p ten }}``); groups are records and lists are lists. Some come a second
    time, under their second name: a list of texts as lines with dashes and semicolons, a number
    in words.
    """
    values: dict[str, Any] = {}
    for field in known:
        value = (given or {}).get(field.ten)
        values[field.ten] = _value(field.kind, value, writer, (*path, field.ten))
        second = fields.second_name(field)
        if second:
            values[second] = _once_more(field.kind, values[field.ten], writer)
    return values


def _once_more(kind: Kind, shown: Any, writer: BodyWriter) -> Any:
    """A list as lines; a whole number in words, "" for any other."""
    if not isinstance(kind, fields.Number):
        return printed_words.listed(shown, writer.around.standard.wording)
    value = parse_number(shown)
    if value is None or value != int(value) or abs(value) > MOST_IN_WORDS:
        return ""
    return money_words(int(value)) if kind.money else words(int(value))


def _value(kind: Kind, value: Any, writer: BodyWriter, path: Path) -> Any:
    match kind:
        case fields.Record():
            return printed(kind.fields, value, writer, path)
        case fields.Many():
            items = enumerate(value or ())
            return [_value(kind.kind, item, writer, (*path, index)) for index, item in items]
        case fields.Content():
            return Markup(writer.write(value or (), path))
        case fields.Day():
            return (value or Ngay()).words()
        case fields.Number() if value and not value.startswith("0"):
            return number(value)
        case fields.Flag():
            return "có" if value else ""
        case fields.Picture() if value:
            drawing = writer.images.drawing(Hinh(value), writer.around.width)
            return Markup(paragraph(writer.around.styles["hinh"], drawing))
    return value or ""
