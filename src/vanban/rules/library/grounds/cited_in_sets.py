"""ND30-C-019 in a set: one document of it cites another with a date that this does not have."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules import sets
from vanban.rules.base import Rule
from vanban.rules.library.grounds.cited_facts import same_body, shared
from vanban.rules.views import citations
from vanban.rules.views.citations import Citation


def check(rule: Rule, register: sets.Register) -> Iterator[Finding]:
    """Documents of the set that another one cites with a date that they do not have."""
    dated = {
        (citations.same(f"{entry.so}/{entry.ky_hieu}"), entry.nam): entry
        for entry in register.entries
        if entry.so and entry.ngay and entry.ngay.is_full
    }
    for entry in register.entries:
        for cited in entry.citations:
            found = cited.citation
            year = found.day.nam if found.day else None
            known = dated.get((citations.same(found.number), year))
            if known and _cites_another_day(found, known):
                yield _other_day(rule, cited, known)


def _cites_another_day(cited: Citation, known: sets.Entry) -> bool:
    if not cited.day or not cited.day.is_full or cited.day == known.ngay:
        return False
    if not cited.issuer:
        return not shared(cited.code)
    return any(same_body(cited.issuer, body) for body in known.co_quan)


def _other_day(rule: Rule, cited: sets.Cited, known: sets.Entry) -> Finding:
    message = _("«{number}» trong {file} ghi {other}, ở đây ghi {day}.")
    message = message.format(
        number=cited.citation.number,
        file=known.file,
        other=known.ngay.words() if known.ngay else "",
        day=cited.citation.day.words() if cited.citation.day else "",
    )
    return sets.finding(rule, message, cited.place, path=cited.path, quote=cited.quote)
