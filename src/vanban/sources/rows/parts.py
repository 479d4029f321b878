"""The parts of a workbook: files in a zip archive that name each other."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import IO
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from msgspec import Struct

from vanban.sources.rows.xml_stream import Harmful, whole

MOST_PARTS = 10_000
MOST_WHOLE, MOST_STRINGS, MOST_SHEET = 50_000_000, 200_000_000, 1_500_000_000
"""So many bytes, unpacked, has a part at most that is read whole, the shared texts, a sheet."""
_LARGE, _PACKED = 20_000_000, 300
"""A part of more bytes than this is packed to no less than the 300th of its size."""


class Relation(Struct, frozen=True):
    """That a part needs another: what for, and its name; "" for what lies elsewhere."""

    kind: str
    part: str


class Parts:
    """The parts of an open archive, by names in which capitals do not count.

    Attributes:
        archive: the archive.
    """

    def __init__(self, archive: ZipFile) -> None:
        """Look at what the archive holds.

        Raises:
            Harmful: it was made to fill the memory.
        """
        self.archive = archive
        infos = archive.infolist()
        if len(infos) > MOST_PARTS:
            raise Harmful
        for info in infos:
            if info.file_size > _LARGE and info.file_size > _PACKED * info.compress_size:
                raise Harmful
        self._infos = {info.filename.replace("\\", "/").lower(): info for info in infos}

    def open(self, part: str, most: int) -> IO[bytes]:
        """The bytes of a part.

        Raises:
            KeyError: there is no such part.
            Harmful: it has more bytes than ``most``.
            RuntimeError: it has a password.
        """
        info = self._infos[part.lower()]
        if info.file_size > most:
            raise Harmful
        return self.archive.open(info)

    def whole(self, part: str) -> Element:
        """A part as a tree; raises what `open` raises, and ParseError."""
        with self.open(part, MOST_WHOLE) as stream:
            return whole(stream)

    def relations(self, part: str) -> Mapping[str, Relation]:
        """What a part needs, by the ids that it uses for it; ``""`` is the archive itself."""
        folder, name = posixpath.split(part)
        named = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, Relation] = {}
        for each in self.whole(named).iterfind("{*}Relationship"):
            kind = each.get("Type", "").rpartition("/")[2]
            outside = each.get("TargetMode") == "External"
            target = "" if outside else _inside(folder, each.get("Target", ""))
            found[each.get("Id", "")] = Relation(kind, target)
        return found


def _inside(folder: str, target: str) -> str:
    """The name of a part that another names.

    >>> _inside("xl", "worksheets/sheet1.xml"), _inside("xl", "/xl/styles.xml")
    ('xl/worksheets/sheet1.xml', 'xl/styles.xml')
    """
    return posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
