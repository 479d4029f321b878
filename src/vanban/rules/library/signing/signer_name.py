"""The signer's name: no titles before it, each word with a capital.

ND30-K-012 (PLI-I-II.7.c) and ND30-K-025 (PL II-II.1.a).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.model.van_ban import VanBan
from vanban.rules.base import Rule, Subject
from vanban.rules.library.passages import blame
from vanban.rules.lists import named
from vanban.viet.text import words_of


def titles(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Degrees, honours and forms of address before a name.

    Degrees are left alone where the law lets the branch decide (schools, hospitals …), or the
    office says that it did.
    """
    free = _may_print_degrees(rule, subject.doc)
    for index, ky in enumerate(subject.doc.ky):
        name = ky.ho_ten or ""
        title = _address(rule, name) or ("" if free else _degree(rule, name))
        if title:
            yield _without(rule, subject, index, name, title)


def _without(rule: Rule, subject: Subject, index: int, name: str, title: str) -> Finding:
    """The finding that takes a title off a name, with the signs behind it."""
    start = len(name) - len(name.lstrip())
    end = start + len(title)
    typed = name[start:end]
    end += len(name[end:]) - len(name[end:].lstrip(" .,"))
    message = _("Không ghi «{title}» trước họ tên người ký.").format(title=typed)
    path = ("ky", index, "ho_ten")
    found = blame(rule, subject, path, start, end, message, right="", safe=False)
    return replace(found, quote=typed)


def _may_print_degrees(rule: Rule, doc: VanBan) -> bool:
    if doc.kiem_tra and doc.kiem_tra.hoc_ham:
        return True
    names = (name for body in doc.co_quan for name in (body.ban_hanh, body.chu_quan))
    return any(_begins_with(name, rule.data["duoc_ghi"]) for name in names)


def _degree(rule: Rule, name: str) -> str:
    short = _degrees(tuple(rule.data["viet_tat"])).match(name.strip())
    return short[0].rstrip(", ") if short else _begins_with(name, rule.data["viet_day_du"])


@cache
def _degrees(known: tuple[str, ...]) -> re.Pattern[str]:
    """Abbreviations in a row, in whatever way they are joined, before a name."""
    one = "(?:" + "|".join(map(re.escape, sorted(known, key=len, reverse=True))) + r")(?!\w)"
    return re.compile(rf"{one}(?:[.,\s/-]*{one})*[.,]*(?=\s*\w)", re.IGNORECASE)


def _address(rule: Rule, name: str) -> str:
    """ "Ông" before a family name; it is a family name itself ("Ông Ích Khiêm")."""
    word = _begins_with(name, rule.data["xung_ho"])
    following = words_of(name)[len(word) :].split()[:1]
    families = {words_of(family) for family in named("ten-nguoi")["ho"]}
    return word if word and following and following[0] in families else ""


def _begins_with(text: str | None, known: tuple[str, ...]) -> str:
    given = f"{words_of(text or '')} "
    return next((word for word in known if given.startswith(f"{words_of(word)} ")), "")


def capitals(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Words of a name that begin with a small letter, and names in capitals."""
    for index, ky in enumerate(subject.doc.ky):
        name = ky.ho_ten or ""
        if not _names_somebody(name):
            continue
        title = _begins_with(name, named("ten-nguoi")["truoc_ten"])
        small = [word for word in " ".join(name.split())[len(title) :].split() if _is_small(word)]
        wrong = [word for word in small if word not in named("ten-nguoi")["chu_noi"]]
        if wrong:
            yield _begins_small(rule, subject, index, wrong[0])
        elif _is_shouted(name) and subject.kind.mau not in rule.data["ten_hoa"]:
            yield _shouted(rule, subject, index)


def _begins_small(rule: Rule, subject: Subject, index: int, word: str) -> Finding:
    message = _("Viết hoa chữ cái đầu của «{word}» trong tên người.").format(word=word)
    found = re.search(rf"(?<!\S){re.escape(word)}(?!\S)", subject.doc.ky[index].ho_ten or "")
    assert found is not None  # it is one of the words of the name
    right = word[0].upper() + word[1:]
    return blame(rule, subject, ("ky", index, "ho_ten"), *found.span(), message, right=right)


def _is_shouted(name: str) -> bool:
    """Whether all words of a name are in capitals; initials alone are not."""
    words = name.split()
    return len(words) > 1 and name.isupper() and sum(len(word) > 1 for word in words) > 1


def _shouted(rule: Rule, subject: Subject, index: int) -> Finding:
    name = subject.doc.ky[index].ho_ten or ""
    right = name.title()
    message = _("Họ tên người ký không viết bằng chữ in hoa: «{right}».").format(right=right)
    path = ("ky", index, "ho_ten")
    warned = Severity.WARNING
    return blame(rule, subject, path, 0, len(name), message, right=right, severity=warned)


def _names_somebody(text: str) -> bool:
    """Whether a text has only what names have, so that it is no placeholder."""
    return all(letter.isalpha() or letter.isspace() or letter in "-'’.,()" for letter in text)


def _is_small(word: str) -> bool:
    return word[0].islower() and all(letter.isalpha() or letter in "-'’" for letter in word)
