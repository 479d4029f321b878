"""What a body is made of, in reading order: paragraphs, marked lines, tables, images.

The sequence is flat: which line belongs to which is computed from the levels
(`vanban.model.outline`), never stored.
"""

from __future__ import annotations

from msgspec import Struct

from vanban.model.inlines import Inlines
from vanban.model.levels import Level


class Doan(Struct, frozen=True):
    """Đoạn: a paragraph without a mark; it belongs to the open item and closes nothing."""

    chu: Inlines


class DeMuc(Struct, frozen=True):
    """Đề mục: a marked line (Chương I, Điều 2., I., 1., a), (1), -, +).

    Attributes:
        cap: its level.
        dau: the mark as it is printed ("1.", "a)", "Chương I", "-"); None numbers itself.
        chu: its text; of a division the title, which may be empty.
        tieu_de: whether it is a heading: text stands under it, it prints bold.
        nhan: the label that ``@nhan`` refers to; None when it has none.
    """

    cap: Level
    dau: str | None
    chu: Inlines
    tieu_de: bool = False
    nhan: str | None = None


class Gop(Struct, frozen=True):
    """Ô gộp: cells merged into the one at ``hang`` (0 is the header) and ``cot`` (from 0)."""

    hang: int
    cot: int
    so_hang: int = 1
    so_cot: int = 1

    def covers(self, hang: int, cot: int) -> bool:
        """Whether a cell is part of the merged one."""
        rows = self.hang <= hang < self.hang + self.so_hang
        return rows and self.cot <= cot < self.cot + self.so_cot


class Bang(Struct, frozen=True):
    """Bảng: a table with one header row.

    Attributes:
        ten: the caption after "Bảng:"; empty when there is none.
        can: alignment of each column: "trai", "giua", "phai"; "" leaves it to the writer.
        dau: the header cells, one a column.
        hang: the rows, each with as many cells as there are columns.
        gop: merged cells; what stands in a covered cell is not printed.
        nhan: the label that ``@nhan`` refers to; None when it has none.
    """

    ten: Inlines
    can: tuple[str, ...]
    dau: tuple[Inlines, ...]
    hang: tuple[tuple[Inlines, ...], ...]
    nhan: str | None = None
    gop: tuple[Gop, ...] = ()


class Hinh(Struct, frozen=True):
    """Hình: an image file (absolute path when read from a source) and its description."""

    tep: str
    mo_ta: str = ""


Block = Doan | DeMuc | Bang | Hinh
Body = tuple[Block, ...]


class CuocChu(Struct, frozen=True):
    """Cước chú: a footnote of the document, found by its label."""

    nhan: str
    chu: Inlines
