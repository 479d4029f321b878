"""Notes as comments of Word: in the margin, around the words that they are about."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from msgspec import Struct

from vanban.errors import SourceError
from vanban.layout.document import Layout
from vanban.location import Spot
from vanban.messages import _
from vanban.word.elements import is_strict
from vanban.word.ooxml import DECLARATION, R
from vanban.word.reader import read
from vanban.word.revising.anchors import Mark, mark
from vanban.word.revising.markup import Markup
from vanban.word.revising.names import Names, words
from vanban.word.revising.package import Package
from vanban.word.revising.places import Anchor, Places
from vanban.word.revising.proof import wording
from vanban.word.revising.properties import AUTHOR, stamp
from vanban.word.revising.unfit import refuse

INITIALS = "VB"
MOST_OTHERS = 10
"""So many further places are named in a comment."""
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_ID = re.compile(rb"""<(?:\w+:)?comment\s[^>]*?\w+:id\s*=\s*["'](\d{1,9})["']""")
_FLAT = str.maketrans("\t\r\n\v\f", "     ")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Note(Struct, frozen=True):
    """What a comment says of a place.

    Attributes:
        lines: a paragraph each.
        spot: the place; None is the whole file.
        quote: the words; "" for none.
        others: further places that it is about, which get no comment of their own.
    """

    lines: tuple[str, ...]
    spot: Spot | None = None
    quote: str = ""
    others: tuple[Spot, ...] = ()


def commented(data: bytes, notes: Sequence[Note], when: datetime) -> bytes:
    """A .docx with notes as comments beside those that it has; its text stays as it is.

    Args:
        data: the file; it is not changed.
        notes: what is to be said.
        when: the time that the comments get.

    Raises:
        SourceError: it cannot be read, or is signed, protected or has macros.
    """
    layout = read(data)
    refuse(layout.settings, commenting=True)
    if not notes:
        return data
    made = _with(Package(data), layout, notes, when)
    after = read(made)
    kept = len(layout.comments)
    if wording(after) != wording(layout) or after.comments[:kept] != layout.comments:
        raise SourceError.at(_("Không ghi được chú thích mà giữ nguyên câu chữ của tệp này."))
    return made


def _with(package: Package, layout: Layout, notes: Sequence[Note], when: datetime) -> bytes:
    markup = Markup(package.read(package.main))
    name, content = _comments(package, is_strict(package.read(package.main)))
    first = max((int(found) for found in _ID.findall(content)), default=-1) + 1
    places = Places(layout, markup)
    marks: dict[tuple[int, ...], list[Mark]] = defaultdict(list)
    told = []
    paragraphs = {}
    for identity, note in enumerate(notes, first):
        anchor = places.anchor(note.spot, note.quote)
        if anchor is None:
            raise SourceError.at(_("Tệp không có đoạn văn nào để gắn chú thích."))
        path = anchor.paragraph.path
        paragraphs[path] = anchor.paragraph
        marks[path].append(Mark(identity, anchor.start, anchor.end))
        told.append((identity, tuple(_lines(note, anchor, places))))
    for path, found in marks.items():
        mark(markup, paragraphs[path], found)
    package.put(package.main, markup.written())
    package.put(name, _added(content, told, stamp(when)))
    return package.written()


def _lines(note: Note, anchor: Anchor, places: Places) -> Iterator[str]:
    """What a comment says: the note, before it a place that takes none, after it others."""
    first, *more = note.lines
    yield f"{first} ({anchor.instead})" if anchor.instead else first
    yield from more
    found = list(dict.fromkeys(filter(None, map(places.words, note.others))))
    if found:
        more_than_told = " …" if len(found) > MOST_OTHERS else ""
        told = ", ".join(f"“{words}”" for words in found[:MOST_OTHERS])
        yield _("Cũng ở: {places}").format(places=told + more_than_told)


def _comments(package: Package, strict: bool) -> tuple[str, bytes]:
    """The name and the bytes of the part that holds comments, which may be new."""
    for relation in package.relations().values():
        if relation.kind == "comments" and not relation.outside and relation.target in package:
            return relation.target, package.read(relation.target)
    name = posixpath.join(posixpath.dirname(package.main), "comments.xml")
    while name in package:  # one that nothing refers to
        name = name.replace("comments", "comments-vb")
    package.relate(f"{_STRICT_R if strict else R}/comments", posixpath.basename(name))
    package.declare(name, _KIND)
    uri = Markup(package.read(package.main)).uri
    return name, f'{DECLARATION}<w:comments xmlns:w="{uri}"></w:comments>'.encode()


def _added(content: bytes, told: Sequence[tuple[int, Sequence[str]]], when: str) -> bytes:
    markup = Markup(content)
    names = Names(markup, markup.root)
    more = "".join(_comment(names, identity, lines, when) for identity, lines in told)
    if markup.root.close == markup.root.start:
        markup.fill(markup.root, more)
    else:
        markup.insert(markup.root.close, more)
    return markup.written()


def _comment(names: Names, identity: int, lines: Sequence[str], when: str) -> str:
    inner = "".join(_line(names, line, first=not index) for index, line in enumerate(lines))
    return names.element("comment", inner, id=identity, author=AUTHOR, date=when, initials=INITIALS)


def _line(names: Names, line: str, *, first: bool) -> str:
    """A paragraph of a comment, in small letters whatever the file's own style says."""
    shape = names.element("spacing", before=0, after=0, line=240, lineRule="auto")
    flush = names.element("ind", left=0, firstLine=0)
    left = names.element("jc", val="left")
    sign = names.element("r", names.element("annotationRef")) if first else ""
    small = names.element("sz", val=20) + names.element("szCs", val=20)
    bold = names.element("b") if first else names.element("b", val=0)
    upright = names.element("i", val=0)
    look = names.element("rPr", bold + upright + small)
    text = names.element("r", look + words(names, _FORBIDDEN.sub("?", line.translate(_FLAT))))
    return names.element("p", names.element("pPr", shape + flush + left) + sign + text)
