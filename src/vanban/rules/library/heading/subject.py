"""Type name and subject: does the one fit the ký hiệu, does the other say it once and briefly.

ND30-T-002, T-003, T-008, T-015, T-016 and T-019 (PLI-I-II.5, Mẫu 1.3).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import DeMuc
from vanban.model.inlines import plain
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.heading import codes as codes_of_types
from vanban.rules.library.types import meetings
from vanban.rules.lists import named
from vanban.standards.document_number import number_and_codes
from vanban.viet.text import words_of

_SENTENCES = later(r"[^.\s]{3,}\. +[^\W\d_]")


def practice(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A type of practice: it has a form, and no place among the 29 of Điều 7.

    Of a meeting's conclusion KL-001 says what to issue instead.
    """
    kind = subject.kind
    if kind.nhom == "thuc-te" and not meetings.is_of_a_meeting(subject):
        message = _("«{name}» không thuộc 29 loại của Điều 7 ({basis}).").format(
            name=kind.ten, basis=kind.can_cu
        )
        yield rule.finding(subject, message, ("loai",), quote=kind.slug)


def other_type(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A ký hiệu that begins with the code of another type, where no list has the right one."""
    _number, codes = number_and_codes(subject.doc, subject.kind)
    code = codes.split("-")[0]
    name = named("ma-loai")["ma"].get(code)
    if codes_of_types.is_listed(subject):
        return
    if name and code != subject.kind.ma and (subject.kind.ma or len(codes.split("-")) > 2):
        message = _("Ký hiệu có mã «{code}» của {name}, loại văn bản là {type}.").format(
            code=code, name=name, type=subject.kind.ten_in
        )
        path = ("ky_hieu",) if subject.doc.ky_hieu else ("so",)
        yield rule.finding(subject, message, path, quote=code)


def brief(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A subject that is long, or more than one sentence."""
    text = " ".join((subject.doc.trich_yeu or "").split())
    most = int(rule.data["nhieu_nhat"])
    if len(text) > most:
        message = _("Trích yếu có {count} ký tự; nên ngắn gọn, dưới {most}.")
        message = message.format(count=len(text), most=most)
        yield rule.finding(subject, message, ("trich_yeu",))
    elif _SENTENCES.search(text):
        message = _("Trích yếu là một câu hoặc một cụm từ, không phải nhiều câu.")
        yield rule.finding(subject, message, ("trich_yeu",))


def repeated(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A subject that begins with the name of the type, which is printed above it."""
    name, text = subject.kind.ten_in, subject.doc.trich_yeu or ""
    rest = words_of(text).removeprefix(words_of(name))
    following = rest.split()[:1]
    begins = len(rest) < len(words_of(text)) and not rest[:1].isalnum() and following
    if subject.kind.mau != "mau-1.5" and begins and following[0] not in rule.data["tru_sau"]:
        message = _("Trích yếu lặp lại tên loại «{name}», đã in ở dòng trên.").format(name=name)
        yield rule.finding(subject, message, ("trich_yeu",), quote=text[: len(name)])


def issuing(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The subject of a decision that issues another text, without the word that says so."""
    text = words_of(subject.doc.trich_yeu or "").removeprefix("về việc ")
    first = next((b for b in subject.doc.noi_dung if isinstance(b, DeMuc)), None)
    issues, approves = rule.data["ban_hanh"], rule.data["phe_duyet"]
    if "[" in text:
        return
    if not text.startswith((issues, approves, *rule.data["khac"])):
        message = _("Trích yếu của {type} bắt đầu bằng «Ban hành …» hoặc «Phê duyệt …».")
        yield rule.finding(subject, message.format(type=subject.kind.ten), ("trich_yeu",))
        return
    other = {issues: approves, approves: issues}.get(" ".join(text.split()[:2]))
    if other and first and words_of(plain(first.chu)).startswith(other):
        mine = issues if other == approves else approves
        message = _("Trích yếu ghi «{mine}», Điều 1 ghi «{other}».")
        message = message.format(mine=mine, other=other)
        yield rule.finding(subject, message, ("trich_yeu",))


def in_capitals(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A subject typed in capitals, which prints as it is typed."""
    text = subject.doc.trich_yeu or ""
    if text.isupper() and len(text.split()) >= int(rule.data["it_nhat"]):
        message = _("Trích yếu đặt bằng chữ thường, không viết hoa toàn bộ.")
        yield rule.finding(subject, message, ("trich_yeu",), quote=text)
