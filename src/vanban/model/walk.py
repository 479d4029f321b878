"""Visiting the parts of a document, each with its path.

A path names a place in the model: ``("noi_nhan", 2)`` is the third recipient,
``("phu_luc", 0, "noi_dung", 5)`` the sixth block of the first appendix. Origin maps paths
to places in the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from msgspec import Struct

from vanban.model.blocks import Bang, Block, Body, DeMuc, Doan
from vanban.model.fields import CORE, Field, Kind, Label, Many, Record, Text, Time
from vanban.model.inlines import Inline, Inlines, Run, plain
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


def prose(van_ban: VanBan, own: Iterable[Field] = ()) -> Iterator[tuple[Path, str]]:
    """Every field whose text is made of words, bodies left out, in the order of the fields.

    Args:
        van_ban: the document.
        own: the fields that its type declares itself.
    """
    for field in CORE:
        if value := getattr(van_ban, field.ten):
            yield from _prose(field.kind, value, (field.ten,))
    for field in own:
        yield from _prose(field.kind, van_ban.rieng.get(field.ten), (field.ten,))


def _prose(kind: Kind, value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if not value:
        return
    match kind:
        case Many():
            for index, item in enumerate(value):
                yield from _prose(kind.kind, item, (*path, index))
        case Record():
            given = value.get if isinstance(value, Mapping) else partial(getattr, value)
            for field in kind.fields:
                yield from _prose(field.kind, given(field.ten), (*path, field.ten))
        case Label() | Text(code=True):
            return
        case Text() | Time():
            yield path, value


def everything(van_ban: VanBan) -> Iterator[tuple[Path, str]]:
    """Every text of a document, marks, levels and codes too: what makes two documents equal."""
    return _everything((), van_ban)


def _everything(path: Path, value: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(value, tuple) and value and isinstance(value[0], Inline):
        yield path, plain(value)
        yield (*path, "dang"), "".join(f"{type(i).__name__}{_look(i)} " for i in value)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _everything((*path, index), item)
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _everything((*path, name), item)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            inner = path if name == "rieng" else (*path, name)
            yield from _everything(inner, getattr(value, name))
    elif value is not None:
        yield path, str(value)


def _look(inline: Inline) -> str:
    """How an inline looks, or where it leads."""
    return f"{inline.dam:d}{inline.nghieng:d}" if isinstance(inline, Run) else inline.nhan


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
