"""Printed text as an author types it: without the dashes, marks and capitals of the writer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from vanban.layout.recognized import Piece
from vanban.patterns import later
from vanban.viet.capitals import is_upper
from vanban.viet.text import nfc

_PLACE = later(
    r"(?P<body>UBND|HĐND|[ỦU][YỶ] BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)"
    r" (?P<unit>TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN)"
    r" (?P<place>[^\W\d]+(?: [^\W\d]+){0,4})"
)
_DASH = later(r"^[-–—−+•*\u2022\uf0b7\uf02d]\s*")


def clean(text: str) -> str:
    """A text on one line, composed, with single spaces."""
    return " ".join(nfc(text).replace("\u200b", " ").replace("\ufeff", " ").split())


def joined(pieces: Iterable[Piece]) -> str:
    """The words of pieces that are one text over several lines."""
    return clean(" ".join(piece.words for piece in pieces))


def bare(text: str) -> str:
    """A line of a list without its dash and closing mark.

    >>> bare("- Sở Nội vụ (để b/c);"), bare("- Lưu: VT.")
    ('Sở Nội vụ (để b/c)', 'Lưu: VT')
    """
    text = _DASH.sub("", clean(text)).removesuffix("./.").rstrip()
    while text.endswith((";", ",", ".")) and not text.endswith(".."):
        text = text[:-1].rstrip()
    return text


class Names:
    """Gives names that print in capitals the small letters that they have in the text."""

    def __init__(self, texts: Sequence[str]) -> None:
        lines = [clean(text) for text in texts if not is_upper(text)]
        self._lines = [(line, line.lower()) for line in lines]

    def natural(self, name: str) -> str:
        """A name as the text has it; in capitals as printed when the text does not have it."""
        if not is_upper(name):
            return name
        wanted = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
        low = name.lower()
        lines = [line for line, lowered in self._lines if low in lowered]
        found = [m[0] for line in lines for m in wanted.finditer(line)]
        counts = Counter(one for one in found if not is_upper(one) and one[:1].isupper())
        return counts.most_common(1)[0][0] if counts else _of_a_place(name)


def _of_a_place(name: str) -> str:
    """The people's committee or council of a place, whose letters are known without a text.

    >>> _of_a_place("UBND TỈNH LÂM ĐỒNG"), _of_a_place("SỞ NỘI VỤ")
    ('UBND tỉnh Lâm Đồng', 'SỞ NỘI VỤ')
    """
    found = _PLACE.fullmatch(name)
    if not found:
        return name
    body = found["body"] if len(found["body"]) == len("UBND") else found["body"].capitalize()
    place = " ".join(word.capitalize() for word in found["place"].split())
    return f"{body} {found['unit'].lower()} {place}"
