"""Native footnotes: the marks in the text and the notes in their own part."""

from __future__ import annotations

from vanban.patterns import later
from vanban.word.ooxml import field, run
from vanban.word.style_sheet import NOTE_MARK

PART = "word/footnotes.xml"
_BOOKMARKS = 90_000
"""Ids of bookmarks begin here, above those that a template may have."""
_ID = later(r'<w:footnote\b[^>]*w:id="(\d+)"')
_RAISED = f'<w:rStyle w:val="{NOTE_MARK}"/><w:vertAlign w:val="superscript"/>'
_LOOK = f"<w:rPr>{_RAISED}</w:rPr>"  # LibreOffice raises a note's own number only when told here


def mark(identity: int) -> str:
    """The mark of a footnote in the text, under a bookmark so that it can be repeated."""
    bookmark = _BOOKMARKS + identity
    return (
        f'<w:bookmarkStart w:id="{bookmark}" w:name="_cc{identity}"/>'
        f'<w:r>{_LOOK}<w:footnoteReference w:id="{identity}"/></w:r>'
        f'<w:bookmarkEnd w:id="{bookmark}"/>'
    )


def repeated(identity: int, number: int) -> str:
    """The mark of a footnote that was referred to before: its number, kept by Word."""
    return field(f"NOTEREF _cc{identity} \\h", str(number), _RAISED)


def last(part: str) -> int:
    """The highest id of a footnote in a part; 0 when it has but separators."""
    return max((int(found) for found in _ID.findall(part)), default=0)


def footnote(identity: int, style: str, content: str) -> str:
    """One footnote: its mark, a space, its text."""
    return (
        f'<w:footnote w:id="{identity}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f"<w:r>{_LOOK}<w:footnoteRef/></w:r>{run(' ')}{content}</w:p></w:footnote>"
    )


def part(template: str, notes: str) -> str:
    """The footnotes part of a template with the notes of a document added."""
    head, end, tail = template.rpartition("</w:footnotes>")
    return head + notes + end + tail
