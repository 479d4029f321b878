"""What a finding in a .docx offers to mend it, mends it and touches no wording."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.api.mending import fix_docx
from vanban.plugins import build
from vanban.testing.docx import text
from vanban.testing.docx_cases import DocxCase, findings, load_folder, renderer
from vanban.testing.mutating import mutated

CORE = build([])
RENDER = renderer(Path(__file__).parents[3] / "examples", CORE)
FIRST = {
    case.rule: case
    for case in reversed(load_folder(Path(__file__).parent / "cases"))
    if not case.passes
}
"""A failing case of each rule."""


@pytest.mark.parametrize("case", FIRST.values(), ids=str)
def test_a_fix_mends_what_it_is_offered_for(case: DocxCase) -> None:
    data = mutated(RENDER(case.data.get("example", "ke-hoach")), case.data)
    mine = [finding for finding in findings(data, CORE) if finding.rule == case.rule]
    fixed = fix_docx("a.docx", data=data, unsafe=True, select=[case.rule], registry=CORE)
    left = [finding.message for finding in fixed.left if finding.rule == case.rule]
    if any(finding.fix for finding in mine):
        assert left == []
    else:  # nobody can mend it: it is told again, and nothing is touched
        assert left == [finding.message for finding in mine]
        assert fixed.after == data
    assert text(fixed.after) == text(data)
