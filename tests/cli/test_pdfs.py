"""``vanban render --pdf``, and what is loaded for it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vanban.cli import pdfs
from vanban.pdf import Converted

FakeOffice = Any
Vanban = Callable[..., Any]


def outputs(ran: Any) -> list[str]:
    return [name for name in ran.files if name.endswith((".pdf", ".docx"))]


def test_a_pdf_lies_beside_the_word_file(
    fake_office: FakeOffice, vanban: Vanban, source: str
) -> None:
    ran = vanban("render", "a.yaml", "--pdf", files={"a.yaml": source})
    assert ran.code == 0
    assert outputs(ran) == ["a.docx", "a.pdf"]
    assert "Đã ghi a.docx\nĐã ghi a.pdf\n" in ran.err


def test_the_word_file_is_not_kept_when_only_a_pdf_was_named(
    fake_office: FakeOffice, vanban: Vanban, source: str
) -> None:
    ran = vanban("render", "a.yaml", "--pdf", "-o", "b.pdf", files={"a.yaml": source})
    assert ran.code == 0
    assert outputs(ran) == ["b.pdf"]
    assert ran.err == "Đã ghi b.pdf\n"


def test_pdfa_alone_means_a_pdf_too(fake_office: FakeOffice, vanban: Vanban, source: str) -> None:
    fake_office.makes("<pdfaid:part>2<")
    assert "a.pdf" in vanban("render", "a.yaml", "--pdfa", files={"a.yaml": source}).files


def test_a_failure_names_the_source_and_no_temporary_file(
    fake_office: FakeOffice, vanban: Vanban, source: str
) -> None:
    arguments = ("render", "a.yaml", "--pdfa", "-o", "b.pdf")
    ran = vanban(*arguments, files={"a.yaml": source})
    assert ran.code == 2
    assert ran.err.startswith("a.yaml: lỗi: LibreOffice này không ghi được PDF/A-2b.")


def test_many_sources_are_converted_in_one_go(
    fake_office: FakeOffice, vanban: Vanban, source: str
) -> None:
    files = {f"{name}.yaml": source for name in "abc"}
    ran = vanban("render", *files, "--pdf", "-d", "out", files=files)
    assert ran.code == 0
    assert fake_office.runs == [3]
    assert len(outputs(ran)) == 6


def test_a_bad_source_has_no_pdf_and_does_not_stop_the_others(
    fake_office: FakeOffice, vanban: Vanban, source: str
) -> None:
    files = {"a.yaml": "hong: [", "b.yaml": source}
    ran = vanban("render", "a.yaml", "b.yaml", "--pdf", files=files)
    assert ran.code == 2
    assert outputs(ran) == ["b.docx", "b.pdf"]


def test_an_existing_pdf_is_kept_and_no_word_file_written(
    fake_office: FakeOffice, vanban: Vanban, source: str
) -> None:
    ran = vanban("render", "a.yaml", "--pdf", files={"a.yaml": source, "a.pdf": "cũ"})
    assert ran.code == 2
    assert outputs(ran) == ["a.pdf"]


def test_a_pdf_into_standard_output_is_refused(
    fake_office: FakeOffice, vanban: Vanban, source: str
) -> None:
    ran = vanban("render", "-", "--pdf", stdin=source.encode())
    assert ran.code == 2
    assert "--pdf cần tên tệp" in ran.err


def test_without_libreoffice_nothing_is_written(
    no_office: None, vanban: Vanban, source: str
) -> None:
    ran = vanban("render", "a.yaml", "--pdf", files={"a.yaml": source})
    assert ran.code == 2
    assert outputs(ran) == []
    assert "LibreOffice" in ran.err


def test_who_asks_is_told_of_each_file_as_it_comes(
    fake_office: FakeOffice, docx: Callable[..., str], tmp_path: Path
) -> None:
    told: list[Converted] = []
    jobs = [(docx("a.docx"), str(tmp_path / "a.pdf")), ("b.docx", str(tmp_path / "b.pdf"))]
    failed = pdfs.convert(jobs, tell=False, on_done=told.append)
    assert failed == {"b.docx"}
    assert {(done.path, done.ok) for done in told} == {(jobs[0][0], True), ("b.docx", False)}


@pytest.mark.parametrize(
    "command", ["['render', 'a.yaml']", "['check', 'a.yaml']", "['convert', '--help']", "[]"]
)
def test_who_wants_no_pdf_loads_nothing_of_it(tmp_path: Path, source: str, command: str) -> None:
    (tmp_path / "a.yaml").write_text(source, "utf-8")
    program = (
        f"import sys; from vanban.cli.main import main; main({command}); "
        "sys.stderr.write('/'.join(n for n in sys.modules if n.startswith('vanban.pdf')) + '.')"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, timeout=60, check=True
    )
    assert b"vanban.pdf" not in ran.stderr
