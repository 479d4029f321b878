"""Paper and margins: ND30-P-001, P-002, P-015, P-019 (PLI-I-I.1, I.2, I.3, I.7)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding, Format
from vanban.layout.document import Section
from vanban.layout.paragraph import Paragraph
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.kinds.page import SIDES, margin, millimetres
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_section, tell, tell_once
from vanban.rules.docx.views.page_numbers import main_sections
from vanban.rules.docx.views.sizes import size_set
from vanban.units import Length, mm, parse_length

_SINGLE = 1.15
_ALIKE = mm(0.5)


def size(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Paper of another size than the standard's, turned or not."""
    page = seen.standard.page
    slack = parse_length(rule.data["dung_sai"])
    wrong: dict[tuple[Length, Length], list[Section]] = {}
    for section in seen.layout.sections:
        if section.width is not None and section.height is not None:
            short, long = sorted((section.width, section.height))
            if abs(short - page.rong) > slack or abs(long - page.cao) > slack:
                wrong.setdefault((section.width, section.height), []).append(section)
    for (width, height), sections in wrong.items():
        message = _("Khổ giấy {width} x {height} mm, phải là A4 (210 x 297 mm).").format(
            width=millimetres(width), height=millimetres(height)
        )
        fix = mending(*(_paper(seen, section) for section in sections))
        yield tell_once(rule, seen, sections, message, fix=fix)


def _paper(seen: Observed, section: Section) -> list[Format]:
    page = seen.standard.page
    wide, high = (page.cao, page.rong) if section.landscape else (page.rong, page.cao)
    return of_section(seen, section, width=int(wide), height=int(high))


def landscape(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A landscape section of the main document without a table or a picture."""
    for section in main_sections(seen):
        if section.landscape and not _is_wide(seen, section):
            told = _("Trang nằm ngang không có bảng, biểu; nội dung phải trình bày trang đứng.")
            yield tell(rule, seen, section, told)


def _is_wide(seen: Observed, section: Section) -> bool:
    """Whether a table of the body, a picture or what was not understood stands in it."""
    places = {caption.table.place for caption in seen.main.tables}
    blocks = seen.layout.blocks[section.begin : section.end]
    return any(
        block.place in places or (isinstance(block, Paragraph) and _shows_more(block))
        for block in blocks
    )


def _shows_more(paragraph: Paragraph) -> bool:
    """Whether more than text and the lines under it stands there."""
    return bool(paragraph.unread) or any(d.kind != "line" for d in paragraph.drawings)


def header(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A header that begins so low that the number does not fit into the top margin."""
    line = seen.style("so_trang").bo[seen.view(size_set)].pt * _SINGLE
    for section in main_sections(seen)[:1]:
        top, at = section.top, section.header
        if top is None or at is None or top <= 0 or at.pt <= top.pt - line:
            continue
        told = _("Số trang cách mép giấy {at} mm, không nằm trong lề trên {top} mm.").format(
            at=millimetres(at), top=millimetres(top)
        )
        fix = mending(of_section(seen, section, header=int(seen.standard.page.dau_trang)))
        yield tell(rule, seen, section, told, fix=fix)


def alike(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Upright sections with other margins than the first one."""
    upright = [section for section in seen.layout.sections if not section.landscape]
    for section in upright[1:]:
        pairs = [(margin(seen, upright[0], n), margin(seen, section, n)) for n in SIDES]
        if any(a is not None and b is not None and abs(a - b) > _ALIKE for a, b in pairs):
            told = _("Lề của phần này khác lề của phần đầu văn bản; các trang đứng dùng một bộ lề.")
            same = {side: int(getattr(upright[0], side) or 0) for side in SIDES.values()}
            fix = mending(of_section(seen, section, **same))
            yield tell(rule, seen, section, told, fix=fix)
            return
