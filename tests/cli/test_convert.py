"""``vanban convert``: what is said, written and refused."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from vanban.pdf import office

FakeOffice = Any
Docx = Callable[..., str]
Vanban = Callable[..., Any]


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / ".tam"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def pdfs(ran: Any) -> list[str]:
    return [name for name in ran.files if name.endswith(".pdf")]


def test_a_pdf_lies_beside_its_word_file(
    fake_office: FakeOffice, docx: Docx, vanban: Vanban
) -> None:
    docx("a.docx")
    ran = vanban("convert", "a.docx")
    assert (ran.code, ran.out, ran.err) == (0, b"", "Đã ghi a.pdf\n")
    assert pdfs(ran) == ["a.pdf"]


def test_the_pdf_gets_the_name_that_was_said(
    fake_office: FakeOffice, docx: Docx, vanban: Vanban
) -> None:
    docx("a.docx")
    assert pdfs(vanban("convert", "a.docx", "-o", "b.pdf")) == ["b.pdf"]


def test_several_files_go_into_a_folder_that_is_made(
    fake_office: FakeOffice, docx: Docx, vanban: Vanban
) -> None:
    docx("a.docx")
    docx("x/b.docx")
    ran = vanban("convert", "a.docx", "x/b.docx", "-d", "out/pdf")
    assert ran.code == 0
    assert pdfs(ran) == ["out/pdf/a.pdf", "out/pdf/b.pdf"]
    assert ran.err.endswith("2 tệp, 0 tệp không chuyển được.\n")


def test_a_folder_is_converted_with_those_below_it(
    fake_office: FakeOffice, docx: Docx, vanban: Vanban
) -> None:
    for name in ("v/a.docx", "v/2022/a.docx", "v/.an/b.docx", "v/~$a.docx", "v/.b.docx"):
        docx(name)
    ran = vanban("convert", "v", "-d", "out", files={"v/doc.txt": "chữ"})
    assert ran.code == 0
    assert pdfs(ran) == ["out/2022/a.pdf", "out/a.pdf"]


def test_a_bad_file_does_not_stop_the_others(
    fake_office: FakeOffice, docx: Docx, vanban: Vanban
) -> None:
    docx("a.docx", "crash")
    docx("b.docx")
    ran = vanban("convert", "a.docx", "b.docx")
    assert ran.code == 2
    assert pdfs(ran) == ["b.pdf"]
    assert "a.docx: lỗi: LibreOffice dừng giữa chừng" in ran.err
    assert "2 tệp, 1 tệp không chuyển được." in ran.err


def test_the_time_for_a_file_can_be_set(
    fake_office: FakeOffice, docx: Docx, vanban: Vanban
) -> None:
    docx("a.docx", "hang")
    ran = vanban("convert", "a.docx", "--timeout", "1")
    assert ran.code == 2
    assert "LibreOffice không xong sau 1 giây." in ran.err
    assert "--timeout" in ran.err


def test_an_existing_pdf_is_replaced_only_with_force(
    fake_office: FakeOffice, docx: Docx, vanban: Vanban
) -> None:
    docx("a.docx")
    ran = vanban("convert", "a.docx", files={"a.pdf": "cũ"})
    assert ran.code == 2
    assert "--force" in ran.err
    assert vanban("convert", "a.docx", "--force").code == 0


def test_the_number_of_processes_can_be_set(
    fake_office: FakeOffice, docx: Docx, vanban: Vanban
) -> None:
    names = [Path(docx(f"{number}.docx")).name for number in range(4)]
    assert vanban("convert", *names, "--jobs", "2").code == 0
    assert fake_office.runs == [2, 2]


def test_without_libreoffice_the_way_to_get_it_is_told(
    no_office: None, docx: Docx, vanban: Vanban
) -> None:
    docx("a.docx")
    ran = vanban("convert", "a.docx")
    assert ran.code == 2
    assert "Không tìm thấy LibreOffice" in ran.err
    assert "→" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-"], "không dùng đầu vào, đầu ra chuẩn"),
        (["a.docx", "-o", "a.docx"], "phải có đuôi .pdf"),
        (["a.docx", "b.docx", "-o", "a.pdf"], "-o chỉ dùng với một tệp"),
        (["a.docx", "-o", "b.pdf", "--merge", "c.pdf"], "không dùng cùng nhau"),
        (["a.docx", "--merge", "c"], "--merge cần tên một tệp .pdf"),
        (["a.docx", "--merge", "out/"], "--merge cần tên một tệp .pdf"),
        (["a.docx", "--merge", "c.pdf", "--pdfa"], "thêm -d"),
        (["a.docx", "x/a.docx", "-d", "out"], "Hai nguồn cùng ghi ra tệp này"),
        (["a.docx", "--merge", "out/A.pdf", "-d", "out"], "Tệp ghép trùng tên"),
        (["a.docx", "--merge", "khong-co/a.pdf"], "Thư mục không tồn tại"),
        (["trong"], "Thư mục không có tệp .docx nào"),
    ],
)
def test_what_does_not_go_together_is_refused_before_the_work(
    fake_office: FakeOffice, docx: Docx, vanban: Vanban, arguments: list[str], message: str
) -> None:
    docx("a.docx")
    ran = vanban("convert", *arguments, files={"trong/a.txt": ""})
    assert ran.code == 2
    assert message in ran.err
    assert fake_office.runs == []


def blank(width: int) -> str:
    """A PDF of one page, without its first and last line."""
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} 9]>>",
    )
    told = (f"{number} 0 obj\n{one}\nendobj\n" for number, one in enumerate(objects, 1))
    return f"{''.join(told)}trailer\n<</Root 1 0 R/Size 4>>"


def test_merged_files_are_in_the_order_in_which_they_were_named(
    fake_office: FakeOffice, docx: Docx, vanban: Vanban
) -> None:
    for name in ("in/10.docx", "in/2.docx", "in/b.docx"):
        docx(name)
    fake_office.makes(blank(50))
    ran = vanban("convert", "in", "--merge", "in.pdf")
    assert ran.code == 0, ran.err
    assert "Đã ghi in.pdf, ghép từ 3 tệp." in ran.err
    assert pdfs(ran) == ["in.pdf"]
    with pikepdf.open("in.pdf") as pdf, pdf.open_outline() as outline:
        assert [one.title for one in outline.root] == ["2", "10", "b"]


def test_of_merged_files_the_good_ones_are_put_together(
    fake_office: FakeOffice, docx: Docx, vanban: Vanban
) -> None:
    docx("a.docx", "nothing")
    docx("b.docx")
    fake_office.makes(blank(50))
    ran = vanban("convert", "a.docx", "b.docx", "--merge", "in.pdf", "-d", "out")
    assert ran.code == 2
    assert pdfs(ran) == ["in.pdf", "out/b.pdf"]


def test_without_pikepdf_nothing_is_begun(
    fake_office: FakeOffice, docx: Docx, vanban: Vanban, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vanban.pdf.merge.find_spec", lambda _name: None)
    docx("a.docx")
    ran = vanban("convert", "a.docx", "--merge", "in.pdf")
    assert ran.code == 2
    assert 'pip install "vanban[pdf]"' in ran.err
    assert fake_office.runs == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_who_stops_the_command_stops_libreoffice(
    fake_office: FakeOffice, docx: Docx, tmp_path: Path, temporary: Path, number: int
) -> None:
    docx("a.docx", "hang")
    process = subprocess.Popen(
        [sys.executable, "-m", "vanban", "convert", "a.docx"],
        cwd=tmp_path,
        env={**os.environ, "TMPDIR": str(temporary), "VANBAN_LANG": "vi"},
        stderr=subprocess.PIPE,
        preexec_fn=partial(signal.signal, number, signal.SIG_DFL),  # nohup has it ignored
    )
    end = time.monotonic() + 20
    while not (fake_office.folder / "hung").exists() and time.monotonic() < end:
        time.sleep(0.05)
    process.send_signal(number)
    _out, err = process.communicate(timeout=20)
    assert "Đã dừng theo yêu cầu." in err.decode()
    assert process.returncode == 130
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(office.program() is None, reason="needs LibreOffice, which .ci/run installs")
def test_the_real_libreoffice_converts_and_merges(vanban: Vanban, source: str) -> None:
    files = {"a.yaml": source, "b.yaml": source.replace("năm 2026", "năm 2027")}
    assert vanban("render", "a.yaml", "b.yaml", "-d", "w", files=files).code == 0
    ran = vanban("convert", "w", "-d", "out", "--pdfa", "--merge", "in.pdf")
    assert ran.code == 0, ran.err
    assert pdfs(ran) == ["in.pdf", "out/a.pdf", "out/b.pdf"]
    with pikepdf.open("in.pdf") as pdf:
        assert len(pdf.pages) == 2
