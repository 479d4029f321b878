"""Findings that an office has decided to live with: told once, then passed over.

A finding is known again by its file, rule and words, not by its line, so that editing above
it brings nothing back. A second equal one in the same file is new.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from vanban.batch.checks import Checked
from vanban.errors import SourceError
from vanban.findings import Finding
from vanban.location import Place
from vanban.messages import _

VERSION = 2


class Known(Struct, frozen=True, order=True):
    """A finding as the file keeps it.

    Attributes:
        path: the source, from the folder of the baseline file.
        rule: the rule.
        quote: the words it is about.
        field: the part of the document ("ky.ho_ten"), without the numbers of lists.
        count: how many equal ones there are.
    """

    path: str
    rule: str
    quote: str
    field: str = ""
    count: int = 1


class _File(Struct, frozen=True):
    version: int
    findings: tuple[Known, ...]


def load(path: Path) -> Counter[Known]:
    """The findings in a baseline file.

    Raises:
        SourceError: it cannot be read, or is no such file.
    """
    try:
        data = msgspec.json.decode(path.read_bytes(), type=_File)
    except (OSError, msgspec.MsgspecError):
        raise _unreadable(path) from None
    if data.version != VERSION:
        raise _unreadable(path)
    return Counter({replace(known, count=1): known.count for known in data.findings})


def dump(checked: Iterable[Checked], path: Path) -> bytes:
    """What goes into a baseline file: everything that was found."""
    folder = path.parent
    counts = Counter(_known(one.path, f, folder) for one in checked for f in one.findings)
    found = tuple(replace(known, count=count) for known, count in sorted(counts.items()))
    return msgspec.json.format(msgspec.json.encode(_File(VERSION, found)), indent=1) + b"\n"


def without(checked: Iterable[Checked], baseline: Counter[Known], path: Path) -> list[Checked]:
    """The files without the findings that a baseline file knows."""
    left = Counter(baseline)
    return [replace(one, findings=tuple(_new(one, left, path.parent))) for one in checked]


def _new(one: Checked, left: Counter[Known], folder: Path) -> Iterable[Finding]:
    for finding in one.findings:
        known = _known(one.path, finding, folder)
        if left[known] > 0:
            left[known] -= 1
        else:
            yield finding


def _known(path: str, finding: Finding, folder: Path) -> Known:
    """What a finding is known by; the path as it is written on every system."""
    field = ".".join(part for part in finding.path if isinstance(part, str))
    return Known(_from(path, folder), finding.rule, finding.quote, field)


def _from(path: str, folder: Path) -> str:
    """A path from the folder of the baseline, so that it is the same wherever one stands."""
    try:
        relative = os.path.relpath(path, folder)
    except ValueError:  # another drive of Windows
        relative = os.path.abspath(path)
    return relative.replace(os.sep, "/")


def _unreadable(path: Path) -> SourceError:
    return SourceError.at(
        _("Không đọc được tệp phát hiện đã biết."),
        Place(str(path)),
        _("Kiểm tra tên tệp; xóa tệp để chương trình ghi lại từ đầu."),
    )
