"""What is typed of an appendix and printed anyway: "Phụ lục 1", "(Kèm theo …)".

ND30-A-002, A-003 and A-007 (PLI-I-III.1.a, c).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.model.blocks import Body, Doan
from vanban.model.inlines import plain
from vanban.model.origin import Path
from vanban.model.outline import appendix_name
from vanban.patterns import later
from vanban.rules import edits
from vanban.rules.base import Rule, Subject
from vanban.rules.library.body import appendix_mentions
from vanban.rules.views import citations, days
from vanban.standards.document_number import number_and_codes
from vanban.viet.numerals import roman
from vanban.viet.text import comparable

_TYPED = later(r"phụ lục(?: (?:số )?(?:[ivxl]+|[0-9]{1,2})(?!\w)\s*[.:–-]*\s*|\s*[.:–-]+\s*|$)")
_ATTACHED = later(
    r"(?:\(\s*(?:ban hành )?kèm theo (?P<rest>[^()\n]+)\)"
    r"|(?:ban hành )?kèm theo (?P<bare>\w[^()\n]+))[.;]?$"
)
_FIRST_LINES = 3


def roman_numbers(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Typed numbers, which would print twice, and figures in the text, where several are."""
    count = len(subject.doc.phu_luc)
    if count < 2:
        return
    for index in range(count):
        yield from _typed_twice(rule, subject, index)
    for mention in subject.view(appendix_mentions.of):
        own = mention.arabic and all(1 <= number <= count for number in mention.numbers)
        if own and not mention.foreign:
            quote = subject.text.whole[mention.start : mention.end]
            right = re.sub(r"[0-9]+", lambda digits: roman(int(digits[0])), quote)
            message = _("Phụ lục được in số La Mã: «{right}», không phải «{quote}».")
            message = message.format(right=right, quote=quote)
            yield rule.hit(subject, mention.start, mention.end, message, right=right, safe=False)


def single(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A number, typed or in the text, where there is only one appendix."""
    if len(subject.doc.phu_luc) != 1:
        return
    yield from _typed_twice(rule, subject, 0)
    for mention in subject.view(appendix_mentions.of):
        if mention.numbers == (1,) and not mention.foreign:
            quote = subject.text.whole[mention.start : mention.end]
            message = _(
                "Văn bản chỉ có một phụ lục nên không đánh số: «Phụ lục», không ghi «{quote}»."
            )
            right = quote[: len("phụ lục")]
            yield rule.hit(
                subject, mention.start, mention.end, message.format(quote=quote),
                right=right, safe=False,
            )  # fmt: skip


def _typed_twice(rule: Rule, subject: Subject, index: int) -> Iterator[Finding]:
    """A title that begins with "Phụ lục", which is printed above it."""
    ten = subject.doc.phu_luc[index].ten or ""
    found = _TYPED.match(comparable(ten))
    if found:
        quote = ten[: found.end()].rstrip()
        message = _("«{quote}» được in hai lần: dòng «{name}» có sẵn ở trên tên phụ lục.")
        message = message.format(quote=quote, name=appendix_name(subject.doc, index))
        path: Path = ("phu_luc", index, "ten")
        fix = None
        if found.end() < len(ten):
            fix = edits.replacing(subject.origin, path, 0, found.end(), "", safe=False)
        yield rule.finding(subject, message, path, quote=quote, fix=fix)


def belonging(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A typed line "(Kèm theo …)", which is printed anyway, and data in it that differ."""
    for path, text in _first_lines(subject):
        found = _ATTACHED.match(comparable(text.strip()))
        if found and _tells_document(found["rest"] or "", found["bare"] or ""):
            differing = _differing(subject, text)
            if differing:
                message = _("Dòng «Kèm theo …» ghi {parts} khác với văn bản chính.")
                message = message.format(parts=", ".join(differing))
                yield rule.finding(subject, message, path, quote=text)
            else:
                message = _("Dòng «{quote}» được in hai lần: chương trình đã in dòng này.")
                yield rule.finding(
                    subject, message.format(quote=text), path, quote=text,
                    severity=Severity.WARNING,
                )  # fmt: skip


def _tells_document(rest: str, bare: str) -> bool:
    """Whether a line names a document as that line does; without brackets it needs a number."""
    return rest.startswith(_kinds()) or (bare.startswith(_kinds()) and " số " in bare)


def _kinds() -> tuple[str, ...]:
    return tuple(comparable(kind) for kind in citations.KINDS)


def _first_lines(subject: Subject) -> Iterator[tuple[Path, str]]:
    """The first lines of the attached text and of each appendix."""
    doc = subject.doc
    bodies: list[tuple[Path, Body]] = [
        (("phu_luc", index, "noi_dung"), phu_luc.noi_dung)
        for index, phu_luc in enumerate(doc.phu_luc)
    ]
    if doc.kem_theo:
        bodies.insert(0, (("kem_theo", "noi_dung"), doc.kem_theo.noi_dung))
    for path, body in bodies:
        for index, block in enumerate(body[:_FIRST_LINES]):
            if isinstance(block, Doan):
                yield (*path, index, "chu"), plain(block.chu)


def _differing(subject: Subject, text: str) -> list[str]:
    """What a line tells of the document otherwise than it is; blanks tell nothing."""
    found: list[str] = []
    number, codes = number_and_codes(subject.doc, subject.kind)
    cited = {citations.same(found.number) for found in citations.in_text(text)}
    if number and cited - {citations.same(f"{number}/{codes}")}:
        found.append(_("số, ký hiệu"))
    told = [day.value() for day in days.in_text(text)]
    own = subject.doc.ngay
    if own and own.is_full and told and told[0] != own:
        found.append(_("ngày"))
    return found
