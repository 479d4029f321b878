"""All paragraphs of a document: body, headers, footers, notes, text boxes."""

from __future__ import annotations

from vanban.layout.paragraph import Paragraph
from vanban.rules.docx.observed import Observed


def everything(seen: Observed) -> tuple[Paragraph, ...]:
    """Its paragraphs in reading order, gathered once for all rules (`Observed.view`)."""
    return tuple(seen.layout.everything())
