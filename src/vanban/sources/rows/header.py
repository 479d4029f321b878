"""Which rows of a table are its headings, and how each column is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from vanban.errors import Problem, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.sources.rows import numbering
from vanban.sources.rows.grid import MOST_ROWS, Area, Grid, Line
from vanban.sources.rows.names import heading, is_one_of
from vanban.viet.legacy import encoding_of

SEARCHED = 20
"""The headings begin in one of so many rows."""
_SHARE = 0.6
"""The part of the columns that has a heading of its own."""


class Header(Struct, frozen=True):
    """The headings of a table.

    Attributes:
        columns: the names, those of upper rows first ("Ký: Họ tên"); columns without a name
            are left out.
        sources: for each name the indexes of the columns under it, more than one where a
            heading was merged over columns that have no headings of their own.
        top, bottom: the numbers of the first and the last row before the data.
        width: the number of columns, with those that have no name.
        passed: the numbers of rows among them that number the columns, or name units.
    """

    columns: tuple[str, ...]
    sources: tuple[tuple[int, ...], ...]
    top: int
    bottom: int
    width: int
    passed: tuple[int, ...] = ()


def enough(number: int | None) -> int:
    """How many rows `find` has to see."""
    return max(SEARCHED, number or 0) + MOST_ROWS + 2


def find(
    lines: Sequence[Line],
    path: str,
    areas: Iterable[Area] = (),
    wanted: frozenset[str] = frozenset(),
    number: int | None = None,
) -> Header:
    """The headings among the first rows of a table.

    Args:
        lines: the first rows, see `enough`; blank ones too where merged cells are known.
        path: the file.
        areas: merged cells.
        wanted: names (`names.key`) that tell which row it is: the one with the most of them;
            else it is the first one that gives most columns a name of their own.
        number: the row where the headings begin, when that is known.

    Raises:
        SourceError: no row looks like headings, or they are not in Unicode.
    """
    grid = Grid(lines, areas)
    rows = [at for at, row in enumerate(grid.rows) if any(row)]
    if number is None:
        found = _best(grid, [at for at in rows if lines[at].number <= SEARCHED], wanted)
    else:
        found = next((_header(grid, at) for at in rows if lines[at].number == number), None)
    if found is None or not found.columns:
        raise _none(path, number)
    _refuse_old_encodings(found, path)
    return found


def _best(grid: Grid, rows: Iterable[int], wanted: frozenset[str]) -> Header | None:
    width = max((sum(map(bool, line.texts)) for line in grid.lines), default=0)
    best, most = None, (0, False)
    for at in rows:
        header = _header(grid, at)
        distinct = set(header.columns)
        score = (sum(is_one_of(name, wanted) for name in distinct), _plausible(distinct, width))
        if score > most:
            best, most = header, score
    return best


def _plausible(names: set[str], width: int) -> bool:
    words = sum(any(letter.isalpha() for letter in name) for name in names)
    return len(names) >= _SHARE * width and 2 * words >= max(len(names), 1)


def _header(grid: Grid, top: int) -> Header:
    """The headings if they began in a row."""
    depth = grid.depth(top)
    last = top + depth - 1
    names: list[str] = []
    sources: list[tuple[int, ...]] = []
    for column in range(grid.width):
        area = grid.area(last, column)
        if area and area.left < column and grid.rows[last][column]:
            continue  # belongs to the column at the left end of the merged cells
        if name := _name(grid, top, last, column):
            names.append(name)
            sources.append(tuple(range(column, _end(area, column, grid.width))))
    starts = [group[0] for group in sources]
    rows = numbering.find(grid, last, names, starts, deep=depth > 1)
    passed = tuple(grid.lines[row].number for row in rows)
    numbers = grid.lines[top].number, passed[-1] if passed else grid.lines[last].number
    return Header(tuple(names), tuple(sources), *numbers, grid.width, passed)


def _end(area: Area | None, column: int, width: int) -> int:
    return min(area.right + 1, width) if area else column + 1


def _name(grid: Grid, top: int, last: int, column: int) -> str:
    """The texts over a column, each merged cell once."""
    seen: dict[object, str] = {}
    for row in range(top, last + 1):
        text = grid.rows[row][column] or _left(grid, row, column, last)
        if text:
            seen.setdefault(grid.area(row, column) or (row, column), heading(text))
    return ": ".join(seen.values())


def _left(grid: Grid, row: int, column: int, last: int) -> str:
    """The text of a group that is not merged, over one of its columns."""
    if row == last:
        return ""
    group = next((group for group in grid.groups(row) if column in group), None)
    return grid.rows[row][group[0]] if group else ""


def notes(header: Header, path: str) -> tuple[Problem, ...]:
    """What is told of the rows below the headings that are taken for no data."""
    told = _("Bỏ qua dòng {number} ngay dưới tiêu đề: đánh số cột hoặc đơn vị tính.")
    advice = _("Nếu là dữ liệu, chuyển dòng đó xuống dưới một dòng khác.")
    return tuple(
        Problem(told.format(number=number), Place(path, number), advice) for number in header.passed
    )


def _none(path: str, number: int | None) -> SourceError:
    if number is not None:
        message = _("Dòng {number} không có tiêu đề cột nào.").format(number=number)
        return SourceError.at(message, Place(path, number), _("Kiểm tra lại số của dòng tiêu đề."))
    return SourceError.at(
        _("Không thấy dòng tiêu đề cột trong {count} dòng đầu của bảng.").format(count=SEARCHED),
        Place(path),
        _("Đặt tên cột ở một dòng phía trên dữ liệu, mỗi cột một tên."),
    )


def _refuse_old_encodings(header: Header, path: str) -> None:
    encoding = encoding_of(" ".join(header.columns))
    if encoding:
        raise SourceError.at(
            _("Bảng gõ bằng {encoding}, không phải Unicode.").format(encoding=encoding),
            Place(path, header.top),
            _("Chuyển cả bảng sang Unicode (UniKey: Ctrl+Shift+F6) rồi lưu lại."),
        )
