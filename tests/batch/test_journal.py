"""The journal: what happened, told as it happens, also after a sudden end."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban.batch import journal
from vanban.batch.jobs import Outcome, Status
from vanban.batch.journal import Head, Journal
from vanban.errors import OutputError, SourceError

HEAD = Head(journal.VERSION, "abc")


def outcome(output: str, digest: str = "1") -> Outcome:
    return Outcome(1, output, digest, Status.DONE, 10)


def test_a_journal_tells_what_was_made_and_what_may_be_a_leftover(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    with Journal(path, HEAD, go_on=False) as told:
        told.spool("items.tmp")
        told.begin(["a.docx", "b.docx"])
        told.add([outcome("a.docx")])
    past = journal.load(path)
    assert past.head == HEAD
    assert past.outcomes == {"a.docx": outcome("a.docx")}
    assert (past.begun, past.spools) == ({"b.docx"}, ("items.tmp",))


def test_the_last_outcome_of_a_file_counts(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    with Journal(path, HEAD, go_on=False) as told:
        told.add([outcome("a.docx"), outcome("a.docx", "2")])
    assert journal.load(path).outcomes["a.docx"].digest == "2"


def test_a_line_that_was_cut_off_costs_no_other(tmp_path: Path) -> None:
    path = tmp_path / "j.jsonl"
    with Journal(path, HEAD, go_on=False) as told:
        told.add([outcome("a.docx")])
    path.write_bytes(path.read_bytes() + b'{"number":2,"out')
    with Journal(path, HEAD, go_on=True) as told:
        told.add([outcome("c.docx")])
    assert set(journal.load(path).outcomes) == {"a.docx", "c.docx"}


@pytest.mark.parametrize("text", ["", "không phải\n", "[]\n", '{"vanban":99,"job":""}\n'])
def test_what_is_no_journal_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "j.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(SourceError):
        journal.load(path)


def test_two_runs_do_not_write_one_journal(tmp_path: Path) -> None:
    pytest.importorskip("fcntl", reason="Windows keeps no such locks")
    path = tmp_path / "j.jsonl"
    with (
        Journal(path, HEAD, go_on=False),
        pytest.raises(OutputError, match="Một lần chạy khác"),
        Journal(path, HEAD, go_on=True),
    ):
        pass


def test_a_journal_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(OutputError, match="Không ghi được nhật ký"),
        Journal(tmp_path / "khong-co" / "j.jsonl", HEAD, go_on=False),
    ):
        pass
