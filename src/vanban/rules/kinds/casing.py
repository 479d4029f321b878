"""Kind "casing": names and phrases whose capitals are fixed.

``dung`` lists them as they are written. Whatever differs from one in capitals alone is blamed;
where several match, the longest counts. Left alone are words wholly in capitals (a heading),
wholly in small letters when ``thuong_duoc: có`` (a common noun), and a capital at the beginning
when ``hoa_duoc: có``. At the beginning of a sentence a capital is always right. The message ``cau``
may have {quote} and {right}; other keys as in `vanban.rules.kinds.pattern`.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import blamed
from vanban.rules.views.phrases import index

_ENDS = ".?!:\n"
_BLANKS = " “\"'‘(-+"


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each place where one of the names has other capitals."""
    text = subject.text
    longest: dict[int, str] = {}
    for name in index(tuple(rule.data["dung"])).within(text.words):
        for at in text.find(name):
            if len(name) > len(longest.get(at, "")):
                longest[at] = name
    end = -1
    for at, name in sorted(longest.items()):
        if at < end:  # inside a longer name
            continue
        end = at + len(name)
        quote = text.whole[at:end]
        if quote == name:
            continue
        right = cased(quote, name)
        if quote[0].isupper() and ("hoa_duoc" in rule.data or begins_sentence(text.whole, at)):
            right = quote[0] + right[1:]
        wrong = right != quote and not _may_stand(rule, subject, at, quote, right)
        if wrong and blamed(rule, subject, at, end):
            yield _finding(rule, subject, at, quote, right)


def cased(typed: str, like: str) -> str:
    """The letters that were typed, capital where those of another text are.

    >>> cased("Uỷ Ban Nhân Dân", "Ủy ban nhân dân")
    'Uỷ ban nhân dân'
    """
    pairs = zip(typed, like, strict=True)
    return "".join(t.upper() if model.isupper() else t.lower() for t, model in pairs)


def _may_stand(rule: Rule, subject: Subject, at: int, quote: str, right: str) -> bool:
    if quote.isupper():
        return True
    if "thuong_duoc" in rule.data and quote.islower():
        return True
    if quote[1:] == right[1:]:
        return "hoa_duoc" in rule.data or begins_sentence(subject.text.whole, at)
    return False


def begins_sentence(whole: str, at: int) -> bool:
    """Whether an offset is the beginning of a passage or of a sentence in it."""
    before = whole[max(at - 8, 0) : at].rstrip(_BLANKS)
    return at == 0 or not before or before[-1] in _ENDS


def _finding(rule: Rule, subject: Subject, at: int, quote: str, right: str) -> Finding:
    message = _(rule.data["cau"]).format(quote=quote, right=right)
    offered = None if "khong_sua" in rule.data else right
    return rule.hit(subject, at, at + len(quote), message, right=offered)
