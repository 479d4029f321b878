"""What a body is made of, in reading order: paragraphs, marked lines, tables, images.

The sequence is flat: which line belongs to which is computed from the levels
(`vanban.model.outline`), never stored.
"""

from __future__ import annotations

from dataclasses import dataclass

from vanban.model.inlines import Inlines
from vanban.model.levels import Level


@dataclass(frozen=True, slots=True)
class Doan:
    """Đoạn: a paragraph without a mark; it belongs to the open item and closes nothing."""

    chu: Inlines


@dataclass(frozen=True, slots=True)
class DeMuc:
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


@dataclass(frozen=True, slots=True)
class Bang:
    """Bảng: a table with one header row.

    Attributes:
        ten: the caption after "Bảng:"; empty when there is none.
        can: alignment of each column: "trai", "giua", "phai"; "" leaves it to the writer.
        dau: the header cells, one a column.
        hang: the rows, each with as many cells as there are columns.
        nhan: the label that ``@nhan`` refers to; None when it has none.
    """

    ten: Inlines
    can: tuple[str, ...]
    dau: tuple[Inlines, ...]
    hang: tuple[tuple[Inlines, ...], ...]
    nhan: str | None = None


@dataclass(frozen=True, slots=True)
class Hinh:
    """Hình: an image file (absolute path when read from a source) and its description."""

    tep: str
    mo_ta: str = ""


Block = Doan | DeMuc | Bang | Hinh
Body = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class CuocChu:
    """Cước chú: a footnote of the document, found by its label."""

    nhan: str
    chu: Inlines
