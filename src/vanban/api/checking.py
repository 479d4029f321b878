"""Checking documents by the rules that are known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vanban import plugins
from vanban.api.reading import Reading, read
from vanban.findings import Finding
from vanban.model.origin import Origin
from vanban.model.van_ban import VanBan
from vanban.plugins import Registry
from vanban.rules.base import Rule, Subject
from vanban.rules.engine import Report, evaluate
from vanban.rules.selection import choose

if TYPE_CHECKING:
    from vanban.rules.sets import Entry

_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})
"""Endings of files whose pages are checked."""


def check(
    subject: Subject | Reading | VanBan | str | Path,
    *,
    rules: Sequence[Rule] | None = None,
    today: date | None = None,
    registry: Registry | None = None,
) -> Report:
    """Check a document; places are known for what was read from a file.

    Args:
        subject: the document, what `read` or `subject_of` gave, or the path of a source or of
            a .docx, which `check_docx` checks.
        rules: the rules, as `selected` gives them; None takes all.
        today: the day of the check; None asks the clock when a rule wants to know.
        registry: as for `read`.

    Raises:
        SourceError: the source cannot be read.
    """
    known = registry or plugins.registry()
    if isinstance(subject, str | Path) and Path(subject).suffix.lower() in _WORD:
        from vanban.api.documents import check_docx  # not for sources

        chosen = () if rules is None else tuple(rule.id for rule in rules)
        return check_docx(subject, select=chosen, today=today, registry=known)
    if not isinstance(subject, Subject):
        reading = subject if isinstance(subject, Reading) else _reading(subject, known)
        subject = subject_of(reading, today=today, registry=known)
    return evaluate(known.rules if rules is None else rules, subject)


def subject_of(
    reading: Reading, *, today: date | None = None, registry: Registry | None = None
) -> Subject:
    """What rules look at in a document that was read; arguments as for `check`."""
    known = registry or plugins.registry()
    kind = known.document_type(reading.doc.loai)
    standard = known.standard(reading.doc.tieu_chuan or kind.tieu_chuan)
    return Subject(
        reading.doc, reading.origin, reading.notes, kind, standard, today, known.rule_ids
    )


def entry_of(reading: Reading, *, registry: Registry | None = None) -> Entry:
    """What a check of a set keeps of a document: plain data, fit for another process."""
    from vanban.rules import sets

    return sets.entry_of(subject_of(reading, registry=registry))


def check_set(
    entries: Iterable[Entry],
    *,
    rules: Sequence[Rule] | None = None,
    registry: Registry | None = None,
) -> tuple[Finding, ...]:
    """Check documents against each other: numbers and dates of a series, citations.

    Args:
        entries: what `entry_of` gave for each.
        rules: the rules, as `selected` gives them; None takes all.
        registry: as for `read`.
    """
    from vanban.rules import sets

    known = registry or plugins.registry()
    register = sets.Register(tuple(entries))
    return sets.evaluate_set(known.rules if rules is None else rules, register)


def selected(
    registry: Registry, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """The rules of a check by their ids, or by what these begin with ("ND30-N", "TXT").

    Rules on .docx files may be named too and are none of these: `docx_rules` gives them.

    Raises:
        PluginError: a name that no rule has.
    """
    return choose(registry.rules, select, ignore, lambda: registry.docx_rules)


def docx_rules(
    registry: Registry, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """The same for the rules on .docx files; rules on sources may be named too."""
    return choose(registry.docx_rules, select, ignore, lambda: registry.rules)


def listed(registry: Registry, select: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules that there are, on sources and then on .docx files, by their ids.

    A rule on both stands there twice, with another ``scope``.

    Raises:
        PluginError: ``select`` names a rule that there is not.
    """
    return tuple(
        sorted(
            (*selected(registry, select), *docx_rules(registry, select)),
            key=lambda rule: rule.id,
        )
    )


def _reading(subject: VanBan | str | Path, known: Registry) -> Reading:
    if isinstance(subject, VanBan):
        return Reading(subject, Origin(), ())
    return read(subject, registry=known)
