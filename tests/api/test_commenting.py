"""Findings in a .docx as comments: what each says, and that the file says what it said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from vanban import api
from vanban.api.commenting import comment
from vanban.api.documents import check_docx
from vanban.errors import SourceError
from vanban.testing.mutating import mutated
from vanban.word.reader import read
from vanban.word.revising.proof import wording

EXAMPLES = Path(__file__).parents[2] / "examples"
WHEN = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)


def bad(name: str) -> bytes:
    data = api.render(api.load(EXAMPLES / f"{name}.yaml"))
    return mutated(data, {"at": "quoc_hieu", "runs": {"size": 16}})


@pytest.mark.parametrize("name", ["ket-luan-giao-ban", "bao-cao", "ke-hoach"])
def test_each_finding_becomes_a_comment_and_every_word_stays(
    name: str, faults: Callable[..., object]
) -> None:
    data = bad(name)
    found = check_docx(data, path="a.docx", today=date(2026, 11, 26)).findings
    made = comment(data, found, WHEN)
    layout = read(made)

    assert found
    assert len(layout.comments) == len(found)
    assert wording(layout) == wording(read(data))
    assert not faults({"a": made})
    assert {c.author for c in layout.comments} == {"vanban"}


def test_a_comment_tells_severity_rule_message_basis_and_how_to_mend_it() -> None:
    data = bad("bao-cao")
    found = [f for f in check_docx(data, path="a.docx").findings if f.rule == "ND30-H-002"]
    layout = read(comment(data, found, WHEN))
    lines = layout.comments[0].text.split("\n")

    assert lines[0] == "Lỗi ND30-H-002"
    assert lines[1] == "Quốc hiệu: cỡ chữ 16, phải là 12 đến 13."
    assert lines[2].startswith("Căn cứ: PLI-I-II.1")
    assert lines[-1] == "Sửa tự động: vanban fix"
    (marked,) = [p for p in layout.everything() if p.comments]
    assert marked.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_a_file_without_findings_stays_as_it_is() -> None:
    data = bad("bao-cao")

    assert comment(data, [], WHEN) == data


def test_a_signed_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "ky.docx"
    path.write_bytes(mutated(bad("bao-cao"), {"files": {"_xmlsignatures/sig1.xml": "<x/>"}}))

    with pytest.raises(SourceError, match="đã ký số") as failure:
        comment(path, check_docx(path).findings, WHEN)
    assert str(failure.value.problems[0].place) == str(path)
