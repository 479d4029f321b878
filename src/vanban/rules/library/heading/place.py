"""Địa danh: its capitals, and whether it is the unit that the body belongs to, named as it must.

ND30-D-009, D-010, D-011 and D-012 (PLI-I-II.4.a, 4.c).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules import edits
from vanban.rules.base import Rule, Subject
from vanban.rules.library.administration import known_places, provinces
from vanban.rules.library.heading import localities
from vanban.rules.library.heading.localities import Unit, is_like
from vanban.rules.library.signing.offices import beginning
from vanban.rules.lists import named
from vanban.viet.text import capitalize_first, words_of

_PATH = ("dia_danh",)
_PLACEHOLDERS = ("[", "…", "..")
_DATE = later(r",?\s*\bngày\b.*", re.IGNORECASE)
_END = later(r"[.;:]+$")
_SYLLABLE = later(r"\S+")


def spelling(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A syllable in small letters, a place in capitals, other signs than the comma behind it."""
    text = (subject.doc.dia_danh or "").rstrip(", ")
    if _is_placeholder(text):
        return
    dated, ended = _dated(text), _END.search(text)
    if dated:
        message = _("Địa danh chỉ ghi tên nơi ban hành; ngày tháng ghi ở trường «ngay».")
        yield rule.finding(subject, message, _PATH, quote=dated[0].strip(", "))
        return
    if ended:
        message = _("Sau địa danh là dấu phẩy, không phải «{quote}».").format(quote=ended[0])
        fix = edits.replacing(subject.origin, _PATH, *ended.span(), "")
        yield rule.finding(subject, message, _PATH, quote=ended[0], fix=fix)
    bare = _END.sub("", text)
    right = capitalized(bare)
    if right != bare:
        message = _("Địa danh viết hoa chữ đầu của mỗi âm tiết: «{right}».").format(right=right)
        fix = edits.replacing(subject.origin, _PATH, 0, len(bare), right)
        yield rule.finding(subject, message, _PATH, quote=bare, fix=fix)


def capitalized(place: str) -> str:
    """A place with the first letter of each syllable in capitals, the unit's noun once.

    >>> capitalized("tây ninh"), capitalized("THÀNH PHỐ HUẾ"), capitalized("TP. Huế")
    ('Tây Ninh', 'Thành phố Huế', 'TP. Huế')
    """
    begin = localities.begin_of_name(place)
    noun, name = place[:begin], place[begin:]
    if _is_in_capitals(place):
        noun, name = noun.lower(), name.lower()
    return capitalize_first(noun) + _SYLLABLE.sub(lambda found: capitalize_first(found[0]), name)


def level(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A place that is not the unit whose body issues the document."""
    bodies, place = subject.doc.co_quan, _place(subject)
    if place is None:
        return
    home = localities.governed_by(bodies[0]) if len(bodies) == 1 else None
    typed = subject.doc.dia_danh or ""
    if home and _is_there(subject, home) and not is_like(home.name, place.name):
        message = _("Địa danh của {body} là «{right}», không phải «{quote}».")
        body = " ".join((bodies[0].ban_hanh or "").split())
        message = message.format(body=body, right=_written(home), quote=typed)
        yield rule.finding(subject, message, _PATH, quote=typed)
    if _is_central(rule, subject) and not any(
        is_like(p, place.name) for p in localities.provinces()
    ):
        message = _(
            "Cơ quan trung ương ghi tên tỉnh, thành phố nơi đóng trụ sở, không phải «{quote}»."
        )
        yield rule.finding(subject, message.format(quote=typed), _PATH, quote=typed)


def _is_there(subject: Subject, home: Unit) -> bool:
    """Whether a unit is one of those of its day; that one is not, other rules tell."""
    if subject.as_of < provinces.since():
        return True
    if home.is_province:
        return home.name in set(map(words_of, named("tinh-thanh")["hien_hanh"]))
    return known_places.spelt(home.name) in known_places.communes()


def full_name(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A unit called after a person, an event or by a number, without the noun of the unit."""
    place = _place(subject)
    if place is None or place.kind or not localities.needs_noun(place.name):
        return
    kind = localities.noun_of(place.name, subject.doc.co_quan)
    typed = (subject.doc.dia_danh or "").rstrip(", ")
    right = f"{capitalize_first(kind)} {typed}" if kind else None
    message = _("Đơn vị mang tên người, sự kiện hoặc số thì ghi đầy đủ: «{right}».")
    message = message.format(right=right or f"Phường (Xã, …) {typed}")
    fix = None
    if right:
        fix = edits.replacing(subject.origin, _PATH, 0, len(typed), right, safe=False)
    yield rule.finding(subject, message, _PATH, quote=typed, fix=fix)


def plain_name(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The noun of a unit whose name says enough: "Tỉnh Lào Cai"."""
    place = _place(subject)
    typed = (subject.doc.dia_danh or "").rstrip(", ")
    if place is None or not place.kind or localities.may_need_noun(place):
        return
    right = typed[-len(place.name) :]
    if words_of(right) != place.name or right.isupper():  # more stands behind it, or "HCM"
        return
    message = _("Địa danh chỉ cần ghi tên: «{right}».").format(right=right)
    fix = edits.replacing(subject.origin, _PATH, 0, len(typed) - len(right), "", safe=False)
    yield rule.finding(subject, message, _PATH, quote=typed, fix=fix)


def _place(subject: Subject) -> Unit | None:
    """The place as a unit; None for one to be filled in."""
    text = (subject.doc.dia_danh or "").rstrip(",.;: ")
    if not text or _is_placeholder(text) or _dated(text):
        return None
    return localities.unit(text) or Unit("", words_of(text))


def _is_placeholder(text: str) -> bool:
    return any(sign in text for sign in _PLACEHOLDERS)


def _dated(text: str) -> re.Match[str] | None:
    return _DATE.search(text) if "ngày" in text.lower() else None


def _is_central(rule: Rule, subject: Subject) -> bool:
    """Whether all issuing bodies are ministries and the like."""
    names = [body.ban_hanh or "" for body in subject.doc.co_quan]
    central, others = rule.data["trung_uong"], rule.data["tru"]
    return all(beginning(name, central) and not beginning(name, others) for name in names)


def _written(unit: Unit) -> str:
    """A unit as the place of a document."""
    name = capitalized(unit.name)
    return f"{capitalize_first(unit.kind)} {name}" if localities.needs_noun(unit.name) else name


def _is_in_capitals(place: str) -> bool:
    """Whether a place is typed in capitals, other than "HN" or "TP.HCM"."""
    words = place.split()
    return place.isupper() and "." not in place and (len(words) > 1 or not place.isascii())
