"""The texts that the cells of a workbook share."""

from __future__ import annotations

from array import array
from typing import IO

from vanban.sources.rows.xml_stream import Texts, feed


class Strings:
    """Texts by number, kept as UTF-8 in one piece: a third of what they take as Python texts."""

    def __init__(self, stream: IO[bytes] | None = None) -> None:
        self._data = bytearray()
        self._ends = array("Q", [0])
        table = _Table(self)
        for _piece in feed(stream, table) if stream else ():
            pass

    def add(self, text: str) -> None:
        """Take the next text."""
        self._data += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._data))

    def __getitem__(self, number: int) -> str:
        if number < 0:
            raise IndexError(number)
        return self._data[self._ends[number] : self._ends[number + 1]].decode("utf-8")


class _Table(Texts):
    """Hands on each text when it ends; the runs of rich text are one."""

    def __init__(self, strings: Strings) -> None:
        super().__init__()
        self._strings = strings

    def began(self, name: str, attributes: dict[str, str]) -> None:
        if name == "si":
            self.clear()

    def ended(self, name: str) -> None:
        if name == "si":
            self._strings.add("".join(self.texts))
