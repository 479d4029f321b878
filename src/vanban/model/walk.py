"""Visiting the parts of a document, each with its path.

A path names a place in the model: ``("noi_nhan", 2)`` is the third recipient,
``("phu_luc", 0, "noi_dung", 5)`` the sixth block of the first appendix. Origin maps paths
to places in the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from vanban.model.blocks import Bang, Block, Body, CuocChu, DeMuc, Doan
from vanban.model.inlines import Inlines
from vanban.model.van_ban import VanBan

Path = tuple[str | int, ...]


def bodies(van_ban: VanBan) -> Iterator[tuple[Path, Body]]:
    """Every body: of the document, of its type's own fields, attached texts and appendices."""
    yield ("noi_dung",), van_ban.noi_dung
    yield from _own_bodies((), van_ban.rieng)
    if van_ban.kem_theo:
        yield ("kem_theo", "noi_dung"), van_ban.kem_theo.noi_dung
    for index, phu_luc in enumerate(van_ban.phu_luc):
        yield ("phu_luc", index, "noi_dung"), phu_luc.noi_dung


def blocks(van_ban: VanBan) -> Iterator[tuple[Path, Block]]:
    """Every block of every body, in reading order."""
    for path, body in bodies(van_ban):
        for index, block in enumerate(body):
            yield (*path, index), block


def inlines(block: Block) -> Iterator[Inlines]:
    """Every run of text inside a block: its line, or caption and cells row by row."""
    if isinstance(block, Doan | DeMuc):
        yield block.chu
    elif isinstance(block, Bang):
        yield block.ten
        yield from block.dau
        for row in block.hang:
            yield from row


def fields_of_text(van_ban: VanBan) -> Iterator[tuple[Path, str]]:
    """Every plain-text field that the author filled in, bodies left out."""
    yield from _strings((), van_ban)
    yield from _strings((), van_ban.rieng)


def _strings(path: Path, value: object) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _strings((*path, index), item)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _strings((*path, name), item)
    elif isinstance(value, Struct) and not isinstance(value, Block | CuocChu):
        for name in value.__struct_fields__:
            if name not in {"bo_qua", "rieng"}:
                yield from _strings((*path, name), getattr(value, name))


def _own_bodies(path: Path, value: object) -> Iterator[tuple[Path, Body]]:
    """The bodies in a type's own fields, however deep in lists and groups."""
    if isinstance(value, Mapping):
        for name, item in value.items():
            yield from _own_bodies((*path, name), item)
    elif isinstance(value, tuple) and value and isinstance(value[0], Block):
        yield path, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _own_bodies((*path, index), item)
