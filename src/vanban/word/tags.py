"""docxtpl's tag language: from the XML that Word saved to XML that Jinja understands.

This is the only module that imports docxtpl. Its patching depends on the template alone,
so it happens once, when a template is compiled.
"""

from __future__ import annotations

import re

from vanban.patterns import later

# A loop over cells, or a computed span, leaves a grid that docxtpl repairs after rendering.
_LONG_WAY = later(r"\{%\s*tc\s|\{\{\s*tc\s|\{%\s*colspan\s|\{%\s*hm\s")


def patch(xml: str) -> str:
    """The part with ``{%p %}``, ``{{p }}``, ``{%tr %}`` … and tags split over runs resolved."""
    from docxtpl import DocxTemplate

    return str(DocxTemplate.patch_xml(None, xml))


def resolved(xml: str) -> str:
    """The part with its tags resolved, whatever it is: one without tags stays as it is."""
    return patch(xml) if "{{" in xml or "{%" in xml else xml


def needs_repair(xml: str) -> bool:
    """Whether what Jinja renders from a part has to go through docxtpl once more."""
    return bool(_LONG_WAY.search(re.sub(r"<[^>]+>", "", xml)))


def repair(xml: str) -> str:
    """The rendered part with table grids that fit their cells."""
    from docxtpl import DocxTemplate
    from lxml import etree

    tree = DocxTemplate.fix_tables(None, xml.encode())
    return str(etree.tostring(tree, encoding="unicode"))
