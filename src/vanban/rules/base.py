"""What a rule is and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path as File
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from msgspec import Struct, field

from vanban.findings import Finding, Fix, Severity
from vanban.model.origin import Notes, Origin, Path
from vanban.model.van_ban import VanBan
from vanban.rules import edits
from vanban.rules.views import text
from vanban.rules.where import Where, told
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType

if TYPE_CHECKING:
    from vanban.rules.views.citations import Citation
    from vanban.rules.views.days import Day

_T = TypeVar("_T")
Scope = Literal["source", "docx"]


class Subject(Struct, frozen=True, dict=True):
    """A document under check: what it says, where it stands, what its type asks for.

    ``today`` is the day on which it is checked; None asks the clock, and only when a rule
    wants to know. ``rules`` are the ids of all rules that there are.
    """

    doc: VanBan
    origin: Origin
    notes: Notes
    kind: DocumentType
    standard: Standard
    today: date | None = None
    rules: frozenset[str] = frozenset()
    _views: dict[Hashable, Any] = field(default_factory=dict)

    @cached_property
    def text(self) -> text.Text:
        """All its words."""
        return text.of(self.doc, self.kind.truong)

    @property
    def days(self) -> tuple[Day, ...]:
        """The days that its text names, in their order."""
        from vanban.rules.views import days

        return self.view(days.of)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The documents that its text cites by number, in their order."""
        from vanban.rules.views import citations

        return self.view(citations.of)

    def view(self, make: Callable[[Subject], _T]) -> _T:
        """What a function makes of this document, worked out once however many rules ask."""
        if make not in self._views:
            self._views[make] = make(self)
        found: _T = self._views[make]
        return found

    def tells(self, name: str) -> bool:
        """Whether it says something in a field ("ky.ho_ten"), asked by many rules."""
        if name not in self._views:
            self._views[name] = told(self, name)
        return bool(self._views[name])

    @cached_property
    def now(self) -> date:
        """The day of the check."""
        return self.today or date.today()

    @cached_property
    def as_of(self) -> date:
        """The day by which names and laws are judged: that of issue, else that of the check.

        Of a date with blanks the earliest day that it can be.
        """
        day = self.doc.ngay
        if day is None or day.nam is None:
            return self.now
        return date(day.nam, day.thang or 1, day.ngay if day.ngay and day.thang else 1)


class Rule(Struct, frozen=True):
    """One rule.

    Attributes:
        id: never reused (``ND30-T-004``).
        ten: its Vietnamese name.
        severity: how bad a finding of it is in a document to be issued.
        basis: legal basis; empty for rules of logic.
        check: yields the findings in a document; None for one that only looks at sets.
        check_set: yields the findings in a set of documents; None for most rules.
        draft: how bad a finding is in a draft; None makes no difference.
        data: what its kind needs, from the data file.
        where: which documents it concerns.
        trust: how well its basis is known: "S", "S-file", "S2", "M" or "?".
        source: the data file that it was read from; None for one that code made.
        origin: who contributed it: distribution and version.
        scope: what it looks at: a source (or a set of them), or a .docx.
    """

    id: str
    ten: str
    severity: Severity
    basis: str
    check: Check | None
    data: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    origin: str = "vanban"
    check_set: Check | None = None
    draft: Severity | None = None
    where: Where = field(default_factory=Where)
    trust: str = "S"
    source: File | None = None
    scope: Scope = "source"

    def finding(
        self,
        subject: Subject,
        message: str,
        path: Path = (),
        *,
        severity: Severity | None = None,
        quote: str = "",
        fix: Fix | None = None,
        right: str | None = None,
    ) -> Finding:
        """A finding of this rule at a path of the document.

        ``right`` is what should stand there, when ``quote`` is the whole text at the path; it
        makes the fix.
        """
        if right is not None:
            fix = edits.replacing(subject.origin, path, 0, len(quote), right)
        return Finding(
            rule=self.id,
            severity=severity or self.severity_in(subject),
            message=message,
            place=subject.origin.place(path),
            basis=self.basis,
            path=path,
            quote=quote,
            fix=fix,
        )

    def hit(
        self,
        subject: Subject,
        start: int,
        end: int,
        message: str,
        *,
        right: str | None = None,
        safe: bool = True,
        severity: Severity | None = None,
    ) -> Finding:
        """A finding at a stretch of the whole text.

        Args:
            subject: the document.
            start, end: offsets in ``subject.text.whole``, inside one passage.
            message: what is wrong.
            right: what should stand there; None when nobody can tell.
            safe: whether putting it there leaves the wording alone.
            severity: another than the rule's own.
        """
        passage = subject.text.passage(start)
        begin, stop = start - passage.start, end - passage.start
        fix = None
        if right is not None:
            fix = edits.replacing(subject.origin, passage.path, begin, stop, right, safe=safe)
        return Finding(
            rule=self.id,
            severity=severity or self.severity_in(subject),
            message=message,
            place=subject.origin.place(passage.path, begin),
            basis=self.basis,
            path=passage.path,
            quote=subject.text.whole[start:end],
            fix=fix,
        )

    def severity_in(self, subject: Subject) -> Severity:
        """How bad a finding is in a document, which may be a draft."""
        return self.severity if subject.doc.ban_hanh or self.draft is None else self.draft


Check = Callable[[Rule, Any], Iterable[Finding]]
"""Looks at a `Subject`, a `vanban.rules.sets.Register` or a `vanban.rules.docx.Observed`."""
