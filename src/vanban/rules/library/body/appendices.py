"""Appendices and the text: each is pointed to, and none is named that is not there.

ND30-A-001 and A-011 (PLI-I-III.1.a).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.model.inlines import Ref
from vanban.model.outline import appendix_name, homes
from vanban.model.walk import blocks, inlines
from vanban.rules.base import Rule, Subject
from vanban.rules.library.body import appendix_mentions
from vanban.rules.library.body.appendix_mentions import Mention
from vanban.rules.views.text import REFERENCE
from vanban.viet.text import words_of

_ENOUGH = 3
"""So many words of a title tell it, if the text says them again."""


def pointed_to(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Appendices that nothing in the text points to."""
    either = appendix_mentions.amends(subject)
    mentions = [m for m in subject.view(appendix_mentions.of) if either or not m.foreign]
    general = any(not mention.numbers for mention in mentions)
    if general or _says_attached(rule, subject):
        return
    numbers = {number for mention in mentions for number in mention.numbers}
    referred = _referred(subject)
    for index, phu_luc in enumerate(subject.doc.phu_luc):
        if index + 1 not in numbers and index not in referred and not _named(subject, phu_luc.ten):
            message = _("Lời văn chưa có chỉ dẫn về {name}.")
            message = message.format(name=appendix_name(subject.doc, index))
            yield rule.finding(subject, message, ("phu_luc", index), quote=phu_luc.ten or "")


def _says_attached(rule: Rule, subject: Subject) -> bool:
    """Whether the text says in other words that something comes with it."""
    text = subject.text
    return any(
        text.passage(at).path[0] != "phu_luc"
        for phrase in rule.data["kem_theo"]
        for at in text.find(phrase)
    )


def _referred(subject: Subject) -> set[int]:
    """The appendices that a reference leads to, or into."""
    if REFERENCE not in subject.text.characters:
        return set()
    doc = subject.doc
    at = {phu_luc.nhan: index for index, phu_luc in enumerate(doc.phu_luc) if phu_luc.nhan}
    at |= {label: int(home[1]) for label, home in homes(doc).items() if home[0] == "phu_luc"}
    return {
        at[inline.nhan]
        for path, block in blocks(doc)
        if path[0] != "phu_luc"
        for line in inlines(block)
        for inline in line
        if isinstance(inline, Ref) and inline.nhan in at
    }


def _named(subject: Subject, ten: str | None) -> bool:
    """Whether the text says a title of some length again."""
    title = words_of(ten or "")
    if len(title.split()) < _ENOUGH:
        return False
    return any(subject.text.passage(at).path[0] != "phu_luc" for at in subject.text.find(title))


def existing(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Appendices that the text names and the document does not have."""
    count = len(subject.doc.phu_luc)
    mentions = subject.view(appendix_mentions.of)
    elsewhere = {number for m in mentions if m.foreign for number in m.numbers}
    for mention in mentions:
        if mention.foreign or elsewhere & set(mention.numbers):
            continue
        if count and max(mention.numbers, default=0) > count:
            yield _not_there(rule, subject, mention, count)
        elif not count and (mention.attached or mention.pointed):
            yield _none_at_all(rule, subject, mention)
            return


def _not_there(rule: Rule, subject: Subject, mention: Mention, count: int) -> Finding:
    quote = subject.text.whole[mention.start : mention.end]
    message = _("Văn bản có {count} phụ lục, không có «{quote}».").format(count=count, quote=quote)
    return rule.hit(subject, mention.start, mention.end, message)


def _none_at_all(rule: Rule, subject: Subject, mention: Mention) -> Finding:
    """The finding on an appendix where there is none: it may be a file of its own."""
    message = _("Lời văn nhắc phụ lục kèm theo nhưng văn bản chưa có phụ lục nào.")
    severity = Severity.WARNING if subject.doc.ban_hanh else Severity.INFO
    return rule.hit(subject, mention.start, mention.end, message, severity=severity)
