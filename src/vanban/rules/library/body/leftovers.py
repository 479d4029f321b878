"""ND30-B-014: what a drafter left to be filled in: [tên đơn vị], {{ so }}, XXX, dotted blanks.

In a draft the brackets of a skeleton are no fault: one info counts them. Forms are printed with
blanks, so their dots are left alone, as in tables and appendices; only a date of a given year in a
table of the text itself is none of a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import pattern
from vanban.rules.views.text import TABLE
from vanban.viet.capitals import is_upper
from vanban.viet.text import comparable

_BRACKETS = later(
    r"(?<!\[)\[(?P<words>[^\[\]\n]{2,120})\]|[<‹](?P<words_2>[^\W\d_][^<>‹›=\n]{1,60})[>›]"
)
_WORDS = later(r"[^\W\d_]{2,}[^\w]+[^\W\d_]{2,}")
_ATTACHED = "(kèm theo"
_SENTENCE_END = later(r"\n|[.;] ")
_NEAR = 20


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Sure leftovers, words in brackets to be replaced, blanks to be filled in, a name for all."""
    yield from _sure(rule, subject)
    yield from _bracketed(rule, subject)
    yield from _blanks(rule, subject)
    yield from _nobody(rule, subject)


def _sure(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """What stands in no finished text, each kind with the signs or words that it needs."""
    whole = subject.text.whole
    for kind in rule.data["chac_chan"]:
        if _may_stand(subject, kind):
            for found in pattern(kind["tim"]).finditer(whole):
                if not subject.text.quoted(found.start()):
                    yield _told(rule, subject, found)


def _may_stand(subject: Subject, kind: Mapping[str, Any]) -> bool:
    text = subject.text
    if "chu" in kind:
        return not text.words.isdisjoint(kind["chu"])
    return text.characters.issuperset(kind["co"]) and kind["co"] in text.whole


def _told(rule: Rule, subject: Subject, found: re.Match[str]) -> Finding:
    message = _("Chỗ giữ chỗ «{quote}» chưa được thay bằng nội dung thật.").format(quote=found[0])
    return rule.hit(subject, *found.span(), message)


def _bracketed(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Orders to the drafter and names of what is missing; the latter once in a draft."""
    if subject.text.characters.isdisjoint("[<‹"):
        return
    named: list[re.Match[str]] = []
    pressed = -1
    for found in _BRACKETS.finditer(subject.text.whole):
        words = (found["words"] or found["words_2"]).strip()
        if _is_button(rule, subject, found, words, pressed):
            pressed = found.end()
            continue
        names_a_gap = _begins(words, rule.data["giu_cho"])
        shouted = is_upper(words) and (names_a_gap or bool(_WORDS.match(words)))
        sure = shouted if found["words"] else names_a_gap
        if sure or _begins(words, rule.data["viec"]):
            yield _told(rule, subject, found)
        elif names_a_gap:
            named.append(found)
    if subject.doc.ban_hanh:
        yield from (_told(rule, subject, found) for found in named)
    elif named:
        message = _("Còn {count} chỗ giữ chỗ trong [ ]; chỗ đầu tiên là «{quote}».")
        message = message.format(count=len(named), quote=named[0][0])
        yield rule.hit(subject, *named[0].span(), message, severity=Severity.INFO)


def _is_button(
    rule: Rule, subject: Subject, found: re.Match[str], words: str, pressed: int
) -> bool:
    """Whether brackets name what one presses on a screen: "nhấn [Lưu]", "[Tệp] > [Thêm mới]".

    ``pressed`` is the end of the button before, in whose sentence there may be more; -1 for none.
    """
    if not words[:1].isupper() or is_upper(words):
        return False
    text, at = subject.text, found.start()
    if pressed >= 0 and not _SENTENCE_END.search(text.whole, pressed, at):
        return True
    before = text.plain[max(at - _NEAR, text.passage(at).start) : at].rstrip(' \u00a0“"')
    return before.endswith((">", "→", *rule.data["nut"]))


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
    marks = text.characters.intersection("…_[")
    if not (marks or "..." in text.whole or "  " in text.whole):
        return
    for found in pattern(data["cho_trong"]).finditer(text.plain):
        if _is_in_a_sentence(subject, found) and not _may_be_blank(subject, found):
            quote = text.whole[found.start() : found.end()].strip()
            message = _("Chỗ trống «{quote}» chưa điền.").format(quote=quote)
            yield rule.hit(subject, *found.span(), message)


def _is_in_a_sentence(subject: Subject, found: re.Match[str]) -> bool:
    """Whether words go on beside a line or an empty box: one alone is a rule, or is ticked."""
    whole, (start, end) = subject.text.whole, found.span()
    if found[0][0] not in "[_" or "." in found[0] or "…" in found[0]:
        return True
    before = start > 1 and whole[start - 1] == " " and whole[start - 2].isalnum()
    after = whole[end : end + 2].lstrip(" ")[:1]
    return before and after.islower() if found[0][0] == "[" else before or after.isalnum()


def _may_be_blank(subject: Subject, found: re.Match[str]) -> bool:
    """Whether blanks have their place: tables, appendices, quotations, "(Kèm theo …)"."""
    text, at = subject.text, found.start()
    passage = text.passage(at)
    if passage.where == TABLE and passage.path[0] != "phu_luc":
        return not found["ngay"]
    return (
        passage.path[0] == "phu_luc"
        or text.quoted(at)
        or text.plain.startswith(_ATTACHED, passage.start)
    )


def _nobody(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The name that stands for any signer: "Nguyễn Văn A"."""
    for index, ky in enumerate(subject.doc.ky):
        if ky.ho_ten and pattern(rule.data["ten_mau"]).fullmatch(ky.ho_ten.strip()):
            message = _("«{quote}» là tên đặt làm mẫu, không phải họ tên người ký.")
            message = message.format(quote=ky.ho_ten)
            yield rule.finding(subject, message, ("ky", index, "ho_ten"), quote=ky.ho_ten)
