"""Bodies and units that are no more, and a decree that is taken for another.

ADM-001 to ADM-004, ADM-006, ADM-008 and ADM-009; ND30-H-017 uses the same function.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import blamed
from vanban.rules.library.administration import former_bodies, history
from vanban.rules.library.administration.former import Former, Mention
from vanban.rules.views import citations

_FORM = later(r"thể thức|công tác văn thư|soạn thảo văn bản hành chính")
_NOT_SO = later(r"quy phạm|\bkhông\b|\bsai\b|\b7[89]/2025")


def former(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """What is no more, of the groups in ``nhom``, named as if it were still there."""
    for mention in subject.view(_mentions):
        if mention.group in rule.data["nhom"] and _counts(rule, subject, mention):
            yield _finding(rule, subject, mention)


def _mentions(subject: Subject) -> tuple[Mention, ...]:
    return tuple(former_bodies.mentions(subject.text, subject.as_of))


def _counts(rule: Rule, subject: Subject, mention: Mention) -> bool:
    start, end, first = mention.start, mention.end, mention.former.since
    if first > subject.as_of or not blamed(rule, subject, start, end):
        return False
    return not history.past(subject.text, start, end, first, subject.view(citations.of))


def _finding(rule: Rule, subject: Subject, mention: Mention) -> Finding:
    told, right = message(rule, mention.former), mention.right
    return rule.hit(subject, mention.start, mention.end, told, right=right, safe=False)


def message(rule: Rule, gone: Former) -> str:
    """The rule's message ``cau``, with the name, the first day without it, what it became."""
    first = gone.since
    day = f"{first.day:02}/{first.month}/{first.year}"
    return _(rule.data["cau"]).format(quote=gone.what, right=gone.became, since=day)


def misattributed(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The decree ``so`` cited for the form of administrative documents, which it does not set."""
    text, number = subject.text, rule.data["so"]
    at = text.whole.find(number)
    while at >= 0:
        end = at + len(number)
        begin, stop = history.sentence(text, at, end)
        said = text.plain[begin:stop]
        if _FORM.search(said) and not _NOT_SO.search(said) and blamed(rule, subject, at, end):
            yield rule.hit(subject, at, end, _(rule.data["cau"]).format(quote=number))
        at = text.whole.find(number, end)
