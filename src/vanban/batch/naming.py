"""Names of the files that a batch writes: made of the row, fit for every system, each once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from hashlib import blake2b

from vanban.errors import SourceError
from vanban.messages import _
from vanban.patterns import later
from vanban.viet.text import fold, nfc, unaccent

_PART = later(r"\{(?P<name>[^{}|]+)(?:\|(?P<form>[^{}|]*))?\}")
_FORBIDDEN = later(r'[<>:"/\\|?*\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+')
_SLUG = later(r"[^a-z0-9]+")
_DEVICES = later(r"(?i:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)")
"""Names that Windows keeps for devices, whatever follows the dot."""
_LONGEST = 120
"""Characters that a name may have: three bytes a letter stay below the limit of 255 to 400."""
_MOST_BYTES = 220

FORMS: dict[str, Callable[[str], str]] = {
    "": lambda text: text,
    "slug": lambda text: _SLUG.sub("-", unaccent(nfc(text).lower())).strip("-"),
}
"""What may stand behind the stroke in "{ho_ten|slug}"."""


class Name(str):
    """The pattern of a name: "{so}-{loai}-{ho_ten|slug}"."""

    def parts(self) -> Iterator[str]:
        """The folded names that it asks for.

        Raises:
            SourceError: a form that there is not, or a brace too many.
        """
        for part in _PART.finditer(self):
            if (part["form"] or "") not in FORMS:
                raise SourceError.at(
                    _("--name không có dạng «|{form}».").format(form=part["form"]),
                    advice=_("Dạng dùng được: |slug (không dấu, gạch nối)."),
                )
            yield fold(part["name"])
        if set(_PART.sub("", self)) & set("{}"):
            raise SourceError.at(
                _("--name có dấu { hoặc } lẻ."), advice=_("Ví dụ: --name '{so}-{ho_ten}'")
            )

    def of(self, value: Callable[[str], str]) -> str:
        """The name of one document, without an ending.

        Args:
            value: the text of a folded name.
        """

        def shown(part: re.Match[str]) -> str:
            return FORMS[part["form"] or ""](value(fold(part["name"])))

        return safe(_PART.sub(shown, self))


def safe(name: str) -> str:
    r"""A name that every system takes for a name and nothing else.

    >>> safe("Nguyễn Văn A/B"), safe("..\\CON"), safe("con.txt"), safe("  ")
    ('Nguyễn Văn A-B', 'CON_', 'con_.txt', '_')
    """
    bare = _FORBIDDEN.sub("-", " ".join(nfc(name).split())).strip(" .-")
    cut = bare[:_LONGEST]
    while len(cut.encode()) > _MOST_BYTES:
        cut = cut[:-1]
    kept = cut.rstrip(" .") or "_"
    return _DEVICES.sub(r"\g<0>_", kept, count=1) if _DEVICES.match(kept) else kept


def identity(path: str) -> int:
    """What two names have in common that are one file somewhere; a number, for sets of many."""
    same = blake2b(nfc(path).casefold().encode(), digest_size=8)
    return int.from_bytes(same.digest())
