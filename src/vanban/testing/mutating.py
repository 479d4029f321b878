"""Seeding faults in a rendered .docx, in a small language that test cases write as data.

A case has ``example`` (a source among the examples, without its ending) and some of:

* ``at``: slug of a component ("quoc_hieu"), with ``n`` for the n-th line of it from 0;
  ``part`` is the index of the part in which it stands. On the paragraphs there:
  ``runs`` {size, bold, italic, font, colour, caps, underline}, ``shape`` {align, before, after,
  line, first, left} (twips, as OOXML has them), ``text`` (all of it), ``replace`` {old: new},
  ``remove``, ``before`` (an empty paragraph above: "empty"; else one with this text), ``every``
  (all lines of the component and not one).
* ``section`` {pgSz, pgMar, pgNumType: {attribute: value}, drop: [element names]} on every section,
  or on the one of index ``n``.
* ``files`` {name: content}: further parts of the package.
* ``xml``: a list of {part, xpath, set: {attribute: value}, text, remove, append, before}.

``steps`` is a list of such records.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Mapping
from typing import Any

from lxml import etree

from vanban.word.reader import find, read
from vanban.word.recognize import recognize

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = {"w": W}
MAIN = "word/document.xml"


def mutated(data: bytes, case: Mapping[str, Any]) -> bytes:
    """A .docx with the faults of a case."""
    for step in case.get("steps", [case]):
        data = _step(data, step)
    return data


def _step(data: bytes, step: Mapping[str, Any]) -> bytes:
    parts = _unpacked(data)
    if "at" in step:
        part, paths = _paragraphs(data, step)
        root = etree.fromstring(parts[part])
        for paragraph in [find(root, path) for path in paths]:
            _change(paragraph, step)
        parts[part] = etree.tostring(root)
    if "section" in step:
        root = etree.fromstring(parts[MAIN])
        found = root.findall(f".//{{{W}}}sectPr")
        for section in [found[int(step["n"])]] if "n" in step else found:
            _change_section(section, step["section"])
        parts[MAIN] = etree.tostring(root)
    for name, content in step.get("files", {}).items():
        parts[name] = content.encode()
    for change in step.get("xml", []):
        name = change.get("part", MAIN)
        root = etree.fromstring(parts[name])
        _change_xml(root, change)
        parts[name] = etree.tostring(root)
    return _packed(parts)


def _unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _paragraphs(data: bytes, step: Mapping[str, Any]) -> tuple[str, list[tuple[int, ...]]]:
    """The part and the paths of the paragraphs that a step changes."""
    found = recognize(read(data))
    slug, _colon, role = step["at"].partition(":")
    part = found.parts[int(step.get("part", 0))]
    pieces = [p for p in part.pieces if p.slug == slug and (not role or p.role == role)]
    if not pieces:
        pieces = [p for p in found.margins if p.slug == slug]
    if not pieces:
        raise AssertionError(f"no {step['at']} in the example")
    chosen = pieces if "every" in step else [pieces[int(step.get("n", 0))]]
    return chosen[0].paragraph.part, list(dict.fromkeys(p.paragraph.path for p in chosen))


def _change(paragraph: Any, step: Mapping[str, Any]) -> None:
    for run in paragraph.iter(f"{{{W}}}r"):
        for name, value in step.get("runs", {}).items():
            _set_run(run, name, value)
    for name, value in step.get("shape", {}).items():
        _set_shape(paragraph, name, value)
    _change_text(list(paragraph.iter(f"{{{W}}}t")), step)
    if "before" in step:
        _insert(paragraph, step["before"])
    if "remove" in step:
        paragraph.getparent().remove(paragraph)


def _change_text(texts: list[Any], step: Mapping[str, Any]) -> None:
    if "text" in step:
        for element in texts[1:]:
            element.text = ""
        _write(texts[0], step["text"])
    for old, new in step.get("replace", {}).items():
        if not any(old in (element.text or "") for element in texts):
            raise AssertionError(f"no {old!r}")
        for element in texts:
            _write(element, (element.text or "").replace(old, new))


def _write(element: Any, text: str) -> None:
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _insert(paragraph: Any, text: str) -> None:
    added = copy.deepcopy(paragraph)
    for child in list(added):
        if child.tag != f"{{{W}}}pPr" and (text == "empty" or child.tag != f"{{{W}}}r"):
            added.remove(child)
    for element in added.iter(f"{{{W}}}t"):
        _write(element, text)
    paragraph.addprevious(added)


def _child(parent: Any, name: str) -> Any:
    found = parent.find(f"w:{name}", NAMES)
    return found if found is not None else etree.SubElement(parent, f"{{{W}}}{name}")


def _properties(element: Any, name: str) -> Any:
    found = element.find(f"w:{name}", NAMES)
    if found is None:
        found = etree.Element(f"{{{W}}}{name}")
        element.insert(0, found)
    return found


def _set_run(run: Any, name: str, value: str) -> None:
    look = _properties(run, "rPr")
    flags = {"bold": "b", "italic": "i", "caps": "caps"}
    if name in flags:
        _child(look, flags[name]).set(f"{{{W}}}val", "1" if value == "có" else "0")
    elif name == "size":
        _child(look, "sz").set(f"{{{W}}}val", str(round(float(value) * 2)))
    elif name == "font":
        for kind in ("ascii", "hAnsi", "cs"):
            _child(look, "rFonts").set(f"{{{W}}}{kind}", value)
    else:
        _child(look, {"colour": "color", "underline": "u"}[name]).set(f"{{{W}}}val", value)


def _set_shape(paragraph: Any, name: str, value: str) -> None:
    shape = _properties(paragraph, "pPr")
    element, attribute = {
        "align": ("jc", "val"),
        "before": ("spacing", "before"),
        "after": ("spacing", "after"),
        "line": ("spacing", "line"),
        "first": ("ind", "firstLine"),
        "left": ("ind", "left"),
    }[name]
    _child(shape, element).set(f"{{{W}}}{attribute}", value)


def _change_section(section: Any, changes: Mapping[str, Any]) -> None:
    for name, values in changes.items():
        if name == "drop":
            for gone in values:
                for element in section.findall(f"w:{gone}", NAMES):
                    section.remove(element)
            continue
        for attribute, value in (values or {}).items():
            _child(section, name).set(f"{{{W}}}{attribute}", value)


def _change_xml(root: Any, change: Mapping[str, Any]) -> None:
    found = root.xpath(change["xpath"], namespaces=NAMES)
    if not found:
        raise AssertionError(f"nothing at {change['xpath']}")
    for element in found:
        for name, value in change.get("set", {}).items():
            element.set(f"{{{W}}}{name}", value)
        if "text" in change:
            element.text = change["text"]
        element.extend(_written(change.get("append", "")))
        for added in _written(change.get("before", "")):
            element.addprevious(added)
        if "remove" in change:
            element.getparent().remove(element)


def _written(text: str) -> list[Any]:
    """Elements from their XML, which may use the prefix w."""
    return list(etree.fromstring(f'<x xmlns:w="{W}">{text}</x>'))
