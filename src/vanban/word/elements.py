"""Elements of a part that somebody else may have written: parsed safely, read tolerantly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from vanban.errors import SourceError
from vanban.messages import _
from vanban.patterns import later
from vanban.units import Length, cm, mm, pt
from vanban.word.ooxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ALTERNATE, _CHOICE, FALLBACK = (
    f"{{http://schemas.openxmlformats.org/markup-compatibility/2006}}{name}"
    for name in ("AlternateContent", "Choice", "Fallback")
)
_MEASURE = later(r"(-?\d{1,9}(?:\.\d{1,20})?)(mm|cm|in|pt|pc|pi)?")
_OFF = frozenset({"0", "false", "off"})


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


_WRAPPERS = frozenset(
    w(name)
    for name in (
        "sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple",
        "ins", "moveTo", "dir", "bdo",
    )
)  # fmt: skip
_DELETED = frozenset({w("del"), w("moveFrom")})


def parse(part: str, data: bytes) -> Element:
    """The root of a part.

    Raises:
        SourceError: it is not well-formed, or has a DTD (which could load or blow up).
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        message = _("Phần {part} của tệp Word không đọc được (XML hỏng ở dòng {line}).")
        raise _refused(message.format(part=part, line=error.lineno or 1)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        message = _("Phần {part} của tệp Word có khai báo DTD nên bị từ chối.")
        raise _refused(message.format(part=part))
    return root


def _refused(message: str) -> Exception:
    return SourceError.at(message, advice=_("Mở bằng Word và lưu lại thành tệp .docx mới."))


def content(parent: Element) -> Iterator[Element]:
    """The children that show: wrappers are entered, deleted content is left out."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from content(child)
        elif child.tag == _ALTERNATE:
            yield from content(_alternative(child))
        elif child.tag not in _DELETED:
            yield child


def _alternative(element: Element) -> Element:
    """The branch to read: the first choice with text, else the fallback."""
    for choice in element.iterchildren(_CHOICE):
        if next(choice.iter(w("t")), None) is not None:
            return choice
    fallback = element.find(FALLBACK)
    return element if fallback is None else fallback


def child(parent: Element | None, name: str) -> Element | None:
    """The first child of that name; None when there is none."""
    return None if parent is None else parent.find(w(name))


def attribute(element: Element | None, *names: str) -> str | None:
    """The first of some attributes that is there; None when none is."""
    if element is None:
        return None
    return next((found for name in names if (found := element.get(w(name))) is not None), None)


def value(parent: Element | None, name: str) -> str | None:
    """``w:val`` of a child; None when there is no such child or it has no value."""
    return attribute(child(parent, name), "val")


def toggle(parent: Element | None, name: str) -> bool | None:
    """Whether a property is on or off; None when nothing is said."""
    found = child(parent, name)
    return None if found is None else attribute(found, "val") not in _OFF


def measure(text: str | None) -> Length | None:
    """A length in twips, or with its unit; None when it is missing or no length.

    >>> measure("720"), measure("1.27cm"), measure("rộng")
    (457200, 457200, None)
    """
    found = _MEASURE.fullmatch(text or "")
    if not found:
        return None
    number = float(found[1])
    match found[2]:
        case None:
            return pt(number / 20)
        case "mm":
            return mm(number)
        case "cm":
            return cm(number)
        case "in":
            return pt(number * 72)
        case "pt":
            return pt(number)
        case _:  # picas
            return pt(number * 12)


def number(text: str | None) -> int | None:
    """A whole number of 0 or more; None when it is missing or no number."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None
