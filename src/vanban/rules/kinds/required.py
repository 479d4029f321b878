"""Kind "required": a component that the document's type asks for is absent.

What may stay blank in a draft (số, ngày, họ tên) is info there, everything else a warning;
in a document to be issued both are what the rule says, mostly errors.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.model.origin import Path
from vanban.model.van_ban import Ky, VanBan
from vanban.rules.base import Rule, Subject
from vanban.rules.library.signing.authority import has_office
from vanban.standards.schema import Component


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The components named in ``thanh_phan`` that are required and absent."""
    wanted = subject.view(_wanted)
    for slug in rule.data["thanh_phan"]:
        if slug not in wanted:
            continue
        component = subject.standard.components[slug]
        if component.truong and not _present(subject.doc, component.truong):
            message = _("Thiếu {name}.").format(name=lower_first(component.ten))
            path = (component.truong.split(".")[0],)
            yield absent(rule, subject, message, path, _severity(rule, subject, component))


def absent(rule: Rule, subject: Subject, message: str, path: Path, severity: Severity) -> Finding:
    """A finding on what is not there: at the line of the type, where nothing else is near."""
    found = rule.finding(subject, message, path, severity=severity)
    if subject.origin.span(path):
        return found
    return replace(found, place=subject.origin.place(("loai",)))


def _wanted(subject: Subject) -> frozenset[str]:
    """The components that the type of a document requires."""
    return subject.kind.required(subject.standard.forms[subject.kind.mau])


def _severity(rule: Rule, subject: Subject, component: Component) -> Severity:
    if subject.doc.ban_hanh:
        return rule.severity
    blank = component.de_trong or rule.severity is Severity.INFO
    return Severity.INFO if blank else Severity.WARNING


def _present(doc: VanBan, field: str) -> bool:
    """Whether a field ("ky.ho_ten") is there, in each of several."""
    name, _dot, inner = field.partition(".")
    value: Any = getattr(doc, name)
    if not value:
        return False
    parts = value if isinstance(value, tuple) else (value,)
    return all(_told(part, inner) for part in parts) if inner else True


def _told(part: Any, name: str) -> bool:
    return has_office(part) if isinstance(part, Ky) and name == "chuc_vu" else getattr(part, name)


def lower_first(text: str) -> str:
    """A name inside a sentence: "Trích yếu" gives "trích yếu"."""
    return text[:1].lower() + text[1:]
