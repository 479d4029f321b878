"""Image files named in a source: found beside it, and of a kind that Word shows."""

from __future__ import annotations

from pathlib import Path

from vanban.location import Place
from vanban.messages import _
from vanban.sources.collector import Collector

_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
LARGEST = 20_000_000
"""An image file has at most so many bytes."""


def find_image(file: str, folder: Path, place: Place, out: Collector) -> str | None:
    """The absolute path of an image; None, and a problem, if it cannot be used."""
    path = (folder / file).resolve()
    try:
        with path.open("rb") as stream:
            head = stream.read(16)
        size = path.stat().st_size
    except OSError:
        out.problem(
            _("Không tìm thấy tệp ảnh «{file}».").format(file=file),
            place,
            _("Đường dẫn tính từ thư mục chứa tệp nguồn."),
        )
        return None
    if not head.startswith(_SIGNATURES) or size > LARGEST:
        out.problem(
            _("Tệp «{file}» không phải ảnh PNG hay JPEG dùng được.").format(file=file),
            place,
            _("Lưu ảnh lại thành PNG hoặc JPEG, dưới 20 MB."),
        )
        return None
    return str(path)
