"""What vanban itself prints is right: no rule on .docx files finds anything in an example."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.plugins import build
from vanban.testing.docx_cases import findings, renderer

EXAMPLES = Path(__file__).parents[3] / "examples"
SOURCES = [
    path.relative_to(EXAMPLES).with_suffix("").as_posix()
    for path in EXAMPLES.rglob("*.yaml")
    if not path.name.endswith(".mau.yaml")
]
CORE = build([])
RENDER = renderer(EXAMPLES, CORE)


@pytest.mark.parametrize("example", sorted(SOURCES))
def test_a_rendered_example_has_no_finding(example: str) -> None:
    assert findings(RENDER(example), CORE) == []
