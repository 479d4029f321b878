"""A .docx as an archive that somebody else made: opened with limits, parts read when asked for.

Nothing is ever unpacked to disk, and nothing is fetched that a file points to.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from vanban.messages import _
from vanban.word.elements import is_strict, parse
from vanban.word.reader import refusals

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

LARGEST_PART = 60_000_000
"""Bytes that one part of XML may unpack to; a text of 3,000 pages has about a third."""
LARGEST_SUM = 120_000_000
"""Bytes that all parts that are read may unpack to."""
MOST_MARKS = 2_000_000
"""All parts that are read have at most so many "<" together: about two for each element."""
MOST_PARTS = 5_000
MOST_TIMES = 250
"""A part larger than ``SUSPECT`` may unpack to at most so many times its size."""
SUSPECT = 20_000_000

_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError,
    RuntimeError, NotImplementedError, ValueError, IndexError,
)  # fmt: skip
_LONGEST_ENTRY = 400  # bytes in the directory of an archive: 46 and a name


class Archive:
    """The parts of a package by name; names are told apart as Word does, without case.

    Attributes:
        strict: whether a part that was read follows the strict standard.

    Raises:
        SourceError: the bytes are no archive, or one that no word processor would make.
    """

    def __init__(self, data: bytes) -> None:
        refusals.refuse_other_files(data)
        _refuse_directory(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED:
            raise refusals.no_docx() from None
        self._infos: dict[str, zipfile.ZipInfo] = {}
        self._left = LARGEST_SUM
        self._marks = MOST_MARKS
        self.strict = False
        for info in self._zip.infolist():
            self._add(info)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._infos

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in their order."""
        return tuple(_plain(info.filename) for info in self._infos.values())

    def read(self, name: str) -> bytes:
        """The bytes of a part that is there.

        Raises:
            SourceError: it is too large or damaged.
        """
        info = self._infos[name.lower()]
        self._left -= info.file_size
        if info.file_size > LARGEST_PART or self._left < 0 or _is_bomb(info):
            raise refusals.harmful(_("phần {part} quá lớn khi giải nén").format(part=name))
        try:
            return self._zip.read(info)
        except _DAMAGED:
            raise refusals.damaged(name) from None

    def root(self, name: str) -> Element:
        """The root of a part of XML that is there.

        Raises:
            SourceError: it is too large, damaged or broken.
        """
        data = self.read(name)
        self.strict = self.strict or is_strict(data)
        self._marks -= data.count(b"<")
        if self._marks < 0:
            raise refusals.harmful(_("phần {part} quá lớn khi giải nén").format(part=name))
        return parse(name, data)

    def _add(self, info: zipfile.ZipInfo) -> None:
        name = _plain(info.filename)
        if name.endswith("/"):
            return
        if ".." in name.split("/") or ":" in name or "\x00" in name:
            raise refusals.harmful(_("tên phần trỏ ra ngoài tệp"))
        if name.lower() in self._infos:
            raise refusals.harmful(_("hai phần cùng tên {part}").format(part=name))
        if len(self._infos) >= MOST_PARTS:
            raise refusals.harmful(_("quá nhiều phần"))
        self._infos[name.lower()] = info


def _plain(name: str) -> str:
    """A name with the slashes that the standard wants; some programs write others."""
    return name.replace("\\", "/").lstrip("/")


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > SUSPECT and info.file_size > MOST_TIMES * max(1, info.compress_size)


def _refuse_directory(data: bytes) -> None:
    """Refuses a directory too long to be looked through."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or end + 22 > len(data):
        raise refusals.no_docx()
    (size,) = struct.unpack_from("<L", data, end + 12)
    if size == 0xFFFFFFFF:
        longer = data.rfind(b"PK\x06\x06", 0, end)
        size = struct.unpack_from("<Q", data, longer + 40)[0] if 0 <= longer < end - 56 else 0
    if size > MOST_PARTS * _LONGEST_ENTRY:
        raise refusals.harmful(_("quá nhiều phần"))
