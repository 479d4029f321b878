"""docxtpl as its documentation has it: a template opened, rendered and saved."""

from __future__ import annotations

import json
import sys

from docxtpl import DocxTemplate
from serving import serve

template, data, out = sys.argv[1:4]
with open(data, encoding="utf-8") as file:
    values = json.load(file)


def make(path: str) -> None:
    """Make the document."""
    document = DocxTemplate(template)
    document.render(values)
    document.save(path)


serve(make, out)
