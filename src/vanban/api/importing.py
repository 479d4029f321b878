"""From a .docx to a source in YAML, with what was not understood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from vanban import plugins
from vanban.errors import SourceError, VanbanError
from vanban.location import Place
from vanban.messages import _
from vanban.plugins import Registry

if TYPE_CHECKING:
    from vanban.layout.paragraph import Paragraph
    from vanban.layout.recognized import Piece, Recognized
    from vanban.model.origin import Path as DocPath
    from vanban.model.van_ban import VanBan
    from vanban.standards.types import DocumentType
    from vanban.word.drafting import Draft
    from vanban.word.recognize import TypeName

_OLD, _OLD_TEXT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "WordDocument".encode("utf-16-le")
"""How a file of Word before 2007 begins, and the name of the part with its text."""
_NO_TITLE, _TITLED = "cong-van", "thong-bao"
"""Types to write where none was recognized: without and with the name of a type."""


class From(Struct, frozen=True):
    """The place in a .docx that a line of the source comes from.

    Attributes:
        part: the part of the package.
        place, path: of its paragraph, as in ``Paragraph``.
        index: which paragraph of the part it is, from 0.
        start, end: offsets in its text.
    """

    part: str
    place: tuple[int, ...]
    path: tuple[int, ...]
    index: int
    start: int
    end: int


class NotUnderstood(Struct, frozen=True):
    """What of a .docx is not, or not wholly, in the source.

    Attributes:
        reason: why, in Vietnamese.
        at: where it is; None for the whole file.
        text: the text that is missing in the source; "" when a look is lost, or a kind is
            unsure.
    """

    reason: str
    at: From | None = None
    text: str = ""


class Imported(Struct, frozen=True):
    """A .docx as a source.

    Attributes:
        source: the YAML.
        places: for its lines, counted from 1, where they come from.
        not_understood: what to look at, in reading order.
        doc: the document that the source says.
        recognized: what was recognized in the file.
    """

    source: str
    places: Mapping[int, From]
    not_understood: tuple[NotUnderstood, ...]
    doc: VanBan
    recognized: Recognized


def import_docx(document: bytes | str | Path, *, registry: Registry | None = None) -> Imported:
    """The source that renders what a .docx says.

    Args:
        document: the bytes of the file or its path. A file of an older Word (.doc) is
            converted by LibreOffice first.
        registry: the types to know; None takes the core's and the installed plugins'.

    Raises:
        SourceError: it is no Word file.
        ConversionError: it is a .doc, and there is no LibreOffice to convert it.
    """
    known = registry or plugins.registry()
    name = "" if isinstance(document, bytes) else str(document)
    data = document if isinstance(document, bytes) else _content(Path(document))
    if is_old_word(data):
        data = _converted(data, name)
    return imported_of(recognized(data, known), known, name)


def recognized(data: bytes, known: Registry) -> Recognized:
    """What the paragraphs of a .docx are, old fonts read as Unicode; raises as `import_docx`."""
    from vanban.word.drafting import in_unicode
    from vanban.word.reader import read
    from vanban.word.recognize import recognize

    return recognize(in_unicode(read(data)), type_names(known))


def imported_of(found: Recognized, known: Registry, name: str = "") -> Imported:
    """The source of what was recognized in a file of that name."""
    made, kind = drafted(found, known)
    return _imported(found, made, kind, name)


def drafted(
    found: Recognized, known: Registry, *, telling: bool = True
) -> tuple[Draft, DocumentType]:
    """The document that was recognized, with the piece of the file behind each path; its type.

    ``telling`` as for `vanban.word.drafting.draft`.
    """
    from vanban.word.drafting import draft

    loai = found.loai or (_TITLED if found.one("ten_loai") else _NO_TITLE)
    kind = known.document_type(loai)
    form = known.standard(kind.tieu_chuan).forms[kind.mau]
    return draft(found, loai, kind, form, telling=telling), kind


def type_names(known: Registry) -> tuple[TypeName, ...]:
    """What recognition has to know of each type; one with a fault is told where it is used."""
    from vanban.word.recognize import TypeName

    out = []
    for slug in known.types:
        with suppress(VanbanError):
            out.append(TypeName.of(known.document_type(slug)))
    return tuple(out)


def is_old_word(data: bytes) -> bool:
    """Whether a file is one of Word before 2007."""
    return data.startswith(_OLD) and _OLD_TEXT in data


def _converted(data: bytes, name: str) -> bytes:
    from vanban.pdf.old_word import as_docx

    return as_docx(data, name)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError.at(
            _("Không đọc được tệp: {error}.").format(error=error.strerror), Place(str(path))
        ) from None


def _imported(found: Recognized, made: Draft, kind: DocumentType, name: str) -> Imported:
    from vanban.sources.writing import write

    head = f"# {_('Nhập từ {name}').format(name=Path(name).name)}\n" if name else ""
    written = write(made.doc, kind.truong, head)
    places = {}
    for line, path in written.paths.items():
        piece = piece_of(made, path)
        if piece is not None:
            places[line] = _from(piece)
    told = [*_kind_told(found, made.doc.loai), *_doubts(found), *_left(made)]
    told += _lost(made, written.lost)
    return Imported(written.text, places, tuple(told), made.doc, found)


def piece_of(made: Draft, path: DocPath) -> Piece | None:
    """The piece that a path comes from; else that of the nearest path around it."""
    while path:
        if path in made.places:
            return made.places[path]
        path = path[:-1]
    return None


def _from(piece: Piece) -> From:
    at = piece.paragraph
    start = max(piece.start, piece.text_start)
    return From(at.part, at.place, at.path, at.index, start, piece.end)


def _whole(paragraph: Paragraph) -> From:
    text = paragraph.text
    return From(paragraph.part, paragraph.place, paragraph.path, paragraph.index, 0, len(text))


def _kind_told(found: Recognized, loai: str) -> Iterator[NotUnderstood]:
    """What is unsure of the file as a whole."""
    if found.reason:
        yield NotUnderstood(found.reason)
    if found.loai is None:
        yield NotUnderstood(_("Không rõ loại văn bản; ghi tạm là «{loai}».").format(loai=loai))


def _doubts(found: Recognized) -> Iterator[NotUnderstood]:
    return (NotUnderstood(doubt.reason, _whole(doubt.paragraph)) for doubt in found.doubts)


def _left(made: Draft) -> Iterator[NotUnderstood]:
    return (NotUnderstood(one.reason, _whole(one.paragraph), one.text) for one in made.left)


def _lost(made: Draft, lost: Sequence[DocPath]) -> Iterator[NotUnderstood]:
    reason = _("Chữ đậm, chữ nghiêng ở đoạn này không đánh dấu được trong tệp nguồn.")
    for path in lost:
        piece = piece_of(made, path)
        yield NotUnderstood(reason, _from(piece) if piece else None)
