"""``vanban fix FILE.docx``: a copy with its formatting mended; the original stays."""

from __future__ import annotations

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
def good() -> bytes:
    """A rendered example."""
    return api.render(api.load(EXAMPLE))


@pytest.fixture(scope="module")
def bad(good: bytes) -> bytes:
    """It with a Quốc hiệu that is too large."""
    return mutated(good, {"at": "quoc_hieu", "runs": {"size": 16}})


def text(data: bytes) -> list[str]:
    return [p.text for p in read(data).everything()]


def test_the_copy_lies_beside_the_original_and_has_its_words(vanban: Vanban, bad: bytes) -> None:
    ran = vanban("fix", "a.docx", files={"a.docx": bad})
    mended = (ran.folder / "a.sua.docx").read_bytes()

    assert ran.code == 0
    assert ran.files == ["a.docx", "a.sua.docx"]
    assert (ran.folder / "a.docx").read_bytes() == bad
    assert text(mended) == text(bad)
    assert "a.docx: đã ghi a.sua.docx." in ran.err
    assert "đã sửa ND30-H-002" in ran.err
    assert vanban("check", "a.sua.docx").code == 0


def test_changes_may_be_tracked_in_a_file_of_any_name(vanban: Vanban, bad: bytes) -> None:
    ran = vanban("fix", "a.docx", "--track", "-o", "b.docx", files={"a.docx": bad})
    mended = read((ran.folder / "b.docx").read_bytes())

    assert ran.code == 0
    (changed,) = [p for p in mended.everything() if p.format_changes]
    assert changed.text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert {run.size for run in changed.runs} == {13.0}


def test_a_list_of_what_would_be_changed_writes_nothing(vanban: Vanban, bad: bytes) -> None:
    ran = vanban("fix", "a.docx", "--diff", files={"a.docx": bad})

    assert ran.text == (
        "a.docx: đoạn 3 «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM»: ND30-H-002: Quốc hiệu: cỡ chữ 16, "
        "phải là 12 đến 13.\n    cỡ chữ → 13\n"
    )
    assert "chưa ghi gì" in ran.err
    assert ran.files == ["a.docx"]


def test_without_a_fault_there_is_no_copy_unless_one_is_named(vanban: Vanban, good: bytes) -> None:
    ran = vanban("fix", "a.docx", files={"a.docx": good})

    assert ran.files == ["a.docx"]
    assert vanban("fix", "a.docx", "-o", "b.docx").code == 0
    assert (ran.folder / "b.docx").read_bytes() == good


def test_standard_output_takes_the_copy(vanban: Vanban, bad: bytes) -> None:
    ran = vanban("fix", "a.docx", "-o", "-", files={"a.docx": bad})

    assert text(ran.out) == text(bad)


@pytest.mark.parametrize("force", [(), ("--force",)])
def test_the_original_is_never_overwritten(
    vanban: Vanban, bad: bytes, force: tuple[str, ...]
) -> None:
    ran = vanban("fix", "a.docx", "-o", "./a.docx", *force, files={"a.docx": bad})

    assert ran.code == 2
    assert "Tệp gốc không bao giờ bị ghi đè." in ran.err
    assert (ran.folder / "a.docx").read_bytes() == bad


def test_another_file_is_overwritten_only_with_force(vanban: Vanban, bad: bytes) -> None:
    ran = vanban("fix", "a.docx", files={"a.docx": bad, "a.sua.docx": b"old"})

    assert ran.code == 2
    assert (ran.folder / "a.sua.docx").read_bytes() == b"old"
    assert vanban("fix", "a.docx", "--force").code == 0
    assert text((ran.folder / "a.sua.docx").read_bytes()) == text(bad)


def test_a_bad_file_does_not_stop_the_others_and_sources_are_mended_in_place(
    vanban: Vanban, bad: bytes, source: str
) -> None:
    yaml = source.replace("Công tác năm 2026", "Công tác năm 2026.")
    files = {"a.docx": bad, "b.docx": b"PK", "c.yaml": yaml}
    ran = vanban("fix", "b.docx", "a.docx", "c.yaml", files=files)

    assert ran.code == 2
    assert ran.files == ["a.docx", "a.sua.docx", "b.docx", "c.yaml"]
    assert "Công tác năm 2026\n" in (ran.folder / "c.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("a.yaml", "--track"), "--track chỉ dùng với tệp .docx"),
        (("a.docx", "-o", "b.pdf"), "đuôi .docx"),
        (("a.docx", "b.docx", "-o", "c.docx"), "-o chỉ dùng với một tệp"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    vanban: Vanban, bad: bytes, arguments: tuple[str, ...], message: str
) -> None:
    ran = vanban("fix", *arguments, files={"a.docx": bad})

    assert ran.code == 2
    assert message in ran.err
    assert ran.files == ["a.docx"]


@pytest.mark.parametrize(
    ("name", "extra", "message"),
    [
        ("a.docx", "_xmlsignatures/sig1.xml", "ký số"),
        ("a.docm", "word/vbaProject.bin", "macro"),
    ],
)
def test_files_that_may_not_be_changed_are_named(
    vanban: Vanban, bad: bytes, name: str, extra: str, message: str
) -> None:
    data = mutated(bad, {"files": {extra: "<x/>"}})
    ran = vanban("fix", name, files={name: data})

    assert ran.code == 2
    assert f"{name}: lỗi:" in ran.err
    assert message in ran.err
    assert ran.files == [name]
