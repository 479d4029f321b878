"""Places in lines of old fonts: letters of VNI are two characters in the file and one as read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from vanban.findings import Finding
from vanban.layout.document import Layout
from vanban.location import Place

Line = tuple[str, tuple[int, ...]]


def whole_lines(findings: Iterable[Finding], layout: Layout) -> Iterator[Finding]:
    """The findings, those in paragraphs of VNI about all of the paragraph.

    Offsets in the text that was read are none in the text of the file, where comments go.
    """
    shifted = _shifted(layout)
    for finding in findings:
        if not shifted or finding.place is None:
            yield finding
            continue
        elsewhere = tuple(_whole(place, shifted) for place in finding.elsewhere)
        yield replace(finding, place=_whole(finding.place, shifted), elsewhere=elsewhere)


def _shifted(layout: Layout) -> frozenset[Line]:
    from vanban.word.drafting.legacy import encoding_of

    paragraphs = layout.everything()
    vni = (p for p in paragraphs if any(encoding_of(run) == "VNI" for run in p.runs))
    return frozenset((p.part, p.path) for p in vni)


def _whole(place: Place, shifted: frozenset[Line]) -> Place:
    spot = place.spot
    if spot is None or (spot.part, spot.path) not in shifted:
        return place
    return replace(place, spot=replace(spot, start=None, end=None))
