"""Page numbers where a section has none: in the middle of its header, from its second page."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence

from vanban.findings import Format
from vanban.layout.document import Layout, Section
from vanban.word.elements import is_strict
from vanban.word.ooxml import DECLARATION, R
from vanban.word.revising.markup import Markup, Node
from vanban.word.revising.names import Names
from vanban.word.revising.package import Package

NAME = "page_number"
_STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


def number_pages(package: Package, layout: Layout, paths: Sequence[tuple[int, ...]]) -> None:
    """Give some sections page numbers.

    A header that a section has, or takes over from the one before, gets the number below what it
    says; a section without any gets one of its own, and a first page without number.

    Args:
        package: the file, which is changed.
        layout: as it was read.
        paths: to the ``w:sectPr`` of the sections.

    Raises:
        LookupError: there is no such section.
    """
    known = {section.path: section for section in layout.sections}
    sections = [known[path] for path in paths if path]
    if len(sections) < len(paths):
        raise LookupError("a section without a w:sectPr")
    for part in dict.fromkeys(s.headers.default.part for s in sections):
        if part:
            package.put(part, _numbered(package.read(part)))
    without = [section for section in sections if not section.headers.default.part]
    if without:
        _refer(package, without)


def also(layout: Layout, formats: Sequence[Format]) -> list[Format]:
    """The changes that go with new page numbers: the first page of a document shows none."""
    asked = {one.path for one in formats if one.name == NAME and one.of == "section"}
    first = layout.sections[0] if layout.sections else None
    if first is None or first.path not in asked or first.title_page:
        return []
    if first.headers.default.text.strip():
        return []
    return [Format("section", layout.main_part, first.path, "title_page", True)]


def _numbered(data: bytes) -> bytes:
    """A header with a page number at its end, in an empty paragraph if it ends with one."""
    markup = Markup(data)
    names = Names(markup, markup.root)
    last = markup.root.children[-1] if markup.root.children else None
    if last is not None and last.name == "p" and not _says_anything(last):
        markup.replace(last.start, last.end, _paragraph(names))
    elif last is None:
        markup.fill(markup.root, _paragraph(names))
    else:
        markup.insert(markup.root.close, _paragraph(names))
    return markup.written()


def _says_anything(node: Node) -> bool:
    return any(inner.name in ("r", "sdt", "fldSimple") for inner in node.within())


def _refer(package: Package, sections: Sequence[Section]) -> None:
    """Make one header for some sections that have none."""
    main = package.read(package.main)
    folder = posixpath.dirname(package.main)
    name = posixpath.join(folder, "header-vb.xml")
    while name in package:
        name = name.replace("-vb", "-vb-vb")
    kind = _STRICT_R if is_strict(main) else R
    identity = package.relate(f"{kind}/header", posixpath.basename(name))
    package.declare(name, _KIND)
    markup = Markup(main)
    package.put(name, _header(markup))
    for section in sections:
        node = markup.find(section.path)
        names = Names(markup, node)
        told = {
            f"{names.prefix}:type": "default",
            "xmlns:vbr": kind,
            "vbr:id": identity,
        }
        markup.fill(node, names.written(f"{names.prefix}:headerReference", told))
    package.put(package.main, markup.written())


def _header(main: Markup) -> bytes:
    empty = Markup(f'<w:hdr xmlns:w="{main.uri}"></w:hdr>'.encode())
    names = Names(empty, empty.root)
    empty.fill(empty.root, _paragraph(names))
    return DECLARATION.encode() + empty.written()


def _paragraph(names: Names) -> str:
    """A paragraph in the middle with the number of its page."""
    font = names.element(
        "rFonts", ascii="Times New Roman", hAnsi="Times New Roman", cs="Times New Roman"
    )
    size = names.element("sz", val=28) + names.element("szCs", val=28)
    look = names.element("rPr", font + size)
    parts = (
        names.element("fldChar", fldCharType="begin"),
        names.element("instrText", "PAGE"),
        names.element("fldChar", fldCharType="separate"),
        names.element("t", "2"),
        names.element("fldChar", fldCharType="end"),
    )
    runs = "".join(names.element("r", look + part) for part in parts)
    space = names.element("spacing", before=0, after=0)
    flush = names.element("ind", left=0, right=0, firstLine=0)
    centre = names.element("jc", val="center")
    return names.element("p", names.element("pPr", space + flush + centre) + runs)
