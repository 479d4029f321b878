"""The conclusions among files and folders, read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from vanban import Finding, Reading, Rule, Severity, Subject, VanbanError, check, read

TYPES = ("ket-luan-thanh-tra", "ket-luan-kiem-tra")
"""The types that tell violations and what is to be done about them."""

_ENDINGS = frozenset({".yaml", ".yml", ".json", ".txt", ".md"})
_NAMES_TYPE = re.compile(
    rf"^[\s{{]*[\"']?lo[aạ]i[\"']?\s*:\s*[\"']?(?:{'|'.join(TYPES)})\b",
    re.MULTILINE | re.IGNORECASE,
)
_HEAD = 65_536
"""So many bytes of a file in a folder are looked at to tell whether it is a conclusion."""


def files(paths: Iterable[str]) -> list[str]:
    """The files to read, each once: those that are named, and the conclusions in folders."""
    found: dict[str, None] = {}
    for path in paths:
        found |= dict.fromkeys(_inside(path) if os.path.isdir(path) else [path])
    return list(found)


def _inside(folder: str) -> Iterator[str]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(root, name)
            if path.suffix.lower() in _ENDINGS and not name.startswith(".") and _is_one(path):
                yield str(path)


def _is_one(path: Path) -> bool:
    try:
        with path.open("rb") as stream:
            return bool(_NAMES_TYPE.search(stream.read(_HEAD).decode("utf-8", "replace")))
    except OSError:  # a file that nobody named and that cannot be read is passed over
        return False


def conclusion(path: str) -> Subject:
    """A conclusion, with its text.

    Raises:
        VanbanError: the file cannot be read, or is another document.
    """
    found = subject_of(read(path))
    if found.doc.loai not in TYPES:
        raise VanbanError.at(f"{path}: đây là {found.kind.ten}, không phải kết luận thanh tra.")
    return found


def subject_of(reading: Reading) -> Subject:
    """What rules see of a document: its fields, its type, its words with their places."""
    found: list[Subject] = []

    def look(_rule: Rule, subject: Subject) -> tuple[Finding, ...]:
        found.append(subject)
        return ()

    check(reading, rules=(Rule("TTR-000", "", Severity.INFO, "", look),))
    return found[0]
