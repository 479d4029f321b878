"""The authority line of a decision against its signature and its issuing body.

ND30-K-017 and K-018 (Đ.13, Mẫu 1.2), and ND30-L-019.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.signing.authority import Line, signers
from vanban.rules.library.signing.offices import beginning, body, full, office
from vanban.viet.text import words_of

_WORD = later(r"\w+")
_TERMS = frozenset({"khóa", "kỳ", "nhiệm"})
_SHORTEST = 3
"""Shorter words may be abbreviations ("TH", "CP")."""
_BY_ORDER = frozenset({"TL", "TUQ"})


def on_behalf(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A collective's decision signed without TM., a head's own decision signed with it."""
    authority = full(subject.doc.tham_quyen or "")
    collective = beginning(authority, rule.data["tap_the"])
    personal = beginning(authority, rule.data["ca_nhan"])
    lines = [line for found in signers(subject.doc) for line in found]
    behalf = next((line for line in lines if _is_on_behalf(line)), None)
    if collective and not personal and lines and behalf is None:
        message = _("Thẩm quyền ban hành là «{name}» thì ký thay mặt tập thể: «TM. …».")
        message = message.format(name=subject.doc.tham_quyen)
        yield rule.finding(subject, message, lines[0].path, quote=lines[0].text)
    elif personal and behalf is not None:
        message = _("Thẩm quyền ban hành là «{name}» thì không ký thay mặt «{line}».")
        message = message.format(name=subject.doc.tham_quyen, line=behalf.text.strip())
        yield rule.finding(subject, message, behalf.path, quote=behalf.text)


def single_head(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """TM. before a body whose head alone decides; of his own decisions K-017 tells it."""
    personal = beginning(full(subject.doc.tham_quyen or ""), rule.data["ca_nhan"])
    for line in (line for found in signers(subject.doc) for line in found):
        if line.prefix == "TM" and not personal and beginning(line.rest, rule.data["thu_truong"]):
            message = _(
                "«{quote}» làm việc theo chế độ thủ trưởng: người đứng đầu ký trực tiếp, không"
                " ghi «TM.»."
            ).format(quote=line.rest)
            yield rule.finding(subject, message, line.path, quote=line.text)


def _is_on_behalf(line: Line) -> bool:
    return line.prefix == "TM" or words_of(line.text).startswith("thay mặt ")


def agrees(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A head in the authority line who is another than the signer, or of another body."""
    authority = subject.doc.tham_quyen or ""
    head, issuer, message = office(authority), _issuer(subject), ""
    signed = _head_signed_for(subject) if head else ""
    named = full(authority)[len(head or "") :].strip()
    other_kind = bool(head) and body(named) and body(issuer) not in {"", body(named)}
    if signed and office(signed) not in {None, "phó", head}:
        message = _("Dòng thẩm quyền ghi «{name}», chữ ký là của «{signed}».")
        message = message.format(name=authority, signed=signed)
    elif issuer and (other_kind or _of_another_name(named, issuer)):
        message = _("Dòng thẩm quyền ghi «{name}», cơ quan ban hành là «{issuer}».")
        message = message.format(name=authority, issuer=subject.doc.co_quan[0].ban_hanh)
    if message:
        yield rule.finding(subject, message, ("tham_quyen",), quote=authority)


def _of_another_name(named: str, issuer: str) -> bool:
    """Whether two bodies of one kind differ in their names, as far as both tell them.

    "Sở" is the issuing Sở, and what is told of a term of office is no part of a name.
    """
    if not body(named) or body(named) != body(issuer):
        return False
    both = zip(_WORD.findall(named), _WORD.findall(issuer), strict=False)
    mine, its = next(((a, b) for a, b in both if a != b), ("", ""))
    initials = any(len(word) < _SHORTEST or word.isdigit() for word in (mine, its))
    return bool(mine) and not initials and mine not in _TERMS


def _head_signed_for(subject: Subject) -> str:
    """The office of the head who signs or is signed for; empty when that cannot be told."""
    found = next(signers(subject.doc), ())
    if len(subject.doc.ky) != 1 or any(line.prefix in _BY_ORDER for line in found):
        return ""
    return next((line.rest for line in found if line.prefix != "TM"), "")


def _issuer(subject: Subject) -> str:
    """The name of the issuing body in full; empty for several, or for an office as issuer."""
    names = [" ".join((one.ban_hanh or "").split()) for one in subject.doc.co_quan]
    return full(names[0]) if len(names) == 1 and office(names[0]) is None else ""
