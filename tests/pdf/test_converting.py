"""Many files through a LibreOffice that hangs, crashes or makes nothing, and a few real ones."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import vanban
from vanban import pdf
from vanban.errors import ConversionError
from vanban.pdf import Converted, converting, office, pages

ROOT = Path(__file__).parents[2]
QUICK = 1.0
Docx = Callable[..., str]
FakeOffice = Any

needs_office = pytest.mark.skipif(
    office.program() is None, reason="needs LibreOffice, which .ci/run installs"
)


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files of this test."""
    folder = tmp_path / ".tam"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def convert(*paths: str, processes: int = 1, **options: bool) -> dict[str, Converted]:
    """What came of each file, by its name; the PDF lies beside it."""
    jobs = [(path, Path(path).with_suffix(".pdf")) for path in paths]
    made = pdf.convert_many(jobs, processes=processes, seconds=QUICK, **options)
    return {Path(done.path).name: done for done in made}


def reason(done: Converted) -> str:
    assert done.problem is not None
    return done.problem.message


def is_running(process: int) -> bool:
    """Whether a process is there, and not only its number (which a parent keeps)."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process}/stat")
    try:
        return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def all_ended(processes: list[int]) -> bool:
    """Whether processes that were killed are gone, which takes the system a moment."""
    end = time.monotonic() + 5
    while any(map(is_running, processes)):
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


def test_one_process_converts_many_files(fake_office: FakeOffice, docx: Docx) -> None:
    done = convert(docx("a.docx"), docx("b.docx"), docx("c.docx"))
    assert [name for name, one in done.items() if one.ok] == ["a.docx", "b.docx", "c.docx"]
    assert fake_office.runs == [3]
    assert b"xong" in Path(done["a.docx"].target).read_bytes()


def test_several_processes_share_the_files(fake_office: FakeOffice, docx: Docx) -> None:
    done = convert(*(docx(f"{number}.docx") for number in range(5)), processes=2)
    assert all(one.ok for one in done.values())
    assert sorted(fake_office.runs) == [2, 3]


def test_a_process_gets_only_so_many_files(
    fake_office: FakeOffice, docx: Docx, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vanban.pdf.plan.MOST", 2)
    done = convert(*(docx(f"{number}.docx") for number in range(5)))
    assert len(done) == 5
    assert fake_office.runs == [2, 2, 1]


def test_few_files_start_one_process_where_many_start_more(
    fake_office: FakeOffice, docx: Docx, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converting, "available", lambda: 2)
    names = [docx(f"{number}.docx") for number in range(9)]
    for count in (8, 9):
        jobs = [(name, Path(name).with_suffix(f".{count}.pdf")) for name in names[:count]]
        assert all(done.ok for done in pdf.convert_many(jobs))
    assert fake_office.runs[0] == 8
    assert sorted(fake_office.runs[1:]) == [4, 5]


@pytest.mark.parametrize("order", ["hang", "crash"])
def test_a_file_that_fails_once_is_tried_again_and_the_others_go_on(
    fake_office: FakeOffice, docx: Docx, tmp_path: Path, order: str
) -> None:
    bad = docx("b.docx", f"{order} {tmp_path / 'once'}")
    done = convert(docx("a.docx"), bad, docx("c.docx"))
    assert sorted(name for name, one in done.items() if one.ok) == ["a.docx", "b.docx", "c.docx"]
    assert list(done)[-1] == "b.docx"
    assert fake_office.runs == [3, 1, 1]


def test_a_file_that_always_hangs_is_given_up_with_all_that_it_started(
    fake_office: FakeOffice, docx: Docx
) -> None:
    done = convert(docx("a.docx"), docx("b.docx", "hang"), docx("c.docx"))
    assert reason(done["b.docx"]) == "LibreOffice không xong sau 1 giây."
    assert done["a.docx"].ok
    assert done["c.docx"].ok
    assert all_ended(fake_office.hung)


def test_a_file_that_always_crashes_is_given_up(fake_office: FakeOffice, docx: Docx) -> None:
    done = convert(docx("a.docx", "crash"), docx("b.docx"))
    assert reason(done["a.docx"]) == "LibreOffice dừng giữa chừng (mã -11)."
    assert done["b.docx"].ok


@pytest.mark.parametrize("order", ["nothing", "half"])
def test_a_file_that_gives_no_whole_pdf_is_given_up(
    fake_office: FakeOffice, docx: Docx, order: str
) -> None:
    done = convert(docx("a.docx", order), docx("b.docx"))
    assert reason(done["a.docx"]) == "LibreOffice không đọc được tệp này."
    assert not Path(done["a.docx"].target).exists()
    assert done["b.docx"].ok


def test_a_process_that_does_not_end_is_killed_after_its_work(
    fake_office: FakeOffice, docx: Docx
) -> None:
    assert convert(docx("a.docx", "hang-after"))["a.docx"].ok
    assert all_ended(fake_office.hung)


def test_a_libreoffice_that_works_with_nothing_is_not_asked_again_and_again(
    fake_office: FakeOffice, docx: Docx, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vanban.pdf.plan.MOST", 2)
    fake_office.breaks()
    done = convert(*(docx(f"{number}.docx") for number in range(6)))
    assert len(done) == 6
    assert fake_office.runs == [2, 1]  # the second is a file of our own
    for one in done.values():
        assert one.problem is not None
        assert "mã 77" in one.problem.message
        assert "vanban doctor --full" in (one.problem.advice or "")


def test_a_program_that_cannot_be_started_is_told(
    fake_office: FakeOffice, docx: Docx, tmp_path: Path
) -> None:
    fake_office.path.write_text("#!/khong/co/chuong-trinh\n")
    assert "Không chạy được LibreOffice" in reason(convert(docx("a.docx"))["a.docx"])


def test_what_is_no_word_file_is_refused_before_libreoffice_sees_it(
    fake_office: FakeOffice, docx: Docx, tmp_path: Path
) -> None:
    (tmp_path / "b.docx").write_text("chữ")
    done = convert(docx("a.docx"), str(tmp_path / "b.docx"), str(tmp_path / "c.docx"))
    assert done["a.docx"].ok
    assert reason(done["b.docx"]) == "Tệp hỏng hoặc không phải .docx."
    assert reason(done["c.docx"]) == "Không tìm thấy tệp."
    assert fake_office.runs == [1]


def test_an_existing_pdf_is_replaced_only_when_that_is_asked_for(
    fake_office: FakeOffice, docx: Docx, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_text("cũ")
    assert reason(convert(docx("a.docx"))["a.docx"]) == "Tệp đã có, không ghi đè."
    assert (tmp_path / "a.pdf").read_text() == "cũ"
    assert convert(docx("a.docx"), force=True)["a.docx"].ok
    assert b"xong" in (tmp_path / "a.pdf").read_bytes()


def test_pdfa_that_an_old_libreoffice_does_not_make_is_told(
    fake_office: FakeOffice, docx: Docx, tmp_path: Path
) -> None:
    done = convert(docx("a.docx"), pdfa=True)["a.docx"]
    assert reason(done) == "LibreOffice này không ghi được PDF/A-2b."
    assert not (tmp_path / "a.pdf").exists()
    fake_office.makes("<pdfaid:part>2</pdfaid:part>")
    assert convert(docx("a.docx"), pdfa=True)["a.docx"].ok


def test_who_stops_leaves_no_process_and_no_file(
    fake_office: FakeOffice, docx: Docx, tmp_path: Path, temporary: Path
) -> None:
    names = (docx("a.docx"), docx("b.docx", "hang"))
    made = pdf.convert_many([(name, Path(name).with_suffix(".pdf")) for name in names])
    assert next(made).ok
    end = time.monotonic() + 5
    while not (fake_office.folder / "hung").exists() and time.monotonic() < end:
        time.sleep(0.02)
    made.close()
    assert all_ended(fake_office.hung)
    assert list(temporary.iterdir()) == []


def test_no_temporary_file_is_left(fake_office: FakeOffice, docx: Docx, temporary: Path) -> None:
    convert(docx("a.docx"), docx("b.docx", "crash"))
    assert list(temporary.iterdir()) == []


def test_without_libreoffice_nothing_is_begun(no_office: None) -> None:
    with pytest.raises(ConversionError, match="Không tìm thấy LibreOffice"):
        pdf.convert_many([("a.docx", "a.pdf")])


def test_a_full_disk_is_told_in_a_sentence(
    fake_office: FakeOffice, docx: Docx, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    data = Path(docx("a.docx")).read_bytes()
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ConversionError, match="Không ghi được tệp tạm"):
        pdf.converted(data)


def test_bytes_become_bytes(fake_office: FakeOffice, docx: Docx) -> None:
    assert b"xong" in pdf.converted(Path(docx("a.docx")).read_bytes())


def test_a_failure_names_the_file_as_the_caller_does(fake_office: FakeOffice, docx: Docx) -> None:
    data = Path(docx("a.docx", "nothing")).read_bytes()
    with pytest.raises(ConversionError) as caught:
        pdf.converted(data, name="giấy mời.docx")
    (problem,) = caught.value.problems
    assert problem.place is not None
    assert problem.place.path == "giấy mời.docx"


@needs_office
def test_the_real_libreoffice_makes_pdfa_with_title_language_and_every_letter(
    tmp_path: Path,
) -> None:
    doc = vanban.load(ROOT / "examples" / "ke-hoach.yaml", use_profile=False)
    made = vanban.convert(vanban.render(doc), pdfa=True)
    (tmp_path / "a.pdf").write_bytes(made)
    with pikepdf.open(tmp_path / "a.pdf") as read, read.open_metadata() as about:
        assert "Kế hoạch" in str(read.docinfo["/Title"])
        assert (about["pdfaid:part"], about["pdfaid:conformance"]) == ("2", "B")
        assert read.Root.ViewerPreferences.DisplayDocTitle
    assert pages.language(made) == "vi-VN"


@needs_office
def test_the_real_libreoffice_converts_in_two_processes_and_leaves_nothing(
    tmp_path: Path, temporary: Path
) -> None:
    doc = vanban.load(ROOT / "examples" / "ke-hoach.yaml", use_profile=False)
    for name in ("một.docx", "hai hai.docx"):
        (tmp_path / name).write_bytes(vanban.render(doc))
    jobs = [(path, path.with_suffix(".pdf")) for path in tmp_path.glob("*.docx")]
    assert all(done.ok for done in pdf.convert_many(jobs, processes=2))
    assert all(pdf.headings(target.read_bytes()) for _source, target in jobs)
    assert list(temporary.iterdir()) == []
