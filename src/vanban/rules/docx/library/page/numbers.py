"""Page numbers: ND30-P-010 to P-014, P-017 (PLI-I-I.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding, Severity
from vanban.layout.document import Section
from vanban.layout.paragraph import Paragraph
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule
from vanban.rules.docx.looks import number, span
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_paragraph, of_section, of_text, tell, tell_once
from vanban.rules.docx.views.page_numbers import PageNumber, inside, main_sections, page_numbers
from vanban.rules.docx.views.pages import main_pages
from vanban.rules.docx.views.sizes import size_set

_TYPED = later(r"^\W*(?:trang\s*)?\d{1,3}\W*$", re.IGNORECASE)
_SURELY = 1.25
"""From this estimate on a document has more than one page for sure."""


def missing(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """No page number at all: an info while all stands on one page."""
    sections = main_sections(seen)
    many = seen.view(main_pages) >= _SURELY
    found = [n for n in seen.view(page_numbers) if n.section in sections]
    if found and many and seen.layout.settings.even_and_odd:
        yield from _even(rule, seen, found)
    if not sections or found:
        return
    told = _("Văn bản nhiều trang không có số trang ở đầu trang.")
    if not many:
        told = _("Văn bản chưa có số trang; sang trang hai thì phải có.")
    fix = None
    if not any(map(_is_typed, sections)):
        fix = mending(*(of_section(seen, section, page_number=True) for section in sections))
    severity = None if many else Severity.INFO
    yield tell(rule, seen, sections[0], told, fix=fix, severity=severity)


def _even(rule: Rule, seen: Observed, found: list[PageNumber]) -> Iterator[Finding]:
    """Odd pages have a number, even ones a header of their own, or none, without it."""
    sections = {n.section.begin: n.section for n in found if n.pages == "default"}
    for section in sections.values():
        if not any(n.section is section and n.pages == "even" for n in found):
            told = _("Trang chẵn có đầu trang riêng mà không có số trang; chỉ trang lẻ hiện số.")
            yield tell(rule, seen, section, told)
            return


def _is_typed(section: Section) -> bool:
    """Whether a number stands in its headers or footers that somebody typed."""
    stories = (
        story
        for group in (section.headers, section.footers)
        for story in (group.default, group.first, group.even)
    )
    texts = (paragraph.text for story in stories for paragraph in inside(story))
    return any(_TYPED.match(text) for text in texts)


def place(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Page numbers at the foot, or not in the middle."""
    found = seen.view(page_numbers)
    low = _paragraphs(n for n in found if n.where == "footer")
    if low:
        told = _("Số trang ở chân trang, phải ở đầu trang, canh giữa trong lề trên.")
        yield tell_once(rule, seen, low, told)
    aside = _paragraphs(n for n in found if n.where == "header" and not _is_centred(n))
    if aside:
        told = _("Số trang không canh giữa theo chiều ngang của trang.")
        fix = mending(*(of_paragraph(p, alignment="center") for p in aside))
        yield tell_once(rule, seen, aside, told, fix=fix)


def _paragraphs(found: Iterator[PageNumber]) -> list[Paragraph]:
    """The paragraphs, each once."""
    return list({(n.paragraph.part, n.paragraph.place): n.paragraph for n in found}.values())


def _is_centred(found: PageNumber) -> bool:
    """Whether it stands in the middle: by alignment, a frame, a tab stop; boxes are let pass."""
    paragraph = found.paragraph
    frame = paragraph.shape.frame
    if paragraph.in_box or (frame and frame.x_align == "center"):
        return True
    tabs = paragraph.text[: found.field.at].count("\t")
    if tabs:
        stops = paragraph.shape.tabs
        return tabs <= len(stops) and stops[tabs - 1].kind == "center"
    return paragraph.alignment == "center" and not (frame and frame.x_align)


def look(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Page numbers of another size, bold or italic."""
    style = seen.style("so_trang")
    for paragraph in _paragraphs(iter(seen.view(page_numbers))):
        runs = [r for r in paragraph.runs if r.field == "PAGE" and r.text.strip()]
        looks = [run.look for run in runs] or [paragraph.mark]
        wrong = []
        size = next((k.size for k in looks if not style.co.low.pt <= k.size <= style.co.high.pt), 0)
        if size:
            told = _("cỡ chữ {size}, phải là {wanted}")
            wrong.append(told.format(size=number(size), wanted=span(style.co)))
        if any(k.bold for k in looks):
            wrong.append(_("đậm, phải không đậm"))
        if any(k.italic for k in looks):
            wrong.append(_("nghiêng, phải đứng"))
        if wrong:
            message = _("Số trang: {faults}.").format(faults="; ".join(wrong))
            wanted = style.bo[seen.view(size_set)].pt
            fix = mending(of_text(paragraph, size=wanted, bold=False, italic=False))
            yield tell(rule, seen, paragraph, message, fix=fix)


def first_page(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A number on the first page of the document."""
    for section in main_sections(seen)[:1]:
        wanted = "first" if section.title_page else "default"
        shown = [n for n in seen.view(page_numbers) if n.section is section and n.pages == wanted]
        if shown and not any(n.conditional for n in shown):
            told = _("Số trang hiện ở trang thứ nhất; trang này không hiển thị số.")
            fix = None
            if not section.title_page:
                fix = mending(of_section(seen, section, title_page=True))
            yield tell(rule, seen, shown[0].paragraph, told, fix=fix)


def form(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Numbers in letters or Roman, or that do not begin with 1."""
    for index, section in enumerate(main_sections(seen)):
        if not any(n.section is section for n in seen.view(page_numbers)):
            continue
        if section.page_format not in ("decimal", "numberInDash"):
            told = _("Số trang không phải chữ số Ả Rập.")
            fix = mending(of_section(seen, section, page_format="decimal"))
            yield tell(rule, seen, section, told, fix=fix)
        elif index == 0 and section.page_start not in (None, 1):
            yield _start(rule, seen, section)


def _start(rule: Rule, seen: Observed, section: Section) -> Finding:
    told = _("Số trang bắt đầu từ {start}, phải từ 1.").format(start=section.page_start)
    return tell(rule, seen, section, told, fix=mending(of_section(seen, section, page_start=1)))


def bare(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Words or dashes around the number."""
    for paragraph in _paragraphs(iter(seen.view(page_numbers))):
        around = "".join(r.text for r in paragraph.runs if r.field != "PAGE").strip()
        if around and len(around) <= 30:
            told = _("Quanh số trang có «{around}»; chỉ ghi con số.").format(around=around)
            yield tell(rule, seen, paragraph, told)
    for section in main_sections(seen):
        if section.page_format == "numberInDash":
            told = _("Số trang có gạch hai bên; chỉ ghi con số.")
            fix = mending(of_section(seen, section, page_format="decimal"))
            yield tell(rule, seen, section, told, fix=fix)
            return
