"""The grounds (căn cứ): how a line opens and ends, what one of them has to tell.

ND30-C-002, C-004, C-007, C-008 and C-018 (PLI-I-II.6.a, Mẫu 1.1-1.3).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from vanban.findings import Edit, Finding, Fix
from vanban.messages import _
from vanban.patterns import later
from vanban.rules import edits
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds import required
from vanban.rules.library.grounds.ground_lines import Block, Line, blocks, known
from vanban.rules.views import citations, days
from vanban.rules.views.text import HEADING

_ANOTHER = later(r"[;.,] *(?P<x>Căn cứ)(?= )")
_ODD_ENDS = frozenset(":!?")


def punctuation(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Lines that end in another mark than ";", and "." at the last, where it is not supplied."""
    for block in subject.view(blocks):
        yield from _in_field(rule, subject, block) if block.field else _typed(rule, subject, block)


def _in_field(rule: Rule, subject: Subject, block: Block) -> Iterator[Finding]:
    """What the writer leaves as it is: an odd mark at the end, two grounds in one line."""
    for line in block.lines:
        if line.closing in _ODD_ENDS:
            end = subject.text.passage(line.start).end
            message = _("Dòng căn cứ không kết thúc bằng dấu «{quote}».").format(quote=line.closing)
            yield rule.hit(subject, line.end, end, message, right="")
        for found in _ANOTHER.finditer(subject.text.whole, line.start, line.end):
            if not subject.text.quoted(found.start()):
                message = _("Mỗi căn cứ một dòng: ở giữa dòng này có thêm một «{quote}».")
                message = message.format(quote=found["x"])
                yield rule.hit(subject, *found.span("x"), message)


def _typed(rule: Rule, subject: Subject, block: Block) -> Iterator[Finding]:
    """Lines of a body, which print as they are typed."""
    for line in block.lines[:-1]:
        if line.closing != ";" and line.closing != ":" and not _blank(subject, line):
            yield _ending(rule, subject, line, ";")
    last = block.lines[-1]
    if _closed(subject, block) and last.closing in {"", ";", ","} and not _blank(subject, last):
        yield _ending(rule, subject, last, ".")


def _closed(subject: Subject, block: Block) -> bool:
    """Whether what follows begins anew: a heading or a line in capitals, not the main clause."""
    after = block.after
    return after is not None and (after.where == HEADING or after.text.isupper())


def _blank(subject: Subject, line: Line) -> bool:
    return subject.text.whole.endswith(("…", "..", "]"), line.start, line.end)


def _ending(rule: Rule, subject: Subject, line: Line, right: str) -> Finding:
    end = subject.text.passage(line.start).end
    if line.closing:
        message = _("Dòng căn cứ này kết thúc bằng dấu «{right}», không phải «{quote}».")
        message = message.format(right=right, quote=line.closing)
        return rule.hit(subject, line.end, end, message, right=right)
    message = _("Dòng căn cứ này thiếu dấu «{right}» ở cuối.").format(right=right)
    last_word = subject.text.whole.rfind(" ", line.start, line.end) + 1
    right = subject.text.whole[last_word : line.end] + right
    return rule.hit(subject, last_word, line.end, message, right=right)


def opening(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Lines of the field that open with something else, or with a small letter."""
    for block in subject.view(blocks):
        for line in block.lines if block.field else ():
            first = subject.text.whole[line.start : line.start + 1]
            if line.opening and first.islower():
                message = _("Dòng căn cứ bắt đầu bằng chữ hoa.")
                end = line.start + len(line.opening)
                right = subject.text.whole[line.start : end].capitalize()
                yield rule.hit(subject, line.start, end, message, right=right)
            elif not line.opening and first.isalpha():
                yield _opening(rule, subject, line)


def _opening(rule: Rule, subject: Subject, line: Line) -> Finding:
    """A line without its first words; of a document that it names they can be told."""
    end = subject.text.whole.find(" ", line.start + 6, line.end)
    quote = subject.text.whole[line.start : end if end > 0 else line.end]
    names = any(quote.startswith(k.capitalize()) for k in citations.KINDS)
    message = _("Dòng căn cứ mở đầu bằng «Căn cứ», «Theo» hoặc «Xét», không phải «{quote}».")
    right = f"Căn cứ {quote}" if names else None
    stop = line.start + len(quote)
    return rule.hit(subject, line.start, stop, message.format(quote=quote), right=right, safe=False)


def authority(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Grounds of which none tells what the issuing body may do."""
    lines = [line.words(subject.text) for block in subject.view(blocks) for line in block.lines]
    if any(words in line for line in lines for words in known("tham_quyen")):
        return
    if any(_is_legal(subject, line) for block in subject.view(blocks) for line in block.lines):
        message = _("Chưa thấy căn cứ quy định thẩm quyền, chức năng, nhiệm vụ của cơ quan.")
        yield rule.finding(subject, message, ("can_cu",))


def present(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """No grounds, or none that is a legal document or tells what the body may do."""
    yield from required.check(rule, subject)
    wanted = subject.kind.required(subject.standard.forms[subject.kind.mau])
    if not subject.doc.can_cu or wanted.isdisjoint(rule.data["thanh_phan"]):
        return
    lines = [line for block in subject.view(blocks) for line in block.lines]
    if not any(_is_legal(subject, line) for line in lines):
        message = _("Phần căn cứ chưa có văn bản quy phạm, văn bản quy định thẩm quyền nào.")
        yield rule.finding(subject, message, ("can_cu",))


def _is_legal(subject: Subject, line: Line) -> bool:
    """Whether a ground is a legal document, or may be one: a blank, words on powers."""
    words = line.words(subject.text)
    if any(told in words for told in known("tham_quyen")) or "[" in words or "…" in words:
        return True
    return subject.text.plain.startswith(known("phap_ly"), line.about)


def dates(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Days in figures, told once for grounds that stand together and mended in all of them."""
    figures = [day for day in subject.view(days.of) if not day.in_words and day.value()]
    for block in subject.view(blocks) if figures else ():
        found = [day for line in block.lines for day in _within(figures, line)]
        if found:
            yield _in_figures(rule, subject, found)


def _within(figures: Sequence[days.Day], line: Line) -> Iterator[days.Day]:
    first = bisect_left(figures, line.start, key=_start)
    for day in islice(figures, first, None):
        if day.start >= line.end:
            return
        if day.nam:
            yield day


def _start(day: days.Day) -> int:
    return day.start


def _in_figures(rule: Rule, subject: Subject, found: Sequence[days.Day]) -> Finding:
    first = found[0]
    quote = subject.text.whole[first.start : first.end]
    message = _("Ngày trong căn cứ ghi đầy đủ «{right}», không ghi «{quote}».")
    message = message.format(right=_words(first), quote=quote)
    made = [edit for day in found if (edit := _spelt_out(subject, day))]
    hit = rule.hit(subject, first.start, first.end, message)
    return replace(hit, fix=Fix(tuple(made), safe=False) if made else None)


def _words(day: days.Day) -> str:
    value = day.value()
    return value.words() if value else ""


def _spelt_out(subject: Subject, day: days.Day) -> Edit | None:
    passage = subject.text.passage(day.start)
    typed = subject.text.plain.endswith("ngày ", 0, day.start)
    right = _words(day).removeprefix("ngày ") if typed else _words(day)
    begin = day.start - passage.start
    return edits.edit_of(subject.origin, passage.path, begin, begin + day.end - day.start, right)
