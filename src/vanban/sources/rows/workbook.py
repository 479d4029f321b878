"""A workbook: its sheets, number formats, shared texts and system of dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import IO
from xml.etree.ElementTree import Element
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile
from zlib import error as ZlibError  # noqa: N812  # a class

from msgspec import Struct

from vanban.errors import SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.sources.files import unreadable
from vanban.sources.rows.builtin_formats import BUILTIN, GENERAL
from vanban.sources.rows.other_files import refuse_in_workbook
from vanban.sources.rows.parts import MOST_SHEET, MOST_STRINGS, Parts, Relation
from vanban.sources.rows.shared_strings import Strings
from vanban.sources.rows.xml_stream import Harmful

_FAILURES = (
    BadZipFile, ZlibError, ExpatError, EOFError, LookupError, RuntimeError, SyntaxError, ValueError,
)  # fmt: skip
"""What zip and XML raise for a file that is damaged or is not what its name says."""


class Sheet(Struct, frozen=True):
    """A sheet: its name, the part of the file that holds it, whether it is hidden."""

    name: str
    part: str
    hidden: bool


class Workbook(Struct, frozen=True):
    """What is known of a workbook before its cells are read.

    Attributes:
        parts: the open file.
        sheets: the sheets that have cells, in order.
        formats: the number format of each style.
        strings: the part with the shared texts; None when there is none.
        mac: whether days are counted from 1904.
    """

    parts: Parts
    sheets: tuple[Sheet, ...]
    formats: tuple[str, ...]
    strings: str | None
    mac: bool

    def open(self, sheet: Sheet) -> IO[bytes]:
        """The XML of a sheet."""
        return self.parts.open(sheet.part, MOST_SHEET)

    def shared(self) -> Strings:
        """The texts that cells share."""
        if self.strings is None:
            return Strings()
        with self.parts.open(self.strings, MOST_STRINGS) as stream:
            return Strings(stream)

    def close(self) -> None:
        """Close the file."""
        self.parts.archive.close()


@contextmanager
def refusals(path: str) -> Iterator[None]:
    """Tells in Vietnamese why a workbook cannot be read."""
    try:
        yield
    except Harmful:
        message = _("Tệp chứa dữ liệu lớn bất thường nên không được đọc.")
        raise SourceError.at(message, Place(path), _resave()) from None
    except OSError as error:
        raise unreadable(path, error) from None
    except _FAILURES:
        message = _("Tệp hỏng, hoặc không phải bảng tính Excel (.xlsx).")
        raise SourceError.at(message, Place(path), _resave()) from None


def _resave() -> str:
    return _("Mở tệp bằng Excel rồi lưu lại: File > Save As > Excel Workbook (.xlsx).")


def open_workbook(path: str) -> Workbook:
    """Open a workbook.

    Raises:
        SourceError: there is no such file, it has a password, or it is damaged or no workbook.
    """
    with refusals(path):
        refuse_in_workbook(path)
        archive = ZipFile(path)
        try:
            return _read(Parts(archive))
        except BaseException:
            archive.close()
            raise


def _read(parts: Parts) -> Workbook:
    main = _first(parts.relations(""), "officeDocument")
    if main is None:
        raise LookupError("officeDocument")
    related = parts.relations(main)
    book, styles = parts.whole(main), _first(related, "styles")
    return Workbook(
        parts,
        tuple(_sheets(book, related)),
        _formats(parts.whole(styles)) if styles else (),
        _first(related, "sharedStrings"),
        any(each.get("date1904") in ("1", "true") for each in book.iterfind("{*}workbookPr")),
    )


def _first(relations: Mapping[str, Relation], kind: str) -> str | None:
    return next((each.part for each in relations.values() if each.kind == kind), None)


def _sheets(book: Element, related: Mapping[str, Relation]) -> Iterator[Sheet]:
    """The sheets with cells; charts and macros can be sheets too."""
    for each in book.iterfind("{*}sheets/{*}sheet"):
        # The id has the namespace of the standard that was followed, of which there are two.
        named = next((value for name, value in each.items() if name.endswith("}id")), "")
        relation = related.get(named)
        if relation and relation.kind == "worksheet":
            hidden = each.get("state", "visible") != "visible"
            yield Sheet(each.get("name", ""), relation.part, hidden)


def _formats(root: Element) -> tuple[str, ...]:
    """The number format of each style of cells."""
    codes = dict(BUILTIN)
    for own in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[own.get("numFmtId", "")] = own.get("formatCode", GENERAL)
    styles = root.iterfind("{*}cellXfs/{*}xf")
    return tuple(codes.get(style.get("numFmtId", "0"), GENERAL) for style in styles)
