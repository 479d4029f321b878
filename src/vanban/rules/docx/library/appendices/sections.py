"""Each appendix a section of its own, numbered from 1 (ND30-A-008, ND30-A-009)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Part
from vanban.layout.section import Section
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.library.appendices.contents import is_head_only
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import Target, mending, of_section, tell
from vanban.rules.docx.views.page_numbers import page_numbers


def numbered(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Appendices that go on with the page numbers of the text before them."""
    for part in _following(seen):
        section = section_of(seen, part)
        if section is None:
            continue
        if section.begin < _first_before(seen, part):
            message = _(
                "Phụ lục không ở phần (Section) riêng; số trang phải đánh riêng từng phụ lục."
            )
            yield tell(rule, seen, _place(part), message)
        elif section.page_start != 1:
            message = _(
                "Số trang của phụ lục nối tiếp phần trước; phải đánh số riêng, bắt đầu từ 1."
            )
            fix = mending(of_section(seen, section, page_start=1))
            yield tell(rule, seen, _place(part), message, fix=fix)


def first_page(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Appendices whose first page shows its number."""
    for part in _following(seen):
        section = section_of(seen, part)
        if section is None or section.title_page or section.begin < _first_before(seen, part):
            continue
        if any(n.section is section and n.pages == "default" for n in seen.view(page_numbers)):
            message = _("Trang đầu phụ lục hiện số trang; các mẫu của nghị định không hiện.")
            fix = mending(of_section(seen, section, title_page=True))
            yield tell(rule, seen, _place(part), message, fix=fix)


def _following(seen: Observed) -> list[Part]:
    """The appendices behind another text, in a file whose pages are numbered."""
    if not any(p.slug == "so_trang" for p in seen.found.margins):
        return []
    return [part for part in seen.found.parts[1:] if part.kind == "phu-luc"]


def section_of(seen: Observed, part: Part) -> Section | None:
    """The section in which a part begins."""
    return next((s for s in seen.layout.sections if s.begin <= part.first < s.end), None)


def _first_before(seen: Observed, part: Part) -> int:
    """The first block that is surely not of the text before: behind its last filled one."""
    earlier = [p for p in seen.found.parts[: part.index] if not is_head_only(p)]
    before = earlier[-1] if earlier else seen.main
    last = max((p.paragraph.place[0] for p in before.pieces if p.paragraph.place), default=-1)
    return min(last + 1, part.first)


def _place(part: Part) -> Target:
    return part.pieces[0] if part.pieces else None
