"""Copies: what they are called, what they are made of, what their block must have.

ND30-X-001, X-005 and X-007 (Đ.25-27, PLI-II-II).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.required import lower_first
from vanban.rules.library.signing.authority import has_office
from vanban.rules.views.text import PROSE
from vanban.rules.where import told
from vanban.standards.schema import Component
from vanban.viet.dates import ImpossibleDate, Ngay, NotADate, parse_date
from vanban.viet.text import nfc

_OLD = "sao y bản chính"
_GROUP = "ban-sao"
_TYPE = later(
    r"(?:^|[{,])\s*[\"']?(?P<key>lo[aạ]i)[\"']?\s*:\s*[\"']?(?P<slug>[\w-]+)",
    re.MULTILINE | re.IGNORECASE,
)
_DATE = later(r"^ng[aà]y\s*:\s*[\"']?(?P<ngay>[\d/.-]+)", re.MULTILINE | re.IGNORECASE)
_HEAD = 20_000
"""So many characters of a source are searched for its type."""


def form(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The old name of a full copy: in a copy anywhere, elsewhere as a stamp in capitals."""
    for at in subject.text.find(_OLD):
        passage = subject.text.passage(at)
        quote = subject.text.whole[at : at + len(_OLD)]
        alone = passage.where == PROSE and passage.text.strip("() .") == quote
        if subject.kind.nhom == _GROUP or (alone and quote.isupper()):
            message = _(
                "Hình thức sao là «SAO Y», «SAO LỤC» hoặc «TRÍCH SAO», không phải «{quote}»."
            )
            message = message.format(quote=quote)
            right = "SAO Y" if quote.isupper() else "Sao y"
            yield rule.hit(subject, at, at + len(quote), message, right=right, safe=False)


def original(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A sao lục of what is no sao y, or another copy of what is a copy itself."""
    file = str(subject.doc.rieng["ban_goc"])
    slug = _type_of(file)
    kind = subject.kind.slug
    message = ""
    if kind == "sao-luc" and slug and slug != "sao-y":
        message = _("Sao lục chỉ làm từ bản sao y; «{file}» không phải bản sao y.")
    elif kind != "sao-luc" and slug in ("sao-y", "sao-luc", "trich-sao"):
        message = _("«{file}» là bản sao; {type} chỉ làm từ bản gốc hoặc bản chính.")
    if message:
        name = Path(file).name
        message = message.format(file=name, type=lower_first(subject.kind.ten))
        yield rule.finding(subject, message, ("ban_goc",), quote=name)


def complete(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The block of a copy to be issued, or its parts that no draft leaves blank, incomplete."""
    known = subject.standard.components
    wanted = [known[slug] for slug in rule.data["thanh_phan"]]
    if not subject.doc.ban_hanh:
        wanted = [component for component in wanted if not component.de_trong]
    lacking = [c for c in wanted if not _has(subject, c)]
    if len(lacking) > 1:
        message = _("Khối bản sao chưa đủ thành phần: thiếu {names}.")
        message = message.format(names=", ".join(lower_first(c.ten) for c in lacking))
        severity = rule.severity if subject.doc.ban_hanh else Severity.WARNING
        yield rule.finding(subject, message, severity=severity)


def _has(subject: Subject, component: Component) -> bool:
    """Whether a document has a component that a field carries."""
    if component.truong == "ky.chuc_vu":
        return any(has_office(ky) for ky in subject.doc.ky)
    return component.truong is None or told(subject, component.truong)


def issued(file: str) -> Ngay | None:
    """The date in a source; None for a Word file, for what cannot be read or has no whole date."""
    found = _DATE.search(_head(file))
    try:
        day = parse_date(found["ngay"]) if found else None
    except (NotADate, ImpossibleDate):
        return None
    return day if day and day.is_full else None


def _type_of(file: str) -> str:
    """The slug of the type that a source names; empty for a Word file and for what names none."""
    found = _TYPE.search(_head(file))
    return found["slug"] if found else ""


def _head(file: str) -> str:
    """The beginning of a source; empty for a Word file and for what cannot be read."""
    if file.lower().endswith(".docx"):
        return ""
    try:
        with open(file, encoding="utf-8", errors="replace") as source:
            return nfc(source.read(_HEAD))
    except OSError:
        return ""
