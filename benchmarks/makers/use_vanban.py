"""vanban, and what it cannot go below: called with what to do, the source, the file to write.

* ``render``: a document that was read and checked before, to .docx, to the file.
* ``checked``: the YAML text read, validated, checked by all rules, rendered, to the file.
* ``read``, ``check``, ``check_docx``: these alone; nothing is written. The last looks at the
  finished .docx, by the rules on its layout and on its words.
* ``floor``: the finished XML deflated, zipped and written, nothing else.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from serving import serve

import vanban
from vanban import api
from vanban.word import package

what, source, out = sys.argv[1:4]
reading = vanban.read(source, use_profile=False)
doc = reading.doc
word_file = vanban.render(doc)
finished = package.read(word_file)
own = {"word/document.xml", "word/footnotes.xml", "docProps/core.xml"}
shared = {n: package.deflate(n, data) for n, data in finished.items() if n not in own}


def floor(path: str) -> None:
    """Write what is finished; the parts that all documents share are deflated already."""
    entries = (shared.get(n) or package.deflate_own(n, data) for n, data in finished.items())
    Path(path).write_bytes(package.write(entries))


def render(path: str) -> None:
    """Render."""
    Path(path).write_bytes(vanban.render(doc))


def read(_path: str) -> None:
    """Read and validate."""
    vanban.read(source, use_profile=False)


def check(_path: str) -> None:
    """Check by all rules."""
    vanban.check(reading)


def check_docx(_path: str) -> None:
    """Check what was rendered as if it were anybody's Word file."""
    api.check_docx(word_file)


def checked(path: str) -> None:
    """All of it."""
    found = vanban.read(source, use_profile=False)
    vanban.check(found)
    Path(path).write_bytes(vanban.render(found))


ways: dict[str, Callable[[str], None]] = {
    way.__name__: way for way in (floor, render, read, check, check_docx, checked)
}
serve(ways[what], out)
