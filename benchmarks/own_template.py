"""vanban's own template and values for docxtpl: what it takes to print the same document.

The body is a loop over its lines, as people write it; all else is as vanban has it. No other
engine can read this template; `templates` makes the plain ones, which are less work.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import vanban
from content import DOCUMENT, PARAGRAPH, Example
from vanban import plugins
from vanban.api.rendering import DEFAULT_SIZE
from vanban.model.blocks import Block, DeMuc, Doan
from vanban.model.inlines import plain
from vanban.standards.types import DocumentType
from vanban.word import context, forms, package, shipped
from vanban.word.body import BodyWriter, Surroundings, with_end_mark

_BODY = "{{p noi_dung }}"
_LOOP = (
    "{{%p for dong in dong_noi_dung %}}{{%p if dong.dam %}}{heading}"
    "{{%p else %}}{text}{{%p endif %}}{{%p endfor %}}"
)


def template(example: Example, folder: Path) -> Path:
    """The template of the example's form, its body a loop."""
    kind = _kind(example)
    standard = plugins.registry().standard(kind.tieu_chuan)
    parts = dict(forms.parts(standard, standard.forms[kind.mau], DEFAULT_SIZE))
    body = next(p for p in PARAGRAPH.findall(parts[DOCUMENT]) if _BODY in p)
    parts[DOCUMENT] = parts[DOCUMENT].replace(body, _looping(body))
    path = folder / f"{example.name}-own.docx"
    path.write_bytes(package.write(package.deflate(n, xml.encode()) for n, xml in parts.items()))
    return path


def data(example: Example, folder: Path) -> Path:
    """The values that vanban gives to its template, and the lines of the body, as JSON."""
    path = folder / f"{example.name}-own.json"
    path.write_text(json.dumps(_values(example), ensure_ascii=False), "utf-8")
    return path


def _looping(body: str) -> str:
    line = body.replace(_BODY, "{{ dong.chu }}")
    heading = line.replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")
    tags = re.split(r"(\{%p .*? %\})", _LOOP.format(heading=heading, text=line))
    return "".join(body.replace(_BODY, t) if "{%p" in t else t for t in tags)


def _values(example: Example) -> dict[str, object]:
    doc, kind = vanban.load(example.source, use_profile=False), _kind(example)
    registry = plugins.registry()
    standard = registry.standard(kind.tieu_chuan)
    path = registry.template(standard.slug, kind, DEFAULT_SIZE)
    assert path, "examples have shipped templates"
    form = shipped.load(path, standard, DEFAULT_SIZE)
    around = Surroundings(standard, form.styles, standard.page.be_rong_chu, form.co)
    values = context.build(doc, kind, BodyWriter.of(doc, around), form.section).values
    body = with_end_mark(doc.noi_dung, standard.wording["cuoi"])
    return {**values, "dong_noi_dung": [_line(block) for block in body]}


def _line(block: Block) -> dict[str, object]:
    mark = f"{block.dau} " if isinstance(block, DeMuc) else ""
    words = plain(block.chu) if isinstance(block, DeMuc | Doan) else ""
    return {"chu": mark + words, "dam": isinstance(block, DeMuc) and block.tieu_de}


def _kind(example: Example) -> DocumentType:
    doc = vanban.load(example.source, use_profile=False)
    return plugins.registry().document_type(doc.loai)
