"""Kind "vocabulary": words that should not stand there, each with the right ones.

``tu`` maps what is blamed to what should stand there (empty: nobody can tell), as whole words;
letters compare without case unless ``dung_hoa_thuong: có``. Of entries that begin at one place
the longest counts. The right words keep a capital at the beginning. Other keys as in
`vanban.rules.kinds.pattern`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import blamed
from vanban.rules.views.phrases import index


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each place where one of the words stands."""
    known: Mapping[str, str] = rule.data["tu"]
    exact = "dung_hoa_thuong" in rule.data
    found: dict[int, str] = {}
    for phrase in index(tuple(known)).within(subject.text.words):
        for at in subject.text.find(phrase):
            typed = subject.text.whole[at : at + len(phrase)]
            if (not exact or typed == phrase) and len(phrase) > len(found.get(at, "")):
                found[at] = phrase
    for at, phrase in sorted(found.items()):
        if blamed(rule, subject, at, at + len(phrase)):
            yield _finding(rule, subject, at, phrase, known[phrase])


def _finding(rule: Rule, subject: Subject, at: int, phrase: str, right: str) -> Finding:
    quote = subject.text.whole[at : at + len(phrase)]
    if right and quote[0].isupper() and phrase[0].islower():
        right = right[0].upper() + right[1:]
    message = _(rule.data["cau"]).format(quote=quote, right=right)
    offered = right if right and "khong_sua" not in rule.data else None
    safe = rule.data.get("an_toan") == "có"
    return rule.hit(subject, at, at + len(phrase), message, right=offered, safe=safe)
