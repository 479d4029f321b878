"""A set of documents under check: what rules over a whole folder need to know of each.

An entry is plain data, so that documents can be read in other processes and only this comes
back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from vanban.findings import Finding, Severity
from vanban.location import Place
from vanban.model.origin import Path
from vanban.rules.base import Rule, Subject
from vanban.rules.engine import FAULTS, checked, crash
from vanban.rules.views import citations
from vanban.standards.document_number import number_and_codes
from vanban.viet.dates import Ngay


class Cited(Struct, frozen=True):
    """A document that one of the set cites: the citation, its words and its place."""

    citation: citations.Citation
    quote: str
    place: Place | None
    path: Path


class Entry(Struct, frozen=True):
    """One document of a set.

    Attributes:
        file: the path of its source.
        loai: slug of its type; ``nhom`` the group of the type, ``ten_loai`` its name.
        so: its number; None for none, or one that is no number.
        ky_hieu: its codes as printed.
        ngay: its date of issue.
        co_quan: the names of the issuing bodies; ``viet_tat`` their codes.
        trich_yeu: its subject.
        ban_hanh: whether it is to be issued.
        lacking: the columns of the register of outgoing documents that it leaves blank.
        ignored: rules that it ignores.
        citations: the documents that it cites.
        so_place, ngay_place: where number and date stand.
        tieu_chuan: slug of its standard; ``foreign_rules`` beginnings of the ids of the rules
            that do not judge its documents.
    """

    file: str
    loai: str
    nhom: str
    ten_loai: str
    so: int | None
    ky_hieu: str
    ngay: Ngay | None
    co_quan: tuple[str, ...]
    viet_tat: tuple[str, ...]
    trich_yeu: str
    ban_hanh: bool
    lacking: tuple[str, ...]
    ignored: frozenset[str]
    citations: tuple[Cited, ...]
    so_place: Place | None
    ngay_place: Place | None
    tieu_chuan: str = "nd30"
    foreign_rules: tuple[str, ...] = ()

    @property
    def nam(self) -> int | None:
        """The year in which its number counts (Đ.15.1)."""
        return self.ngay.nam if self.ngay else None


class Register(Struct, frozen=True):
    """The documents of a set, in the order of their files."""

    entries: tuple[Entry, ...]


def entry_of(subject: Subject) -> Entry:
    """What a set keeps of a document."""
    doc, kind = subject.doc, subject.kind
    number, code = number_and_codes(doc, kind, subject.standard.wording)
    return Entry(
        file=subject.origin.path,
        loai=kind.slug,
        nhom=kind.nhom,
        ten_loai=kind.ten_in,
        so=int(number) if re.fullmatch(r"\d{1,6}", number) else None,
        ky_hieu=code,
        ngay=doc.ngay,
        co_quan=tuple(" ".join((body.ban_hanh or "").split()) for body in doc.co_quan),
        viet_tat=tuple(body.viet_tat or "" for body in doc.co_quan),
        trich_yeu=doc.trich_yeu or "",
        ban_hanh=doc.ban_hanh,
        lacking=tuple(_lacking(subject)),
        ignored=frozenset(doc.bo_qua),
        citations=tuple(_cited(subject)),
        so_place=subject.origin.place(("so",)),
        ngay_place=subject.origin.place(("ngay",)),
        tieu_chuan=subject.standard.slug,
        foreign_rules=subject.standard.foreign_rules,
    )


def _lacking(subject: Subject) -> Iterator[str]:
    """The columns of the register (PL IV) that a document leaves blank."""
    doc = subject.doc
    columns = {
        "so": doc.so,
        "ngay": doc.ngay and doc.ngay.is_full,
        "trich_yeu": doc.trich_yeu,
        "ky.ho_ten": any(ky.ho_ten for ky in doc.ky),
        "noi_nhan": doc.noi_nhan or doc.kinh_gui,
        "luu": doc.luu or any(name.lower().startswith("lưu") for name in doc.noi_nhan),
    }
    return (name for name, told in columns.items() if not told)


def _cited(subject: Subject) -> Iterator[Cited]:
    for found in subject.view(citations.of):
        passage = subject.text.passage(found.start)
        place = subject.origin.place(passage.path, found.start - passage.start)
        yield Cited(found, subject.text.whole[found.start : found.end], place, passage.path)


def evaluate_set(rules: Iterable[Rule], register: Register) -> tuple[Finding, ...]:
    """What the rules over sets find; documents that ignore a rule are spared it."""
    findings: list[Finding] = []
    ignored = {entry.file: entry.ignored for entry in register.entries}
    for rule in rules:
        if rule.check_set is None:
            continue
        try:
            found = list(checked(rule.check_set(rule, _concerned(rule, register))))
        except FAULTS as error:  # a rule's bug must not hide what the others find
            found = [crash(rule, error)]
        findings += (f for f in found if not (f.place and rule.id in ignored.get(f.place.path, ())))
    return tuple(findings)


def _concerned(rule: Rule, register: Register) -> Register:
    """The documents under standards that a rule is for."""
    wanted = rule.where.tieu_chuan
    return Register(
        tuple(
            entry
            for entry in register.entries
            if (not wanted or entry.tieu_chuan in wanted)
            and not rule.id.startswith(entry.foreign_rules)
        )
    )


def finding(
    rule: Rule,
    message: str,
    place: Place | None,
    *,
    path: Path = (),
    quote: str = "",
    severity: Severity | None = None,
) -> Finding:
    """A finding of a rule over sets, at a place in one of its documents."""
    return Finding(
        rule.id, severity or rule.severity, message, place, rule.basis, path=path, quote=quote
    )
