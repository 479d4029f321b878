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
_ENTRY = re.compile(rb"/Title<(?P<title>[0-9A-F]+)>\s*/Dest\[(?P<page>\d+) 0 R")
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


def headings(pdf: bytes) -> list[tuple[str, int]]:
    """The entries of the PDF's outline, in order: the words of a heading and its page (1-based).

    LibreOffice lists every paragraph with an outline level there, also the deepest.
    """
    objects = {int(number): body for number, body in _OBJECT.findall(pdf)}
    pages = {number: index for index, number in enumerate(_page_order(objects), 1)}
    found = []
    for body in objects.values():
        entry = _ENTRY.search(body)
        if entry and int(entry["page"]) in pages:
            words = bytes.fromhex(entry["title"].decode()).decode("utf-16", "replace")
            found.append((words, pages[int(entry["page"])]))
    return found


def _page_order(objects: dict[int, bytes]) -> list[int]:
    """The numbers of the page objects, in reading order."""
    tree = next((body for body in objects.values() if b"/Type/Pages" in body), b"")
    kids = re.search(rb"/Kids\[(.*?)\]", tree, re.DOTALL)
    return [int(number) for number in _REFERENCE.findall(kids[1])] if kids else []
