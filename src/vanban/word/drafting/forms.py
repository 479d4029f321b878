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
from vanban.messages import _
from vanban.model import fields
from vanban.model.fields import Field, Many, Record
from vanban.patterns import later
from vanban.standards.schema import Form
from vanban.standards.schema import Piece as FormPiece
from vanban.viet.dates import ImpossibleDate, NotADate, parse_date
from vanban.word.drafting.state import State
from vanban.word.drafting.texts import bare, clean
from vanban.word.drafting.unsaid import words

_TAG = later(r"\{\{\s*(.*?)\s*\}\}")
_MANY = "_dong"
_LABEL = later(r"^(?P<name>[^({:]+?)(?:\s*\((?P<other>[^)]+)\))?\s*:(?P<rest>.*)$", re.DOTALL)
"""What a line begins with: "Chủ trì (chủ tọa): …"."""
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
    label = ""
    for line in before:
        options = line.tuy_chon
        if "moi" in options and label:
            _take_first(options["moi"].removesuffix(_MANY), label, found, state)
        count = len(found.items)
        _take(line, found, own, state, first=True)
        untaken = len(found.items) == count and "moi" not in options
        label = options["chu"] if untaken and "{{" not in options["chu"] else ""
    for line in reversed(after):
        _take(line, found, own, state, first=False)
    if not any(piece.phan == "noi_dung" for piece in form.trinh_bay):
        _tell_unprinted(found.items, state)
    else:
        _tell_doubled(found, [*before, *after], own, state)
    return found


def _tell_unprinted(items: Sequence[Item], state: State) -> None:
    """Tell the lines of a text that the form has no place for."""
    reason = _("Mẫu của loại văn bản này không in nội dung; đoạn này không được in lại.")
    for item in items:
        if isinstance(item, Piece):
            state.leave(item.paragraph, reason, item.text)


def _tell_doubled(
    found: Found, lines: Sequence[FormPiece], own: Sequence[Field], state: State
) -> None:
    """Tell the lines left in a text that say what the form prints itself."""
    pieces = [item for item in found.items if isinstance(item, Piece)]
    texts = [text for line in lines if (text := line.tuy_chon.get("chu", ""))]
    doubled: dict[int, tuple[Piece, str]] = {}
    for text in texts:
        label = _LABEL.match(text)
        for piece in pieces if label else ():
            if label and _begins(label, piece):
                doubled.setdefault(id(piece), (piece, label["name"]))
    shown = {name.split(".")[0] for text in texts for name in _TAG.findall(text)}
    for one in own:
        if one.ten in shown and one.ten not in found.values:
            said = next((piece for piece in pieces if is_said(one, [piece])), None)
            if said is not None:
                doubled.setdefault(id(said), (said, one.tieu_de or one.ten))
    reason = _(
        "Mẫu của loại văn bản này tự in dòng «{name}»; để đoạn này ở nội dung thì in hai lần."
    )
    for piece, name in doubled.values():
        state.leave(piece.paragraph, reason.format(name=name), piece.text)


def _begins(label: re.Match[str], piece: Piece) -> bool:
    """Whether a line begins with a label, with or without what stands in brackets there."""
    mine = _LABEL.match(clean(piece.words))
    return mine is not None and _said_words(mine["name"]) == _said_words(label["name"])


def _said_words(text: str) -> list[str]:
    """The words of a text for comparing."""
    return list(words(text))


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
    names, match = _read(options["chu"], clean(item.text))
    if not match:
        return
    found.items.pop(0 if first else -1)
    for number, name in enumerate(names, 1):
        _set(name, match[number], found, own)
        state.places.setdefault((name.split(".")[0].split("[")[0],), item)


def _read(line: str, text: str) -> tuple[list[str], re.Match[str] | None]:
    """The names of the tags in a line of the form, and what a text has for them.

    A label may have other words in brackets, none, or only those of them ("Chủ tọa: …").
    """
    names, pattern = _pattern(line)
    match = pattern.fullmatch(text)
    label = _LABEL.match(line)
    if match or not label or not label["other"]:
        return names, match
    own = _LABEL.match(text)
    for name in (label["name"], label["other"]):
        plain = own and (name == label["name"] or not own["other"])
        if own and plain and _said_words(own["name"]) == _said_words(name):
            short = re.sub(r"^[^:]*:", f"{label['name']} ({label['other']}):", text, count=1)
            return names, pattern.fullmatch(short)
    return names, None


def _take_first(name: str, label: str, found: Found, state: State) -> None:
    """The list that stands on the line of its label ("Thành phần tham dự: …")."""
    item = found.items[0] if found.items else None
    wanted = _LABEL.match(label)
    if not isinstance(item, Piece) or not wanted or not _begins(wanted, item):
        return
    found.items.pop(0)
    state.places[name, 0] = item
    found.values[name] = (bare(clean(item.words).partition(":")[2]),)


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
            words_of = r"\s*".join(re.escape(word) for word in re.split(r"\s+", part))
            out.append(words_of.replace(r":\s*", r"(?::\s*|\s+)"))
    whole = "".join(out).removesuffix(re.escape("./."))
    return names, re.compile(rf"{whole}\s*(?:\./\.)?", re.IGNORECASE)


def _take_list(name: str, found: Found, state: State) -> None:
    """The lines with dashes, which belong to a list."""
    values: list[str] = list(found.values.get(name, ()))
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


def is_said(one: Field, items: Sequence[Item]) -> bool:
    """Whether a line of a text speaks of a field in words of its own.

    It begins like the title of the field or like what stands in brackets there ("Chủ tọa:"), or
    has its last two words ("kết thúc").
    """
    names = [" ".join(words(name)) for name in re.split(r"[()]", one.tieu_de or one.ten)]
    heads = tuple(" ".join(name.split()[:2]) + " " for name in names if name)
    tail = " " + " ".join(names[0].split()[-2:]) + " "
    lines = (" ".join(words(item.words)) + " " for item in items if isinstance(item, Piece))
    return any(line.startswith(heads) or tail in line for line in lines)


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
