"""docx-mailmerge2 as its documentation has it: fields merged, rows of tables merged."""

from __future__ import annotations

import json
import sys

from mailmerge import MailMerge  # type: ignore[import-not-found, unused-ignore]  # only peers have it
from serving import serve

template, data, out = sys.argv[1:4]
with open(data, encoding="utf-8") as file:
    values = json.load(file)
fields = {name: value for name, value in values.items() if isinstance(value, str)}
tables = {
    f"{name}_chu": [{f"{name}_chu": record["chu"]} for record in value]
    for name, value in values.items()
    if isinstance(value, list)
}


def make(path: str) -> None:
    """Make the document."""
    with MailMerge(template) as document:
        document.merge(**fields)
        for anchor, rows in tables.items():
            document.merge_rows(anchor, rows)
        document.write(path)


serve(make, out)
