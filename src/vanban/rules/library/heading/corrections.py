"""Signing once, and mending an issued document by the right kind of document.

ND30-E-001 (PLI-I-II.8.b) and E-006 (Đ.18.3).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import pattern
from vanban.rules.library.signing.authority import signers
from vanban.rules.views.text import TABLE, Passage
from vanban.viet.text import words_of

_ATTACHED = frozenset({"phu_luc", "kem_theo"})
_LETTER = "mau-1.5"
_NEAR = 3
"""The office stands at most so many lines above the name."""


def signed_again(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The signer's name under his office at the end of an appendix of the same file."""
    if not (subject.doc.phu_luc or subject.doc.kem_theo):
        return
    names = {words_of(ky.ho_ten) for ky in subject.doc.ky if ky.ho_ten}
    offices = {words_of(line.text) for lines in signers(subject.doc) for line in lines}
    above: list[Passage] = []
    for passage in subject.text.passages:
        if passage.path[0] not in _ATTACHED or passage.where == TABLE:
            above = []
            continue
        if words_of(passage.text) in names and any(words_of(p.text) in offices for p in above):
            message = _("Phụ lục, văn bản kèm theo trong cùng tệp không ký lại: «{quote}».")
            message = message.format(quote=passage.text)
            yield rule.finding(subject, message, passage.path, quote=passage.text)
        above = [*above[1 - _NEAR :], passage]


def means(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Contents that are mended by a công văn, or a slip of form that is mended by another."""
    text = " ".join((subject.doc.trich_yeu or "").lower().split())
    is_letter = subject.kind.mau == _LETTER
    if is_letter:
        message = _("Sai sót về nội dung sửa bằng văn bản cùng hình thức, không sửa bằng công văn.")
        if pattern(rule.data["sua_noi_dung"]).match(text):
            yield rule.finding(subject, message, ("trich_yeu",))
        for at in subject.text.find("công văn này"):
            found = pattern(rule.data["cau_sua"]).match(subject.text.plain, at)
            if found and not subject.text.quoted(at):
                yield rule.hit(subject, *found.span(), message)
    mends = not is_letter and "đính chính" in text
    if mends and pattern(rule.data["dinh_chinh"]).match(text):
        message = _("Sai sót về thể thức, kỹ thuật, thủ tục thì đính chính bằng công văn.")
        yield rule.finding(subject, message, ("trich_yeu",))
