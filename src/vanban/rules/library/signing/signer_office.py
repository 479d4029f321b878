"""What stands behind and under a prefix of authority: a collective, a head, a deputy.

ND30-K-004, K-005, K-006 and K-007 (PLI-I-II.7.b, Đ.13).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.van_ban import VanBan
from vanban.rules.base import Rule, Subject
from vanban.rules.library.signing import offices
from vanban.rules.library.signing.authority import Line, pairs, signers
from vanban.rules.library.signing.offices import beginning, looks_deputy

_OF_A_HEAD = frozenset({"KT", "TL", "TUQ", "Q"})
_FORBIDDEN = frozenset({"KT", "TL", "TUQ"})
"""Under these no TL. may stand, which ND30-K-008 tells."""
_COLLECTIVE = ("Ủy ban nhân dân",)
"""A deputy signs on behalf of it and for its head, with both lines."""


def before_body(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """TM. before a person's office."""
    for line in (line for found in signers(subject.doc) for line in found):
        if line.prefix == "TM" and offices.office(line.rest):
            message = _("Sau «TM.» là tên tập thể hoặc cơ quan, không phải chức vụ «{rest}».")
            message = message.format(rest=line.rest)
            yield rule.finding(subject, message, line.path, quote=line.text)


def before_office(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """KT., TL., TUQ. or Q. before the name of a body; KT. before a deputy."""
    for line in (line for found in signers(subject.doc) for line in found):
        if line.prefix in _OF_A_HEAD and (offices.is_body(line.rest) or _is_for_deputy(line)):
            message = _("Sau «{prefix}.» là chức vụ của người đứng đầu, không phải «{rest}».")
            message = message.format(prefix=line.prefix, rest=line.rest)
            yield rule.finding(subject, message, line.path, quote=line.text)


def _is_for_deputy(line: Line) -> bool:
    return line.prefix == "KT" and looks_deputy(line.rest)


def deputy(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Under KT. an office that is not the deputy of that head; a deputy without KT."""
    for head, under in pairs(subject.doc):
        plain = under.prefix in {"", "Q"} and not _is_for_deputy(head)
        if head.prefix == "KT" and plain and offices.is_deputy(under.rest, head.rest) is False:
            message = _("Dưới «{line}» là cấp phó của chức vụ đó, không phải «{under}».")
            message = message.format(line=head.text.strip(), under=under.rest)
            yield rule.finding(subject, message, under.path, quote=under.text)
    yield from _alone(rule, subject)
    yield from _without_head(rule, subject)


def _without_head(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A deputy who signs a document of his body as if he were its head."""
    doc, kind, data = subject.doc, subject.kind, rule.data
    if len(doc.ky) != 1 or doc.ky[0].vai_tro or kind.mau in data["tru_mau_ky"]:
        return
    line = _deputy_alone(doc)
    if line is None or kind.slug in data["tru_loai_ky"]:
        return
    if all(
        beginning(offices.full(body.ban_hanh or ""), data["thu_truong"]) for body in doc.co_quan
    ):
        message = _("«{office}» ký thay người đứng đầu: cần dòng «KT. {head}» ở trên.")
        message = message.format(office=line.rest, head=offices.head_of(line.rest))
        yield rule.finding(subject, message, line.path, quote=line.text)


def _deputy_alone(doc: VanBan) -> Line | None:
    """A deputy's office with nothing above it but TM. and the Ủy ban nhân dân."""
    lines = next(signers(doc), ())
    last = lines[-1] if lines else None
    if not doc.co_quan or last is None or last.prefix or not looks_deputy(last.rest):
        return None
    above = lines[:-1]
    alone = all(
        one.prefix == "TM" and beginning(offices.full(one.rest), _COLLECTIVE) for one in above
    )
    return last if alone else None


def _alone(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """KT. typed as the office itself, so that the deputy's own line is lacking."""
    for last in (found[-1] for found in signers(subject.doc) if found):
        if last.prefix == "KT" and last.path[-1] == "chuc_vu":
            message = _("Dưới «{line}» cần chức vụ của cấp phó; ghi «{line}» ở quyen_han.")
            message = message.format(line=last.text)
            yield rule.finding(subject, message, last.path, quote=last.text)


def head(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Under TL. one who leads no unit: a deputy, who needs KT. in between, or an official."""
    for lines in signers(subject.doc):
        above = ("", *(line.prefix for line in lines))
        for outer, line, under in zip(above, lines, lines[1:], strict=False):
            if line.prefix == "TL" and outer not in _FORBIDDEN and not under.prefix:
                yield from _of_no_unit(rule, subject, line, under)


def _of_no_unit(rule: Rule, subject: Subject, line: Line, under: Line) -> Iterator[Finding]:
    message = ""
    if looks_deputy(under.rest):
        message = _(
            "Dưới «{line}» là chức vụ người đứng đầu đơn vị; cấp phó ký thì thêm dòng"
            " «KT. …» ở giữa."
        )
    elif beginning(under.rest, rule.data["khong_dung_dau"]):
        message = _("Dưới «{line}» là chức vụ người đứng đầu đơn vị, không phải «{under}».")
    if message:
        message = message.format(line=line.text.strip(), under=under.rest)
        yield rule.finding(subject, message, under.path, quote=under.text)
