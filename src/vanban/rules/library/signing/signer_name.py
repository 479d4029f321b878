"""The signer's name: no titles before it, each word with a capital.

ND30-K-012 (PLI-I-II.7.c) and ND30-K-025 (PL II-II.1.a).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from vanban.findings import Finding
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
    first = name.split(maxsplit=1)[0] if name.strip() else ""
    short = {words_of(word) for word in rule.data["viet_tat"]}
    if words_of(first).split(".", 1)[0] in short and first != name.strip():
        return first[: first.rfind(".") + 1] or first
    return _begins_with(name, rule.data["viet_day_du"])


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
    """Words of a name that begin with a small letter; what is no word is left alone."""
    for index, ky in enumerate(subject.doc.ky):
        name = ky.ho_ten or ""
        title = _begins_with(name, named("ten-nguoi")["truoc_ten"])
        bare = " ".join(name.split())[len(title) :] if _names_somebody(name) else ""
        small = [word for word in bare.split() if _is_small(word)]
        wrong = [word for word in small if word not in named("ten-nguoi")["chu_noi"]]
        if wrong:
            message = _("Viết hoa chữ cái đầu của «{word}» trong tên người.").format(word=wrong[0])
            found = re.search(rf"(?<!\S){re.escape(wrong[0])}(?!\S)", name)
            assert found is not None  # it is one of the words of the name
            right = wrong[0][0].upper() + wrong[0][1:]
            path = ("ky", index, "ho_ten")
            yield blame(rule, subject, path, *found.span(), message, right=right)


def _names_somebody(text: str) -> bool:
    """Whether a text has only what names have, so that it is no placeholder."""
    return all(letter.isalpha() or letter.isspace() or letter in "-'’.,()" for letter in text)


def _is_small(word: str) -> bool:
    return word[0].islower() and all(letter.isalpha() or letter in "-'’" for letter in word)
