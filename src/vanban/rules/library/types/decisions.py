"""What the articles of a decision say: who carries it out, from when, what it issues.

ND30-L-014, L-015 and L-016 (Mẫu 1.2, 1.3).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.model.blocks import DeMuc
from vanban.model.levels import Level
from vanban.model.origin import Path
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.views import days
from vanban.rules.views.days import Day
from vanban.rules.views.text import Passage
from vanban.viet.text import comparable

_IN_FORCE = later(r"quyết định này có hiệu lực(?: thi hành)?,?(?: kể)? từ (?:ngày )?$")
_NEAR = 80
"""So many characters before a day are looked at for what begins on it."""


def carried_out(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A decision whose articles name nobody who carries it out."""
    if path := _last_of_lacking(rule, subject):
        message = _("Quyết định chưa có điều nêu người, đơn vị chịu trách nhiệm thi hành.")
        yield rule.finding(subject, message, path)


def in_force(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A decision that does not say from when it is in force, or is so before its own day."""
    if path := _last_of_lacking(rule, subject):
        message = _("Quyết định chưa có điều về hiệu lực («có hiệu lực kể từ ngày …»).")
        yield rule.finding(subject, message, path)
        return
    issued = subject.doc.ngay.as_date() if subject.doc.ngay else None
    for day in subject.view(days.of) if issued else ():
        told = day.as_date()
        if issued and told and told < issued and _is_of_effect(subject, day):
            quote = subject.text.whole[day.start : day.end]
            message = _("Hiệu lực từ «{quote}» là trước ngày ban hành văn bản.").format(quote=quote)
            yield rule.hit(subject, day.start, day.end, message)


def _is_of_effect(subject: Subject, day: Day) -> bool:
    """Whether a day is that from which the decision says it is in force itself."""
    passage = subject.text.passage(day.start)
    own = passage.path[0] == "noi_dung"
    nearest = max(passage.start, day.start - _NEAR)
    return own and bool(_IN_FORCE.search(subject.text.plain, nearest, day.start))


def _last_of_lacking(rule: Rule, subject: Subject) -> Path:
    """Where the last article is, when none has the words ``mot_trong``; empty when one has."""
    body = subject.doc.noi_dung
    articles = [i for i, b in enumerate(body) if isinstance(b, DeMuc) and b.cap is Level.DIEU]
    said = (at for words in rule.data["mot_trong"] for at in subject.text.find(words))
    if not articles or any(subject.text.passage(at).path[0] == "noi_dung" for at in said):
        return ()
    return ("noi_dung", articles[-1])


def attached(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A text that is issued "kèm theo" and is not there, or is there and is not announced.

    What is not there may be a file of its own, so that is less bad: an info in a draft.
    """
    doc, kind = subject.doc, subject.kind
    wanted = comparable(f"{rule.data['kem_theo']} {kind.ten_in} này")
    said = next((p for p in _lines(subject) if _says(subject, p, wanted)), None)
    required = kind.required(subject.standard.forms[kind.mau])
    told_elsewhere = not required.isdisjoint(rule.data["thanh_phan"])
    if said and not (doc.kem_theo or doc.phu_luc or told_elsewhere):
        message = _("{type} nói có văn bản kèm theo; ghi văn bản đó ở kem_theo hoặc phu_luc.")
        message = message.format(type=kind.ten_in)
        severity = rule.draft if doc.ban_hanh else Severity.INFO
        yield rule.finding(subject, message, said.path, severity=severity)
    elif doc.kem_theo and doc.noi_dung and not _announced(rule, subject):
        message = _("Điều 1 ghi «Ban hành (Phê duyệt) kèm theo {type} này …».")
        yield rule.finding(subject, message.format(type=kind.ten_in), ("noi_dung",))


def _announced(rule: Rule, subject: Subject) -> bool:
    return any(_says(subject, line, rule.data["kem_theo"]) for line in _lines(subject))


def _lines(subject: Subject) -> Iterator[Passage]:
    return (passage for passage in subject.text.passages if passage.path[0] == "noi_dung")


def _says(subject: Subject, passage: Passage, words: str) -> bool:
    return words in subject.text.plain[passage.start : passage.end]
