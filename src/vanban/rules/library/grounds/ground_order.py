"""The grounds (căn cứ) beside each other: none twice, proposals last, laws above decrees.

ND30-C-015 to C-017 (Mẫu 1.2).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library import items
from vanban.rules.library.grounds.ground_lines import Block, Line, blocks, known
from vanban.rules.lists import named
from vanban.rules.views import citations

_When = tuple[str, str]
"""Year and day of a document as they are told; each may be empty."""

_LAW = later(r"(?:bộ luật|luật|pháp lệnh) [^;(]*")
_DATED = later(r"(?P<ten>.*?),?(?: (?P<ngay>ngày [^;]*?))?(?: năm |/)(?P<nam>[0-9]{4})")


def repeated(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A document that two lines are grounded on; one of another day is another document."""
    for block in subject.view(blocks):
        seen: defaultdict[str, list[_When]] = defaultdict(list)
        for line in block.lines:
            name, when = _named(subject, line)
            if any(_agree(when, other) for other in seen[name] if name):
                yield _repeated(rule, subject, block, line)
            seen[name].append(when)


def _agree(when: _When, other: _When) -> bool:
    """Whether year and day are the same, as far as both are told."""
    return all(not mine or not its or mine == its for mine, its in zip(when, other, strict=True))


def _named(subject: Subject, line: Line) -> tuple[str, _When]:
    """What tells the document of a line from others, and of when it is; empty for none."""
    cited = line.cited(subject)
    if cited:
        day = cited.day.words() if cited.day else ""
        return f"{cited.kind} {citations.same(cited.number)}", ("", day)
    law = _LAW.match(subject.text.plain, line.about, line.end)
    if law is None or line.opening != "căn cứ":
        return "", ("", "")
    dated = _DATED.fullmatch(law.group().strip())
    if dated is None:
        return law.group().strip(), ("", "")
    return dated["ten"], (dated["nam"], dated["ngay"] or "")


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
    return subject.text.plain.startswith(known("de_nghi"), line.start)


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
        if subject.text.plain.startswith(f"{kind} ", line.about):
            return int(rank), kind
    return -1, ""


def _of_authority(subject: Subject, line: Line) -> bool:
    words = line.words(subject.text)
    return any(told in words for told in known("tham_quyen"))
