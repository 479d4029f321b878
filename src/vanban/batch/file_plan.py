"""A batch of source files: which .docx each of them becomes."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from vanban.batch import discovery
from vanban.batch.digests import content, digest
from vanban.batch.jobs import Item
from vanban.batch.planning import SUFFIX, Plan, Settings, each_once, job_of
from vanban.errors import OutputError, SourceError
from vanban.location import Place
from vanban.messages import _


def of_files(paths: Sequence[str], settings: Settings, endings: frozenset[str]) -> Plan:
    """A batch of source files.

    Args:
        paths: files, folders and globs.
        settings: what is asked for.
        endings: those of the sources that can be read at all.

    Raises:
        SourceError: a folder holds no document, or cannot be read.
        OutputError: the folder for the results lies inside one of the sources.
    """
    paths = discovery.expanded(paths)
    for path in paths:
        _refuse_pattern(path)
        _refuse_inside(path, settings.directory)
    found = [(path, root) for root in paths for path in _documents(root, endings)]
    job = job_of(settings, sorted(map(os.path.realpath, paths)))
    outputs = {path: _beside(path, root, settings.directory) for path, root in found}
    items = (
        Item(number, output, path, digest=digest(job.base, content(path)))
        for number, (path, output) in enumerate(outputs.items(), 1)
    )
    return Plan(job, each_once(items, "-d"))


def _documents(root: str, endings: frozenset[str]) -> tuple[str, ...]:
    found = discovery.documents([root], endings)
    if found.problems:
        raise SourceError(list(found.problems.values()))
    return found.paths


def _refuse_pattern(path: str) -> None:
    if path.lower().endswith(discovery.PATTERN):
        raise SourceError.at(
            _("Đây là tệp mẫu cho một bảng, không phải văn bản."),
            Place(path),
            _("Thêm --data BẢNG để lấy dữ liệu cho mẫu."),
        )


def _refuse_inside(path: str, directory: str | None) -> None:
    if directory is None or not os.path.isdir(path):
        return
    inside = os.path.realpath(directory).startswith(os.path.realpath(path) + os.sep)
    if inside or os.path.realpath(directory) == os.path.realpath(path):
        raise OutputError.at(
            _("Thư mục ghi ra nằm trong thư mục nguồn."),
            Place(directory),
            _("Chọn thư mục khác cho -d, hoặc bỏ -d để ghi cạnh từng tệp nguồn."),
        )


def _beside(path: str, root: str, directory: str | None) -> str:
    """The .docx of a source: beside it, or in a folder with the sub-folders that it is in."""
    if directory is None:
        return str(Path(path).with_suffix(SUFFIX))
    inside = Path(path).relative_to(root) if os.path.isdir(root) else Path(Path(path).name)
    return str(Path(directory) / inside.with_suffix(SUFFIX))
