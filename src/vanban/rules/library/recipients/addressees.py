"""Kính gửi and Nơi nhận: where Kính gửi belongs, nobody named twice.

ND30-R-001 (PLI-I-II.9.b-c) and ND30-R-019. A purpose in brackets ("(để báo cáo)") is no part of a
name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library import items
from vanban.rules.library.heading.written_out import in_full
from vanban.viet.text import words_of

_AROUND = later(r"^[-–—•+*\s]+|[;,./\s]+$")
_PURPOSE = later(r"\s*\((?P<purpose>(?:để|thay|b/c)(?!\w)[^()]*)\)$")
_TYPED = later(r"kính gửi\s*:")
_AT_THE_TOP = 3
"""So many lines at the beginning of a body may be a Kính gửi that was typed there."""


@lru_cache(maxsize=1024)  # the same names stand in every document
def full_words(name: str) -> str:
    """The words of a recipient as in `bare`, abbreviations spelt out.

    >>> full_words("- UBND tỉnh;")
    'ủy ban nhân dân tỉnh'
    """
    return words_of(in_full(_stripped(name)))


def addressed(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Kính gửi on a document of a type that has none, in its field or at the top of the text."""
    if subject.kind.kinh_gui != "khong":
        return
    message = _("{type} không ghi Kính gửi; ghi nơi nhận ở phần Nơi nhận.")
    message = message.format(type=subject.kind.ten)
    if subject.doc.kinh_gui:
        yield rule.finding(subject, message, ("kinh_gui",))
    if subject.kind.mau not in rule.data["mau_ca_dong"] or "kính" not in subject.text.words:
        return
    for at in subject.text.find("kính gửi"):
        passage = subject.text.passage(at)
        match passage.path:
            case ("noi_dung", int(block), "chu") if block < _AT_THE_TOP and at == passage.start:
                if found := _TYPED.match(subject.text.plain, at):
                    yield rule.hit(subject, *found.span(), message)


def repeated(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Whoever stands a second time in one list, or in Nơi nhận though Kính gửi names him.

    Below a Kính gửi "Như trên" is printed, typed or not.
    """
    above = frozenset(map(full_words, subject.doc.kinh_gui))
    for field in ("kinh_gui", "noi_nhan"):
        seen: dict[str, tuple[str, str]] = {}
        for index, name in enumerate(getattr(subject.doc, field)):
            who, purpose = _parted(name)
            first, other = seen.setdefault(who or name, (name, purpose))
            if index and first is not name and (purpose == other or not (purpose and other)):
                yield _again(rule, subject, (field, index), name, first)
            elif field == "noi_nhan" and not purpose and who in above:
                message = _("«{name}» đã có ở Kính gửi, tức là ở dòng «Như trên».")
                message = message.format(name=name)
                yield rule.finding(subject, message, (field, index), quote=name)


def _again(rule: Rule, subject: Subject, path: tuple[str, int], name: str, first: str) -> Finding:
    """The finding on a second mention; one in other words is not taken away."""
    if bare(name) == bare(first):
        message = _("«{name}» được ghi hai lần.").format(name=name)
        return rule.finding(subject, message, path, quote=name, fix=items.dropped(subject, *path))
    message = _("«{name}» đã được ghi ở trên: «{first}».").format(name=name, first=first)
    return rule.finding(subject, message, path, quote=name)


def _parted(name: str) -> tuple[str, str]:
    """Who a recipient is, in full words, and what for; an empty purpose when none is told."""
    text = _stripped(name)
    found = _PURPOSE.search(text) if text.endswith(")") else None
    if not found:
        return full_words(text), ""
    return full_words(text[: found.start()]), words_of(found["purpose"])


def bare(name: str) -> str:
    """The words of a recipient without dash and closing punctuation, in small letters.

    >>> bare("- Như  trên;")
    'như trên'
    """
    return words_of(_stripped(name))


def _stripped(name: str) -> str:
    bare = name[:1].isalnum() and name[-1:].isalnum()
    return name if bare else _AROUND.sub("", name)
