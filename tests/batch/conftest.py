"""A pattern and tables for it, in a folder of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PATTERN = """\
loai: giay-moi
so: "{{ Số }}"
ngay: 2026-11-26
co_quan: {chu_quan: Ủy ban nhân dân tỉnh Bắc Ninh, ban_hanh: Sở Nội vụ, viet_tat: SNV}
dia_danh: Bắc Ninh
trich_yeu: Dự hội nghị tổng kết năm 2026
noi_dung: |
  Trân trọng kính mời: {{ Họ tên }}.
ky: {ho_ten: Trần Minh Đức, chuc_vu: Giám đốc}
noi_nhan: [Như trên]
luu: VT
"""

Write = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with the pattern ``gm.mau.yaml``."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gm.mau.yaml").write_text(PATTERN, "utf-8")
    return tmp_path


@pytest.fixture
def csv(folder: Path) -> Write:
    """``csv("1;An", "2;Bình")``: the table ``ds.csv`` with these rows."""

    def write(*rows: str, heading: str = "Số;Họ tên", name: str = "ds.csv") -> Path:
        path = folder / name
        path.write_text("\n".join((heading, *rows)) + "\n", "utf-8-sig")
        return path

    return write


@pytest.fixture
def pattern(folder: Path) -> Callable[..., None]:
    """``pattern("old", "new")``: a text of the pattern changed."""

    def change(old: str, new: str) -> None:
        (folder / "gm.mau.yaml").write_text(PATTERN.replace(old, new), "utf-8")

    return change
