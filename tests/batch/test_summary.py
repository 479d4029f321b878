"""The numbers of a batch and its exit code."""

from __future__ import annotations

import pytest

from vanban.batch.jobs import Outcome, Status
from vanban.batch.summary import MOST_TROUBLED, Summary
from vanban.errors import Problem


def outcomes(*statuses: Status) -> list[Outcome]:
    return [Outcome(n, f"{n}.docx", "", status) for n, status in enumerate(statuses)]


@pytest.mark.parametrize(
    ("statuses", "code"),
    [
        ((), 2),
        ((Status.DONE, Status.DONE), 0),
        ((Status.DONE, Status.FAULTY), 1),
        ((Status.FAULTY, Status.HELD), 2),
        ((Status.DONE, Status.FAILED), 2),
    ],
)
def test_the_exit_code_says_whether_all_are_there_and_right(
    statuses: tuple[Status, ...], code: int
) -> None:
    summary = Summary(count=len(statuses))
    summary.add(outcomes(*statuses))
    assert summary.code == code


def test_what_was_not_reached_is_not_there() -> None:
    summary = Summary(count=3)
    summary.keep(outcomes(Status.DONE, Status.DONE))
    assert (summary.kept, summary.rendered, summary.code) == (2, 2, 2)


def test_a_missing_pdf_counts_as_not_made() -> None:
    summary = Summary(count=1, pdf_problems=[Problem("Hỏng.", None, None)])
    summary.add(outcomes(Status.DONE))
    assert summary.code == 2


def test_what_was_not_made_is_remembered_whatever_else_there_is() -> None:
    summary = Summary(count=MOST_TROUBLED + 6)
    warned = Outcome(1, "1.docx", "", Status.DONE, warnings=1, reasons=("Cảnh báo.",))
    failed = Outcome(2, "2.docx", "", Status.FAILED, reasons=("Hỏng.",))
    summary.add([warned] * (MOST_TROUBLED + 5))
    summary.add([failed])
    assert (summary.troubled[-1], summary.others) == (failed, 5)


def test_as_a_text_it_tells_its_numbers() -> None:
    statuses = {Status.DONE: 3, Status.FAULTY: 1, Status.HELD: 2, Status.FAILED: 1}
    summary = Summary(count=7, tally=statuses, warnings=5, seconds=2.5)
    assert str(summary) == (
        "7 văn bản; đã in 4; 1 trong đó có lỗi; 2 chưa in vì có lỗi; 1 không in được;"
        " 5 cảnh báo (2,5 giây)."
    )


def test_of_a_look_it_tells_what_can_be_printed() -> None:
    assert str(Summary(count=1, tally={Status.DONE: 1}, look=True)).startswith(
        "1 văn bản; in được 1"
    )
