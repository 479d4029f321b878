"""One file of the report: what stands in its way, its text, what was found beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from vanban import plugins
from vanban.api.commenting import remedies
from vanban.api.pages import Block, Grid, Line, Page
from vanban.batch.checks import Checked
from vanban.cli.formats.as_html.escaping import escaped
from vanban.cli.formats.as_html.marking import marked, stretch
from vanban.cli.formats.as_html.notes import Numbered, note
from vanban.location import Place
from vanban.messages import _

_USUAL = 13.0
"""The size in points that a line is compared with."""
_EMPTY = Page(())


def file_of(one: Checked, name: str) -> Iterator[str]:
    """A file as HTML; ``name`` is the id of its part of the report."""
    first = " first" if name == "t1" else ""
    yield f'<section class="file{first}" id="{name}">\n<h2>{escaped(one.path)}</h2>'
    for problem in one.problems:
        yield _remark(str(problem))
    if one.bug:
        yield _remark(_("Lỗi nội bộ: {text}").format(text=one.bug))
    elif not one.problems:
        yield from _Report(one, name).lines()
    yield "</section>"


def _remark(text: str) -> str:
    return f'<p class="remark">{escaped(text)}</p>'


class _Report:
    """The text of a file with its findings."""

    def __init__(self, one: Checked, name: str) -> None:
        self._one = one
        self._page = one.page or _EMPTY
        self._remedies = remedies(plugins.registry(), one.findings)
        self._found = [Numbered(n, f, name) for n, f in enumerate(one.findings, 1)]
        self._marks: dict[object, list[tuple[Place, Numbered]]] = defaultdict(list)
        self._told: set[int] = set()
        for numbered in self._found:
            for place in (numbered.finding.place, *numbered.finding.elsewhere):
                if place is not None and place.path == one.path:
                    self._marks[_key(place)].append((place, numbered))

    def lines(self) -> Iterator[str]:
        """All of it, as HTML."""
        if not self._found:
            yield _remark(_("Không có phát hiện nào."))
        if self._one.not_evaluated:
            rules = ", ".join(self._one.not_evaluated)
            yield _remark(_("Chưa đủ dữ liệu để xét: {rules}.").format(rules=rules))
        text = list(self._rows(self._page.blocks))
        around = list(self._rows(self._page.around))
        yield from self._whole()
        yield from _table(text, "page" if self._page.word else "page source")
        if around:
            yield f'<p class="remark around">{escaped(_("Đầu trang, chân trang, cước chú"))}</p>'
            yield from _table(around, "page")

    def _whole(self) -> Iterator[str]:
        """What is about no line that the report shows."""
        left = [one for one in self._found if one.number not in self._told]
        if left:
            yield f'<div class="whole">{_remark(_("Về cả văn bản"))}'
            yield from (self._note(one) for one in left)
            yield "</div>"

    def _rows(self, blocks: Sequence[Block]) -> Iterator[str]:
        for block in blocks:
            if isinstance(block, Line):
                yield _row(str(block.number), self._line(block), self._notes([block]))
            else:
                yield from self._grid_rows(block)

    def _grid_rows(self, grid: Grid) -> Iterator[str]:
        """The rows of a table, each beside its own findings."""
        for index, (row, spans) in enumerate(zip(grid.rows, grid.spans, strict=True)):
            inside = [block for cell in row for block in cell]
            notes = self._notes([grid, *inside] if index == 0 else inside)
            yield _row("", _grid(grid, self._cells(row, spans)), notes)

    def _block(self, block: Block) -> str:
        if isinstance(block, Line):
            return self._line(block)
        rows = zip(block.rows, block.spans, strict=True)
        return _grid(block, "".join(self._cells(row, spans) for row, spans in rows))

    def _cells(self, row: Sequence[Sequence[Block]], spans: Sequence[int]) -> str:
        cells = (
            f'<td colspan="{span}">{"".join(map(self._block, cell))}</td>'
            for cell, span in zip(row, spans, strict=True)
        )
        return f"<tr>{''.join(cells)}</tr>"

    def _line(self, line: Line) -> str:
        found = [stretch(line, place, one) for place, one in self._at(line)]
        label = f"{escaped(line.label)} " if line.label else ""
        return f'<p class="{_look(line)}"{_size(line)}>{label}{marked(line.text, found)}</p>'

    def _at(self, line: Line) -> list[tuple[Place, Numbered]]:
        return self._marks.get(line.key or line.number, [])

    def _notes(self, blocks: Sequence[Block]) -> str:
        """The findings on some blocks that were not told yet."""
        told = []
        for block in _every(blocks):
            key = block.key if isinstance(block, Grid) else block.key or block.number
            for _place, one in self._marks.get(key, []):
                if one.number not in self._told:
                    self._told.add(one.number)
                    told.append(self._note(one))
        return "".join(told)

    def _note(self, one: Numbered) -> str:
        return note(one, self._remedies, self._one.path)


def _key(place: Place) -> object:
    """What a place and a line have in common."""
    if place.spot is not None:
        return place.spot.part, place.spot.path
    return place.line


def _every(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        if isinstance(block, Grid):
            for row in block.rows:
                for cell in row:
                    yield from _every(cell)


def _table(rows: Sequence[str], kind: str) -> Iterator[str]:
    if rows:
        yield f'<table class="{kind}"><tbody>'
        yield from rows
        yield "</tbody></table>"


def _row(number: str, text: str, notes: str) -> str:
    cells = f'<td class="number">{number}</td><td class="text">{text}</td>'
    return f'<tr>{cells}<td class="notes">{notes}</td></tr>'


def _grid(grid: Grid, rows: str) -> str:
    whole = sum(grid.widths) or 1
    columns = "".join(f'<col style="width:{100 * w / whole:.1f}%">' for w in grid.widths)
    kind = "grid ruled" if grid.ruled else "grid"
    return f'<table class="{kind}"><colgroup>{columns}</colgroup>{rows}</table>'


def _look(line: Line) -> str:
    """The classes of a line."""
    switches: Mapping[str, bool] = {
        line.align: line.align != "left",
        "bold": line.bold,
        "italic": line.italic,
        "boxed": line.boxed,
    }
    return " ".join(["line", *(name for name, on in switches.items() if on)])


def _size(line: Line) -> str:
    if line.size is None or abs(line.size - _USUAL) < 1.5:
        return ""
    return f' style="font-size:{min(2.0, max(0.5, line.size / _USUAL)):.2f}em"'
