"""Elements of a part that somebody else may have written: parsed safely, read tolerantly."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from vanban.errors import SourceError
from vanban.messages import _
from vanban.patterns import later
from vanban.units import Length, cm, mm, pt
from vanban.word.ooxml import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MEASURE = later(r"(-?\d{1,9}(?:\.\d{1,20})?)(mm|cm|in|pt|pc|pi)?")
_STRICT = b"http://purl.oclc.org/ooxml/"
_OOXML = b"http://schemas.openxmlformats.org/"
_NAMESPACES = (
    (_STRICT + b"wordprocessingml/main", _OOXML + b"wordprocessingml/2006/main"),
    (_STRICT + b"officeDocument/relationships", _OOXML + b"officeDocument/2006/relationships"),
    (_STRICT + b"drawingml/main", _OOXML + b"drawingml/2006/main"),
    (
        _STRICT + b"drawingml/wordprocessingDrawing",
        _OOXML + b"drawingml/2006/wordprocessingDrawing",
    ),
    (_STRICT + b"drawingml/picture", _OOXML + b"drawingml/2006/picture"),
)
MOST_MARKS = 1_500_000
"""A part has at most so many "<": about two for each element."""
_TOO_MUCH = etree.ErrorTypes.ERR_RESOURCE_LIMIT
_OFF = frozenset({"0", "false", "off"})


@cache
def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def parse(part: str, data: bytes) -> Element:
    """The root of a part; a part of the strict standard is read as one of the usual one.

    Raises:
        SourceError: it is not well-formed, has a DTD (which could load or blow up), or has more
            elements than any real document.
    """
    if data.count(b"<") > MOST_MARKS:
        message = _("Phần {part} của tệp Word lớn bất thường nên không được đọc.")
        raise _refused(message.format(part=part))
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(_usual(data), parser)
    except etree.XMLSyntaxError as error:
        if error.code == _TOO_MUCH and b"<!DOCTYPE" in data[:4096]:
            raise _has_dtd(part) from None
        if error.code == _TOO_MUCH:
            message = _("Phần {part} của tệp Word lồng nhau quá sâu hoặc quá lớn.")
            raise _refused(message.format(part=part)) from None
        message = _("Phần {part} của tệp Word không đọc được (XML hỏng ở dòng {line}).")
        raise _refused(message.format(part=part, line=error.lineno or 1)) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _has_dtd(part)
    return root


def _has_dtd(part: str) -> Exception:
    message = _("Phần {part} của tệp Word có khai báo DTD nên bị từ chối.")
    return _refused(message.format(part=part))


def is_strict(data: bytes) -> bool:
    """Whether a part follows the strict standard, which has namespaces of its own."""
    return _STRICT in data[:4096]


def _usual(data: bytes) -> bytes:
    """A part with the namespaces of the usual standard instead of the strict ones."""
    if not is_strict(data):
        return data
    for strict, usual in _NAMESPACES:
        data = data.replace(strict, usual)
    return data


def _refused(message: str) -> Exception:
    return SourceError.at(message, advice=_("Mở bằng Word và lưu lại thành tệp .docx mới."))


def child(parent: Element | None, name: str) -> Element | None:
    """The first child of that name; None when there is none."""
    if parent is None:
        return None
    wanted = w(name)
    for element in parent:  # four times as fast as parent.find
        if element.tag == wanted:
            return element
    return None


def children(parent: Element | None) -> dict[str, Element]:
    """The children of an element by their whole names, the last of each name."""
    return {} if parent is None else {str(element.tag): element for element in parent}


def attribute(element: Element | None, *names: str) -> str | None:
    """The first of some attributes that is there; None when none is."""
    if element is not None:
        for name in names:
            found = element.get(w(name))
            if found is not None:
                return found
    return None


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
    twips = number(text)
    if twips is not None:
        return Length(twips * 635)  # what nearly all are, in EMU
    found = _MEASURE.fullmatch(text or "")
    if not found:
        return None
    count = float(found[1])
    match found[2]:
        case None:
            return pt(count / 20)
        case "mm":
            return mm(count)
        case "cm":
            return cm(count)
        case "in":
            return pt(count * 72)
        case "pt":
            return pt(count)
        case _:  # picas
            return pt(count * 12)


def number(text: str | None) -> int | None:
    """A whole number of 0 or more; None when it is missing or no number."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else None


def signed(text: str | None) -> int | None:
    """A whole number that may be negative; None when it is missing or no number.

    >>> signed("-360000"), signed("--5"), signed("²")
    (-360000, None, None)
    """
    digits = (text or "").strip()
    plain = digits[1:] if digits.startswith("-") else digits
    return int(digits) if plain.isascii() and plain.isdigit() and len(plain) < 14 else None
