"""The journal: what happened, told as it happens, also after a sudden end."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.batch import past
from vanban.batch.jobs import Outcome, Status
from vanban.batch.journal import Journal
from vanban.errors import OutputError, SourceError, VanbanError


def outcome(path: str, digest: str = "1") -> Outcome:
    return Outcome(1, path, digest, Status.DONE, 10)


def journal(path: Path, *, resume: bool = False, force: bool = False, job: str = "abc") -> Journal:
    return Journal(path, job, resume=resume, force=force)


def test_a_journal_tells_what_was_made_and_what_may_be_a_leftover(tmp_path: Path) -> None:
    path = tmp_path / "ra" / "j.jsonl"
    a, b = str(tmp_path / "ra" / "a.docx"), str(tmp_path / "ra" / "b.docx")
    with journal(path) as told:
        told.spool("items.tmp")
        told.begin([a, b])
        told.add([outcome(a)])
    found = past.load(path)
    assert found is not None
    assert found.outcomes == {"a.docx": outcome("a.docx")}
    assert (found.begun, found.spools, found.whole) == ({"b.docx"}, ["items.tmp"], True)


def test_it_does_not_matter_from_where_a_journal_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with journal(Path("ra/j.jsonl")) as told:
        assert told.key("ra/a.docx") == told.key(str(tmp_path / "ra" / "a.docx")) == "a.docx"


def test_the_last_outcome_of_a_file_counts(tmp_path: Path) -> None:
    path, file = tmp_path / "j.jsonl", str(tmp_path / "a.docx")
    with journal(path) as told:
        told.add([outcome(file), outcome(file, "2")])
    with journal(path, resume=True) as told:
        assert told.past is not None
        assert told.past.outcomes["a.docx"].digest == "2"


def test_a_line_that_was_cut_off_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    with journal(path) as told:
        told.add([outcome(str(tmp_path / "a.docx"))])
    path.write_bytes(path.read_bytes() + b'{"number":2,"out')
    with journal(path, resume=True) as told:
        told.add([outcome(str(tmp_path / "c.docx"))])
    found = past.load(path)
    assert found is not None
    assert set(found.outcomes) == {"a.docx", "c.docx"}


@pytest.mark.parametrize("text", ["", '{"vanb', '{"vanban":1,"jo'])
def test_a_run_that_ended_before_its_first_line_has_told_nothing(tmp_path: Path, text: str) -> None:
    path = tmp_path / "j.jsonl"
    path.write_text(text, "utf-8")
    with journal(path) as told:
        assert told.past is None


@pytest.mark.parametrize("text", ["không phải\n", "[]\n", '{"vanban":99,"job":""}\n', "PK\x03"])
@pytest.mark.parametrize("force", [True, False])
def test_what_is_no_journal_is_left_as_it_is(tmp_path: Path, text: str, force: bool) -> None:
    path = tmp_path / "j.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(SourceError):
        journal(path, force=force)
    assert path.read_text("utf-8") == text


def test_lines_that_say_nothing_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    path.write_bytes(b'{"vanban":1,"job":"abc"}\n{"begin":[5]}\n\xff\xfe\n{"x":1}\n[]\n')
    with journal(path, resume=True) as told:
        assert told.past is not None
        assert (told.past.outcomes, told.past.begun) == ({}, set())


def test_two_runs_do_not_write_one_journal(tmp_path: Path) -> None:
    pytest.importorskip("fcntl", reason="another process would be needed where locks are its own")
    path = tmp_path / "j.jsonl"
    for force in (True, False):
        with (
            journal(path, force=True),
            pytest.raises(OutputError, match="Một lần chạy khác"),
        ):
            journal(path, resume=not force, force=force)


@pytest.mark.parametrize("options", [{}, {"resume": True, "job": "khác"}])
def test_a_journal_that_is_there_is_not_written_over_unasked(
    tmp_path: Path, options: dict[str, object]
) -> None:
    path = tmp_path / "j.jsonl"
    journal(path).close()
    before = path.read_bytes()
    with pytest.raises(VanbanError):
        journal(path, **options)  # type: ignore[arg-type]  # each as its name says
    assert path.read_bytes() == before


def test_a_journal_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "j.jsonl").mkdir()
    with pytest.raises(OutputError, match="Không ghi được nhật ký"):
        journal(tmp_path / "j.jsonl")


def test_a_folder_that_is_taken_away_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ra" / "j.jsonl"
    with journal(path) as told:
        path.unlink()
        with pytest.raises(OutputError, match="bị xóa"):
            told.add([outcome(str(tmp_path / "ra" / "a.docx"))])
