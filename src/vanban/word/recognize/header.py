"""The head of a part: issuer, Quốc hiệu and Tiêu ngữ, number, date, V/v, marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field

from vanban.layout.recognized import Arrangement, Header, Piece
from vanban.layout.table import Table
from vanban.messages import _
from vanban.patterns import later
from vanban.viet.capitals import is_upper
from vanban.word.recognize import issuers, words
from vanban.word.recognize.names import Names
from vanban.word.recognize.spans import Blocks, Span, columns
from vanban.word.recognize.state import Notes

_LOOK = 14
"""Quốc hiệu, number and date stand among so many first blocks."""
_PLACE = later(r"(?P<place>[^\s,;:][^,;:\t]{1,40})?[,;]?\s*$")
_BLANK_RUN = later(r"[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{2,}")
_KINDS = (
    ("quoc_hieu", lambda text: words.is_like(text, words.QUOC_HIEU)),
    ("tieu_ngu", lambda text: words.is_like(text, words.TIEU_NGU)),
    ("dang", lambda text: words.is_like(text, words.DANG)),
    ("vv", words.MATTER.match),
    ("ky_so", words.SIGNED.match),
    ("so_ky_hieu", words.NUMBER.match),
    ("dia_danh_ngay", words.is_date_line),
    ("dia_danh_ngay", words.SHORT_DATE.match),
    ("dau_khan", words.URGENCY.match),
    ("dau_mat", words.SECRECY.match),
    ("luu_hanh", words.CIRCULATION.match),
    ("du_thao", words.DRAFT.match),
    ("mau", words.FORM_LABEL.match),
    ("ke", words.RULED.match),
    ("ke", words.STAR.match),
)
ANCHORS = frozenset({"quoc_hieu", "tieu_ngu", "dia_danh_ngay", "so_ky_hieu", "dang"})
_MOTTO = frozenset({"quoc_hieu", "tieu_ngu"})
_SLUGS = {"dau_mat": "dau_khan", "du_thao": "dau_khan", "mau": "", "dang": "", "ke": ""}
_BELOW = frozenset({"vv", "dau_khan", "dau_mat", "du_thao", "luu_hanh"})
_SURE = frozenset({"quoc_hieu", "tieu_ngu", "dang"})


class Found(Struct):
    """A head while it is being found: lines with what they are, and where it ends."""

    lines: list[tuple[Span, str]] = field(default_factory=list)
    end: int = 0
    kind: Arrangement = "none"
    tables: list[Table] = field(default_factory=list)


def kind_of(text: str) -> str:
    """What a line of a head is; "" when its words do not tell.

    >>> kind_of("Số: 12/KL-TTr"), kind_of("V/v cử cán bộ"), kind_of("SỞ NỘI VỤ")
    ('so_ky_hieu', 'vv', '')
    """
    return next((kind for kind, fits in _KINDS if fits(text)), "")


def find(blocks: Blocks, first: int, last: int, stops: Stops) -> Found:
    """The head of the part from block ``first`` to block ``last``, and the block after it."""
    found = Found(end=first)
    anchor = _last_anchor(blocks, first, min(last, first + _LOOK), stops)
    if anchor is None:
        return found
    for index in range(first, anchor + 1):
        block = blocks[index]
        before = len(found.lines)
        for span in blocks.spans(index):
            for part in _columns(span) if not isinstance(block, Table) else [span]:
                if part.text:
                    found.lines.append((part, kind_of(part.text) or _in_title(part, found, stops)))
        if isinstance(block, Table) and len(found.lines) > before:
            found.tables.append(block)
    found.end = _after(blocks, anchor + 1, last, found, stops)
    _join_wrapped(found)
    _join_places(found)
    found.kind = _arrangement(found)
    return found


def _in_title(span: Span, found: Found, stops: Stops) -> str:
    """Type and trích yếu, where they stand in the table of the head."""
    before = found.lines[-1][1] if found.lines else ""
    if before in ("ten_loai", "trich_yeu"):
        return "trich_yeu"
    known = {kind for _span, kind in found.lines}
    if span.table:
        return "ten_loai" if known & ANCHORS and stops.is_title(span) else ""
    return "ten_loai" if known >= _MOTTO and stops.is_longer_title(span) else ""


class Stops(Struct, frozen=True):
    """Tells which lines end a head: the name of a type, Kính gửi, the text itself."""

    names: Names

    def __call__(self, span: Span) -> bool:
        """Whether a line stands below a head."""
        text = span.text
        if words.ADDRESSEES.match(text) or words.GROUND.match(text) or words.APPENDIX.match(text):
            return True
        if span.table is None and len(text) > 130:
            return True
        return self.is_title(span)

    def is_title(self, span: Span) -> bool:
        """Whether a line is the name of a type in capitals, and not of a copy.

        In small letters it is one too, where it stands out below the head.
        """
        stands_out = span.table is None and span.centred and span.bold
        if words.COPY.match(span.text) or not (is_upper(span.text) or stands_out):
            return False
        return bool(self.names.named(span.text))

    def is_longer_title(self, span: Span) -> bool:
        """Whether a line in the middle above the number begins with the name of a type."""
        alone = span.centred and "\t" not in span.paragraph.text
        return alone and is_upper(span.text) and self.names.begins(span.text) is not None


def _last_anchor(blocks: Blocks, first: int, last: int, stops: Stops) -> int | None:
    """The last block with Quốc hiệu, number or date, before the text begins."""
    anchor = None
    for index in range(first, last + 1):
        shown = blocks.shown(index)
        if any(words.GROUND.match(span.text) for span in shown):
            return anchor
        if any(_is_anchor(span) for span in shown):
            anchor = index
        elif any(stops(span) for span in shown):
            return anchor
    return anchor


def _is_anchor(span: Span) -> bool:
    parts = [span] if span.table else _columns(span)
    kinds = {kind_of(part.text) for part in parts}
    return bool(kinds & ANCHORS) and not _is_text(span, kinds)


def _is_text(span: Span, kinds: set[str]) -> bool:
    """Whether a line that names a day or a number is running text."""
    return not kinds & _SURE and span.table is None and len(span.text) > 130


def _after(blocks: Blocks, at: int, last: int, found: Found, stops: Stops) -> int:
    """The block after the head: V/v and marks may stand in paragraphs below number and date."""
    while at <= last:
        inside = blocks.shown(at)
        kinds = [kind_of(span.text) for span in inside]
        if not inside:
            if at + 1 > last or not _goes_on(blocks, at + 1):
                return at
        elif all(kind in _BELOW for kind in kinds):
            found.lines += zip(inside, kinds, strict=True)
        elif _is_more_of_subject(inside, found, at, stops):
            found.lines += ((span, "vv") for span in inside)
        else:
            return at
        at += 1
    return at


def _is_more_of_subject(inside: Sequence[Span], found: Found, at: int, stops: Stops) -> bool:
    """Whether a short line goes on with the V/v right above it."""
    before, kind = found.lines[-1]
    if kind != "vv" or before.table is not None or before.block != at - 1 or len(inside) > 1:
        return False
    text = inside[0].text
    return len(text) < 70 and not stops(inside[0]) and not text.endswith((".", ":", ";"))


def _goes_on(blocks: Blocks, at: int) -> bool:
    inside = [kind_of(span.text) for span in blocks.spans(at) if span.text]
    return bool(inside) and all(kind in _BELOW for kind in inside)


def _columns(span: Span) -> list[Span]:
    """The two halves of a line of a head that stands in paragraphs."""
    text = span.text
    if words.SIGNED.match(text):
        return [span]
    day = words.DATE.search(text)
    if day and words.NUMBER.match(text):
        at = _start_of_place(text[: day.start()])
        return [part for part in (span.cut(0, at), span.cut(at, len(text))) if part.text]
    if "\t" not in text and (day or words.NUMBER.match(text)):
        return [span]
    return columns(span)


def _start_of_place(text: str) -> int:
    """Where the place begins that stands before a date: behind the last gap."""
    gaps = list(_BLANK_RUN.finditer(text))
    if gaps:
        return gaps[-1].end()
    place = _PLACE.search(text)
    return place.start() if place else len(text)


def _join_wrapped(found: Found) -> None:
    """Quốc hiệu and Tiêu ngữ that were broken over two lines."""
    for wanted, slug in ((words.QUOC_HIEU, "quoc_hieu"), (words.TIEU_NGU, "tieu_ngu")):
        if any(kind == slug for _span, kind in found.lines):
            continue
        parts = [
            i for i, (s, k) in enumerate(found.lines) if not k and words.is_part_of(s.text, wanted)
        ]
        joined = "".join(words.letters(found.lines[i][0].text) for i in parts)
        if len(parts) > 1 and words.is_like(joined, wanted):
            for index in parts:
                found.lines[index] = (found.lines[index][0], slug)


def _join_places(found: Found) -> None:
    """A place that stands on a line of its own above its date."""
    pairs = zip(range(len(found.lines)), found.lines, found.lines[1:], strict=False)
    for index, (span, kind), (below, below_kind) in pairs:
        if not kind and below_kind == "dia_danh_ngay" and span.text.endswith(","):
            near = span.paragraph is below.paragraph or (span.row, span.column) == (
                below.row,
                below.column,
            )
            if near and span.table is below.table:
                found.lines[index] = (span, "dia_danh_ngay")


def _arrangement(found: Found) -> Arrangement:
    left, right = _sides(found)
    if not found.lines:
        return "none"
    if found.tables:
        return "table"
    if any(span.nested or span.paragraph.shape.frame for span, _kind in found.lines):
        return "boxes"
    if not (left and right):
        return "single"
    same = [(a, b) for a in left for b in right if a[0].paragraph is b[0].paragraph]
    if not same:
        return "single"
    return "tabs" if any("\t" in a[0].paragraph.text for a, _b in same) else "spaces"


Lines = list[tuple[Span, str]]


def _sides(found: Found) -> tuple[Lines, Lines]:
    """The lines of the left and of the right column."""
    left: Lines = []
    right: Lines = []
    split = _split_column(found)
    for line in found.lines:
        (right if _is_right(line, split, found) else left).append(line)
    return left, right


def _split_column(found: Found) -> int:
    """The column of the table from which on lines stand right."""
    at = [
        s.column
        for s, k in found.lines
        if k in ("quoc_hieu", "tieu_ngu", "dang", "dia_danh_ngay") and s.table
    ]
    return min(at) if at else 99


def _is_right(line: tuple[Span, str], split: int, found: Found) -> bool:
    span, kind = line
    if kind in ("quoc_hieu", "tieu_ngu", "dia_danh_ngay", "dang"):
        return True
    if kind in ("so_ky_hieu", "vv"):
        return False
    if span.table is not None:
        return span.column >= split > 0
    others = [s for s, _k in found.lines if s.paragraph is span.paragraph and s.start < span.start]
    return bool(others) and span.start > others[0].end


def build(found: Found, note: Notes) -> Header:
    """The head with its pieces."""
    left, right = _sides(found)
    party = any(kind == "dang" for _span, kind in found.lines)
    done: dict[tuple[int, int, int], Piece] = {}
    for piece, span in (*_left(left, note, party=party), *_right(right, note)):
        done[span.key] = piece
    pieces = tuple(done[span.key] for span, _kind in found.lines if span.key in done)
    return Header(
        found.kind,
        tuple(found.tables),
        pieces,
        tuple(done[s.key] for s, _k in left if s.key in done),
        tuple(done[s.key] for s, _k in right if s.key in done),
    )


def _left(lines: Lines, note: Notes, *, party: bool) -> Iterator[tuple[Piece, Span]]:
    """Issuer above the number, the subject of a công văn and marks below it."""
    names: list[Span] = []
    seen = ""
    for span, kind in lines:
        if kind == "" and seen == "vv" and not is_upper(span.text):
            kind = "vv"
        elif kind in ("ten_loai", "trich_yeu"):
            yield span.piece(kind), span
            continue
        elif kind == "" and seen != "so_ky_hieu":
            names.append(span)
            continue
        elif kind == "":
            short = len(span.text) < 160 and not is_upper(span.text)
            if short and party:
                yield span.piece("vv"), span
                continue
            if short:
                note(span.paragraph, _("Dòng dưới số, ký hiệu không có «V/v»; coi là trích yếu."))
            yield span.piece("vv" if short else "", sure=False), span
            continue
        if kind in ("so_ky_hieu", "vv"):
            seen = kind
        yield _piece(span, kind), span
    for piece, span in issuers.pieces(names, note):
        yield piece, span


def _right(lines: Lines, note: Notes) -> Iterator[tuple[Piece, Span]]:
    for span, kind in lines:
        if kind == "":
            note(span.paragraph, _("Không rõ dòng này ở nửa phải đầu trang là gì."))
        yield _piece(span, kind), span


def _piece(span: Span, kind: str) -> Piece:
    slug = _SLUGS.get(kind, kind)
    found = words.MATTER.match(span.text) if kind == "vv" else None
    return span.piece(
        slug,
        role=kind if slug != kind else "",
        text_start=found.end() if found else 0,
        sure=bool(kind),
    )
