"""Make the shipped Word templates from the standards (``make templates``).

For each form and size set: a .docx, which an office may open in Word and learn from. Beside
them one file holds their parts with docxtpl's tags resolved, so that a cold start does not
need docxtpl.
"""

from __future__ import annotations

import sys
from pathlib import Path

from vanban import resources
from vanban.standards.load import Standard
from vanban.standards.schema import SIZE_SETS
from vanban.word import forms, shipped, tags


def make(folder: Path) -> None:
    """Write the templates of nd30 into a folder."""
    standard = Standard(resources.standards() / "nd30")
    target = folder / standard.slug
    target.mkdir(parents=True, exist_ok=True)
    resolved = {}
    for slug, form in standard.forms.items():
        for size_set in SIZE_SETS:
            parts = forms.parts(standard, form, size_set)
            data = shipped.file(standard, slug, size_set)
            name = f"{slug}{'' if size_set == SIZE_SETS[0] else f'-co-{size_set}'}.docx"
            (target / name).write_bytes(data)
            resolved[name] = (data, {part: tags.resolved(xml) for part, xml in parts.items()})
    (target / shipped.RESOLVED).write_bytes(shipped.pack(resolved))


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
