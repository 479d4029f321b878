"""What ``vanban batch`` tells: notices, documents with faults as they come, the numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from vanban.cli import console
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.batch.batches import Batch
    from vanban.batch.jobs import Outcome

MOST = 20
"""So many documents with faults are told; a report has them all."""


class Told:
    """What is told of a batch."""

    def __init__(self, batch: Batch) -> None:
        self._batch = batch
        self._told: set[tuple[str, ...]] = set()
        self._others = 0

    def notices(self) -> None:
        """Tell what is worth telling before the work begins."""
        for notice in self._batch.summary.notices:
            console.error(f"{_('Lưu ý')}: {notice}")
        if self._batch.summary.kept:
            told = _("{count} văn bản đã có từ lần trước, không đổi.")
            console.error(told.format(count=self._batch.summary.kept))
        if not self._batch.summary.count:
            console.error(_("Không có dòng hay tệp nào để in."))

    def outcomes(self, outcomes: Iterable[Outcome]) -> None:
        """Tell of documents that were not made, or have an error; the same reasons once."""
        for outcome in outcomes:
            if not outcome.errors and outcome.rendered:
                continue
            if outcome.reasons in self._told or len(self._told) >= MOST:
                self._others += 1
                continue
            self._told.add(outcome.reasons)
            self._tell(outcome)

    def _tell(self, outcome: Outcome) -> None:
        from vanban.batch.report import word

        named = _("Dòng {number}") if self._batch.job.table else _("Văn bản {number}")
        head = named.format(number=outcome.number)
        console.error(f"{head}: {outcome.output}: {word(outcome.status)}")
        for reason in outcome.reasons[:3]:
            console.error(f"    {reason}")

    def summary(self) -> None:
        """Print the numbers; none if nothing came of the batch at all."""
        numbers = self._batch.summary
        if numbers.stopped and not numbers.tally:
            return
        if self._others:
            told = _("… và {count} văn bản nữa; xem đủ ở báo cáo: --report TỆP.xlsx")
            console.error(told.format(count=self._others))
        console.line(str(numbers))
        if numbers.stopped:
            console.error(_("Đã dừng giữa chừng; thêm --resume để làm tiếp."))
