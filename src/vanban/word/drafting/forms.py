"""The lines that a form prints itself ("Thời gian: …"), back to the fields that they show.

A form is data: its lines are texts with tags. Each becomes a pattern here, so that types of
plugins are read by what prints them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from vanban.layout.recognized import Caption, Piece
from vanban.model import fields
from vanban.model.fields import Field, Many, Record
from vanban.patterns import later
from vanban.standards.schema import Form
from vanban.standards.schema import Piece as FormPiece
from vanban.viet.dates import ImpossibleDate, NotADate, parse_date
from vanban.word.drafting.state import State
from vanban.word.drafting.texts import bare, clean

_TAG = later(r"\{\{\s*(.*?)\s*\}\}")
_MANY = "_dong"
_NOT_FIELDS = frozenset({"ten_co_quan", "nguoi_dien", "tham_quyen", "cuoi", "trich_yeu"})

Item = Piece | Caption


class Found(Struct):
    """The fields that were read, and what is left of the text."""

    values: dict[str, Any] = field(default_factory=dict)
    authority: str | None = None
    items: list[Item] = field(default_factory=list)


def read(items: Sequence[Item], form: Form, own: Sequence[Field], state: State) -> Found:
    """The own fields in the lines of a text, and the lines that are none of the form's."""
    before, after = _lines(form)
    found = Found(items=list(items))
    for line in before:
        _take(line, found, own, state, first=True)
    for line in reversed(after):
        _take(line, found, own, state, first=False)
    return found


def _lines(form: Form) -> tuple[list[FormPiece], list[FormPiece]]:
    """The lines of a form above its body, and those between body and signature."""
    before: list[FormPiece] = []
    after: list[FormPiece] = []
    out = before
    for piece in form.trinh_bay:
        if piece.phan == "noi_dung":
            out = after
        elif piece.phan in ("ky_va_noi_nhan", "cac_chu_ky", "chu_ky"):
            break
        elif piece.phan == "dong" and piece.tuy_chon.get("kieu") != "cum_tu":
            out.append(piece)
    if out is before:
        return before, []
    return before, after


def _take(
    line: FormPiece, found: Found, own: Sequence[Field], state: State, *, first: bool
) -> None:
    """Take the item that a line of the form prints, when it stands there."""
    options = line.tuy_chon
    if "moi" in options:
        _take_list(options["moi"].removesuffix(_MANY), found, state)
        return
    item = (found.items[0] if first else found.items[-1]) if found.items else None
    if not isinstance(item, Piece):
        return
    names, pattern = _pattern(options["chu"])
    match = pattern.fullmatch(clean(item.text))
    if not match:
        return
    found.items.pop(0 if first else -1)
    for number, name in enumerate(names, 1):
        _set(name, match[number], found, own)
        state.places.setdefault((name.split(".")[0].split("[")[0],), item)


def _pattern(text: str) -> tuple[list[str], re.Pattern[str]]:
    """The names of the tags in a line and the pattern of what it prints."""
    names, out = [], []
    for index, part in enumerate(_TAG.split(text)):
        if part == "cuoi":
            continue
        if index % 2:
            names.append(part)
            out.append(r"(.*?)")
        else:
            out.append(r"\s*".join(re.escape(word) for word in re.split(r"\s+", part)))
    whole = "".join(out).removesuffix(re.escape("./."))
    return names, re.compile(rf"{whole}\s*(?:\./\.)?", re.IGNORECASE)


def _take_list(name: str, found: Found, state: State) -> None:
    """The lines with dashes, which belong to a list."""
    values: list[str] = []
    while found.items and isinstance(found.items[0], Piece) and _is_listed(found.items[0]):
        item = found.items.pop(0)
        assert isinstance(item, Piece)
        state.places[name, len(values)] = item
        values.append(bare(item.words))
    if values:
        found.values[name] = tuple(values)


def _is_listed(piece: Piece) -> bool:
    return piece.slug == "noi_nhan_dien" or piece.level == "gach"


def _set(name: str, text: str, found: Found, own: Sequence[Field]) -> None:
    """Set a field named like "nguoi.ho_ten" or "kinh_moi[0]" to what was printed."""
    text = clean(text)
    if name == "nguoi_dien":
        found.authority = text
    first, _dot, rest = name.partition(".")
    first, _bracket, index = first.partition("[")
    known = {one.ten: one for one in own}
    if first not in known or first in _NOT_FIELDS or not text:
        return
    kind = known[first].kind
    if index or isinstance(kind, Many):
        found.values[first] = (bare(text),)
    elif isinstance(kind, Record):
        found.values.setdefault(first, {})[rest] = text
    else:
        value = _value(kind, text)
        if value is not None:
            found.values[first] = value


def _value(kind: object, text: str) -> Any:
    if not isinstance(kind, fields.Day):
        return text
    try:
        return parse_date(text)
    except (NotADate, ImpossibleDate):
        return None


def frozen(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """The fields as the model holds them: records cannot be changed."""
    from types import MappingProxyType

    return MappingProxyType(
        {k: MappingProxyType(v) if isinstance(v, dict) else v for k, v in values.items()}
    )
