"""From the bytes of a file to source text: UTF-8, NFC, \\n, plain spaces where YAML needs them."""

from __future__ import annotations

import re

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.model.origin import Note, Notes
from vanban.patterns import later
from vanban.sources.encoding import decode_utf8
from vanban.viet.text import forbidden, nfc

MAX_BYTES = 10_000_000
MAX_CONTROLS = 10
"""So many control characters are listed one by one."""

_ODD = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_GAP = rf"[ \t{_ODD}]"
_ODD_SPACE = later(f"[{_ODD}]")
_MARGIN = later(
    rf"^({_GAP}*(?:-{_GAP}+)*)(?:([\"']?\w[\w{_ODD} -]{{0,60}}[\"']?:)({_GAP}+))?", re.MULTILINE
)
# YAML 1.1 ends a line at these, editors do not: places would be wrong.
_BREAKS = "\x85\u2028\u2029"
_UNREADABLE = frozenset(map(chr, range(0x7F, 0xA0))) - {"\x85"}


def decode(data: bytes, path: str) -> tuple[str, Notes]:
    """Decode a source file.

    Raises:
        SourceError: the file is too large, empty, not UTF-8 or holds control characters.
    """
    if len(data) > MAX_BYTES:
        raise SourceError.at(
            _("Tệp lớn hơn {size} MB.").format(size=MAX_BYTES // 1_000_000),
            Place(path),
            _("Chia văn bản thành nhiều tệp, hoặc kiểm tra xem có chọn nhầm tệp không."),
        )
    return clean(decode_utf8(data, path), path)


def clean(text: str, path: str) -> tuple[str, Notes]:
    """Make text that is already decoded fit for the readers; see ``decode``.

    Every change but those of NFC and newlines keeps the number of characters.
    """
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise SourceError.at(
            _("Tệp trống."), Place(path), _("Tạo bản mẫu bằng lệnh: vanban new LOẠI.")
        )
    text, composed = _compose(text, path)
    refuse_controls(text, path)
    text, spaced = _plain_spaces(text, path)
    return text, composed + spaced


def plain_breaks(text: str) -> str:
    """Put a space for each line break that only YAML 1.1 knows (U+0085, U+2028, U+2029)."""
    for sign in _BREAKS:
        text = text.replace(sign, " ")
    return text


def line_column(text: str, offset: int) -> tuple[int, int]:
    """The line and column (1-based) of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def place_at(text: str, path: str, offset: int) -> Place:
    """The place of an offset."""
    return Place(path, *line_column(text, offset))


def controls(text: str) -> list[tuple[int, str]]:
    """The characters that neither YAML nor a .docx can hold, with their offsets."""
    found = forbidden(text)
    if any(sign in text for sign in _UNREADABLE):
        found += [(at, char) for at, char in enumerate(text) if char in _UNREADABLE]
    return sorted(found)


def refuse_controls(text: str, path: str) -> None:
    """Raise SourceError for characters that cannot be read or printed, the first ten."""
    found = controls(text)[:MAX_CONTROLS]
    if found:
        raise SourceError([_control(place_at(text, path, at), char) for at, char in found])


def refuse_escaped_controls(value: str, place: Place) -> None:
    """Raise SourceError for a value with escapes of such characters, at its beginning."""
    found = {char: _control(place, char) for _at, char in controls(value)[:MAX_CONTROLS]}
    if found:
        raise SourceError(list(found.values()))


def _control(place: Place, character: str) -> Problem:
    if "\ud800" <= character <= "\udfff":
        advice = _("Đây là nửa của một ký tự: viết đủ hai nửa (\\uD8xx\\uDCxx), hoặc xóa nó.")
    else:
        advice = _("Xóa ký tự này; nó thường không hiện trên màn hình.")
    message = _("Ký tự U+{code:04X} không đọc hay in được.").format(code=ord(character))
    return Problem(message, place, advice)


def _compose(text: str, path: str) -> tuple[str, Notes]:
    """NFC, with a note at the first place that was not."""
    composed = nfc(text)
    if composed == text:
        return text, ()
    offset = min(_difference(text, composed), len(composed) - 1)
    return composed, (_note("nfd", composed, path, offset, _word(composed, offset)),)


def _difference(text: str, changed: str) -> int:
    """The offset of the first character that differs."""
    pairs = enumerate(zip(text, changed, strict=False))
    return next((at for at, (old, new) in pairs if old != new), min(len(text), len(changed)))


def _word(text: str, offset: int) -> str:
    """The word around an offset."""
    start = max(text.rfind(" ", 0, offset), text.rfind("\n", 0, offset)) + 1
    return next(iter(text[start : start + 40].split()), "")


def _plain_spaces(text: str, path: str) -> tuple[str, Notes]:
    """Plain spaces in margins and for odd line breaks, with a note at the first change."""
    changed = plain_breaks(text)
    if any(space in changed for space in _ODD):
        changed = _MARGIN.sub(_plain_margin, changed)
    if changed == text:
        return text, ()
    offset = _difference(text, changed)
    return changed, (_note("nbsp", text, path, offset, f"U+{ord(text[offset]):04X}"),)


def _plain_margin(match: re.Match[str]) -> str:
    indent, key, gap = match.groups("")
    return _ODD_SPACE.sub(" ", indent) + key + _ODD_SPACE.sub(" ", gap)


def _note(kind: str, text: str, path: str, offset: int, quote: str) -> Note:
    return Note(kind, place_at(text, path, offset), quote)
