"""JSON into nodes. A reader of its own: json.loads tells no places and turns numbers around."""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from vanban.errors import SourceError
from vanban.location import Place
from vanban.model.origin import Notes, Segment, Span
from vanban.patterns import later
from vanban.sources import json_errors
from vanban.sources.building import Builder, root_missing
from vanban.sources.nodes import Pairs, Scalar
from vanban.sources.text import refuse_escaped_controls
from vanban.viet.text import nfc

_SPACE = later(r"[ \t\n\r]*")
_STRING = later(r'"[^"\\\x00-\x1f]*(?:\\.[^"\\\x00-\x1f]*)*"')
_BARE = later(r"(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?!\w)")
_CLOSING = {True: "}", False: "]"}


def parse(text: str, path: str) -> tuple[Pairs, Notes]:
    """Read a JSON text whose root is an object; the text comes from ``text.decode``.

    Raises:
        SourceError: the syntax is wrong, or an object has a key twice.
    """
    reader = _Reader(text, path)
    reader.read()
    return reader.builder.root(), ()


class _Reader:
    """Reads token after token; the builder's stack stands for recursion."""

    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.builder = Builder(path)
        self._at = 0
        self._lines = [0, *(match.end() for match in re.finditer("\n", text))]

    def read(self) -> None:
        """Read the whole text into the builder."""
        if not self._skip():
            raise root_missing(Place(self.path))
        self._value()
        while self.builder.current:
            self._step()
        if self._skip():
            raise json_errors.trailing(self._place())

    def _step(self) -> None:
        """Read the next pair or item of what is open, or its end."""
        current = self.builder.current
        assert current is not None
        closing = _CLOSING[current.record]
        if self._skip() == closing:
            self._at += 1
            self.builder.close()
            return
        if current.nodes:
            self._comma(closing)
        if current.record:
            self._key()
        self._value()

    def _comma(self, closing: str) -> None:
        """Read the comma before another pair or item."""
        comma = self._at
        if self._skip() != ",":
            raise self._unexpected(json_errors.no_comma)
        self._at += 1
        if self._skip() == closing:
            raise json_errors.extra_comma(self._place(comma), closing)

    def _key(self) -> None:
        if self._skip() != '"':
            raise self._unexpected(json_errors.bad_key)
        self.builder.add(self._string())
        if self._skip() != ":":
            raise self._unexpected(json_errors.no_colon)
        self._at += 1

    def _value(self) -> None:
        """Read a text, number or word, or the beginning of a list or object."""
        character = self._skip()
        if character in ("{", "["):
            self.builder.open(self._place(), record=character == "{", flow=True)
            self._at += 1
        else:
            self.builder.add(self._string() if character == '"' else self._bare())

    def _bare(self) -> Scalar:
        """A number, as typed, or a word."""
        match = _BARE.match(self.text, self._at)
        if not match:
            raise self._unexpected(json_errors.bad_value)
        absent = match.group() == "null"
        value = "" if absent else match.group()
        scalar = self._scalar(value, self._at, exact=not absent, absent=absent)
        self._at = match.end()
        return scalar

    def _string(self) -> Scalar:
        match = _STRING.match(self.text, self._at)
        if not match:
            raise json_errors.open_string(self.text, self._at, self._place)
        value = typed = match.group()[1:-1]
        if "\\" in typed:
            value = self._unescaped(match)
        scalar = self._scalar(value, self._at + 1, exact=value == typed)
        self._at = match.end()
        return scalar

    def _unescaped(self, match: re.Match[str]) -> str:
        """A string with escapes; surrogate pairs are one character."""
        try:
            value = nfc(json.loads(match.group()))
        except json.JSONDecodeError as error:
            raise json_errors.bad_escape(self._place(self._at + error.pos)) from None
        refuse_escaped_controls(value, self._place())
        return value

    def _scalar(self, value: str, offset: int, *, exact: bool, absent: bool = False) -> Scalar:
        place = self._place(offset)
        segment = Segment(0, place.line or 1, place.column or 1, offset)
        return Scalar(value, Span(self.path, (segment,), exact), "json", absent)

    def _skip(self) -> str:
        """Pass over spaces; the character there, empty at the end."""
        match = _SPACE.match(self.text, self._at)
        self._at = match.end() if match else self._at
        return self.text[self._at : self._at + 1]

    def _place(self, offset: int | None = None) -> Place:
        at = self._at if offset is None else offset
        line = bisect_right(self._lines, at)
        return Place(self.path, line, at - self._lines[line - 1] + 1)

    def _unexpected(self, otherwise: json_errors.Explanation) -> SourceError:
        """The failure for what stands here and must not."""
        current = self.builder.current
        if self._at == len(self.text) and current:
            return json_errors.not_closed(current.place, "{" if current.record else "[")
        return json_errors.foreign(self.text, self._at, self._place()) or otherwise(
            self._place(), json_errors.word(self.text, self._at)
        )
