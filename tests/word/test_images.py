"""Images in the text."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from vanban.errors import TemplateError
from vanban.model.blocks import Hinh
from vanban.units import mm
from vanban.word.body import BodyWriter
from vanban.word.images import Images, fitted, last, relationship
from vanban.word.ooxml import W


def png(width: int, height: int) -> bytes:
    """The beginning of a PNG: signature and header."""
    head = b"IHDR" + struct.pack(">LLBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">L", 13) + head + struct.pack(">L", zlib.crc32(head))


def jpeg(width: int, height: int) -> bytes:
    """The beginning of a JPEG: an application segment, then the frame."""
    frame = b"\xff\xc2\x00\x11\x08" + struct.pack(">HH", height, width) + bytes(12)
    return b"\xff\xd8\xff\xe0\x00\x04ab" + frame


def test_an_image_has_its_own_size_at_96_dots_an_inch() -> None:
    assert fitted(png(96, 48), mm(165)) == (914_400, 457_200)
    assert fitted(jpeg(96, 48), mm(165)) == (914_400, 457_200)


@given(st.integers(1, 20_000), st.integers(1, 20_000))
def test_an_image_fits_into_the_room_and_keeps_its_shape(width: int, height: int) -> None:
    wide, high = fitted(png(width, height), mm(165), mm(250))
    assert 0 < wide <= mm(165)
    assert 0 < high <= mm(250)
    if min(wide, high) > 1000:
        assert wide / high == pytest.approx(width / height, rel=0.01)


@pytest.mark.parametrize(("room", "height"), [(165, 257), (180, 257), (267, 170)])
def test_a_high_image_fits_on_an_upright_or_a_lying_page(
    writer_of: Callable[..., BodyWriter], tmp_path: Path, room: int, height: int
) -> None:
    (tmp_path / "a.png").write_bytes(png(100, 5000))
    writer = writer_of()
    writer.width = mm(room)
    xml = writer.write((Hinh(str(tmp_path / "a.png")),), ("noi_dung",))
    size = re.search(r'<wp:extent cx="(\d+)" cy="(\d+)"', xml)
    assert size is not None
    assert int(size[2]) == mm(height)


def test_a_drawing_brings_its_namespaces(tmp_path: Path) -> None:
    """An office's template need not know them at the root of its document."""
    (tmp_path / "a.png").write_bytes(png(10, 10))
    xml = Images().drawing(Hinh(str(tmp_path / "a.png"), 'Sơ đồ "A" & B'), mm(165))
    root = etree.fromstring(f'<x xmlns:w="{W}">{xml}</x>')
    assert root.xpath("//*[local-name()='docPr']/@descr") == ['Sơ đồ "A" & B']


def test_equal_files_are_stored_once(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(png(10, 10))
    (tmp_path / "c.jpg").write_bytes(jpeg(10, 10))
    images = Images(drawn=4)
    drawn = [images.drawing(Hinh(str(tmp_path / n)), mm(165)) for n in ("a.png", "b.png", "c.jpg")]
    assert list(images.files) == ["image1.png", "image2.jpeg"]
    assert [last(xml) for xml in drawn] == [5, 6, 7]
    assert relationship("image2.jpeg") in drawn[2]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "Không tìm thấy tệp ảnh"),
        (b"GIF89a", "Ảnh phải là PNG hoặc JPEG"),
        (b"", "Ảnh phải là PNG hoặc JPEG"),
        (png(10, 10)[:20], "Không đọc được kích thước ảnh"),
        (png(0, 10), "Không đọc được kích thước ảnh"),
        (b"\xff\xd8\xff\xe0\x00\x10", "Không đọc được kích thước ảnh"),
    ],
)
def test_an_unusable_image_is_named(tmp_path: Path, content: bytes | None, told: str) -> None:
    path = tmp_path / "anh.png"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(TemplateError) as caught:
        Images().drawing(Hinh(str(path)), mm(165))
    assert told in str(caught.value)
    assert "anh.png" in str(caught.value)
