"""What stands behind and under a prefix of authority: a collective, a head, a deputy.

ND30-K-004, K-005, K-006 and K-007 (PLI-I-II.7.b, Đ.13).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.library.signing.authority import pairs, signers
from vanban.rules.library.signing.offices import is_body, is_deputy, looks_deputy, office

_OF_A_HEAD = frozenset({"KT", "TL", "TUQ", "Q"})


def before_body(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """TM. before a person's office."""
    for line in (line for found in signers(subject.doc) for line in found):
        if line.prefix == "TM" and office(line.rest):
            message = _("Sau «TM.» là tên tập thể hoặc cơ quan, không phải chức vụ «{rest}».")
            message = message.format(rest=line.rest)
            yield rule.finding(subject, message, line.path, quote=line.text)


def before_office(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """KT., TL., TUQ. or Q. before the name of a body."""
    for line in (line for found in signers(subject.doc) for line in found):
        if line.prefix in _OF_A_HEAD and is_body(line.rest):
            message = _("Sau «{prefix}.» là chức vụ của người đứng đầu, không phải «{rest}».")
            message = message.format(prefix=line.prefix, rest=line.rest)
            yield rule.finding(subject, message, line.path, quote=line.text)


def deputy(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Under KT. an office that is not the deputy of that head."""
    for head, under in pairs(subject.doc):
        plain = under.prefix in {"", "Q"}
        if head.prefix == "KT" and plain and is_deputy(under.rest, head.rest) is False:
            message = _("Dưới «{line}» là cấp phó của chức vụ đó, không phải «{under}».")
            message = message.format(line=head.text.strip(), under=under.rest)
            yield rule.finding(subject, message, under.path, quote=under.text)
    yield from _alone(rule, subject)


def _alone(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """KT. typed as the office itself, so that the deputy's own line is lacking."""
    for last in (found[-1] for found in signers(subject.doc) if found):
        if last.prefix == "KT" and last.path[-1] == "chuc_vu":
            message = _("Dưới «{line}» cần chức vụ của cấp phó; ghi «{line}» ở quyen_han.")
            message = message.format(line=last.text)
            yield rule.finding(subject, message, last.path, quote=last.text)


def head(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Under TL. a deputy, who signs for the head of the unit with KT. in between."""
    for line, under in pairs(subject.doc):
        if line.prefix == "TL" and not under.prefix and looks_deputy(under.rest):
            message = _(
                "Dưới «{line}» là chức vụ người đứng đầu đơn vị; cấp phó ký thì thêm dòng"
                " «KT. …» ở giữa."
            ).format(line=line.text.strip())
            yield rule.finding(subject, message, under.path, quote=under.text)
