"""The name of the issuing body and of the body above it (PLI-I-II.2).

ND30-H-013 to H-017.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.origin import Path
from vanban.model.van_ban import CoQuan
from vanban.patterns import later
from vanban.rules import edits
from vanban.rules.base import Rule, Subject
from vanban.rules.library.administration import administration
from vanban.rules.library.administration.former import like
from vanban.rules.library.administration.former_bodies import blamed
from vanban.rules.library.administration.former_provinces import now
from vanban.rules.library.administration.known_places import communes, spelt
from vanban.rules.lists import named
from vanban.viet.text import words_of

_LIST = "ten-co-quan"
_INSPECTORATE = "thanh tra"
_SHORT = later(r"[A-ZĐ]{2}|T[Pp]\.")
"""What every abbreviation has."""

_PLACELESS = later(
    r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)"
    r"(?P<cap> (?:tỉnh|thành phố|xã|phường|đặc khu))?"
)


def abbreviated(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """An issuing body whose name is not written in full."""
    for path, body in _bodies(subject):
        typed, field = body.ban_hanh or "", (*path, "ban_hanh")
        full = in_full(_first_in_full(rule, typed))
        if full != typed:
            message = _("Tên cơ quan ban hành ghi đầy đủ «{right}», không viết tắt «{quote}».")
            fix = edits.replacing(subject.origin, field, 0, len(typed), full, safe=False)
            message = message.format(right=full, quote=typed)
            yield rule.finding(subject, message, field, quote=typed, fix=fix)


def _first_in_full(rule: Rule, name: str) -> str:
    """A name whose first word ("P. Kinh tế") is written out; elsewhere it may mean another."""
    first: Mapping[str, str] = rule.data["dau_ten"]
    short = next((short for short in first if name.startswith(short)), None)
    return f"{first[short]} {name[len(short) :].lstrip()}" if short else name


@lru_cache(maxsize=256)  # rules ask for the few bodies of a document again and again
def in_full(name: str) -> str:
    """A name without the abbreviations that everybody reads in one way.

    >>> in_full("UBND xã Long Hồ")
    'Ủy ban nhân dân xã Long Hồ'
    """
    if not _SHORT.search(name):
        return name
    full = _abbreviation().sub(_words, name)
    return like(full, name) if full != name else name


def _words(found: re.Match[str]) -> str:
    written_out: Mapping[str, str] = named(_LIST)["viet_tat"]
    return list(written_out.values())[(found.lastindex or 1) - 1]


@cache
def _abbreviation() -> re.Pattern[str]:
    """Any abbreviation, each in a group of its own."""
    known = "|".join(f"({short})" for short in named(_LIST)["viet_tat"])
    return re.compile(rf"(?<![\w&])(?:{known})(?:(?<!\w)|(?![\w&]))")


def superior(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A body above that is the body itself, or cannot be right above it."""
    for path, body in _with_superior(subject):
        above, name = _plain(body.chu_quan), _plain(body.ban_hanh)
        message = ""
        if above == name:
            message = _("Cơ quan chủ quản «{quote}» trùng với cơ quan ban hành.")
        elif _not_direct(name, above):
            message = _("«{quote}» không phải cơ quan cấp trên trực tiếp của «{name}».")
        if message:
            message = message.format(quote=body.chu_quan, name=body.ban_hanh)
            yield rule.finding(subject, message, (*path, "chu_quan"), quote=body.chu_quan or "")


def _not_direct(name: str, above: str) -> bool:
    return any(of.match(name) and under.match(above) for of, under in _unlikely())


@cache
def _unlikely() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Pairs of bodies of which the second cannot be right above the first."""
    pairs = named(_LIST)["khong_truc_tiep"]
    begin = [(f"(?:{pair['ban_hanh']})", f"(?:{pair['chu_quan']})") for pair in pairs]
    return tuple((re.compile(rf"{a}(?!\w)"), re.compile(rf"{b}(?!\w)")) for a, b in begin)


def placeless(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A local body above that is not told by its place: "UBND" alone, "UBND tỉnh"."""
    for path, body in _with_superior(subject):
        typed, field = body.chu_quan or "", (*path, "chu_quan")
        found = _PLACELESS.fullmatch(words_of(typed))
        if found:
            message = _("Tên chủ quản «{quote}» kèm tên địa phương, ví dụ «UBND tỉnh Lào Cai».")
            right = _with_place(subject, body, (found["cap"] or "").strip())
            fix = right and edits.replacing(
                subject.origin, field, 0, len(typed), like(right, typed), safe=False
            )
            message = message.format(quote=typed)
            yield rule.finding(subject, message, field, quote=typed, fix=fix or None)


def _with_place(subject: Subject, body: CoQuan, level: str) -> str:
    """The name with the place of issue; empty where that is no place of the level."""
    place, typed = subject.doc.dia_danh or "", " ".join((body.chu_quan or "").split())
    stem = typed[: len(typed) - len(level)].strip()
    if place in named("tinh-thanh")["hien_hanh"]:
        unit = now(place, subject.as_of)
        of_province = level or _plain(body.ban_hanh).startswith("sở ")
        return f"{stem} {unit}" if of_province and unit.lower().startswith(level) else ""
    is_commune = level in {"xã", "phường", "đặc khu"} and spelt(place) in communes()
    return f"{typed} {place}" if is_commune else ""


def without_superior(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A body of those that print no body above them, with one."""
    for path, body in _with_superior(subject):
        name, above = _plain(body.ban_hanh), _plain(body.chu_quan)
        if _heads().match(name) and above != name and not _not_direct(name, above):
            message = _("{name} thường không in cơ quan chủ quản «{quote}».")
            message = message.format(name=body.ban_hanh, quote=body.chu_quan)
            yield rule.finding(subject, message, (*path, "chu_quan"), quote=body.chu_quan or "")


@cache
def _heads() -> re.Pattern[str]:
    """The bodies that have none above them, or print none."""
    names = (re.escape(words_of(name)) for name in named(_LIST)["khong_chu_quan"])
    return re.compile(rf"(?:{'|'.join(names)})(?!\w)")


def former(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A name of a body that is no more; "Thanh tra" alone is judged with the body above."""
    yield from administration.former(rule, subject)
    for path, body in _with_superior(subject):
        if _plain(body.ban_hanh) == _INSPECTORATE:
            found = blamed(f"{body.ban_hanh} {body.chu_quan}", subject.as_of)
            if found and words_of(found.what).startswith(_INSPECTORATE):
                message = administration.message(rule, found)
                quote = body.ban_hanh or ""
                yield rule.finding(subject, message, (*path, "ban_hanh"), quote=quote)


def _bodies(subject: Subject) -> Iterator[tuple[Path, CoQuan]]:
    for index, body in enumerate(subject.doc.co_quan):
        yield ("co_quan", index), body


def _with_superior(subject: Subject) -> Iterator[tuple[Path, CoQuan]]:
    return ((path, body) for path, body in _bodies(subject) if body.chu_quan and body.ban_hanh)


def _plain(name: str | None) -> str:
    """A name in full and in small letters, for comparing."""
    return words_of(in_full(name or ""))
