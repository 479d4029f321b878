"""``vanban batch``: what it writes, tells and leaves behind, also when it is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from vanban import pdf
from vanban.batch import past
from vanban.batch.journal import NAME

Vanban = Callable[..., Any]

PATTERN = """\
loai: giay-moi
so: "{{ Số }}"
ngay: 2026-11-26
co_quan: {chu_quan: Ủy ban nhân dân tỉnh Bắc Ninh, ban_hanh: Sở Nội vụ, viet_tat: SNV}
dia_danh: Bắc Ninh
trich_yeu: Dự hội nghị tổng kết năm 2026
noi_dung: |
  Trân trọng kính mời: {{ Họ tên }}.
ky: {ho_ten: Trần Minh Đức, chuc_vu: Giám đốc}
noi_nhan: [Như trên]
luu: VT
"""
FILES = {"gm.mau.yaml": PATTERN, "ds.csv": "Số;Họ tên;Ghi chú\n01;An;\n02;Bình;\n"}
TABLE = ("batch", "gm.mau.yaml", "--data", "ds.csv", "-d", "ra", "--name", "{so}")
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")


def test_a_table_becomes_documents_and_the_numbers_are_told(vanban: Vanban) -> None:
    ran = vanban(*TABLE, files=FILES)
    assert (ran.code, ran.text.split(" (")[0]) == (0, "2 văn bản; đã in 2")
    assert "Cột không được dùng: «Ghi chú»" in ran.err
    assert "ra/01.docx" in ran.files


def test_the_same_in_english(vanban: Vanban) -> None:
    ran = vanban("--lang", "en", *TABLE, files=FILES)
    assert ran.text.startswith("2 documents; 2 rendered (")


def test_a_look_tells_what_would_go_wrong_and_writes_nothing(vanban: Vanban) -> None:
    files = {**FILES, "ds.csv": "Số;Họ tên\n1/A;An\n"}
    ran = vanban(*TABLE, "--dry-run", files=files)
    assert ran.code == 2
    assert "Dòng 2: ra/1-A.docx: chưa in, có lỗi" in ran.err
    assert ran.files == ["ds.csv", "gm.mau.yaml"]


def test_a_report_names_each_row_that_failed(vanban: Vanban) -> None:
    files = {**FILES, "ds.csv": "Số;Họ tên\n01;An\n02;Bình;Chi\n"}
    ran = vanban(*TABLE, "--report", "b.csv", files=files)
    assert ran.code == 2
    (_heading, row) = (ran.folder / "b.csv").read_text("utf-8-sig").splitlines()
    assert row.startswith("3;ra/02.docx;không in được;")


def test_the_same_reason_is_told_once(vanban: Vanban) -> None:
    broken = PATTERN.replace("viet_tat", "viet_taat")
    ran = vanban(*TABLE, files={**FILES, "gm.mau.yaml": broken})
    assert (ran.code, ran.err.count("viet_taat")) == (2, 1)
    assert "… và 1 văn bản nữa" in ran.err


def test_going_on_does_nothing_that_is_done(vanban: Vanban) -> None:
    vanban(*TABLE, files=FILES)
    before = (Path("ra") / "01.docx").stat().st_mtime_ns
    ran = vanban(*TABLE, "--resume")
    assert "2 văn bản đã có từ lần trước" in ran.err
    assert (ran.code, (Path("ra") / "01.docx").stat().st_mtime_ns) == (0, before)


def test_a_report_that_is_there_is_not_replaced_by_a_look(vanban: Vanban) -> None:
    ran = vanban(*TABLE, "--dry-run", "--report", "b.csv", files={**FILES, "b.csv": "của tôi"})
    assert (ran.code, (ran.folder / "b.csv").read_text("utf-8")) == (2, "của tôi")


def test_nothing_to_do_is_told_and_is_no_success(vanban: Vanban) -> None:
    ran = vanban(*TABLE, "--filter", "Số=99", files=FILES)
    assert ran.code == 2
    assert "Không có dòng hay tệp nào để in." in ran.err


def test_sources_of_a_folder_are_printed_too(vanban: Vanban, source: str) -> None:
    ran = vanban("batch", "nguon", "-d", "ra", files={"nguon/a.yaml": source, **FILES})
    assert (ran.code, "ra/a.docx" in ran.files) == (0, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("gm.mau.yaml", "--data", "ds.csv"), "cần -d"),
        (("gm.mau.yaml", "a.yaml", "--data", "ds.csv", "-d", "ra"), "chỉ có một tệp mẫu"),
        (("a.yaml", "--limit", "3"), "--limit chỉ dùng cùng --data"),
        (("-",), "không dùng đầu vào chuẩn"),
        (("gm.mau.yaml", "-d", "ra"), "Thêm --data"),
        (("gm.mau.yaml", "--data", "ds.csv", "-d", "ds.csv"), "không phải thư mục"),
        (("gm.mau.yaml", "--data", "ds.csv", "-d", "ra", "--report", "b.doc"), ".xlsx hoặc .csv"),
        (("gm.mau.yaml", "--data", "ds.csv", "-d", "ra", "--name", "{la}"), "--name dùng «la»"),
        (("gm.mau.yaml", "--data", "ds.csv", "-d", "ra", "--filter", "x"), "CỘT=GIÁ TRỊ"),
        (("gm.mau.yaml", "--data", "ds.csv", "-d", "ra", "--executor", "x"), "x"),
        (("gm.mau.yaml", "--data", "", "-d", "ra"), "tên tệp để trống"),
        (("gm.mau.yaml", "--data", "ds.csv", "-d", "ra", "--report", "ds.csv"), "trùng với"),
        (("gm.mau.yaml", "--data", "ds.csv", "-d", "ra", "--journal", "ds.csv"), "trùng với"),
        (("gm.mau.yaml", "--data", "ds.csv", "-d", "ra", "--address", "x"), "--executor"),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_written(
    vanban: Vanban, arguments: tuple[str, ...], told: str
) -> None:
    ran = vanban("batch", *arguments, files=FILES)
    assert (ran.code, ran.files) == (2, ["ds.csv", "gm.mau.yaml"])
    assert told in ran.err


def test_a_missing_column_is_told_with_one_like_it(vanban: Vanban) -> None:
    files = {**FILES, "ds.csv": "Số;Họ và tên\n1;An\n"}
    ran = vanban("batch", "gm.mau.yaml", "--data", "ds.csv", "-d", "ra", files=files)
    assert ran.code == 2
    assert "«Họ tên»" in ran.err


@pytest.mark.skipif(pdf.program() is None, reason="needs LibreOffice, which CI installs")
def test_pdfs_lie_beside_the_documents_and_old_ones_are_made_anew(vanban: Vanban) -> None:
    vanban(*TABLE, "--pdf", files=FILES)
    first = Path("ra") / "01.pdf"
    before = first.stat().st_mtime_ns
    ran = vanban(*TABLE, "--pdf", "--resume", files={"ds.csv": FILES["ds.csv"] + "03;Chi;\n"})
    assert (ran.code, first.stat().st_mtime_ns) == (0, before)
    assert "ra/03.pdf" in ran.files


def test_pdfs_without_libreoffice_are_refused_before_anything_is_written(
    vanban: Vanban, no_office: None
) -> None:
    ran = vanban(*TABLE, "--pdf", files=FILES)
    assert (ran.code, ran.files) == (2, ["ds.csv", "gm.mau.yaml"])
    assert "Không tìm thấy LibreOffice" in ran.err


def _interruptible() -> None:
    """Hear Ctrl-C, which who runs in the background does not."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def started(folder: Path, *more: str) -> subprocess.Popen[str]:
    """``vanban batch`` of 400 rows, when it has made some of them."""
    rows = "".join(f"{number:02d};Người số {number}\n" for number in range(1, 401))
    (folder / "gm.mau.yaml").write_text(PATTERN, "utf-8")
    (folder / "ds.csv").write_text("Số;Họ tên\n" + rows, "utf-8")
    run = subprocess.Popen(
        [sys.executable, "-X", "utf8", "-m", "vanban", *TABLE, "--jobs", "2", *more],
        cwd=folder, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True, preexec_fn=_interruptible,
    )  # fmt: skip
    deadline = time.monotonic() + 60
    while len(list((folder / "ra").glob("*.docx"))) < 60:
        assert time.monotonic() < deadline
        assert run.poll() is None
        time.sleep(0.01)
    return run


@posix
def test_a_batch_that_is_killed_leaves_whole_files_and_goes_on(
    vanban: Vanban, tmp_path: Path
) -> None:
    run = started(tmp_path)
    run.kill()
    run.communicate()
    _wait_for_processes_of(run.pid)
    found = past.load(tmp_path / "ra" / NAME)
    assert found is not None
    known = set(found.outcomes) | found.begun
    for path in (tmp_path / "ra").glob("*.docx"):
        assert path.read_bytes().startswith(b"PK")
        assert path.name in known
    for name in found.outcomes:
        assert (tmp_path / "ra" / name).exists()
    ran = vanban(*TABLE, "--resume")
    assert ran.code == 0
    assert len(list((tmp_path / "ra").glob("*.docx"))) == 400
    assert not list((tmp_path / "ra").glob(".*"))
    assert not [path for path in found.spools if Path(path).exists()]


@posix
def test_ctrl_c_ends_soon_with_the_numbers(tmp_path: Path) -> None:
    run = started(tmp_path)
    os.killpg(run.pid, signal.SIGINT)
    out, err = run.communicate(timeout=20)
    assert run.returncode == 130
    assert out.startswith("400 văn bản; đã in ")
    assert "thêm --resume để làm tiếp" in err
    assert "Traceback" not in err
    assert not list((tmp_path / "ra").glob(".*"))


def _wait_for_processes_of(group: int) -> None:
    """The processes that did the work end by themselves."""
    for _attempt in range(500):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.01)
    raise AssertionError("they live on")
