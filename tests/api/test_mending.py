"""The closed loop: a fault is put into a good file, found, mended, and nothing else is changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from vanban import api
from vanban.api.documents import check_docx
from vanban.api.mending import fix_docx
from vanban.errors import SourceError
from vanban.findings import Severity
from vanban.testing.docx import differences
from vanban.testing.mutating import mutated
from vanban.word.reader import read
from vanban.word.revising.proof import wording

EXAMPLE = Path(__file__).parents[2] / "examples" / "bao-cao.yaml"
WHEN = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
TODAY = date(2026, 11, 26)
FAULTS: Mapping[str, Mapping[str, Any]] = {
    "ND30-H-002": {"at": "quoc_hieu", "runs": {"size": 16}},
    "ND30-T-001": {"at": "ten_loai", "shape": {"align": "left"}},
    "ND30-P-010": {"section": {"drop": ["headerReference"]}},
    "ND30-P-005": {"section": {"pgMar": {"left": "600"}}},
}
NEVER = ("ND30-P-010", WHEN)
"""Word cannot track that a page has got a number."""


@pytest.fixture(scope="module")
def good() -> bytes:
    """A rendered example."""
    return api.render(api.load(EXAMPLE))


def findings(data: bytes) -> set[tuple[str, str]]:
    report = check_docx(data, path="a.docx", today=TODAY)
    return {(f.rule, f.message) for f in report.findings if f.severity is not Severity.INFO}


@pytest.mark.parametrize(
    ("rule", "track"),
    [(rule, track) for rule in FAULTS for track in (None, WHEN) if (rule, track) != NEVER],
)
def test_a_fault_of_format_is_found_and_mended_and_every_word_stays(
    good: bytes, rule: str, track: datetime | None, faults: Callable[..., object]
) -> None:
    bad = mutated(good, FAULTS[rule])
    assert rule in {found for found, _message in findings(bad)}

    fixed = fix_docx("a.docx", data=bad, track=track, today=TODAY)

    assert rule in {finding.rule for finding in fixed.mended}
    new = {found for found, _message in findings(fixed.after) - findings(good)}
    assert new <= {"ND30-B-015"}  # that there are tracked changes
    assert wording(read(fixed.after)) == wording(read(bad))
    assert not faults({"a": fixed.after})
    if rule != "ND30-P-010":
        changed = {line.split(":")[0] for line in differences(bad, fixed.after)}
        assert changed == {"word/document.xml"}


def test_all_faults_together_are_mended_at_once(good: bytes) -> None:
    bad = mutated(good, {"steps": list(FAULTS.values())})

    fixed = fix_docx("a.docx", data=bad, today=TODAY)

    assert set(FAULTS) <= {finding.rule for finding in fixed.mended}
    assert findings(fixed.after) == findings(good)
    assert fix_docx("a.docx", data=fixed.after, today=TODAY).after == fixed.after


def test_a_tracked_change_looks_on_the_page_like_a_silent_one(good: bytes) -> None:
    bad = mutated(good, FAULTS["ND30-H-002"])
    silent = fix_docx("a.docx", data=bad, today=TODAY).after
    tracked = fix_docx("a.docx", data=bad, today=TODAY, track=WHEN).after

    assert b"rPrChange" not in _main(silent)
    assert b'<w:rPrChange w:id="' in _main(tracked)
    assert [p.runs for p in read(tracked).everything()] == [
        p.runs for p in read(silent).everything()
    ]


def test_only_chosen_rules_are_mended(good: bytes) -> None:
    bad = mutated(good, {"steps": list(FAULTS.values())})

    fixed = fix_docx("a.docx", data=bad, select=["ND30-T-001"], today=TODAY)

    assert {finding.rule for finding in fixed.mended} == {"ND30-T-001"}


def test_a_file_without_faults_keeps_its_bytes(good: bytes) -> None:
    fixed = fix_docx("a.docx", data=good, today=TODAY)

    assert fixed.after == good
    assert not fixed.mended


def test_a_mending_that_does_harm_is_left_out(good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    from vanban.api import mending

    bad = mutated(good, {"steps": list(FAULTS.values())})
    made = mending.formatted

    def harmful(data: bytes, formats: Any, when: datetime | None = None) -> bytes:
        if any(one.name == "alignment" for one in formats):
            return mutated(made(data, formats, when), {"at": "ten_loai", "text": "KẾ HOẠCH"})
        return made(data, formats, when)

    monkeypatch.setattr(mending, "formatted", harmful)
    fixed = fix_docx("a.docx", data=bad, today=TODAY)

    assert {finding.rule for finding in fixed.refused} == {"ND30-T-001"}
    assert {"ND30-H-002", "ND30-P-005"} <= {finding.rule for finding in fixed.mended}
    assert wording(read(fixed.after)) == wording(read(bad))


@pytest.mark.parametrize(
    ("step", "message"),
    [
        ({"files": {"_xmlsignatures/sig1.xml": "<x/>"}}, "đã ký số"),
        ({"files": {"word/vbaProject.bin": "x"}}, "macro"),
        (
            {
                "xml": [
                    {
                        "part": "word/settings.xml",
                        "xpath": "/w:settings",
                        "append": '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>',
                    }
                ]
            },
            "được bảo vệ",
        ),
    ],
)
def test_signed_and_protected_files_and_those_with_macros_are_not_changed(
    good: bytes, step: Mapping[str, Any], message: str
) -> None:
    with pytest.raises(SourceError, match=message) as failure:
        fix_docx("a.docx", data=mutated(good, step), today=TODAY)

    assert str(failure.value.problems[0].place) == "a.docx"
    assert failure.value.problems[0].advice


def _main(data: bytes) -> bytes:
    from vanban.testing.docx import parts

    return parts(data)["word/document.xml"]


def test_what_word_cannot_track_is_told(good: bytes) -> None:
    bad = mutated(good, FAULTS["ND30-P-010"])

    tracked, silent = (fix_docx("a.docx", data=bad, track=t, today=TODAY) for t in (WHEN, None))

    assert [finding.rule for finding in tracked.untracked] == ["ND30-P-010"]
    assert silent.untracked == ()
