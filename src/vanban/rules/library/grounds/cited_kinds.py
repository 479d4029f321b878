"""ND30-C-010: numbers whose codes are not those of what they are said to be the number of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from vanban import patterns
from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.lists import named
from vanban.rules.views import citations
from vanban.rules.views.citations import Citation
from vanban.viet.text import comparable

_LIST = "vien-dan"
_LAW_NAME = patterns.later(
    r"(?P<loai>Bộ luật|Luật|Pháp lệnh) [A-ZĐ](?:[^;,.()“”\n]|, (?=[^A-ZĐ])){2,80} số:? ?$"
)
_SENTENCE = 200
"""So many characters before a citation are looked at for another document that it may mean."""


def other_kind(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Numbers whose codes are those of another kind of document, or body, than is told."""
    known = named(_LIST)["loai_cua_ma"]
    for cited in subject.view(citations.of):
        code, kind, start = _type_code(cited.code, known), cited.kind, cited.start
        if not kind and cited.labelled and code in known:
            kind, start = _law_before(subject, cited)
        if not subject.text.quoted(start):
            yield from _compared(rule, subject, cited, kind, code, start)
            if _of_another_body(subject, cited):
                message = _("«{number}» là số, ký hiệu của Chính phủ, không phải của {issuer}.")
                message = message.format(number=cited.number, issuer=cited.issuer)
                yield rule.hit(subject, cited.start, cited.end, message)


def _compared(
    rule: Rule, subject: Subject, cited: Citation, kind: str, code: str, start: int
) -> Iterator[Finding]:
    """The finding on a number that is said to be that of a kind, with the code of another."""
    allowed, known = named(_LIST)["ma_cua_loai"], named(_LIST)["loai_cua_ma"]
    if kind not in allowed or code not in known or not {code, cited.code}.isdisjoint(allowed[kind]):
        return
    if not _meant(subject, start, known[code]):
        message = _("«{number}» là số, ký hiệu của {right}, không phải của {kind}.")
        message = message.format(number=cited.number, right=known[code], kind=kind)
        yield rule.hit(subject, start, cited.number_end, message)


def _law_before(subject: Subject, cited: Citation) -> tuple[str, int]:
    """The kind "luật" and its offset for "Căn cứ Luật Lưu trữ số …", whatever codes follow."""
    begin = max(cited.start - _SENTENCE, subject.text.passage(cited.start).start)
    found = _LAW_NAME.search(subject.text.whole, begin, cited.number_at)
    ahead = _ahead(subject, found.start()) if found else "?"
    if found is None or not (not ahead or ahead.endswith(_applying())):
        return "", cited.start
    return found["loai"].lower(), found.start()


def _of_another_body(subject: Subject, cited: Citation) -> bool:
    """Whether a decree of the Government is said to be another body's.

    "Kế hoạch thực hiện Nghị định số 30/2020/NĐ-CP của Sở" is the body's plan: only a decree that
    opens a line is judged.
    """
    known = named(_LIST)["cua_chinh_phu"]
    if not cited.issuer or cited.code not in known["ma"] or cited.kind not in known["loai"]:
        return False
    names = comparable(cited.issuer)
    if any(comparable(name) in names for name in known["ten"]):
        return False
    return _ahead(subject, cited.start) in ("", *_applying())


def _ahead(subject: Subject, at: int) -> str:
    """What stands in the line before a document, in small letters."""
    return subject.text.plain[subject.text.passage(at).start : at].strip("-–+ ")


def _applying() -> tuple[str, ...]:
    return tuple(map(comparable, named(_LIST)["ap_dung"]))


def _type_code(code: str, known: Mapping[str, str]) -> str:
    if code in known:
        return code
    first = re.split("[-/]", code, maxsplit=1)[0]
    return first.rstrip("0123456789") if first.startswith(("QH", "UBTVQH")) else first


def _meant(subject: Subject, at: int, kind: str) -> bool:
    """Whether the number may be that of a document named earlier in the sentence.

    "Tờ trình về việc ban hành Nghị quyết số 92/TTr-UBND" is the number of the Tờ trình.
    """
    begin = max(at - _SENTENCE, subject.text.passage(at).start)
    return comparable(kind) in subject.text.plain[begin:at]
