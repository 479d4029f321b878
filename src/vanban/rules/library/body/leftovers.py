"""ND30-B-014: what a drafter left to be filled in: [tên đơn vị], {{ so }}, XXX, dotted blanks.

In a draft the brackets of a skeleton are no fault: one info counts them. Forms are printed with
blanks, so their dots are left alone, as in tables and appendices.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import pattern
from vanban.rules.views.text import TABLE
from vanban.viet.capitals import is_upper
from vanban.viet.text import comparable

_BRACKETS = later(r"(?<!\[)\[(?P<words>[^\[\]\n]{2,120})\]")
_WORDS = later(r"[^\W\d_]{2,}[^\w]+[^\W\d_]{2,}")
_ATTACHED = "(kèm theo"


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Sure leftovers, words in brackets to be replaced, blanks to be filled in."""
    yield from _sure(rule, subject)
    yield from _bracketed(rule, subject)
    yield from _blanks(rule, subject)


def _sure(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """What stands in no finished text, each kind with the letters that it cannot do without."""
    whole = subject.text.whole
    for kind in rule.data["chac_chan"]:
        if kind["co"] in whole:
            for found in pattern(kind["tim"]).finditer(whole):
                if not subject.text.quoted(found.start()):
                    yield _told(rule, subject, found)


def _told(rule: Rule, subject: Subject, found: re.Match[str]) -> Finding:
    message = _("Chỗ giữ chỗ «{quote}» chưa được thay bằng nội dung thật.").format(quote=found[0])
    return rule.hit(subject, *found.span(), message)


def _bracketed(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Orders to the drafter and names of what is missing; the latter once in a draft."""
    if "[" not in subject.text.characters:
        return
    named: list[re.Match[str]] = []
    for found in _BRACKETS.finditer(subject.text.whole):
        words = found["words"].strip()
        names_a_gap = _begins(words, rule.data["giu_cho"])
        shouted = is_upper(words) and (names_a_gap or bool(_WORDS.match(words)))
        if shouted or _begins(words, rule.data["viec"]):
            yield _told(rule, subject, found)
        elif names_a_gap:
            named.append(found)
    if subject.doc.ban_hanh:
        yield from (_told(rule, subject, found) for found in named)
    elif named:
        message = _("Còn {count} chỗ giữ chỗ trong [ ]; chỗ đầu tiên là «{quote}».")
        message = message.format(count=len(named), quote=named[0][0])
        yield rule.hit(subject, *named[0].span(), message, severity=Severity.INFO)


def _begins(words: str, known: Iterable[str]) -> bool:
    return bool(_beginning(tuple(known)).match(comparable(words)))


@cache
def _beginning(known: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(
        "(?:" + "|".join(re.escape(comparable(words)) for words in known) + r")(?!\w)"
    )


def _blanks(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Dotted and empty spaces in a text that is not made to be filled in by hand."""
    text, data = subject.text, rule.data
    if subject.kind.mau in data["mau_dien_tay"] or subject.kind.slug in data["loai_dien_tay"]:
        return
    if not ("…" in text.characters or "..." in text.whole or "  " in text.whole):
        return
    for found in pattern(data["cho_trong"]).finditer(text.plain):
        if not _may_be_blank(subject, found.start()):
            quote = text.whole[found.start() : found.end()].strip()
            message = _("Chỗ trống «{quote}» chưa điền.").format(quote=quote)
            yield rule.hit(subject, *found.span(), message)


def _may_be_blank(subject: Subject, at: int) -> bool:
    """Whether blanks have their place: tables, appendices, quotations, "(Kèm theo …)"."""
    text = subject.text
    passage = text.passage(at)
    form = passage.where == TABLE or passage.path[0] == "phu_luc"
    return form or text.quoted(at) or text.plain.startswith(_ATTACHED, passage.start)
