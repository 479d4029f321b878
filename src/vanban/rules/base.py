"""What a rule is and what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from vanban.findings import Finding, Severity
from vanban.model.origin import Notes, Origin, Path
from vanban.model.van_ban import VanBan
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType


class Subject(Struct, frozen=True):
    """A document under check: what it says, where it stands, what its type asks for."""

    doc: VanBan
    origin: Origin
    notes: Notes
    kind: DocumentType
    standard: Standard


class Rule(Struct, frozen=True):
    """One rule.

    Attributes:
        id: never reused (``ND30-T-004``).
        ten: its Vietnamese name.
        severity: how bad a finding of it is, unless the check says otherwise.
        basis: legal basis; empty for rules of logic.
        check: yields the findings in a subject.
        data: what its kind needs, from the data file.
        origin: who contributed it: distribution and version.
    """

    id: str
    ten: str
    severity: Severity
    basis: str
    check: Check
    data: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    origin: str = "vanban"

    def concerns(self, subject: Subject) -> bool:
        """Whether it is about the form of the document: ``mau`` and ``tru_mau`` narrow it."""
        mau = subject.kind.mau
        return mau in self.data.get("mau", (mau,)) and mau not in self.data.get("tru_mau", ())

    def finding(
        self,
        subject: Subject,
        message: str,
        path: Path = (),
        *,
        severity: Severity | None = None,
        quote: str = "",
    ) -> Finding:
        """A finding of this rule at a path of the document."""
        return Finding(
            rule=self.id,
            severity=severity or self.severity,
            message=message,
            place=subject.origin.place(path),
            basis=self.basis,
            path=path,
            quote=quote,
        )


Check = Callable[[Rule, Subject], Iterable[Finding]]
