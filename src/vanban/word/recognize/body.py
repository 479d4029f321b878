"""The text of a part: which level each line is, which lines are headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from vanban.layout.recognized import Piece
from vanban.model import headings
from vanban.model.blocks import Bang, Block, DeMuc, Doan
from vanban.model.inlines import Run
from vanban.model.levels import DIVISIONS, Level
from vanban.model.marks import Mark, find
from vanban.model.open_items import OpenItems
from vanban.model.quotes import quotations
from vanban.patterns import later
from vanban.word.recognize import words
from vanban.word.recognize.spans import Span

_ODD_BULLET = later(r"[•▪■●○◦➢►✓✔→⇒❖♦§\uf02d\uf076\uf0a7\uf0b7\uf0d8\uf0fc*]+(?=\s)\s+")
_STYLES: Mapping[Level, tuple[str, str]] = {
    Level.PHAN: ("phan_chuong", "ten_phan_chuong"),
    Level.CHUONG: ("phan_chuong", "ten_phan_chuong"),
    Level.MUC: ("muc", "ten_muc"),
    Level.TIEU_MUC: ("muc", "ten_muc"),
    Level.DIEU: ("dieu", "tieu_de_dieu"),
    Level.CHU_HOA: ("khoan", "tieu_de_muc"),
    Level.LA_MA: ("khoan", "tieu_de_muc"),
    Level.SO: ("khoan", "tieu_de_khoan"),
    Level.SO_2: ("khoan", "tieu_de_diem"),
    Level.SO_3: ("khoan", "tieu_de_diem"),
    Level.NGOAC: ("diem", "tieu_de_diem"),
    Level.DIEM: ("diem", "tieu_de_diem"),
    Level.LA_MA_THUONG: ("diem", "tieu_de_diem"),
    Level.GACH: ("gach", "tieu_de_diem"),
    Level.CONG: ("cong", "tieu_de_diem"),
}
"""The styles of each level, as numbering.yaml of Nghị định 30 has them: item, heading."""


class Entry(Struct):
    """A line with its mark; ``span`` None is a table."""

    span: Span | None
    line: str = ""
    mark: Mark | None = None
    automatic: bool = False
    odd: str = ""
    shift: int = 0


def read(items: Sequence[Span | None]) -> list[Piece]:
    """The pieces of the lines of a body; None stands for a table among them."""
    entries = [_entry(item) for item in items]
    _find_marks(entries)
    titles = _titles(entries)
    judged = headings.decide(tuple(_block(entry, i in titles) for i, entry in enumerate(entries)))
    out: list[Piece] = []
    for index, (entry, block) in enumerate(zip(entries, judged, strict=True)):
        if entry.span is not None:
            level = entries[titles[index]].mark if index in titles else None
            out += _pieces(entry, entry.span, block, level)
    return out


def _entry(item: Span | None) -> Entry:
    if item is None:
        return Entry(None)
    number = item.paragraph.number
    if number and number.text.strip() and item.start <= _lead(item):
        mark = "-" if number.bullet else number.text.strip()
        mark = "+" if number.text.strip() == "+" else mark
        line = f"{mark} {item.text}"
        return Entry(item, line, None, True, number.text.strip(), len(mark) + 1)
    odd = _ODD_BULLET.match(item.text)
    if odd:
        return Entry(
            item, f"- {item.text[odd.end() :]}", None, False, odd[0].strip(), 2 - odd.end()
        )
    return Entry(item, item.text)


def _lead(item: Span) -> int:
    text = item.paragraph.text
    return len(text) - len(text.lstrip())


def _find_marks(entries: Sequence[Entry]) -> None:
    """The mark of each line, quoted lines left out; later lines depend on earlier ones."""
    open_items, quoted_until = OpenItems(), -1
    quoted = quotations([entry.line for entry in entries])
    for index, entry in enumerate(entries):
        if entry.span is None or not entry.line:
            continue
        entry.mark = find(entry.line, open_items) if index > quoted_until else None
        if entry.mark:
            open_items.admit(entry.mark.cap, entry.mark.dau)
        else:
            quoted_until = max(quoted_until, quoted.get(index, -1))


def _titles(entries: Sequence[Entry]) -> dict[int, int]:
    """The lines that are the title of the division above them: their index and its."""
    out: dict[int, int] = {}
    wanted: int | None = None
    for index, entry in enumerate(entries):
        mark = entry.mark
        if mark and mark.cap in DIVISIONS and not entry.line[mark.end :].strip():
            wanted = index
        elif mark or entry.span is None:
            wanted = None
        elif wanted is not None:
            out[index] = wanted
            wanted = _more(entries, index, wanted)
    return out


def _more(entries: Sequence[Entry], index: int, wanted: int) -> int | None:
    """The division, while its title goes on: in the same paragraph, or in capitals."""
    here = entries[index].span
    following = entries[index + 1] if index + 1 < len(entries) else None
    if not here or not following or not following.span or following.mark:
        return None
    if following.span.paragraph is here.paragraph:
        return wanted
    both = here.text.isupper() and following.span.text.isupper()
    return wanted if both and following.span.centred else None


def _block(entry: Entry, title: bool) -> Block:
    """The line as a block of the model, for judging headings."""
    if entry.span is None:
        return Bang((), (), (), ())
    if entry.mark is None:
        return Doan((Run(entry.line),))
    text = entry.line[entry.mark.end :]
    bold = bool(text) and _is_bold(entry.span, _offset(entry))
    chu = (Run(text, dam=bold),) if text else ()
    return DeMuc(entry.mark.cap, entry.mark.dau, chu)


def _is_bold(span: Span, start: int) -> bool:
    """Whether all of a line from an offset on is bold; few have anything that is."""
    some = any(look.bold for look in span.paragraph.looks)
    return some and span.cut(start, len(span.text)).bold


def _offset(entry: Entry) -> int:
    """Where the text behind the mark begins in the span's text."""
    assert entry.mark
    return max(entry.mark.end - entry.shift, 0)


def _pieces(entry: Entry, span: Span, block: Block, division: Mark | None) -> list[Piece]:
    if division is not None:
        slug = _STYLES[division.cap][1]
        return [_piece(span, slug, division.cap, None, heading=True)]
    mark = entry.mark
    if mark is None:
        return [_plain(entry, span)]
    heading = isinstance(block, DeMuc) and block.tieu_de
    item, title = _STYLES[mark.cap]
    shown = entry.odd or mark.dau or entry.line[: mark.end].strip()
    if mark.cap in DIVISIONS:
        return _division(entry, span, mark, shown)
    piece = _piece(
        span, title if heading else item, mark.cap, shown, heading=heading, at=_offset(entry)
    )
    return [_automatic(piece) if entry.automatic else piece]


def _division(entry: Entry, span: Span, mark: Mark, shown: str) -> list[Piece]:
    """ "Chương I" and, where it stands on the same line, its title."""
    number, title = _STYLES[mark.cap]
    at = _offset(entry)
    if at >= len(span.text):
        return [_piece(span, number, mark.cap, shown, heading=True, at=len(span.text))]
    first = span.cut(0, at)
    return [
        _piece(first, number, mark.cap, shown, heading=True, at=len(first.text)),
        _piece(span.cut(at, len(span.text)), title, mark.cap, None, heading=True),
    ]


def _plain(entry: Entry, span: Span) -> Piece:
    piece = _piece(span, "noi_dung", None, entry.odd or None)
    return _automatic(piece) if entry.automatic else piece


def _piece(
    span: Span,
    slug: str,
    level: Level | None,
    mark: str | None,
    *,
    heading: bool = False,
    at: int = 0,
) -> Piece:
    return Piece(
        slug,
        span.paragraph,
        span.start,
        span.end,
        level=str(level) if level else None,
        mark=mark,
        text_start=span.start + at,
        heading=heading,
    )


def _automatic(piece: Piece) -> Piece:
    from msgspec.structs import replace

    return replace(piece, automatic=True)


def is_caption(text: str) -> bool:
    """Whether a line names the table under it."""
    return bool(words.CAPTION.match(text))
