"""Files named in a source: a template, the original of a copy."""

from __future__ import annotations

from pathlib import Path

from vanban.errors import short
from vanban.location import Place
from vanban.messages import _
from vanban.sources.collector import Collector


def find_file(file: str, suffixes: tuple[str, ...], place: Place, out: Collector) -> str | None:
    """The absolute path of a file; None, and a problem, if it cannot be used.

    Args:
        file: its path as typed, relative to the file that names it (a source or a profile).
        suffixes: what its name may end in.
        place: where it is named.
        out: takes the problem.
    """
    folder = Path(place.path).parent
    path = folder / file
    if path.suffix.lower() not in suffixes:
        out.problem(
            _("Tệp «{file}» không đúng loại.").format(file=short(file)),
            place,
            _("Tên tệp cần kết thúc bằng: {suffixes}").format(suffixes=", ".join(suffixes)),
        )
    elif not _is_file(path):
        out.problem(
            _("Không tìm thấy tệp «{file}».").format(file=short(file)),
            place,
            _("Đường dẫn tính từ thư mục «{folder}».").format(folder=folder),
        )
    else:
        out.files.append(str(path.absolute()))
        return out.files[-1]
    return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
