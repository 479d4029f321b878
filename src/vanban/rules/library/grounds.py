"""The grounds (căn cứ): how a line opens and ends, what stands twice, in what order.

ND30-C-002, C-004, C-008 and C-015 to C-018 (PLI-I-II.6.a, Mẫu 1.1-1.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.library import items
from vanban.rules.library.ground_lines import Block, Line, blocks
from vanban.rules.lists import named
from vanban.rules.views import citations, days
from vanban.rules.views.text import HEADING
from vanban.viet.text import comparable

_ANOTHER = re.compile(r"[;.,] *(?P<x>Căn cứ)(?= )")
_LAW = re.compile(r"(?:bộ luật|luật|pháp lệnh) (?P<ten>[^;(]*)")
_ODD_ENDS = frozenset(":!?")


def punctuation(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Lines that end in another mark than ";", and "." at the last, where it is not supplied."""
    for block in subject.view(blocks):
        yield from _in_field(rule, subject, block) if block.field else _typed(rule, subject, block)


def _in_field(rule: Rule, subject: Subject, block: Block) -> Iterator[Finding]:
    """What the writer leaves as it is: an odd mark at the end, two grounds in one line."""
    for line in block.lines:
        if line.closing in _ODD_ENDS and line.closing:
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
    return rule.hit(
        subject, line.start, stop, message.format(quote=quote), right=right, safe=False
    )


def authority(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Grounds of which none tells what the issuing body may do."""
    known = subject.view(blocks)
    told = [comparable(words) for words in named("can-cu")["tham_quyen"]]
    lines = [line.words(subject.text) for block in known for line in block.lines]
    if lines and not any(words in line for line in lines for words in told):
        message = _("Chưa thấy căn cứ quy định thẩm quyền, chức năng, nhiệm vụ của cơ quan.")
        yield rule.finding(subject, message, ("can_cu",))


def repeated(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A document that two lines are grounded on."""
    for block in subject.view(blocks):
        seen: set[str] = set()
        for line in block.lines:
            name = _named(subject, line)
            if name and name in seen:
                yield _repeated(rule, subject, block, line)
            seen.add(name)


def _named(subject: Subject, line: Line) -> str:
    """What tells the document of a line from others; empty where it names none."""
    cited = line.cited(subject)
    if cited:
        return f"{cited.kind} {citations.same(cited.number)}"
    law = _LAW.match(subject.text.plain, line.about, line.end)
    return law.group().strip() if law and line.opening == "căn cứ" else ""


def _repeated(rule: Rule, subject: Subject, block: Block, line: Line) -> Finding:
    cited = line.cited(subject)
    end = cited.number_end if cited else line.end
    quote = subject.text.whole[line.about : end]
    message = _("Căn cứ «{quote}» được ghi hai lần.").format(quote=quote)
    found = rule.hit(subject, line.about, end, message)
    if not block.field or not isinstance(index := line.path[1], int):
        return found
    return replace(found, fix=items.dropped(subject, "can_cu", index))


def proposal(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A proposal that other grounds follow."""
    for block in subject.view(blocks):
        grounds = [i for i, line in enumerate(block.lines) if line.opening == "căn cứ"]
        for index, line in enumerate(block.lines):
            if _proposes(subject, line) and grounds and index < grounds[-1]:
                yield _misplaced(rule, subject, block, index)


def _proposes(subject: Subject, line: Line) -> bool:
    known = tuple(comparable(words) for words in named("can-cu")["de_nghi"])
    return subject.text.plain.startswith(known, line.start)


def _misplaced(rule: Rule, subject: Subject, block: Block, index: int) -> Finding:
    line = block.lines[index]
    end = line.start + len("Theo đề nghị")
    quote = subject.text.whole[line.start : min(end, line.end)]
    message = _("Dòng «{quote} …» đứng cuối phần căn cứ.").format(quote=quote.strip())
    found = rule.hit(subject, line.start, line.start + len(quote.strip()), message)
    if not block.field or len(block.lines) != len(subject.doc.can_cu):
        return found
    order = [*range(index), *range(index + 1, len(block.lines)), index]
    return replace(found, fix=items.reordered(subject, "can_cu", order))


def order(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The first ground that stands below one of lower rank; those of authority go first."""
    for block in subject.view(blocks):
        lowest, above = -1, ""
        for line in block.lines:
            rank, kind = _rank(subject, line)
            if rank < 0 or _of_authority(subject, line):
                continue
            if rank < lowest:
                message = _("{kind} thường đứng trên {above} trong phần căn cứ.")
                message = message.format(kind=kind.capitalize(), above=above)
                yield rule.hit(subject, line.about, line.about + len(kind), message)
                break
            lowest, above = rank, kind


def _rank(subject: Subject, line: Line) -> tuple[int, str]:
    """How high the kind of document stands that a line names, and its name; -1 for others."""
    for kind, rank in named("can-cu")["thu_bac"].items():
        if subject.text.plain.startswith(f"{comparable(kind)} ", line.about):
            return int(rank), kind
    return -1, ""


def _of_authority(subject: Subject, line: Line) -> bool:
    words = line.words(subject.text)
    return any(comparable(told) in words for told in named("can-cu")["tham_quyen"])


def dates(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Days in figures."""
    figures = [day for day in subject.view(days.of) if not day.in_words and day.nam]
    for block in subject.view(blocks) if figures else ():
        for line in block.lines:
            for day in figures:
                value = day.value()
                if line.start <= day.start < line.end and value:
                    yield _in_figures(rule, subject, day, value.words())


def _in_figures(rule: Rule, subject: Subject, day: days.Day, words: str) -> Finding:
    quote = subject.text.whole[day.start : day.end]
    typed = subject.text.plain.endswith("ngày ", 0, day.start)
    right = words.removeprefix("ngày ") if typed else words
    message = _("Ngày trong căn cứ ghi đầy đủ «{right}», không ghi «{quote}».")
    message = message.format(right=words, quote=quote)
    return rule.hit(subject, day.start, day.end, message, right=right, safe=False)
