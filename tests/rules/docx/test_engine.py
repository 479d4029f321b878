"""Evaluating rules on a .docx: what is not sure is not judged, a crash is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from msgspec.structs import replace

from vanban.api.documents import observed_of
from vanban.findings import Finding, Severity
from vanban.plugins import build
from vanban.rules.base import Rule
from vanban.rules.docx.engine import evaluate
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell
from vanban.testing.docx_cases import renderer

CORE = build([])
RENDER = renderer(Path(__file__).parents[3] / "examples", CORE)


@pytest.fixture
def seen() -> Observed:
    return observed_of(RENDER("ke-hoach"), path="a.docx", registry=CORE)


def rule(check: Any, **data: Any) -> Rule:
    return Rule("X-001", "Thử", Severity.ERROR, "", check, MappingProxyType(data), scope="docx")


def blame(rule: Rule, seen: Observed) -> Iterator[Finding]:
    yield tell(rule, seen, seen.pieces("quoc_hieu")[0], "Sai.")


def crash(rule: Rule, seen: Observed) -> Iterator[Finding]:
    raise KeyError("x")


def unsure(seen: Observed, slug: str) -> Observed:
    """The document with all pieces of a component in doubt."""
    main = seen.main
    pieces = tuple(replace(p, sure=p.slug != slug and p.sure) for p in main.pieces)
    parts = (replace(main, pieces=pieces), *seen.found.parts[1:])
    return replace(seen, found=replace(seen.found, parts=parts), _views={})


def test_a_finding_leads_back_to_its_paragraph(seen: Observed) -> None:
    (finding,) = evaluate([rule(blame)], seen).findings
    spot = finding.place.spot if finding.place else None
    assert spot is not None
    assert spot.part == "word/document.xml"
    assert spot.paragraph == seen.pieces("quoc_hieu")[0].paragraph.index + 1
    assert finding.quote == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_a_crash_is_a_finding_and_the_rule_did_not_judge(seen: Observed) -> None:
    report = evaluate([rule(crash)], seen)
    assert "KeyError" in report.findings[0].message
    assert report.not_evaluated == ("X-001",)


def test_what_is_not_sure_is_not_judged(seen: Observed) -> None:
    judging = rule(blame, thanh_phan=["quoc_hieu"])
    assert len(evaluate([judging], seen).findings) == 1
    report = evaluate([judging], unsure(seen, "quoc_hieu"))
    assert report.findings == ()
    assert report.not_evaluated == ("X-001",)


def test_a_document_without_the_component_is_not_concerned(seen: Observed) -> None:
    report = evaluate([rule(blame, thanh_phan=["vv"])], seen)
    assert report.not_applicable == ("X-001",)


def test_rules_are_for_documents_of_their_nature(seen: Observed) -> None:
    party = rule(blame, ban_chat=["dang"])
    assert evaluate([party], seen).not_applicable == ("X-001",)
    assert len(evaluate([party], seen, nature="dang").findings) == 1
    assert len(evaluate([rule(blame, ban_chat=["tat-ca"])], seen, nature="khac").findings) == 1


def test_pieces_come_in_reading_order_and_by_role(seen: Observed) -> None:
    both = seen.pieces("tieu_ngu", "quoc_hieu")
    assert [piece.slug for piece in both] == ["quoc_hieu", "tieu_ngu"]
    (filing,) = seen.pieces("danh_sach_nhan:luu")
    assert filing.text.startswith("- Lưu:")
