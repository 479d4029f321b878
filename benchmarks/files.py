"""The files that makers work with: templates, data, texts, workbooks."""

from __future__ import annotations

import json
import re
from pathlib import Path

import templates
from content import ROOT, Example, finished, lines, values
from peers import Peer
from vanban.word import package

PATTERN = ROOT / "examples" / "hang-loat" / "giay-moi.mau.yaml"
_OFFICES = ("Sở Tài chính", "Sở Y tế", "Sở Xây dựng", "Ủy ban nhân dân phường Từ Sơn")
_SENTENCE = (
    "Phòng Nghiệp vụ 1 chủ trì, phối hợp với Văn phòng tham mưu Kế hoạch số 12/KH-SNV ngày 05"
    " tháng 3 năm 2026 của Sở Nội vụ; báo cáo trước ngày 30 tháng 11 năm 2026."
)


def template(example: Example, peer: Peer, folder: Path) -> Path:
    """The template of an example for an engine."""
    path = folder / f"{example.name}-{peer.name}.docx"
    return templates.write(example, templates.TAGS[peer.name], path)


def data(example: Example, folder: Path) -> Path:
    """What engines are given, as JSON."""
    path = folder / f"{example.name}.json"
    path.write_text(json.dumps(values(example), ensure_ascii=False), "utf-8")
    return path


def markdown(example: Example, folder: Path) -> Path:
    """The words of an example for pandoc, headings bold."""
    path = folder / f"{example.name}.md"
    marked = (
        f"**{text}**" if line.heading else text
        for line in lines(example)
        if (text := re.sub(r"([\\`*_{}\[\]()#+\-.!<>|~^@$])", r"\\\1", line.text))
    )
    path.write_text("\n\n".join(marked), "utf-8")
    return path


def reference(example: Example, folder: Path) -> Path:
    """The finished document, whose styles pandoc takes."""
    path = folder / f"{example.name}-reference.docx"
    parts = finished(example).items()
    path.write_bytes(package.write(package.deflate(name, content) for name, content in parts))
    return path


def plan(paragraphs: int) -> bytes:
    """The source of a kế hoạch of so many paragraphs, each a little different."""
    text = "".join(f"  {_SENTENCE} Đoạn {number}.\n" for number in range(paragraphs))
    return f"loai: ke-hoach\nngay: 2026-10-15\nnoi_dung: |\n{text}".encode()


def workbook(rows: int, folder: Path) -> Path:
    """A workbook of guests, a row each, for `PATTERN`."""
    from openpyxl import Workbook

    path = folder / f"{rows}.xlsx"
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Khách mời")
    sheet.append(["Số", "Ông (bà)", "Chức vụ", "Đơn vị"])
    for number in range(1, rows + 1):
        office = _OFFICES[number % len(_OFFICES)]
        sheet.append([number, f"Ông Trần Quốc Bảo {number}", f"Trưởng phòng, {office}", office])
    book.save(path)
    return path
