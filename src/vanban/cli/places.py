"""Where a finding stands, in the words of people: a line of a source, a paragraph of a .docx."""

from __future__ import annotations

from vanban.cli import console
from vanban.findings import Finding
from vanban.location import Spot
from vanban.messages import _

_QUOTED = 40
"""So many characters of a paragraph are enough to find it in Word."""


def where(finding: Finding) -> str:
    """The place of a finding; in a .docx with the paragraph and its words.

    >>> from vanban.findings import Severity
    >>> from vanban.location import Place
    >>> place = Place("a.docx", spot=Spot("word/document.xml", (0, 11), 12))
    >>> where(Finding("X-001", Severity.INFO, "Sai.", place, quote="Kính gửi:"))
    'a.docx: đoạn 12 «Kính gửi:»'
    """
    place = finding.place
    if place is None:
        return ""
    shown = console.shown(str(place))
    inside = _inside(place.spot) if place.spot else ""
    if not inside:
        return shown
    quote = finding.quote
    if len(quote) > _QUOTED:
        quote = quote[:_QUOTED].rstrip() + "…"
    return f"{shown}: {inside} «{console.shown(quote)}»" if quote else f"{shown}: {inside}"


def _inside(spot: Spot) -> str:
    if spot.paragraph is None:
        return ""
    told = _("đoạn {number}").format(number=spot.paragraph)
    stories = {
        "header": _("đầu trang"),
        "footer": _("chân trang"),
        "footnotes": _("cước chú"),
        "endnotes": _("chú thích cuối"),
    }
    name = spot.part.rpartition("/")[2]
    story = next((word for kind, word in stories.items() if name.startswith(kind)), "")
    return f"{story}, {told}" if story else told
