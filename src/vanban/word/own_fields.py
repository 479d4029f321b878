"""The fields of a document type's own, as templates print them."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from vanban.model import fields
from vanban.model.blocks import Hinh
from vanban.model.fields import Field, Kind, Many, Text
from vanban.model.walk import Path
from vanban.viet.dates import Ngay
from vanban.word import printed as printed_words
from vanban.word.body import BodyWriter
from vanban.word.ooxml import paragraph


def printed(
    known: tuple[Field, ...], given: Any, writer: BodyWriter, path: Path = ()
) -> dict[str, Any]:
    """Every field that a type declares: what was given, an empty value for what was not.

    Dates are in words; bodies and images are paragraphs (``{{p ten }}``); groups are
    records and lists are lists. A list of texts comes a second time as lines with dashes
    and semicolons, under its name with ``_dong``.
    """
    values = {
        field.ten: _value(field.kind, (given or {}).get(field.ten), writer, (*path, field.ten))
        for field in known
    }
    lists = (f.ten for f in known if isinstance(f.kind, Many) and isinstance(f.kind.kind, Text))
    return values | {f"{name}_dong": printed_words.listed(values[name]) for name in lists}


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
        case fields.Picture() if value:
            drawing = writer.images.drawing(Hinh(value), writer.around.width)
            return Markup(paragraph(writer.around.styles["hinh"], drawing))
    return value or ""
