"""The tables in README.md, which are between two marks in each language."""

from __future__ import annotations

import re
from collections.abc import Mapping

from content import ROOT


def write(tables: Mapping[str, str]) -> None:
    """Put the tables of each language between its marks."""
    path = ROOT / "README.md"
    text = path.read_text("utf-8")
    for language, table in tables.items():
        mark = f"<!-- make bench: {language} -->"
        between = re.compile(rf"{mark}\n.*?<!-- make bench -->", re.DOTALL)
        before, after = between.split(text, maxsplit=1)
        text = f"{before}{mark}\n{table}\n<!-- make bench -->{after}"
    path.write_text(text, "utf-8")
