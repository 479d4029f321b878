"""Changes of formatting made in a .docx, and nothing else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from vanban.findings import Format
from vanban.layout.document import Layout
from vanban.word.reader import read
from vanban.word.revising import drawing_formats, page_numbers, runs
from vanban.word.revising.markup import Markup, Node
from vanban.word.revising.names import Names
from vanban.word.revising.package import Package
from vanban.word.revising.page_formats import pages
from vanban.word.revising.properties import Track, properties
from vanban.word.revising.table_formats import cell, table
from vanban.word.revising.text_formats import Value

Path = tuple[int, ...]
_IDS = re.compile(rb"""\w+:id\s*=\s*["'](\d{1,9})["']""")
_AROUND = ("section", "table", "cell", "drawing")


def can_be_tracked(formats: Iterable[Format]) -> bool:
    """Whether Word can record all of some changes as tracked ones."""
    return not any(one.of == "drawing" or one.name == page_numbers.NAME for one in formats)


def formatted(data: bytes, formats: Sequence[Format], when: datetime | None = None) -> bytes:
    """A .docx with some changes of formatting.

    Args:
        data: the file; it is not changed.
        formats: the changes.
        when: the time that they get as tracked changes; None makes them silently.

    Raises:
        SourceError: the file cannot be read.
        LookupError: a change is of something that is not there, or cannot be set.
        ValueError: a value that no such property has.
    """
    package = Package(data)
    track = None if when is None else Track(when, _free_id(package))
    by_part: dict[str, list[Format]] = defaultdict(list)
    for one in _with_numbers(package, data, formats):
        by_part[one.part].append(one)
    for part, found in by_part.items():
        around = [one for one in found if one.of in _AROUND]
        if around:
            package.put(part, _around(package.read(part), around, track))
    for part, found in by_part.items():
        inside = [one for one in found if one.of not in _AROUND]
        if inside:
            layout = read(package.written())
            package.put(part, _inside(package.read(part), part, layout, inside, track))
    return package.written()


def _with_numbers(package: Package, data: bytes, formats: Sequence[Format]) -> list[Format]:
    """The changes that are left after sections have got page numbers."""
    paths = [one.path for one in formats if one.name == page_numbers.NAME]
    if not paths:
        return list(formats)
    layout = read(data)
    page_numbers.number_pages(package, layout, list(dict.fromkeys(paths)))
    rest = [one for one in formats if one.name != page_numbers.NAME]
    return [*rest, *page_numbers.also(layout, formats)]


def _free_id(package: Package) -> int:
    """An id that no change in the file has."""
    found = [int(number) for number in _IDS.findall(package.read(package.main))]
    return max(found, default=0) + 1_000


def _around(data: bytes, formats: Sequence[Format], track: Track | None) -> bytes:
    """Changes of sections, tables and drawings."""
    markup = Markup(data)
    for (of, path), wanted in _grouped(formats).items():
        node = markup.find(path)
        if of == "drawing":
            drawing_formats.change(markup, node, wanted)
        elif of == "section":
            _section(markup, node, wanted, track)
        elif of == "table":
            table(markup, node, wanted, track)
        else:
            cell(markup, node, wanted, track)
    return markup.written()


def _grouped(formats: Sequence[Format]) -> dict[tuple[str, Path], dict[str, Value]]:
    """What is wanted of each thing; of two values for one property the later holds."""
    found: dict[tuple[str, Path], dict[str, Value]] = defaultdict(dict)
    for one in formats:
        found[one.of, one.path][one.name] = one.value
    return found


def _section(markup: Markup, node: Node, wanted: Mapping[str, Value], track: Track | None) -> None:
    if node.name != "sectPr":
        raise LookupError(f"no section: {node.name}")
    names, old = Names(markup, node), properties(markup, "sectPr", node)
    text = old.with_(names, pages(names, old, wanted), track, always=True)
    markup.replace(node.start, node.end, text)


def _inside(
    data: bytes, part: str, layout: Layout, formats: Sequence[Format], track: Track | None
) -> bytes:
    """Changes of paragraphs and their text."""
    known = {p.path: p for p in layout.everything() if p.part == part}
    markup = Markup(data)
    by_paragraph: dict[Path, list[Format]] = defaultdict(list)
    for one in formats:
        by_paragraph[one.path].append(one)
    for path, found in by_paragraph.items():
        runs.change(markup, known[path], found, track)
    return markup.written()
