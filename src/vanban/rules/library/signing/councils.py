"""Councils, steering committees, teams: bodies that advise or coordinate and are no agency.

ND30-K-015 and K-016 (PLI-I-II.7.c-đ). Which bodies these are is data (list "to-chuc-tu-van").
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.van_ban import VanBan
from vanban.rules.base import Rule, Subject
from vanban.rules.library.signing.authority import Line, signers
from vanban.rules.library.signing.offices import beginning
from vanban.rules.lists import named
from vanban.viet.text import words_of

_BY_ORDER = frozenset({"TL", "TUQ"})


def is_council(name: str) -> bool:
    """Whether a name is that of a council, a steering committee, a team."""
    return bool(beginning(name, named("to-chuc-tu-van")["to_chuc"]))


def of_a_council(doc: VanBan) -> bool:
    """Whether one of its issuing bodies is a council or the like."""
    return any(is_council(body.ban_hanh or "") for body in doc.co_quan)


def titles(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A document of a council signed by somebody's office in his agency alone."""
    if not of_a_council(subject.doc):
        return
    for lines in signers(subject.doc):
        offices = [line for line in lines if line.prefix != "TM"]
        if offices and not _signs_by_order(lines) and all(map(_is_office, offices)):
            line = offices[-1]
            message = _(
                "Văn bản của hội đồng, ban ghi chức danh trong hội đồng, ban; «{office}» là chức"
                " vụ trong cơ quan, ghi ở chuc_vu_khac (in trên họ tên)."
            ).format(office=line.rest)
            yield rule.finding(subject, message, line.path, quote=line.text)


def office_above_name(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A State council's document without the signer's office and body above the name."""
    listed = named("to-chuc-tu-van")
    names = [body.ban_hanh or "" for body in subject.doc.co_quan]
    if not any(beginning(name, listed["cua_nha_nuoc"]) for name in names):
        return
    for ky, lines in zip(subject.doc.ky, signers(subject.doc), strict=True):
        last = lines[-1] if lines else None
        if last is None or ky.chuc_vu_khac or _signs_by_order(lines) or _is_office(last):
            continue
        if beginning(last.rest, listed["chuc_danh"]) == words_of(last.rest):
            message = _("Ghi chức vụ và cơ quan của người ký phía trên họ tên (chuc_vu_khac).")
            yield rule.finding(subject, message, last.path, quote=last.text)


def _signs_by_order(lines: tuple[Line, ...]) -> bool:
    return any(line.prefix in _BY_ORDER for line in lines)


def _is_office(line: Line) -> bool:
    """Whether a line is an office in an agency and no title in a council."""
    listed = named("to-chuc-tu-van")
    inside = beginning(line.rest, listed["chuc_danh"])
    return len(beginning(line.rest, listed["chuc_vu"])) > len(inside)
