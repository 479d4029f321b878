"""``vanban check FILE.docx --comment OUT.docx``: the copy, and what is refused."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vanban import api
from vanban.testing.mutating import mutated
from vanban.word.reader import read

Vanban = Callable[..., Any]
EXAMPLE = Path(__file__).parents[2] / "examples" / "bao-cao.yaml"


@pytest.fixture(scope="module")
def bad() -> bytes:
    """A rendered example with a Quốc hiệu that is too large."""
    data = api.render(api.load(EXAMPLE))
    return mutated(data, {"at": "quoc_hieu", "runs": {"size": 16}})


def test_the_copy_has_a_comment_for_each_finding_and_the_original_stays(
    vanban: Vanban, bad: bytes
) -> None:
    ran = vanban("check", "a.docx", "--comment", "b.docx", files={"a.docx": bad})

    assert ran.code == 1
    assert (ran.folder / "a.docx").read_bytes() == bad
    comments = read((ran.folder / "b.docx").read_bytes()).comments
    assert "Lỗi ND30-H-002" in {comment.text.split("\n")[0] for comment in comments}
    assert f"a.docx: đã ghi {len(comments)} chú thích vào b.docx." in ran.err
    assert "ND30-H-002" in ran.text


def test_only_findings_of_the_wanted_level_and_rules_are_commented_on(
    vanban: Vanban, bad: bytes
) -> None:
    options = ("--select", "ND30-H", "--level", "error", "--comment", "b.docx")
    ran = vanban("check", "a.docx", *options, files={"a.docx": bad})

    comments = read((ran.folder / "b.docx").read_bytes()).comments
    assert [comment.text.split("\n")[0] for comment in comments] == ["Lỗi ND30-H-002"]


@pytest.mark.parametrize("name", ["a.docx", "./a.docx", "A.DOCX"])
@pytest.mark.parametrize("force", [(), ("--force",)])
def test_the_original_is_never_overwritten(
    vanban: Vanban, bad: bytes, name: str, force: tuple[str, ...]
) -> None:
    ran = vanban("check", "a.docx", "--comment", name, *force, files={"a.docx": bad})

    assert ran.code == 2
    assert "Tệp gốc không bao giờ bị ghi đè." in ran.err
    assert (ran.folder / "a.docx").read_bytes() == bad


def test_another_file_is_overwritten_only_with_force(vanban: Vanban, bad: bytes) -> None:
    told = ("check", "a.docx", "--comment", "b.docx")
    ran = vanban(*told, files={"a.docx": bad, "b.docx": b"old"})

    assert ran.code == 2
    assert "Tệp đã có" in ran.err
    assert (ran.folder / "b.docx").read_bytes() == b"old"
    assert vanban(*told, "--force").code == 1
    assert (ran.folder / "b.docx").read_bytes() != b"old"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("a.docx", "b.docx", "--comment", "c.docx"), "một tệp .docx"),
        (("a.yaml", "--comment", "c.docx"), "một tệp .docx"),
        (("a.docx", "--comment", "c.pdf"), "đuôi .docx"),
        (("a.docx", "--force"), "--force chỉ dùng cùng --comment"),
        (("a.docx", "--comment", ""), "trống"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    vanban: Vanban, bad: bytes, arguments: tuple[str, ...], message: str
) -> None:
    ran = vanban("check", *arguments, files={"a.docx": bad})

    assert ran.code == 2
    assert message in ran.err
    assert ran.files == ["a.docx"]


def test_a_signed_file_is_only_reported_on(vanban: Vanban, bad: bytes) -> None:
    signed = mutated(bad, {"files": {"_xmlsignatures/sig1.xml": "<x/>"}})
    ran = vanban("check", "a.docx", "--comment", "b.docx", files={"a.docx": signed})

    assert ran.code == 2
    assert "ký số" in ran.err
    assert "ND30-H-002" in ran.text
    assert ran.files == ["a.docx"]


def test_a_file_that_cannot_be_read_is_told_of_and_nothing_is_written(vanban: Vanban) -> None:
    ran = vanban("check", "a.docx", "--comment", "b.docx", files={"a.docx": b"PK"})

    assert ran.code == 2
    assert ran.files == ["a.docx"]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_libreoffice_opens_what_was_commented_on_and_what_was_mended(
    vanban: Vanban, bad: bytes, tmp_path: Path
) -> None:
    vanban("check", "a.docx", "--comment", "b.docx", files={"a.docx": bad})
    vanban("fix", "a.docx", "-o", "c.docx", "--track")
    profile = f"-env:UserInstallation={(tmp_path / '.profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "b.docx", "c.docx"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120, check=True)

    assert [(tmp_path / name).read_bytes()[:4] for name in ("b.pdf", "c.pdf")] == [b"%PDF"] * 2
