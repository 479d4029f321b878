"""Nơi nhận: "Như trên", "Như Điều …", who stands before whom.

ND30-R-013 to R-015 and R-022 (PLI-I-II.9, Mẫu 1.1-1.5). The Lưu line has a module of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.model.blocks import DeMuc, Doan
from vanban.model.inlines import plain
from vanban.model.levels import Level
from vanban.model.outline import outline
from vanban.patterns import later
from vanban.rules import edits
from vanban.rules.base import Rule, Subject
from vanban.rules.library import items
from vanban.rules.library.recipients.addressees import bare, full_words
from vanban.viet.text import comparable

_FIELD = "noi_nhan"
_ABOVE = "như trên"
_ARTICLES = later(
    r"như (?:các )?điều (?P<so>[0-9]+(?:(?:, ?| và |, ?điều | và điều )[0-9]+)*)"
)  # fmt: skip
_IN_FORCE = later(r"(?:có )?hiệu lực(?: thi hành| thực hiện)?")


def _names(subject: Subject) -> list[str]:
    return [bare(name) for name in subject.doc.noi_nhan]


def first(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """ "Như trên" that is typed below others, or in other words."""
    if not subject.doc.kinh_gui:
        return
    for index, name in enumerate(_names(subject)):
        quote = subject.doc.noi_nhan[index]
        if name.startswith(tuple(rule.data["cach_ghi_khac"])):
            message = _("Nơi nhận đã có ở Kính gửi thì ghi «Như trên», không ghi «{quote}».")
            fix = edits.replacing(
                subject.origin, (_FIELD, index), 0, len(quote), "Như trên", safe=False
            )
            message = message.format(quote=quote)
            yield rule.finding(subject, message, (_FIELD, index), quote=quote, fix=fix)
        elif index and name.startswith(_ABOVE):
            message = _("«Như trên» là dòng đầu tiên của Nơi nhận.")
            fix = items.reordered(subject, _FIELD, _to_front(subject, index))
            yield rule.finding(subject, message, (_FIELD, index), quote=quote, fix=fix)


def _to_front(subject: Subject, index: int) -> list[int]:
    others = (i for i in range(len(subject.doc.noi_nhan)) if i != index)
    return [index, *others]


def without_addressee(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """ "Như trên" where nobody is named above; ND30-R-003 tells what has to name them.

    It is taken away only where nobody can be named.
    """
    kind = subject.kind
    if subject.doc.kinh_gui or kind.kinh_gui == "co" or subject.text.has("kính gửi"):
        return
    for index, name in enumerate(_names(subject)):
        if name.startswith(_ABOVE):
            message = _("«Như trên» chỉ dùng khi văn bản có Kính gửi; ghi tên nơi nhận.")
            fix = items.dropped(subject, _FIELD, index) if kind.kinh_gui == "khong" else None
            quote = subject.doc.noi_nhan[index]
            yield rule.finding(subject, message, (_FIELD, index), quote=quote, fix=fix)


def articles(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """ "Như Điều n" that names no điều, or another than the one with the executors."""
    texts = _articles(subject)
    executing = [n for n, text in texts.items() if _says(text, rule.data["thi_hanh"])]
    named = [(i, found) for i, n in enumerate(_names(subject)) if (found := _ARTICLES.match(n))]
    for index, found in named:
        numbers = [int(n) for n in re.findall("[0-9]+", found["so"])]
        missing = [n for n in numbers if n not in texts]
        if missing or (executing and not any(_executes(rule, texts[n]) for n in numbers)):
            yield _other_article(rule, subject, index, missing, executing)
        elif index:
            message = _("«Như Điều …» là dòng đầu tiên của Nơi nhận.")
            fix = items.reordered(subject, _FIELD, _to_front(subject, index))
            quote = subject.doc.noi_nhan[index]
            yield rule.finding(subject, message, (_FIELD, index), quote=quote, fix=fix)
    if not named and executing and subject.doc.noi_nhan:
        yield from _lacking(rule, subject, executing)


def _articles(subject: Subject) -> Mapping[int, str]:
    """The words of each điều of the document by its number."""
    found: dict[int, str] = {}
    number = 0
    entries = outline(subject.doc.noi_dung)
    for index, block in enumerate(subject.doc.noi_dung):
        if isinstance(block, DeMuc) and block.cap is Level.DIEU:
            digits = re.search("[0-9]+", entries[index].mark)
            number = int(digits[0]) if digits else 0
            found[number] = ""
        if number and isinstance(block, Doan | DeMuc):
            found[number] += f"{comparable(plain(block.chu))} "
    return found


def _says(text: str, phrases: list[str]) -> bool:
    return any(comparable(phrase) in text for phrase in phrases)


def _executes(rule: Rule, text: str) -> bool:
    """Whether an điều may be the one that tells who has to act."""
    rest = _IN_FORCE.sub(" ", text)
    return _says(rest, rule.data["thi_hanh"]) or _says(rest, rule.data["co_the"])


def _other_article(
    rule: Rule, subject: Subject, index: int, missing: list[int], executing: list[int]
) -> Finding:
    quote = subject.doc.noi_nhan[index]
    right = executing[-1] if executing else None
    if missing:
        message = _("Văn bản không có Điều {n} ghi ở Nơi nhận.").format(n=missing[0])
    else:
        message = _("Điều ghi người thi hành là Điều {n}, không phải «{quote}».")
        message = message.format(n=right, quote=quote)
    fix = None
    if right is not None and (found := re.search("[0-9]+", quote)):
        fix = edits.replacing(
            subject.origin, (_FIELD, index), *found.span(), str(right), safe=False
        )
    return rule.finding(subject, message, (_FIELD, index), quote=quote, fix=fix)


def _lacking(rule: Rule, subject: Subject, executing: list[int]) -> Iterator[Finding]:
    issuers = [full_words(body.ban_hanh or "") for body in subject.doc.co_quan]
    if any(_begins(issuer, rule.data["khong_nhac"]) for issuer in issuers):
        return
    names = _names(subject)
    blank = all(name.startswith("[") for name in names)
    if not blank and not any(name.startswith(_ABOVE) for name in names):
        message = _("Dòng đầu của Nơi nhận thường là «Như Điều {n}», điều ghi người thi hành.")
        message = message.format(n=executing[-1])
        yield rule.finding(subject, message, (_FIELD,), severity=Severity.INFO)


def order(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A higher body that stands below the units of the issuing one."""
    names = [full_words(name) for name in subject.doc.noi_nhan]
    below = next((i for i, name in enumerate(names) if _begins(name, rule.data["don_vi"])), None)
    own = [full_words(body.ban_hanh or "") for body in subject.doc.co_quan]
    if below is None or any(_begins(body, rule.data["trung_uong"]) for body in own):
        return
    for index, name in enumerate(names):
        above = _begins(name, rule.data["cap_tren"]) and not any(name in body for body in own)
        if index > below and (above or _says(name, rule.data["de_bao_cao"])):
            quote, unit = subject.doc.noi_nhan[index], subject.doc.noi_nhan[below]
            message = _("«{quote}» thường đứng trước «{unit}» trong Nơi nhận.")
            message = message.format(quote=quote, unit=unit)
            yield rule.finding(subject, message, (_FIELD, index), quote=quote)
            return


def _begins(name: str, phrases: list[str]) -> bool:
    return name.startswith(tuple(full_words(phrase) for phrase in phrases))
