"""Letters that Excel has lost: its old encodings write "?" for those that they lack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from vanban.errors import SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.patterns import later
from vanban.sources.rows.text_file import unicode_advice

_IN_HEADING = later(r"\w\?+ *\w|\?\w")
"""A heading whose letters were lost: "H? và tên"."""
_IN_WORD = later(r"(?<![\w/.:?&=#%@-])[^\W\d_]+(?:\?+[^\W\d_]+)+(?![\w/.:&=#%@-])")
"""A word of nothing but letters with such a sign inside: "Nguy?n", and no address."""
_KEPT = later("[ăđơưĂĐƠƯ\u0300-\u036f\u1ea0-\u1ef9]")
"""Letters that no such encoding has; where one of them is, none was lost."""
_SEVERAL = 2
_CHUNK = 1 << 16


def refuse_in_headings(columns: tuple[str, ...], place: Place) -> None:
    """Refuse headings whose letters were lost; nothing brings them back.

    Raises:
        SourceError: they were.
    """
    text = " | ".join(columns)
    if _IN_HEADING.search(text) and not _KEPT.search(text):
        message = _("Chữ tiếng Việt trong tệp đã mất, còn lại dấu “?”.")
        raise SourceError.at(message, place, unicode_advice())


def refuse(stream: TextIO, path: str) -> None:
    """Refuse a file in which several words have lost letters, and none has kept one.

    Raises:
        SourceError: it is such a file; with the line of the first of those words.
    """
    words: dict[str, int] = {}
    for number, line in _lines(stream):
        if _KEPT.search(line):
            return
        if "?" in line:
            for found in _IN_WORD.finditer(line):
                words.setdefault(found[0], number)
    if len(words) >= _SEVERAL:
        word, number = next(iter(words.items()))
        message = _("Chữ tiếng Việt trong tệp đã mất, còn lại dấu “?”: «{word}».")
        raise SourceError.at(message.format(word=word), Place(path, number), unicode_advice())


def _lines(stream: TextIO) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, from 1; very long ones in parts."""
    number = 1
    while line := stream.readline(_CHUNK):
        yield number, line
        number += line.endswith("\n")
