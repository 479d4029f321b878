"""Posts and degrees in small letters beside the name of who holds them: ND30-V-042 (PL II-V.3)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import blamed, pattern
from vanban.rules.library.capitals.names import family_names, may_be_place
from vanban.rules.library.capitals.unit_capitals import named_after_somebody
from vanban.rules.views.phrases import index
from vanban.viet.capitals import CAPITAL, SMALL

_GIVEN = later(rf"(?: [{CAPITAL}][{SMALL}]*){{1,4}}(?![{CAPITAL}{SMALL}])")
_BEFORE_COMMA = later(
    rf"(?<!\w)(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c) "
    rf"[{CAPITAL}][{SMALL}]*(?: [{CAPITAL}][{SMALL}]*){{1,4}}, $"
)
_ADDRESSES = frozenset({"ông", "bà", "chí", "c"})
"""Words of which one stands before such a name, in the small letters of `Text.words`."""
_NEAR = 24
"""So many characters before a name hold a post."""
_FAR = 64
"""So many hold a post with its body, or before a post a name with its form of address."""

Small = tuple[int, int, str]
"""A post in small letters: its offsets, and what should stand there."""


def posts(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Posts and degrees that go with a name: right before it, before their body and it, behind it.

    So do those of which there is one ("thủ tướng Chính phủ").
    """
    small = next(index(tuple(rule.data["chuc_vu"])).within(subject.text.typed_words), None)
    for finder in (_before_names, _behind_names, _fixed) if small else (_fixed,):
        for start, end, right in finder(rule, subject):
            if blamed(rule, subject, start, end):
                message = _("Chức vụ, học vị đi liền với tên người viết hoa: «{right}».")
                yield rule.hit(subject, start, end, message.format(right=right), right=right)


def _before_names(rule: Rule, subject: Subject) -> Iterator[Small]:
    """ "giám đốc Nguyễn Văn An", "giám đốc Sở Nội vụ Nguyễn Văn An"."""
    right_forms, whole = rule.data["chuc_vu"], subject.text.whole
    before = pattern(rf"(?<!\w)(?P<x>{'|'.join(right_forms)})(?P<body> {rule.data['co_quan']})? $")
    for at, end in subject.view(family_names):
        if not whole[at - 2 : at - 1].isalpha():
            continue
        near = whole[max(at - _FAR, 0) : at]
        told = any(post in near for post in right_forms)
        found = before.search(whole, max(at - _FAR, 0), at) if told else None
        if found and _names_somebody(whole, at, end, least=2 if found["body"] else 1):
            yield *found.span("x"), right_forms[found["x"]]


def _names_somebody(whole: str, at: int, end: int, least: int) -> bool:
    """Whether a family name begins a person's name; "Hà Nội" and "Đoàn Thanh niên" do not.

    After a body it may be that of a commune, which tells no person: "xã Nguyễn Văn Linh".
    """
    given = _GIVEN.match(whole, end)
    if not given or (least > 1 and named_after_somebody(whole[at : given.end()])):
        return False
    return len(given[0].split()) >= (2 if may_be_place(whole[at:end]) else least)


def _behind_names(rule: Rule, subject: Subject) -> Iterator[Small]:
    """ "ông Nguyễn Văn An, giám đốc Sở Nội vụ"."""
    right_forms, whole = rule.data["chuc_vu"], subject.text.whole
    if subject.text.words.isdisjoint(_ADDRESSES):
        return
    posts = "|".join(post for post in right_forms if post not in rule.data["hoc_vi"])
    for found in pattern(rf", (?P<x>{posts}) (?=[{CAPITAL}])").finditer(whole):
        start, end = found.span("x")
        if _BEFORE_COMMA.search(whole, max(start - _FAR, 0), start):
            yield start, end, right_forms[found["x"]]


def _fixed(rule: Rule, subject: Subject) -> Iterator[Small]:
    """Posts that are one with their body: "chủ tịch Quốc hội"."""
    for post in index(tuple(rule.data["co_dinh"])).within(subject.text.words):
        typed = post[0].lower() + post[1:]
        at = subject.text.whole.find(typed)
        while at >= 0:
            yield at, at + len(typed), post
            at = subject.text.whole.find(typed, at + 1)
