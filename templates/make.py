"""Make the shipped Word templates from the standards (``make templates``).

For each size set: the .docx, which an office may open in Word and learn from, and beside it
the parts with their docxtpl tags resolved, so that a cold start does not need docxtpl.
"""

from __future__ import annotations

import sys
from pathlib import Path

from vanban import resources
from vanban.standards.load import Standard
from vanban.standards.schema import SIZE_SETS
from vanban.word import forms, package, shipped, tags

FORM = "mau-1.4"


def make(folder: Path) -> None:
    """Write the templates of nd30 into a folder."""
    standard = Standard(resources.standards() / "nd30")
    for size_set in SIZE_SETS:
        parts = forms.parts(standard, size_set)
        data = package.write(package.deflate(name, xml.encode()) for name, xml in parts.items())
        suffix = "" if size_set == SIZE_SETS[0] else f"-co-{size_set}"
        path = folder / "nd30" / f"{FORM}{suffix}.docx"
        _write(path, data)
        beside = path.with_suffix(shipped.FOLDER)
        for name, xml in parts.items():
            tagged = "{{" in xml or "{%" in xml
            _write(beside / name, (tags.patch(xml) if tagged else xml).encode())
        contents = "\n".join((shipped.checksum(data), *parts))
        _write(beside / shipped.CONTENTS, f"{contents}\n".encode())


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
