"""Bodies as people type them: the other way round of `vanban.sources.body`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from vanban.model import headings
from vanban.model.blocks import Bang, Block, Body, CuocChu, DeMuc, Doan, Hinh
from vanban.model.inlines import Inlines, NoteRef, Run
from vanban.model.levels import DIVISIONS, Level
from vanban.model.marks import Mark, find, is_escaped
from vanban.model.open_items import OpenItems
from vanban.model.origin import Path
from vanban.model.quotes import quotations
from vanban.patterns import later
from vanban.sources.writing import inlines

_COUNTED = {Level.DIEU: "Điều #.", Level.SO: "#.", Level.NGOAC: "(#)", Level.DIEM: "#)"}
_RULES = {"trai": ":--", "giua": ":-:", "phai": "--:", "": "---"}
_OTHER = later(r"\[\^[^\]\s\[]{1,60}\]:|\|")
_LABEL = later(r"\{(?=#[^{}]*\}$)")
_BACKSLASHES = later(r"\\+$")
_TRIES = 3
_APART: tuple[str, Path] = ("", ())
"""An empty line beside a table."""


class Lines(Struct):
    """The lines of a body, each with the path of what it says; what lost its look."""

    lines: list[tuple[str, Path]] = field(default_factory=list)
    lost: list[Path] = field(default_factory=list)


def write(body: Body, path: Path, notes: Sequence[CuocChu]) -> Lines:
    """The lines of a body, the footnotes that it calls behind them.

    Args:
        body: the body.
        path: its path in the document.
        notes: the footnotes of the document that no earlier body has.
    """
    out = Lines()
    stars = _stars(body)
    raw = [
        (index, text)
        for index, block in enumerate(body)
        for text in _texts(block, index in stars, (*path, index), out)
    ]
    quoted = quotations([text for _index, text in raw])
    open_items, quoted_until, before = OpenItems(), -1, -1
    for at, (index, line) in enumerate(raw):
        block, here, first = body[index], (*path, index), index != before
        before = index
        if isinstance(block, Bang):
            out.lines += [_APART, *_table(block, here, out), _APART]
            continue
        mark = find(line, open_items) if at > quoted_until else None
        if isinstance(block, Hinh) or (first and _is_item(block, mark)):
            if mark:
                open_items.admit(mark.cap, mark.dau)
            out.lines.append((line, here))
            continue
        if not mark:
            quoted_until = max(quoted_until, quoted.get(at, -1))
        out.lines.append((_as_text(line, marked=mark is not None), here))
    called = [n for block in body for n in _called(block)]
    out.lines += _notes([note for note in notes if note.nhan in called], out)
    out.lines = _spaced(out.lines)
    return out


def _is_item(block: Block, mark: Mark | None) -> bool:
    """Whether the mark that a line has is that of its block."""
    return isinstance(block, DeMuc) and mark is not None and mark.cap is block.cap


def _spaced(lines: Sequence[tuple[str, Path]]) -> list[tuple[str, Path]]:
    """The lines without empty ones at the ends and behind each other."""
    out: list[tuple[str, Path]] = []
    for line in lines:
        if line[0] or (out and out[-1][0]):
            out.append(line)
    return out[:-1] if out and not out[-1][0] else out


def _stars(body: Body) -> set[int]:
    """The headings that need ``**``, because nothing else would make them headings."""
    wanted = {i for i, b in enumerate(body) if isinstance(b, DeMuc) and b.tieu_de}
    starred: set[int] = set()
    for _try in range(_TRIES):
        plain_body = tuple(_neutral(b, i in starred) for i, b in enumerate(body))
        read = headings.decide(plain_body)
        found = {i for i, b in enumerate(read) if isinstance(b, DeMuc) and b.tieu_de}
        if wanted <= found:
            break
        starred |= {i for i in wanted - found if body[i].chu}  # type: ignore[union-attr]  # lines
    return starred


def _neutral(block: Block, bold: bool) -> Block:
    if not isinstance(block, DeMuc):
        return block
    chu = tuple(Run(i.text, True, i.nghieng) if isinstance(i, Run) else i for i in block.chu)
    return replace(block, tieu_de=False, chu=chu if bold else block.chu)


def _texts(block: Block, starred: bool, path: Path, out: Lines) -> list[str]:
    """A block on one line, a division on two; marks that text begins with are not yet escaped."""
    if isinstance(block, Hinh):
        return [f"![{block.mo_ta}]({block.tep})"]
    if isinstance(block, Bang):
        return ["|"]
    text, whole = inlines.write(block.chu, bold=starred)
    if not whole:
        out.lost.append(path)
    text = _ending(" ".join(text.split("\n")))
    if isinstance(block, Doan):
        return [text]
    dau = block.dau or _COUNTED.get(block.cap, "-")
    if block.cap not in DIVISIONS:
        return [f"{dau} {text}{_label(block)}"]
    return [dau, f"{text}{_label(block)}"] if block.chu else [f"{dau}{_label(block)}"]


def _label(block: DeMuc) -> str:
    return f" {{#{block.nhan}}}" if block.nhan else ""


def _ending(text: str) -> str:
    """A text whose end is no label and joins no line."""
    text = _LABEL.sub(r"\\{", text)
    found = _BACKSLASHES.search(text)
    return f"{text}\\" if found and len(found[0]) % 2 else text


def _as_text(line: str, *, marked: bool) -> str:
    """A line that is no item, footnote, picture or table."""
    if line.startswith("!["):
        return f"!\\{line[1:]}"
    escape = marked or is_escaped(line) or _OTHER.match(line)
    return f"\\{line}" if escape else line


def _table(bang: Bang, path: Path, out: Lines) -> Iterator[tuple[str, Path]]:
    if bang.ten:
        name, _whole = inlines.write(bang.ten)
        label = f" {{#{bang.nhan}}}" if bang.nhan else ""
        yield f"Bảng: {name}{label}", (*path, "ten")
    yield _row(bang.dau, (*path, "dau"), out), (*path, "dau")
    yield "| " + " | ".join(_RULES[one] for one in bang.can) + " |", path
    for index, row in enumerate(bang.hang):
        here = (*path, "hang", index)
        yield _row(row, here, out), here


def _row(cells: Sequence[Inlines], path: Path, out: Lines) -> str:
    return "| " + " | ".join(_cell(cell, (*path, i), out) for i, cell in enumerate(cells)) + " |"


def _cell(chu: Inlines, path: Path, out: Lines) -> str:
    text, whole = inlines.write(chu)
    if not whole:
        out.lost.append(path)
    return " ".join(text.split()).replace("|", "\\|")


def _called(block: Block) -> Iterator[str]:
    """The labels of the footnotes that a block calls."""
    if isinstance(block, Bang):
        parts = [block.ten, *block.dau, *(cell for row in block.hang for cell in row)]
    elif isinstance(block, Hinh):
        parts = []
    else:
        parts = [block.chu]
    return (one.nhan for chu in parts for one in chu if isinstance(one, NoteRef))


def _notes(notes: Sequence[CuocChu], out: Lines) -> Iterator[tuple[str, Path]]:
    for note in notes:
        text, whole = inlines.write(note.chu)
        if not whole:
            out.lost.append(("cuoc_chu", note.nhan))
        yield f"[^{note.nhan}]: {_ending(text)}", ("cuoc_chu", note.nhan)
