"""Names of bodies with wrong capitals: ND30-V-030 and V-032 (PL II-IV).

The decree has capitals on the first syllable of the words for kind, function and field: "Sở Tài
chính", neither "Sở Tài Chính" nor "Sở tài chính". What is wholly small is a common noun, save
where `small_bodies` is sure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from msgspec import Struct

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.casing import begins_sentence, cased
from vanban.rules.kinds.stretches import blamed, pattern
from vanban.rules.library.capitals.names import families
from vanban.rules.library.capitals.small_bodies import first_letters, respectful
from vanban.rules.lists import named
from vanban.rules.views.phrases import index, words
from vanban.viet.capitals import CAPITAL, SMALL, too_many
from vanban.viet.text import comparable

_CAPITAL_BEFORE = later(rf"(?<!\w)[{CAPITAL}][{SMALL}]+ $")
_NEAR = 12
"""So many characters before a word hold the word that it may make a name with."""
_FAR = 60
"""So many hold what tells a firm or a settlement."""


class Name(Struct, frozen=True):
    """The name of a body.

    Attributes:
        text: as it is written.
        words: its words, to see at once that it stands nowhere.
        sure: whether it names the body even with small letters ("Sở tài chính"); "Sở xây
            dựng kế hoạch" does not.
    """

    text: str
    words: frozenset[str]
    sure: bool = False


def vietnamese(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Wrong capitals in Vietnamese names: in any word, in the first, in the unit behind."""
    yield from capitals(rule, subject)
    yield from first_letters(rule, subject)
    yield from respectful(rule, subject)


def capitals(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Names of the lists ``ten_thua`` with capitals too many, of ``ten_ro`` also with too few."""
    whole, taken = subject.text.whole, -1
    for start, name in sorted(_longest(rule, subject).items()):
        end = start + len(name.text)
        typed = whole[start:end]
        if start < taken or not _is_wrong(typed, name):
            continue
        taken = end
        if blamed(rule, subject, start, end):
            right = cased(typed, _as_written(rule, name))
            message = _("Tên cơ quan, tổ chức viết «{right}».").format(right=right)
            yield rule.hit(subject, start, end, message, right=right)


@lru_cache(maxsize=4096)  # documents name the same bodies again and again
def _is_wrong(typed: str, name: Name) -> bool:
    if typed.isupper():
        return False
    if too_many(typed, name.text):
        return True
    return name.sure and typed[0].isupper() and typed != cased(typed, name.text)


def _as_written(rule: Rule, name: Name) -> str:
    """How a name is offered; its own text may have capitals that are only let pass."""
    written: str = rule.data.get("viet_la", {}).get(name.text, name.text)
    return written


def _longest(rule: Rule, subject: Subject) -> dict[int, Name]:
    """Where the names stand, whatever their capitals; of several at one place the longest."""
    found: dict[int, Name] = {}
    text = subject.text
    for name in _possible(rule, text.capital_words, text.words):
        for at in text.find(name.text):
            if at not in found or len(name.text) > len(found[at].text):
                found[at] = name
    if "tu_ghep" in rule.data:
        for at, name in _compounds(rule, subject):
            found.setdefault(at, name)
    return found


def _possible(rule: Rule, capital: frozenset[str], present: frozenset[str]) -> Iterable[Name]:
    """The names that can be wrong where these words have a capital, and those there are."""
    by_word = _too_many_at(*rule.data["ten_thua"])
    sure = _sure(rule.data["ten_ro"]) if "ten_ro" in rule.data else {}
    known = {text for word in capital & by_word.keys() for text in by_word[word]}
    found = {text: Name(text, words(text)) for text in known if words(text) <= present}
    found.update((text, sure[text]) for text in index(tuple(sure)).within(present) if sure)
    return found.values()


def _compounds(rule: Rule, subject: Subject) -> Iterator[tuple[int, Name]]:
    """The words of two syllables that have two capitals and are no part of somebody's name."""
    whole = subject.text.whole
    company, two_words = pattern(rf"(?:{rule.data['ten_rieng']})$"), pattern(rule.data["sau_ghep"])
    for typed, name in _double_capitals(rule.data["tu_ghep"]).items():
        if not name.words <= subject.text.capital_words:
            continue
        for at, end in subject.text.spots(typed):
            line = whole[max(whole.rfind("\n", 0, at) + 1, at - _FAR) : at]
            other = _in_a_name(rule, whole, at) or two_words.match(whole, end)
            if not other and not company.search(line):
                yield at, name


def _in_a_name(rule: Rule, whole: str, at: int) -> bool:
    """Whether the word before an offset makes a name with the one there: "Trần Công An"."""
    found = _CAPITAL_BEFORE.search(whole, max(at - _NEAR, 0), at)
    if found is None or found[0].rstrip() in rule.data["truoc_ghep"]:
        return False
    return not begins_sentence(whole, found.start()) or found[0].rstrip() in families()


@cache
def _double_capitals(key: str) -> Mapping[str, Name]:
    """The words of a list by how they look with two capitals, the tone in either place."""
    found: dict[str, Name] = {}
    for text in named("viet-hoa-co-quan")[key]:
        typed = text.title()
        found |= {form: Name(text, words(text)) for form in (typed, typed.replace("Ủy", "Uỷ"))}
    return found


@cache
def _too_many_at(*lists: str) -> Mapping[str, Sequence[str]]:
    """The names of some lists by each of their small words; "ghep" are kinds with a field."""
    known = named("viet-hoa-co-quan")
    made = [f"{kind} {field}" for kind in known["loai"] for field in known["linh_vuc"]]
    names = [text for key in lists for text in (made if key == "ghep" else known[key])]
    small = (" ".join(filter(str.islower, text.split())) for text in names)
    lines = comparable("\n".join(small)).replace(",", "").split("\n")
    found: dict[str, list[str]] = defaultdict(list)
    for text, line in zip(names, lines, strict=True):
        for word in line.split():
            found[word].append(text)
    return found


@cache
def _sure(key: str) -> Mapping[str, Name]:
    return {text: Name(text, words(text), True) for text in named("viet-hoa-co-quan")[key]}
