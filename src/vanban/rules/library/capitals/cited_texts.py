"""Capitals in the names of texts that are cited: ND30-V-045 (PL II-V.6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.casing import cased
from vanban.rules.kinds.stretches import blamed
from vanban.rules.lists import named
from vanban.rules.views import citations
from vanban.rules.views.phrases import index
from vanban.viet.capitals import too_many
from vanban.viet.text import comparable

_NEAR = 24
"""So many characters before a word are looked at for what it belongs to."""

_LONG = 4
"""So many words of a name are long."""

_PLURAL = later(r"(?<!\w)(?:các|những|hai|ba|bốn|một số) $")
_LAW = later(r"uật (?=(?P<first>\w+))")
_OTHER_WORD = later(
    r"(?<!\w)(?:dự|kỷ|pháp|quy|khoa|môn|ngành|học phần|cử nhân|công ty|văn phòng) l$"
)
"""What makes another word of "luật" ("pháp luật"), or a subject of study or a firm of it."""
_CODE = later(r"(?<!\w)(?<!cán )(?<!nội )(?<!toàn )bộ l$")
_CLOSED = later(r"(?: \(sửa đổi\))?(?: năm \d| số \d| ngày \d|[;.)\n])")

_TWO_SYLLABLES = tuple(kind for kind in citations.KINDS if len(kind.split()) == 2)

Wrong = tuple[int, int, str, str]
"""A word with wrong capitals: its offsets, what should stand there, and that with what follows."""


def capitals(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Wrong capitals in the kind and name: "nghị định số …", "Nghị Định này", "Luật đất đai"."""
    for start, end, right, shown in (
        *_numbered(rule, subject),
        *_this_one(subject),
        *_laws(subject),
    ):
        if blamed(rule, subject, start, end):
            message = _("Tên loại và chữ đầu tên gọi của văn bản cụ thể viết hoa: «{right}».")
            message = message.format(right=shown)
            severity = _severity(subject.text.whole[start:end], right)
            yield rule.hit(subject, start, end, message, right=right, severity=severity)


def _severity(typed: str, right: str) -> Severity | None:
    """An info for one capital too many in a long name ("Luật Thi đua, Khen thưởng"), often seen."""
    pairs = list(zip(typed.split(), right.split(), strict=True))
    others = sum(one != model for one, model in pairs)
    return Severity.INFO if others == 1 and len(pairs) >= _LONG else None


def _numbered(rule: Rule, subject: Subject) -> Iterator[Wrong]:
    """The small kinds of texts that a number makes specific; "các nghị định số …" is general.

    A kind with a capital too many is wrong in any case.
    """
    text = subject.text
    for found in subject.view(citations.of):
        start, end = found.start, found.start + len(found.kind)
        typed = text.whole[start:end]
        right = typed.capitalize()
        if not found.kind or typed in {right, found.kind.upper()} or typed.isupper():
            continue
        if typed[0].islower():
            general = not found.labelled or found.kind in rule.data["chung"]
            if general or _PLURAL.search(text.plain, max(start - _NEAR, 0), start):
                continue
        yield start, end, right, f"{right} số {found.number}"


def _this_one(subject: Subject) -> Iterator[Wrong]:
    """A kind with two capitals before "này": "Kế Hoạch này"."""
    for kind in index(_TWO_SYLLABLES).within(subject.text.capital_words):
        for start, end in subject.text.spots(kind.title()):
            if subject.text.whole.startswith(" này", end):
                yield start, end, kind.capitalize(), f"{kind.capitalize()} này"


def _laws(subject: Subject) -> Iterator[Wrong]:
    """The names of laws: the first letter of "luật" and of the name capital, no other."""
    whole, plain = subject.text.whole, subject.text.plain
    for found in _LAW.finditer(plain):
        at, name_at = found.start() - 1, found.end()
        name = _name_at(plain, name_at, found["first"])
        end = name_at + len(name)
        before = plain[max(at - _NEAR, 0) : at + 1]
        if not name or whole[at:end].isupper() or _OTHER_WORD.search(before):
            continue
        is_code = _CODE.search(before) is not None
        start = at - len("bộ ") if is_code else at
        yield from _law(whole, (start, name_at, end), name, is_code=is_code)


def _law(whole: str, spot: tuple[int, int, int], name: str, *, is_code: bool) -> Iterator[Wrong]:
    """What is wrong with one law, from the offsets of its kind, of its name and of the end."""
    start, name_at, end = spot
    kind, typed = whole[start : name_at - 1], whole[name_at:end]
    right = cased(typed, name)
    shown = f"{kind.capitalize()} {right}"
    if typed[0].islower():
        if not ((is_code or kind[0] == "L") and _CLOSED.match(whole, end)):
            return
        word = typed.split()[0].rstrip(",")
        yield name_at, name_at + len(word), word.capitalize(), shown
    elif too_many(typed, name.replace("nhà nước", "Nhà nước")):  # which many write
        yield name_at, end, right, shown
    if kind != kind.capitalize():
        yield start, start + len(kind), kind.capitalize(), shown


def _name_at(plain: str, at: int, first: str) -> str:
    """The name of a law that begins at an offset, with its capitals; empty for none."""
    for small, name in _by_word().get(first, ()):
        end = at + len(small)
        if plain.startswith(small, at) and not plain[end : end + 1].isalnum():
            return name
    return ""


@cache
def _by_word() -> Mapping[str, Sequence[tuple[str, str]]]:
    """The names of laws by their first word, in small letters and as written, longer ones first."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for name in sorted(named("ten-luat")["luat"], key=len, reverse=True):
        small = comparable(name)
        found[small.replace(",", "").split()[0]].append((small, name))
    return found
