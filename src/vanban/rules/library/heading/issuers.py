"""The name of the issuing body and of the body above it (PLI-I-II.2).

ND30-H-013 to H-016.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.origin import Path
from vanban.model.van_ban import CoQuan
from vanban.patterns import later
from vanban.rules import edits
from vanban.rules.base import Rule, Subject
from vanban.rules.library.administration.former import like
from vanban.rules.library.administration.known_places import communes, spelt
from vanban.rules.library.administration.provinces import now
from vanban.rules.library.heading.written_out import in_full
from vanban.rules.library.signing.offices import beginning
from vanban.rules.lists import named
from vanban.viet.text import words_of

_LIST = "ten-co-quan"
_COUNCILS = ("ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân")
_LEVELS = ("", "tỉnh", "thành phố", "xã", "phường", "đặc khu")
_PLACELESS = {f"{body} {level}".strip(): level for body in _COUNCILS for level in _LEVELS}
"""Names of councils without a place, each with its level."""


def abbreviated(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """An issuing body whose name is not written in full."""
    for path, body in bodies(subject):
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


def superior(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A body above that is the body itself, or cannot be right above it."""
    for path, body in with_superior(subject):
        above, name = plain(body.chu_quan), plain(body.ban_hanh)
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
    return tuple((later(rf"{a}(?!\w)"), later(rf"{b}(?!\w)")) for a, b in begin)


def placeless(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A local body above that is not told by its place: "UBND" alone, "UBND tỉnh"."""
    for path, body in with_superior(subject):
        typed, field = body.chu_quan or "", (*path, "chu_quan")
        level = _PLACELESS.get(words_of(typed))
        if level is not None:
            message = _("Tên chủ quản «{quote}» kèm tên địa phương, ví dụ «UBND tỉnh Lào Cai».")
            right = _with_place(subject, body, level)
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
        of_province = level or plain(body.ban_hanh).startswith("sở ")
        return f"{stem} {unit}" if of_province and unit.lower().startswith(level) else ""
    is_commune = level in {"xã", "phường", "đặc khu"} and spelt(place) in communes()
    return f"{typed} {place}" if is_commune else ""


def without_superior(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A body of those that print no body above them, with one."""
    for path, body in with_superior(subject):
        name, above = plain(body.ban_hanh), plain(body.chu_quan)
        has_none = beginning(name, named(_LIST)["khong_chu_quan"])
        if has_none and above != name and not _not_direct(name, above):
            message = _("{name} thường không in cơ quan chủ quản «{quote}».")
            message = message.format(name=body.ban_hanh, quote=body.chu_quan)
            yield rule.finding(subject, message, (*path, "chu_quan"), quote=body.chu_quan or "")


def bodies(subject: Subject) -> Iterator[tuple[Path, CoQuan]]:
    """The issuing bodies, each with its path."""
    for index, body in enumerate(subject.doc.co_quan):
        yield ("co_quan", index), body


def with_superior(subject: Subject) -> Iterator[tuple[Path, CoQuan]]:
    """Those of which the body above is told."""
    return ((path, body) for path, body in bodies(subject) if body.chu_quan and body.ban_hanh)


def plain(name: str | None) -> str:
    """A name in full and in small letters, for comparing."""
    return words_of(in_full(name or ""))
