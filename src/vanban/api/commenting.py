"""Findings in a .docx as comments of Word at their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path

from msgspec.structs import replace

from vanban import plugins
from vanban.errors import SourceError
from vanban.findings import Finding, severity_word
from vanban.location import Place
from vanban.messages import _
from vanban.plugins import Registry
from vanban.rules.base import Rule
from vanban.rules.explain import page
from vanban.sources.files import content
from vanban.word.revising.comments import Note, commented


def comment(
    document: bytes | str | Path,
    findings: Sequence[Finding],
    when: datetime,
    *,
    registry: Registry | None = None,
) -> bytes:
    """A .docx with findings as comments, beside those that it has; its text stays as it is.

    Args:
        document: its bytes, or its path; it is not changed.
        findings: what `vanban.api.check_docx` found in it.
        when: the time that the comments get.
        registry: as for `vanban.api.read`.

    Raises:
        SourceError: it cannot be read, or is signed, protected or has macros.
    """
    known = registry or plugins.registry()
    data = document if isinstance(document, bytes) else content(str(document))
    rules = _by_id(known, findings)
    notes = [_note(finding, rules.get(finding.rule)) for finding in findings]
    try:
        return commented(data, notes, when)
    except SourceError as error:
        place = None if isinstance(document, bytes) else Place(str(document))
        raise SourceError([replace(p, place=p.place or place) for p in error.problems]) from None


def remedies(registry: Registry, findings: Sequence[Finding]) -> Mapping[str, str]:
    """How to mend what was found, by the rules' ids; rules that say nothing are left out."""
    told = {name: page(rule).remedy for name, rule in _by_id(registry, findings).items()}
    return {name: remedy for name, remedy in told.items() if remedy}


def _by_id(registry: Registry, findings: Sequence[Finding]) -> dict[str, Rule]:
    wanted = {finding.rule for finding in findings}
    every = chain(registry.rules, registry.docx_rules) if wanted else ()
    return {rule.id: rule for rule in every if rule.id in wanted}


def _note(finding: Finding, rule: Rule | None) -> Note:
    spot = finding.place.spot if finding.place else None
    others = tuple(place.spot for place in finding.elsewhere if place.spot)
    return Note(tuple(_lines(finding, rule)), spot, finding.quote, others)


def _lines(finding: Finding, rule: Rule | None) -> Iterator[str]:
    word = severity_word(finding.severity)
    yield f"{word[0].upper()}{word[1:]} {finding.rule}"
    yield finding.message
    if finding.basis:
        yield _("Căn cứ: {basis}").format(basis=finding.basis)
    remedy = page(rule).remedy if rule else ""
    if remedy:
        yield _("Cách sửa: {remedy}").format(remedy=" ".join(remedy.split()))
    if finding.fix and finding.fix.formats:
        yield _("Sửa tự động: {command}").format(
            command="vanban fix" if finding.fix.safe else "vanban fix --unsafe"
        )
