"""Checking .docx files: what the page shows, and the rules on sources on what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from vanban import plugins
from vanban.api.checking import docx_rules
from vanban.api.importing import is_old_word, recognized
from vanban.api.said import findings_in_words
from vanban.api.shifted import whole_lines
from vanban.errors import SourceError
from vanban.findings import Finding, Severity
from vanban.layout.recognized import Recognized
from vanban.location import Place
from vanban.plugins import Registry
from vanban.rules.docx.engine import evaluate
from vanban.rules.docx.observed import Observed
from vanban.rules.engine import Report
from vanban.sources.files import content

STANDARD = "nd30"
DOUBTS = "META-023"
UNJUDGED = ("META-020", "META-021", "META-022", "QPPL-001")
"""Rules that tell why the rules on its form do not judge a document."""
JUDGED = "nd30"
"""The nature of documents whose words the rules on sources judge too."""


def check_docx(
    document: bytes | str | Path,
    *,
    path: str = "",
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    nature: str | None = None,
    today: date | None = None,
    registry: Registry | None = None,
) -> Report:
    """Check a .docx; nothing in it is changed.

    Args:
        document: its bytes, or its path.
        path: the name that findings give it, when ``document`` is bytes.
        select, ignore: rules, or beginnings of their ids, as for `vanban.api.selected`.
        nature: what to take it for ("nd30" judges a document from before 05/3/2020 too);
            None: what it is.
        today: as for `vanban.api.check`.
        registry: as for `vanban.api.read`.

    Raises:
        SourceError: the file cannot be read.
        PluginError: ``select`` or ``ignore`` name a rule that there is not.
    """
    known = registry or plugins.registry()
    name = path if isinstance(document, bytes) else str(document)
    rules = docx_rules(known, select, ignore)
    seen = observed_of(document, path=name, today=today, registry=known)
    report = evaluate(rules, seen, nature=nature)
    if (nature or seen.nature) == JUDGED:
        report = findings_in_words(report, seen, select, ignore, known)
    findings = whole_lines(_settled(report.findings), seen.layout)
    return replace(report, findings=tuple(findings))


def _settled(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings; that a paragraph is in doubt need not be told where it has a fault."""
    faulty = {_paragraph(f) for f in findings if f.severity is not Severity.INFO}
    return (f for f in findings if f.rule != DOUBTS or _paragraph(f) not in faulty)


def _paragraph(finding: Finding) -> tuple[str, int] | None:
    spot = finding.place.spot if finding.place else None
    return (spot.part, spot.paragraph) if spot and spot.paragraph else None


def observed_of(
    document: bytes | str | Path,
    *,
    path: str = "",
    today: date | None = None,
    registry: Registry | None = None,
) -> Observed:
    """What rules look at in a .docx; arguments as for `check_docx`.

    Raises:
        SourceError: the file cannot be read.
    """
    known = registry or plugins.registry()
    data = document if isinstance(document, bytes) else content(str(document))
    name = path if isinstance(document, bytes) else str(document)
    try:
        return seen_in(_recognized(data, known, name), name, today, known)
    except SourceError as error:
        place = Place(name) if name else None
        raise SourceError([replace(p, place=p.place or place) for p in error.problems]) from None


def _recognized(data: bytes, known: Registry, name: str) -> Recognized:
    if is_old_word(data):
        from vanban.pdf.old_word import as_docx

        data = as_docx(data, name)
    return recognized(data, known)


def seen_in(found: Recognized, path: str, today: date | None, registry: Registry) -> Observed:
    """A recognized document with its type and its standard."""
    kind = None
    if found.loai and found.loai in registry.types:
        kind = registry.document_type(found.loai)
    return Observed(found, registry.standard(STANDARD), kind, path, today)
