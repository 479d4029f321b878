"""Kính gửi and Nơi nhận: where Kính gửi belongs, nobody named twice.

ND30-R-001 (PLI-I-II.9.b-c) and ND30-R-019.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library import items
from vanban.rules.library.heading.issuers import in_full
from vanban.viet.text import words_of

_AROUND = later(r"^[-–—•+*\s]+|[;,./\s]+$")


@lru_cache(maxsize=1024)  # the same names stand in every document
def full_words(name: str) -> str:
    """The words of a recipient as in `bare`, abbreviations spelt out.

    >>> full_words("- UBND tỉnh;")
    'ủy ban nhân dân tỉnh'
    """
    return words_of(in_full(_AROUND.sub("", name)))


def addressed(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Kính gửi on a document of a type that has none."""
    if subject.doc.kinh_gui and subject.kind.kinh_gui == "khong":
        message = _("{type} không ghi Kính gửi; ghi nơi nhận ở phần Nơi nhận.")
        message = message.format(type=subject.kind.ten)
        yield rule.finding(subject, message, ("kinh_gui",))


def repeated(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Whoever stands a second time in one list."""
    for field in ("kinh_gui", "noi_nhan"):
        seen: set[str] = set()
        for index, name in enumerate(getattr(subject.doc, field)):
            words = bare(name)
            if words in seen:
                message = _("«{name}» được ghi hai lần.").format(name=name)
                fix = items.dropped(subject, field, index)
                yield rule.finding(subject, message, (field, index), quote=name, fix=fix)
            seen.add(words or name)


def bare(name: str) -> str:
    """The words of a recipient without dash and closing punctuation, in small letters.

    >>> bare("- Như  trên;")
    'như trên'
    """
    return words_of(_AROUND.sub("", name))
