"""ND30-L-020: the parts that documents of a type have, in a body that is divided at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import DeMuc, Doan
from vanban.model.inlines import plain
from vanban.model.levels import DIVISIONS, Level
from vanban.model.walk import blocks
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.required import lower_first
from vanban.rules.lists import named
from vanban.standards.types import Part
from vanban.viet.text import words_of

_OUTER = frozenset({*DIVISIONS, Level.CHU_HOA, Level.LA_MA})
_DIVIDING = frozenset({*_OUTER, Level.DIEU, Level.SO})


class Lines(Struct, frozen=True):
    """The lines of a document in small letters, by what they are.

    Attributes:
        headings: headings, titles of divisions, and paragraphs in capitals.
        marked: other marked lines.
        plain: paragraphs.
        outer: marked lines of the main text that stand under no other level ("I.", else "1.").
        tasks: how many lines "1. Sở Tài chính tham mưu …" hand out a task themselves.
    """

    headings: tuple[str, ...]
    marked: tuple[str, ...]
    plain: tuple[str, ...]
    outer: tuple[str, ...]
    tasks: int


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each part of the type that no line names."""
    if not subject.kind.phan or not _is_divided(subject):
        return
    lines = _lines(subject)
    for part in subject.kind.phan:
        if not _is_there(rule.data, subject.kind.slug, part, lines):
            message = _("{type} thường có phần {name}.").format(
                type=subject.kind.ten, name=lower_first(part.ten)
            )
            yield rule.finding(subject, message, ("noi_dung",))


def _is_divided(subject: Subject) -> bool:
    """Whether the main text has parts under headings at all."""
    items = (b for b in subject.doc.noi_dung if isinstance(b, DeMuc) and b.cap in _DIVIDING)
    return sum(item.tieu_de or item.cap is Level.DIEU for item in items) > 1


def _is_there(data: Any, slug: str, part: Part, lines: Lines) -> bool:
    """Whether a line names a part of a document of a type."""
    own_name = words_of(part.ten)
    if part.ten in data["ngoai"] and slug in data["loai_ngoai"]:
        names = tuple(map(words_of, data["ngoai"][part.ten]))
        if lines.tasks > 1 or any(name in line for name in names for line in lines.outer):
            return True
        everything = (*lines.headings, *lines.marked, *lines.plain)
        return any(line.startswith(own_name) for line in everything)
    names = tuple(map(words_of, (*part.nhan, *data["cung_la"].get(part.ten, ()))))
    if any(name in heading for name in names for heading in lines.headings):
        return True
    said = tuple(map(words_of, data["loi_van"].get(part.ten, ())))
    return any(line.startswith(names) for line in lines.marked) or any(
        words in line for words in said for line in lines.plain
    )


def _lines(subject: Subject) -> Lines:
    items = [b for _path, b in blocks(subject.doc) if isinstance(b, DeMuc)]
    own = [b for b in subject.doc.noi_dung if isinstance(b, DeMuc)]
    levels = _OUTER if any(item.cap in _OUTER for item in own) else {Level.SO}
    paragraphs = (b for b in subject.doc.noi_dung if isinstance(b, Doan))
    shouted = (b for b in subject.doc.noi_dung if isinstance(b, Doan) and plain(b.chu).isupper())
    numbered = (_words(item) for item in own if item.cap is Level.SO and not item.tieu_de)
    bodies = tuple(f"{word} " for word in named("giao-viec")["ai"])
    return Lines(
        headings=(
            *(_words(item) for item in items if item.tieu_de or not item.dau),
            *map(_words, shouted),
        ),
        marked=tuple(_words(item) for item in items if not item.tieu_de and item.dau),
        plain=tuple(map(_words, paragraphs)),
        outer=tuple(_words(item) for item in own if item.cap in levels),
        tasks=sum(line.startswith(bodies) for line in numbered),
    )


def _words(line: DeMuc | Doan) -> str:
    return words_of(plain(line.chu))
