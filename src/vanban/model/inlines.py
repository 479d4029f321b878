"""What stands inside a line: text, footnote marks, references."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct


class Run(Struct, frozen=True):
    """Text of one look. ``dam`` (đậm) is bold, ``nghieng`` (nghiêng) italic."""

    text: str
    dam: bool = False
    nghieng: bool = False


class NoteRef(Struct, frozen=True):
    """``[^nhan]``: the mark of the footnote (cước chú) with that label."""

    nhan: str


class Ref(Struct, frozen=True):
    """``@nhan``: printed as what the labelled place is called ("khoản 2 Điều 5")."""

    nhan: str


Inline = Run | NoteRef | Ref
Inlines = tuple[Inline, ...]


def plain(inlines: Iterable[Inline]) -> str:
    """The text without marks; a reference shows as typed, a footnote mark not at all.

    >>> plain((Run("điển hình"), NoteRef("1"), Run(" là "), Ref("dieu-2")))
    'điển hình là @dieu-2'
    """
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    if isinstance(inline, Run):
        return inline.text
    return f"@{inline.nhan}" if isinstance(inline, Ref) else ""
