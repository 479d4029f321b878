"""docxtpl and openpyxl in a loop, as offices write it: TEMPLATE DATA TABLE FOLDER.

Prints as JSON the seconds and the documents.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter

from docxtpl import DocxTemplate
from openpyxl import load_workbook

template, data, table, folder = sys.argv[1:5]
start = perf_counter()
values = json.loads(Path(data).read_text("utf-8"))
rows = load_workbook(table, read_only=True).worksheets[0].iter_rows(min_row=2, values_only=True)
made = 0
for number, guest, office, *_others in rows:
    document = DocxTemplate(template)
    document.render({**values, "moi": [{"chu": f"- {guest}, {office}."}]})
    document.save(f"{folder}/{number}.docx")
    made += 1
print(json.dumps({"seconds": perf_counter() - start, "made": made}))
