"""The rules on sources on what a .docx says: by its import, places led back to paragraphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from vanban.api.checking import selected
from vanban.api.importing import drafted, piece_of
from vanban.errors import VanbanError
from vanban.findings import Finding, Severity
from vanban.location import Place, Spot
from vanban.model.origin import Origin
from vanban.model.origin import Path as DocPath
from vanban.plugins import Registry
from vanban.rules.base import Rule, Subject
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import cut
from vanban.rules.docx.views.issue import is_issued
from vanban.rules.engine import Report, evaluate, in_order

if TYPE_CHECKING:
    from vanban.layout.recognized import Piece
    from vanban.standards.types import DocumentType
    from vanban.word.drafting import Draft

ISSUED = "ban-hanh"
"""The state of a document with number, day and signer: what a draft may lack is a fault in it."""
CODE_OF_TYPE = "ND30-N-005"
CLOSING = "ND30-B-010"
"""Blames what a form closes with and an author types too; the end of a .docx stands there once."""
SOURCE_ONLY = ("source.yaml", "ignoring.yaml")
"""Files of rules about the form of a source, which an import makes by itself."""


_BESIDE: Mapping[DocPath, DocPath] = {("ky_hieu",): ("so",), ("loai",): ("trich_yeu",)}
"""Fields that have no line of their own, with the one beside which they are printed."""


def findings_in_words(
    report: Report, seen: Observed, select: Sequence[str], ignore: Sequence[str], known: Registry
) -> Report:
    """A report with what the rules on sources find in the words of the document.

    Args:
        report: what the rules on .docx files found.
        seen: the document.
        select, ignore, known: as for `vanban.api.check_docx`.
    """
    wanted = [r for r in selected(known, select, ignore) if not _is_source_only(r)]
    rules = tuple(rule for rule in wanted if _can_judge(rule, seen))
    unable = tuple(rule.id for rule in wanted if not _can_judge(rule, seen))
    try:
        made, kind = drafted(seen.found, known, telling=False)
        standard = known.standard(kind.tieu_chuan)
    except VanbanError:  # a type of a plugin that has a fault
        return report
    doc = replace(made.doc, trang_thai=ISSUED) if is_issued(seen) else made.doc
    subject = Subject(doc, Origin(), (), kind, standard, seen.today, known.rule_ids)
    words = evaluate(rules, subject)
    own = _OwnFields(kind, made, seen)
    told = (f for f in words.findings if not (f.rule == CLOSING and _closes(f, made, seen)))
    found = [_in_docx(f, made, seen) for finding in told if (f := own.judged(finding))]
    return replace(
        report,
        findings=in_order((*report.findings, *_new(report.findings, found))),
        evaluated=report.evaluated + words.evaluated,
        not_evaluated=(*report.not_evaluated, *words.not_evaluated, *unable),
        not_applicable=(*report.not_applicable, *words.not_applicable),
    )


class _OwnFields:
    """Judges what is said to be lacking of a type's own fields.

    A file that vanban did not make may say them in words of its own, which stay text.
    """

    def __init__(self, kind: DocumentType, made: Draft, seen: Observed) -> None:
        self._fields = {one.ten: one for one in kind.truong}
        self._made, self._seen = made, seen

    def judged(self, finding: Finding) -> Finding | None:
        """The finding; None where the text says it, an info where it may."""
        from vanban.word.drafting.forms import is_said

        one = self._fields.get(str(finding.path[0])) if finding.path else None
        if one is None or self._made.doc.rieng.get(one.ten):
            return finding
        if is_said(one, self._seen.main.body):
            return None
        return replace(finding, severity=Severity.INFO)


def _can_judge(rule: Rule, seen: Observed) -> bool:
    """Whether a rule has something to say of a .docx: none of a type that nobody knows for sure."""
    if rule.id == CODE_OF_TYPE and not _is_type_sure(seen):
        return False
    return seen.kind is not None or not (rule.where.mau or rule.where.loai)


def _is_type_sure(seen: Observed) -> bool:
    title = seen.found.one("ten_loai")
    return seen.kind is not None and (title is None or title.sure)


def _is_source_only(rule: Rule) -> bool:
    return rule.source is not None and rule.source.name in SOURCE_ONLY


def _closes(finding: Finding, made: Draft, seen: Observed) -> bool:
    """Whether a finding is about the last line of the text."""
    body = seen.main.body
    return bool(body) and piece_of(made, finding.path) is body[-1]


def _in_docx(finding: Finding, made: Draft, seen: Observed) -> Finding:
    """A finding in the source as one in the file; a fix of the source mends no file."""
    piece = piece_of(made, finding.path) or piece_of(made, _BESIDE.get(finding.path, ()))
    quote = finding.quote
    spot = Spot(seen.layout.main_part)
    if piece is not None:
        spot = _spot(piece, quote)
        quote = quote or cut(piece.text)
    return replace(finding, place=Place(seen.path, spot=spot), path=(), quote=quote, fix=None)


def _spot(piece: Piece, quote: str) -> Spot:
    """The quote where it stands in the paragraph, else the stretch that the piece is."""
    at = piece.paragraph
    start = at.text.find(quote, max(piece.start, piece.text_start)) if quote else -1
    if start < 0:
        return Spot(at.part, at.path, at.index + 1, piece.start, piece.end)
    return Spot(at.part, at.path, at.index + 1, start, start + len(quote))


def _new(known: Sequence[Finding], found: Sequence[Finding]) -> list[Finding]:
    """Those that no rule with the same id has told of the same paragraph, or of the whole."""
    told: dict[str, set[int | None]] = {}
    for finding in known:
        told.setdefault(finding.rule, set()).add(_paragraph(finding))
    return [f for f in found if not _is_told(told.get(f.rule, set()), _paragraph(f))]


def _is_told(told: set[int | None], paragraph: int | None) -> bool:
    return bool(told) and (paragraph is None or None in told or paragraph in told)


def _paragraph(finding: Finding) -> int | None:
    spot = finding.place.spot if finding.place else None
    return spot.paragraph if spot else None
