"""Image files named in a source: found beside it, and of a kind that Word shows."""

from __future__ import annotations

from pathlib import Path

from vanban.errors import short
from vanban.location import Place
from vanban.messages import _
from vanban.model.pictures import pixels
from vanban.sources.collector import Collector

LARGEST = 20_000_000
"""An image file has at most so many bytes."""


def find_image(file: str, place: Place, out: Collector) -> str | None:
    """The absolute path of an image; None, and a problem, if it cannot be used.

    Args:
        file: its path as typed, relative to the file that names it (a source or a profile).
        place: where it is named.
        out: takes the problem.
    """
    folder = Path(place.path).parent
    out.files.append(str((folder / file).absolute()))
    data = _content(folder / file)
    if data is None:
        out.problem(
            _("Không tìm thấy tệp ảnh «{file}».").format(file=short(file)),
            place,
            _("Đường dẫn tính từ thư mục «{folder}».").format(folder=folder),
        )
    elif len(data) > LARGEST or pixels(data) is None:
        out.problem(
            _("Tệp «{file}» không phải ảnh PNG hay JPEG dùng được.").format(file=short(file)),
            place,
            _("Lưu ảnh lại thành PNG hoặc JPEG, dưới 20 MB."),
        )
    else:
        return str((folder / file).absolute())
    return None


def _content(path: Path) -> bytes | None:
    """The beginning of a regular file, as much as an image may have; None: there is none."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except (OSError, ValueError):
        return None
