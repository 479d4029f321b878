"""Items in a file: written once, read in ranges."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.batch import spool
from vanban.batch.jobs import Item
from vanban.errors import OutputError


@given(st.integers(0, 40), st.integers(1, 7), st.integers(1, 20))
def test_every_item_is_in_one_range_and_in_its_order(
    tmp_path_factory: pytest.TempPathFactory, count: int, size: int, joined: int
) -> None:
    path = tmp_path_factory.mktemp("spool") / "items"
    items = [Item(n, f"{n}.docx", values=("Đỗ\nAn", "")) for n in range(count)]
    spooled = spool.write(path, items, size)
    parts = list(spooled.joined(joined))
    assert spooled.count == count
    assert all(part.count <= max(size, joined) for part in parts)
    assert [item for part in parts for item in spool.read(spooled.path, part)] == items


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="Không ghi được tệp tạm"):
        spool.write(tmp_path / "khong-co" / "items", [])
