"""docxtpl's tag language: from the XML that Word saved to XML that Jinja understands.

This is the only module that imports docxtpl. Its patching depends on the template alone,
so it happens once, when a template is compiled, and what it gives is kept for other runs.
"""

from __future__ import annotations

import os
import re
import zlib
from functools import cache as once
from importlib.util import find_spec

from vanban import cache
from vanban.patterns import later
from vanban.version import __version__

# A loop over cells, or a computed span, leaves a grid that docxtpl repairs after rendering.
_LONG_WAY = later(r"\{%\s*tc\s|\{\{\s*tc\s|\{%\s*colspan\s|\{%\s*hm\s")


def patch(xml: str) -> str:
    """The part with ``{%p %}``, ``{{p }}``, ``{%tr %}`` … and tags split over runs resolved.

    Importing docxtpl takes longer than all the rest of a short run, so it is asked once about
    the same text; another docxtpl or vanban asks again.
    """
    asked = f"{_release()}\0{xml}\0".encode()
    name = f"tags-{zlib.crc32(asked):08x}.xml"
    kept = cache.read(name) or b""
    if kept.startswith(asked):
        return kept[len(asked) :].decode()
    from docxtpl import DocxTemplate

    found = str(DocxTemplate.patch_xml(None, xml))
    cache.write(name, asked + found.encode())
    return found


def resolved(xml: str) -> str:
    """The part with its tags resolved, whatever it is: one without tags stays as it is."""
    return patch(xml) if "{{" in xml or "{%" in xml else xml


@once
def _release() -> str:
    """Which docxtpl and which vanban: asking for docxtpl's version would take 60 ms."""
    spec = find_spec("docxtpl")
    changed = os.stat(spec.origin).st_mtime_ns if spec and spec.origin else 0
    return f"{__version__} {changed}"


def needs_repair(xml: str) -> bool:
    """Whether what Jinja renders from a part has to go through docxtpl once more."""
    return bool(_LONG_WAY.search(re.sub(r"<[^>]+>", "", xml)))


def repair(xml: str) -> str:
    """The rendered part with table grids that fit their cells."""
    from docxtpl import DocxTemplate
    from lxml import etree

    tree = DocxTemplate.fix_tables(None, xml.encode())
    return str(etree.tostring(tree, encoding="unicode"))
