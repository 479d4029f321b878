"""From .docx to .pdf through LibreOffice, and what a PDF tells about its pages."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

TIME_LIMIT = 120
"""Seconds that LibreOffice may take for one document."""

_OBJECT = re.compile(rb"(\d+) 0 obj(.*?)endobj", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+) 0 R")


def program() -> str | None:
    """The path of LibreOffice; None when it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def convert(document: bytes) -> bytes | None:
    """The PDF of a .docx; None when LibreOffice is missing or cannot make it."""
    office = program()
    if office is None:
        return None
    with TemporaryDirectory(prefix="vanban-") as name:
        folder = Path(name)
        (folder / "a.docx").write_bytes(document)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", name]
        try:
            subprocess.run(
                [*command, str(folder / "a.docx")], capture_output=True, timeout=TIME_LIMIT
            )
            return (folder / "a.pdf").read_bytes()
        except (OSError, subprocess.SubprocessError):
            return None


def heading_pages(pdf: bytes) -> list[int]:
    """The page (1-based) of each entry of the PDF's outline, which lists all headings."""
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    pages = {number: index for index, number in enumerate(_page_order(objects), 1)}
    entries = (body for body in objects.values() if b"/Title" in body and b"/Dest[" in body)
    found = []
    for body in entries:
        target = _REFERENCE.match(body.partition(b"/Dest[")[2])
        if target and int(target[1]) in pages:
            found.append(pages[int(target[1])])
    return found


def _page_order(objects: dict[int, bytes]) -> list[int]:
    """The numbers of the page objects, in reading order."""
    tree = next((body for body in objects.values() if b"/Type/Pages" in body), b"")
    kids = re.search(rb"/Kids\[(.*?)\]", tree, re.DOTALL)
    return [int(number) for number in _REFERENCE.findall(kids[1])] if kids else []
