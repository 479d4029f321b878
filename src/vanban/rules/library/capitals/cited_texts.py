"""Capitals in the names of texts that are cited: ND30-V-045 (PL II-V.6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import blamed
from vanban.rules.lists import named
from vanban.rules.views import citations
from vanban.viet.text import comparable

_NEAR = 24
"""So many characters before a word are looked at for what it belongs to."""

_PLURAL = later(r"(?<!\w)(?:các|những|hai|ba|bốn|một số) $")
_LAW = later(r"uật (?=(?P<first>[^\W\d_]+))")
_COMPOUND = later(r"(?<!\w)(?:dự|kỷ|pháp|quy) l$")
_CODE = later(r"(?<!\w)bộ l$")
_CLOSED = later(r"(?: \(sửa đổi\))?(?: năm \d| số \d| ngày \d|[;.)\n])")


Small = tuple[int, int, str]
"""A word that begins small: its offsets, and what should stand there with what goes with it."""


def capitals(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Small first letters: "nghị định số …", "luật Đất đai", "Luật đất đai năm 2024"."""
    for start, end, shown in (*_numbered(rule, subject), *_laws(subject)):
        if blamed(rule, subject, start, end):
            quote = subject.text.whole[start:end]
            right = quote[0].upper() + quote[1:]
            message = _("Tên loại và chữ đầu tên gọi của văn bản cụ thể viết hoa: «{right}».")
            yield rule.hit(subject, start, end, message.format(right=shown), right=right)


def _numbered(rule: Rule, subject: Subject) -> Iterator[Small]:
    """The small kinds of texts that a number makes specific; "các nghị định số …" is general."""
    text = subject.text
    for found in subject.view(citations.of):
        start, end = found.start, found.start + len(found.kind)
        if not found.kind or not found.labelled or not text.whole[start].islower():
            continue
        general = found.kind in rule.data["chung"]
        if not general and not _PLURAL.search(text.plain, max(start - _NEAR, 0), start):
            yield start, end, f"{text.whole[start:end].capitalize()} số {found.number}"


def _laws(subject: Subject) -> Iterator[Small]:
    """The small first letter of "luật" before a law's name, or of the name behind "Luật"."""
    whole, plain = subject.text.whole, subject.text.plain
    for found in _LAW.finditer(plain):
        at, name_at = found.start() - 1, found.end()
        end = _end_of_name(plain, name_at, found["first"])
        if end == name_at or whole[at:end].isupper():
            continue
        before = plain[max(at - _NEAR, 0) : at + 1]
        is_code = _CODE.search(before) is not None
        start, stop = at - len("bộ ") if is_code else at, at + len("luật")
        name = whole[name_at:end]
        shown = f"{whole[start:stop].capitalize()} {name[0].upper()}{name[1:]}"
        if name[0].islower():
            if (is_code or whole[at] == "L") and _CLOSED.match(whole, end):
                yield name_at, name_at + len(found["first"]), shown
        elif whole[start].islower() and not _COMPOUND.search(before):
            yield start, stop, shown


def _end_of_name(plain: str, at: int, first: str) -> int:
    """Where the name of a law ends that begins at an offset; the offset itself for none."""
    for name in _by_word().get(first, ()):
        end = at + len(name)
        if plain.startswith(name, at) and not plain[end : end + 1].isalnum():
            return end
    return at


@cache
def _by_word() -> Mapping[str, Sequence[str]]:
    """The names of laws in small letters by their first word, longer ones first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(named("ten-luat")["luat"], key=len, reverse=True):
        small = comparable(name)
        found[small.replace(",", "").split()[0]].append(small)
    return found
