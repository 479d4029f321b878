"""The numbers of a batch and its exit code."""

from __future__ import annotations

import pytest

from vanban.batch.jobs import Outcome, Status
from vanban.batch.summary import Summary


def outcomes(*statuses: Status) -> list[Outcome]:
    return [Outcome(n, f"{n}.docx", "", status) for n, status in enumerate(statuses)]


@pytest.mark.parametrize(
    ("statuses", "code"),
    [
        ((), 0),
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
    summary = Summary(count=1, pdf_failed=1)
    summary.add(outcomes(Status.DONE))
    assert summary.code == 2
