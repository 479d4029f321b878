"""Evaluating rules: what a document ignores, what crashes, in what order findings come."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from vanban.findings import Finding, Fix, Severity
from vanban.location import Place
from vanban.model.origin import Origin
from vanban.model.van_ban import VanBan
from vanban.rules.base import Rule, Subject
from vanban.rules.engine import Report, evaluate
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType

CLEAN = """\
loai: ke-hoach
trang_thai: ban-hanh
co_quan: {ban_hanh: Sở Nội vụ, viet_tat: SNV}
so: 5
dia_danh: Huế
ngay: 2026-03-05
trich_yeu: Công tác năm 2026
noi_dung: Nội dung.
ky: {chuc_vu: Giám đốc, ho_ten: Lê A}
noi_nhan:
  - Các phòng
luu: VT
"""


def rule(name: str, check: Callable[[Rule, Subject], Iterator[Finding]]) -> Rule:
    return Rule(name, "Thử", Severity.ERROR, "", check, origin="vanban-tinh 1.2")


def crashing(_rule: Rule, _subject: Subject) -> Iterator[Finding]:
    raise KeyError("thanh_phan")
    yield


def at(line: int | None) -> Callable[[Rule, Subject], Iterator[Finding]]:
    def check(rule: Rule, _subject: Subject) -> Iterator[Finding]:
        yield Finding(rule.id, rule.severity, "", Place("a.yaml", line))

    return check


def subject(nd30: Standard, kind: DocumentType, **fields: object) -> Subject:
    return Subject(VanBan(loai="ke-hoach", **fields), Origin(), (), kind, nd30)  # type: ignore[arg-type]  # plain fields


def in_fields(*fields: str) -> Callable[[Rule, Subject], Iterator[Finding]]:
    def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
        yield from (rule.finding(subject, "", tuple(field.split("."))) for field in fields)

    return check


def test_fields_that_a_standard_takes_from_a_rule_are_not_blamed(
    ke_hoach: DocumentType, tmp_path: Path
) -> None:
    about = "ten: Thử\ndua_tren: nd30\ntru_truong: {T-1: [trich_yeu, kem_theo.trich_yeu]}\n"
    (tmp_path / "standard.yaml").write_text(about, "utf-8")
    check = in_fields("trich_yeu", "kem_theo.trich_yeu", "kem_theo")
    told = evaluate([rule("T-1", check), rule("T-2", check)], subject(Standard(tmp_path), ke_hoach))
    assert [(f.rule, ".".join(map(str, f.path))) for f in told.findings] == [
        ("T-1", "kem_theo"),
        ("T-2", "trich_yeu"),
        ("T-2", "kem_theo.trich_yeu"),
        ("T-2", "kem_theo"),
    ]


def test_a_complete_document_is_clean(report: Callable[[str], Report]) -> None:
    told = report(CLEAN)
    assert (told.findings, told.not_evaluated) == ((), ())
    assert told.evaluated > 10


def test_a_crashing_rule_becomes_a_finding_that_names_rule_and_plugin(
    nd30: Standard, ke_hoach: DocumentType
) -> None:
    rules = [rule("TINH-001", crashing), rule("TINH-002", at(3))]
    told = evaluate(rules, subject(nd30, ke_hoach))
    crash, other = told.findings
    assert (crash.rule, crash.severity) == ("TINH-001", Severity.WARNING)
    assert "TINH-001 của vanban-tinh 1.2" in crash.message
    assert "KeyError: 'thanh_phan'" in crash.message
    assert other.rule == "TINH-002"
    assert (told.evaluated, told.not_evaluated) == (1, ("TINH-001",))


def test_findings_come_in_the_order_of_the_file(nd30: Standard, ke_hoach: DocumentType) -> None:
    rules = [rule("C", at(9)), rule("B", at(3)), rule("A", at(9)), rule("D", at(None))]
    told = evaluate(rules, subject(nd30, ke_hoach))
    assert [finding.rule for finding in told.findings] == ["D", "B", "A", "C"]


def test_a_rule_ignored_with_a_reason_is_not_evaluated(report: Callable[[str], Report]) -> None:
    without = CLEAN.replace("so: 5\n", "")
    ignored = f"{without}bo_qua:\n  ND30-N-016: số do Văn phòng cấp\n"
    assert [finding.rule for finding in report(without).errors] == ["ND30-N-016"]
    told = report(ignored)
    assert told.errors == ()
    assert told.ignored == ("ND30-N-016",)


def test_a_crash_of_a_rule_that_is_ignored_is_not_told(
    nd30: Standard, ke_hoach: DocumentType
) -> None:
    looked_at = subject(nd30, ke_hoach, bo_qua={"TINH-001": "lý do"})
    assert evaluate([rule("TINH-001", crashing)], looked_at) == Report((), 0, ignored=("TINH-001",))


def exiting(_rule: Rule, _subject: Subject) -> Iterator[Finding]:
    raise SystemExit(0)
    yield


def giving(value: Any) -> Callable[[Rule, Subject], Any]:
    return lambda _rule, _subject: [value]


FINDING = Finding("T-1", Severity.INFO, "Có.")


@pytest.mark.parametrize(
    ("check", "told"),
    [
        (exiting, "SystemExit: 0"),
        (giving("Thiếu."), "TypeError: not a Finding: 'Thiếu.'"),
        (giving(replace(FINDING, severity="fatal")), "severity of a Finding: 'fatal'"),
        (giving(replace(FINDING, place="a.yaml:3")), "place of a Finding"),
        (giving(replace(FINDING, path=(None,))), "path of a Finding"),
        (giving(replace(FINDING, message=5)), "message of a Finding: 5"),
        (giving(replace(FINDING, fix=Fix((1,)))), "not an Edit: 1"),  # type: ignore[arg-type]  # wrong on purpose
        (lambda _rule, _subject: 5, "TypeError"),
    ],
)
def test_a_rule_that_gives_nonsense_is_told_and_the_others_run(
    nd30: Standard, ke_hoach: DocumentType, check: Any, told: str
) -> None:
    report = evaluate([rule("T-1", check), rule("T-2", at(3))], subject(nd30, ke_hoach))
    crashed, found = report.findings
    assert told in crashed.message
    assert "T-1 của vanban-tinh 1.2" in crashed.message
    assert found.rule == "T-2"
    assert report.not_evaluated == ("T-1",)
