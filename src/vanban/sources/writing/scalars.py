"""Single values as YAML: plain where that is safe, in quotes where it is not."""

from __future__ import annotations

from vanban.patterns import later
from vanban.viet.dates import Ngay

_PLAIN = later(r"[^\W_][^\n\t]*")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\t": "\\t", "\n": "\\n"}


def scalar(text: str) -> str:
    """A text on one line.

    >>> scalar("Sở Nội vụ"), scalar("Kính gửi: Sở"), scalar("“Đề án”")
    ('Sở Nội vụ', '"Kính gửi: Sở"', '"“Đề án”"')
    """
    if _is_plain(text):
        return text
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in text) + '"'


def _is_plain(text: str) -> bool:
    if not _PLAIN.fullmatch(text) or text != text.strip() or text.lower() in _WORDS:
        return False
    return not (": " in text or " #" in text or text.endswith(":") or "{{" in text)


def day(value: Ngay) -> str:
    """A date, whole or partial, as it is typed in a source.

    >>> day(Ngay(7, 11, 2022)), day(Ngay(None, 11, 2022))
    ('2022-11-07', '11/2022')
    """
    if value.is_full or (value.ngay is None and value.thang is None):
        return value.iso() or scalar(value.words())
    if value.ngay is None and value.nam is not None:
        return f"{value.thang}/{value.nam}"
    return scalar(" ".join(value.words().replace("     ", " … ").split()))
