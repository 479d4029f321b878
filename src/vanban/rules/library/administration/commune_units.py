"""The units of a commune's government by their names (ADM-005)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import blamed
from vanban.rules.library.administration.former import like, since
from vanban.rules.library.administration.history import past
from vanban.rules.lists import named
from vanban.rules.views import citations
from vanban.rules.views.phrases import words
from vanban.viet.text import comparable

_COMMUNE = later(r"(?<!\w)(?:(?<!thị )(?<!tác )xã(?! hội)|phường|đặc khu)(?!\w)")
_OF_COMMUNE = later(r" (?:các )?(?:xã(?! hội)|phường|đặc khu)(?!\w)")
_OF_ANOTHER = later(r" (?:các |của )?(?:tỉnh|thành phố|huyện|quận|thị xã|sở|bộ)(?!\w)")
_OF_PROVINCE = frozenset({"Văn phòng UBND", "Văn phòng Ủy ban nhân dân"})
"""Names that are right for a province, so that the commune has to be told."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A unit of a commune under another name than the decree gives it."""
    known: Mapping[str, str] = named("don-vi-cap-xa")["sai"]
    for at, wrong in _places(subject, known):
        end = at + len(wrong)
        if blamed(rule, subject, at, end) and _concerns(subject, wrong, at, end):
            quote = subject.text.whole[at:end]
            right = like(known[wrong], quote)
            message = _(rule.data["cau"]).format(quote=quote, right=right)
            yield rule.hit(subject, at, end, message, right=right, safe=False)


def _places(subject: Subject, known: Mapping[str, str]) -> list[tuple[int, str]]:
    """Where wrong names stand; of those that begin at one place the longest."""
    found: dict[int, str] = {}
    for wrong in known:
        if words(wrong) <= subject.text.words:
            for at in subject.text.find(wrong):
                found[at] = max(wrong, found.get(at, ""), key=len)
    return sorted(found.items())


def _concerns(subject: Subject, wrong: str, at: int, end: int) -> bool:
    """Whether the unit is a commune's of today: it says so, or the document is the commune's."""
    text = subject.text
    if past(text, at, end, since("cấp huyện"), subject.view(citations.of)):
        return False
    if _OF_COMMUNE.match(text.plain, end):
        return True
    of_province = wrong in _OF_PROVINCE or _OF_ANOTHER.match(text.plain, end)
    return not of_province and subject.view(_is_commune)


def _is_commune(subject: Subject) -> bool:
    """Whether a commune, or one of its units, issues the document."""
    names = (name for body in subject.doc.co_quan for name in (body.chu_quan, body.ban_hanh))
    return any(_COMMUNE.search(comparable(name)) for name in names if name)
