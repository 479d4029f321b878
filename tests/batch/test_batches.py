"""Batches as scripts call them: of files and of tables, run once and again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import current_process
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from vanban import batch
from vanban.batch import planning, work
from vanban.batch.jobs import Outcome, Status
from vanban.errors import OutputError, SourceError, VanbanError

Write = Callable[..., Path]


def people(numbers: Iterable[int]) -> list[str]:
    """A row for each number."""
    return [f"{number};Người số {number}" for number in numbers]


def table(**options: Any) -> batch.Summary:
    return batch.table("gm.mau.yaml", "ds.csv", directory="ra", **options)


def made(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "ra").glob("*.docx"))


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in (folder / "ra").glob(".*")]


def test_each_row_becomes_a_document_with_what_its_cells_say(folder: Path, csv: Write) -> None:
    csv("01;Lê Thị {{ Số }} *An*", "02;Đỗ Bình")
    summary = table(name="{so}-{ho_ten|slug}")
    assert (summary.rendered, summary.code, leftovers(folder)) == (2, 0, [])
    assert made(folder) == ["01-le-thi-so-an.docx", "02-do-binh.docx"]


def test_a_bad_row_stops_no_other_and_is_told_with_its_reason(folder: Path, csv: Write) -> None:
    csv("1;An", "2;Bình;thừa", "3;Chi")
    summary = table(name="{so}")
    assert made(folder) == ["1.docx", "3.docx"]
    assert summary.code == 2
    assert [o.number for o in summary.troubled] == [3]


def test_a_row_with_an_error_is_held_unless_it_is_allowed(
    folder: Path, csv: Write, pattern: Callable[..., None]
) -> None:
    pattern("dia_danh: Bắc Ninh\n", "trang_thai: ban-hanh\n")
    csv("1;An")
    assert (table().tally, made(folder)) == ({Status.HELD: 1}, [])
    summary = table(allow_errors=True, force=True)
    assert (summary.tally, summary.code) == ({Status.FAULTY: 1}, 1)


def test_two_rows_of_one_name_are_told_before_anything_is_written(folder: Path, csv: Write) -> None:
    csv("1;An", "2;an")
    with pytest.raises(OutputError, match="số 2 và số 3"):
        table(name="{ho_ten}")
    assert not (folder / "ra").exists()


def test_files_that_are_there_are_kept_unless_they_may_be_replaced(
    folder: Path, csv: Write
) -> None:
    csv("1;An")
    (folder / "ra").mkdir()
    (folder / "ra" / "1.docx").write_text("của tôi")
    with pytest.raises(OutputError, match="Tệp này đã có"):
        table(name="{so}")
    assert (folder / "ra" / "1.docx").read_text() == "của tôi"
    assert table(name="{so}", force=True).code == 0
    assert (folder / "ra" / "1.docx").read_bytes().startswith(b"PK")


def test_a_second_run_makes_only_what_is_missing_or_has_changed(folder: Path, csv: Write) -> None:
    csv("1;An", "2;Bình", "3;Chi")
    table(name="{so}")
    (folder / "ra" / "1.docx").unlink()
    csv("1;An", "2;Bình An", "3;Chi", "4;Dung")
    seen: list[Outcome] = []
    summary = table(name="{so}", resume=True, watch=seen.extend)
    assert sorted(o.output for o in seen) == ["ra/1.docx", "ra/2.docx", "ra/4.docx"]
    assert (summary.kept, summary.rendered, summary.code) == (1, 4, 0)


def test_a_changed_pattern_makes_all_anew(csv: Write, pattern: Callable[..., None]) -> None:
    csv("1;An", "2;Bình")
    table()
    pattern("tổng kết", "sơ kết")
    assert table(resume=True).kept == 0


def test_another_version_of_a_plugin_makes_all_anew(
    folder: Path, csv: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    csv("1;An")
    table()
    assert table(resume=True).kept == 1
    monkeypatch.setattr(planning, "installed", lambda: [("vanban-thu 2.0", lambda: None)])
    assert table(resume=True).kept == 0


def test_a_run_again_without_a_word_is_refused(folder: Path, csv: Write) -> None:
    csv("1;An")
    table()
    with pytest.raises(OutputError, match="--resume"):
        table()


def test_the_journal_of_another_job_is_refused(folder: Path, csv: Write) -> None:
    csv("1;An")
    table()
    with pytest.raises(SourceError, match="một lần chạy khác"):
        table(name="khac-{so}", resume=True)


def test_what_a_killed_run_left_is_removed_and_made_again(folder: Path, csv: Write) -> None:
    csv("1;An")
    table(name="{so}")
    ours = folder / "ra"
    spool = folder / ".vanban-batch-xyz.tmp"
    spool.write_text("")
    (ours / ".vanban-1-ab.tmp").write_text("nửa chừng")
    with (ours / "vanban-batch.jsonl").open("a", encoding="utf-8") as stream:
        stream.write(f'{{"spool":"{spool.as_posix()}"}}\n{{"begin":["2.docx"]}}\n{{"numb')
    (ours / "2.docx").write_text("của lần trước")
    csv("1;An", "2;Bình")
    summary = table(name="{so}", resume=True)
    assert (summary.kept, summary.code, leftovers(folder), spool.exists()) == (1, 0, [], False)
    assert (ours / "2.docx").read_bytes().startswith(b"PK")


def test_a_file_that_a_person_has_changed_is_kept_and_told(folder: Path, csv: Write) -> None:
    csv("1;An", "2;Bình")
    table(name="{so}")
    file = folder / "ra" / "1.docx"
    file.write_bytes(file.read_bytes() + b"x")
    changed = file.read_bytes()
    summary = table(name="{so}", resume=True)
    assert (summary.kept, file.read_bytes()) == (2, changed)
    assert any("đã bị sửa sau khi in" in notice for notice in summary.notices)
    csv("1;An Bình", "2;Bình")
    with pytest.raises(OutputError, match="đã bị sửa"):
        table(name="{so}", resume=True)
    assert table(name="{so}", resume=True, force=True).code == 0


def test_files_of_rows_that_are_gone_are_told(folder: Path, csv: Write) -> None:
    csv("1;An", "2;Bình")
    table(name="{so}")
    csv("1;An")
    (notice,) = table(name="{so}", resume=True).notices
    assert "không còn trong nguồn" in notice
    assert "2.docx" in notice


def test_a_row_that_has_an_error_now_tells_of_its_old_file(folder: Path, csv: Write) -> None:
    csv("1;An")
    table(name="{ho_ten}")
    csv("1/A;An")
    (outcome,) = table(name="{ho_ten}", resume=True).troubled
    assert outcome.reasons[-1] == "Tệp của lần trước vẫn nằm đó, đã cũ."


def test_a_batch_goes_on_from_any_folder(
    folder: Path, csv: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    csv("1;An")
    table()
    (folder / "khac").mkdir()
    monkeypatch.chdir(folder / "khac")
    again = batch.table("../gm.mau.yaml", folder / "ds.csv", directory="../ra/", resume=True)
    assert again.kept == 1


def test_a_changed_profile_or_image_makes_its_documents_anew(folder: Path) -> None:
    files(folder, "nguon/a.yaml", "b.yaml")
    (folder / "nguon" / "vanban.yaml").write_text("luu: VP\n", "utf-8")
    batch.files(["nguon", "b.yaml"], directory="ra")
    (folder / "nguon" / "vanban.yaml").write_text("luu: VP, TH\n", "utf-8")
    seen: list[Outcome] = []
    batch.files(["nguon", "b.yaml"], directory="ra", resume=True, watch=seen.extend)
    assert [outcome.output for outcome in seen] == ["ra/a.docx"]


def test_a_table_that_a_pattern_uses_nothing_of_is_refused(
    csv: Write, pattern: Callable[..., None]
) -> None:
    csv("x", heading="Ghi chú")
    pattern("{{ Số }}", "12")
    with pytest.raises(SourceError):
        table()


def test_one_path_and_one_condition_may_be_given_as_they_are(folder: Path, csv: Write) -> None:
    files(folder, "nguon/a.yaml")
    csv(*people([1, 2]))
    assert batch.files("nguon", directory="ra-nguon").rendered == 1
    assert table(filters="Số=2").rendered == 1


def test_a_script_that_a_child_runs_again_is_told_what_to_write(
    folder: Path, csv: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    csv("1;An")
    monkeypatch.setattr(current_process(), "_inheriting", True, raising=False)
    with pytest.raises(VanbanError, match="__main__"):
        table()


def test_a_look_writes_nothing(folder: Path, csv: Write) -> None:
    csv("1;An", "2;Bình;thừa")
    summary = table(write=False)
    assert (summary.rendered, summary.code) == (1, 2)
    assert sorted(path.name for path in folder.iterdir()) == ["ds.csv", "gm.mau.yaml"]


def test_an_empty_cell_in_a_sentence_is_told(folder: Path, csv: Write) -> None:
    csv("1;")
    (troubled,) = table().troubled
    assert any("ô «Họ tên» trống" in reason for reason in troubled.reasons)


def test_conditions_and_a_limit_choose_rows(folder: Path, csv: Write) -> None:
    csv(*people(range(1, 6)))
    table(name="{so}", filters=["Số!=2"], limit=3)
    assert made(folder) == ["1.docx", "3.docx", "4.docx"]


def test_a_row_of_totals_is_left_out(folder: Path, csv: Write) -> None:
    csv("1;An", "Tổng cộng;1")
    assert table(name="{so}").count == 1


def test_several_processes_make_what_one_makes(folder: Path, csv: Write) -> None:
    csv(*people(range(1, 31)))
    summary = table(jobs=2)
    assert (summary.rendered, summary.code, len(made(folder))) == (30, 0, 30)


def test_any_executor_does_the_work_and_stays_open(folder: Path, csv: Write) -> None:
    csv(*people(range(1, 13)))
    with ThreadPoolExecutor(2) as pool:
        assert table(executor=pool).rendered == 12
        assert pool.submit(int, "1").result() == 1


def test_a_crash_in_one_document_is_its_own(
    folder: Path, csv: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = work.api.render

    def wrong(reading: Any, **options: Any) -> bytes:
        if "số 2" in str(reading.doc):
            raise ZeroDivisionError("hỏng")
        return right(reading, **options)

    monkeypatch.setattr(work.api, "render", wrong, raising=False)
    csv(*people([1, 2, 3]))
    summary = table(jobs=1, name="{so}")
    assert made(folder) == ["1.docx", "3.docx"]
    assert summary.troubled[0].reasons == ("ZeroDivisionError: hỏng",)


def files(folder: Path, *names: str) -> None:
    text = (folder / "gm.mau.yaml").read_text("utf-8")
    text = text.replace("{{ Số }}", "12").replace("{{ Họ tên }}", "ông An")
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def test_the_documents_of_folders_lie_below_the_folder_for_results(folder: Path) -> None:
    files(folder, "nguon/a.yaml", "nguon/con/b.yaml", "c.yaml")
    summary = batch.files(["nguon", "c.y*ml"], directory="ra")
    assert summary.code == 0
    found = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.docx"))
    assert found == ["ra/a.docx", "ra/c.docx", "ra/con/b.docx"]


def test_a_file_that_changes_is_made_again_and_no_other(folder: Path) -> None:
    files(folder, "a.yaml", "b.yaml")
    batch.files(["a.yaml", "b.yaml"], directory="ra")
    (folder / "b.yaml").write_text((folder / "b.yaml").read_text("utf-8") + "# thêm\n", "utf-8")
    seen: list[Outcome] = []
    batch.files(["a.yaml", "b.yaml"], directory="ra", resume=True, watch=seen.extend)
    assert [o.output for o in seen] == ["ra/b.docx"]


def test_two_sources_of_one_result_are_told(folder: Path) -> None:
    files(folder, "x/a.yaml", "y/a.yaml")
    with pytest.raises(OutputError):
        batch.files(["x", "y"], directory="ra")


@pytest.mark.parametrize(
    ("paths", "directory"),
    [(["nguon"], "nguon/ra"), (["khong-*.yaml"], "ra"), (["gm.mau.yaml"], "ra"), (["rong"], "ra")],
)
def test_what_cannot_go_well_is_refused_at_once(
    folder: Path, paths: Sequence[str], directory: str
) -> None:
    files(folder, "nguon/a.yaml")
    (folder / "rong").mkdir()
    with pytest.raises(VanbanError):
        batch.files(paths, directory=directory)
    assert not (folder / directory).exists()


def test_excel_rows_keep_what_people_see(folder: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Số", "Họ tên", "Trích yếu"])
    sheet.append([7, "An", "Dự lễ trao thưởng"])
    sheet["A2"].number_format = "00"
    book.save(folder / "ds.xlsx")
    summary = batch.table("gm.mau.yaml", "ds.xlsx", directory="ra", name="{so}-{trich_yeu|slug}")
    assert (made(folder), summary.code) == (["07-du-le-trao-thuong.docx"], 0)
