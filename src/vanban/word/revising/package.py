"""A .docx in which some parts are put anew; all others keep their bytes, packed as they are."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
from collections.abc import Iterator, Mapping

from vanban.word.elements import parse
from vanban.word.ooxml import DECLARATION
from vanban.word.package import Entry, deflate_own, entry, write
from vanban.word.reader import refusals
from vanban.word.reader.archive import Archive
from vanban.word.reader.relations import Relation, main_part, relations
from vanban.word.revising.markup import Markup

TYPES = "[Content_Types].xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_ENCRYPTED = 1
_HEAD = 30  # bytes of the head of an entry before its name


class Package:
    """The parts of a .docx, some of them put anew.

    Args:
        data: the bytes of the file.

    Attributes:
        main: the name of its main part.

    Raises:
        SourceError: it is none.
    """

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._archive = Archive(data)
        self._new: dict[str, bytes] = {}
        self.main = main_part(self._archive) or ""

    def __contains__(self, name: str) -> bool:
        return name in self._new or name in self._archive

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        return self._new.get(name) or self._archive.read(name)

    def put(self, name: str, content: bytes) -> None:
        """Give a part other bytes, or add it."""
        self._new[name] = content

    def relations(self) -> Mapping[str, Relation]:
        """What the main part refers to, by id."""
        return relations(self._archive, self.main)

    def relate(self, kind: str, target: str) -> str:
        """Let the main part refer to another, which lies beside it; the id of the reference.

        Args:
            kind: the whole type of the relationship.
            target: the part's name without folders.
        """
        folder, name = posixpath.split(self.main)
        part = posixpath.join(folder, "_rels", f"{name}.rels")
        number = 1
        while f"rIdVB{number}" in self.relations():
            number += 1
        told = f'Id="rIdVB{number}" Type="{kind}" Target="{target}"'
        if part in self:
            self.put(part, _with_last(self.read(part), "Relationship", told))
        else:
            inner = f'<Relationships xmlns="{_RELATIONSHIPS}"><Relationship {told}/>'
            self.put(part, f"{DECLARATION}{inner}</Relationships>".encode())
        return f"rIdVB{number}"

    def declare(self, name: str, kind: str) -> None:
        """Tell what kind of content a part has, unless that is told.

        Raises:
            SourceError: the part that tells it is missing or broken.
        """
        if TYPES not in self:
            raise refusals.damaged(TYPES)
        types = self.read(TYPES)
        parse(TYPES, types)  # the reader does not look at it
        if f'"/{name}"'.lower().encode() not in types.lower():
            told = f'PartName="/{name}" ContentType="{kind}"'
            self.put(TYPES, _with_last(types, "Override", told))

    def written(self) -> bytes:
        """The bytes of the file."""
        return write(self._entries())

    def _entries(self) -> Iterator[Entry]:
        new = {name.lower(): (name, content) for name, content in self._new.items()}
        with zipfile.ZipFile(io.BytesIO(self._data)) as archive:
            for info in archive.infolist():
                if info.is_dir():
                    continue
                changed = new.pop(info.filename.replace("\\", "/").lstrip("/").lower(), None)
                if changed is not None:
                    yield deflate_own(info.filename, changed[1])
                else:
                    yield self._as_it_is(archive, info)
        for name, content in new.values():
            yield deflate_own(name, content)

    def _as_it_is(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Entry:
        if info.compress_type != zipfile.ZIP_DEFLATED or info.flag_bits & _ENCRYPTED:
            try:
                return deflate_own(info.filename, archive.read(info))
            except (RuntimeError, NotImplementedError, OSError, ValueError, zipfile.BadZipFile):
                raise refusals.damaged(info.filename) from None
        at = info.header_offset
        name, extra = struct.unpack_from("<2H", self._data, at + _HEAD - 4)
        begin = at + _HEAD + name + extra
        packed = self._data[begin : begin + info.compress_size]
        return entry(info.filename.encode(), packed, info.CRC, info.file_size)


def _with_last(data: bytes, name: str, told: str) -> bytes:
    """A part of a package with one more element in its root."""
    markup = Markup(data)
    root = markup.root
    prefix = markup.qname(root).rpartition(":")[0]
    element = f"<{prefix}:{name} {told}/>" if prefix else f"<{name} {told}/>"
    if root.close == root.start:
        markup.fill(root, element)
    else:
        markup.insert(root.close, element)
    return markup.written()
