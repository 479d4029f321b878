"""What came of a whole batch, and the exit code that says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct, field

from vanban.batch.durations import duration
from vanban.batch.jobs import Outcome, Status
from vanban.errors import Problem
from vanban.messages import _

MOST_TROUBLED = 10_000


class Summary(Struct):
    """The numbers of a batch.

    Attributes:
        count: the documents that were to be there at the end.
        kept: those that a run before has made and that are still right.
        tally: how many came out how, those that were kept among them.
        size: the bytes that were written.
        warnings: warnings in all documents.
        troubled: the outcomes that an office must look at: not made, or with findings. For
            memory at most `MOST_TROUBLED` of each.
        others: how many more there are than these.
        pdf_problems: why documents have no PDF though it was asked for.
        notices: what is worth telling: columns and rows that are not used, files left behind.
        seconds: how long the run took.
        stopped: whether it was stopped before its end.
        look: whether nothing was written (``--dry-run``).

    As a text it is a sentence with these numbers.

    >>> str(Summary(count=3, tally={Status.DONE: 2, Status.FAILED: 1}, seconds=75))
    '3 văn bản; đã in 2; 1 không in được (1 phút 15 giây).'
    """

    count: int = 0
    kept: int = 0
    tally: dict[Status, int] = field(default_factory=dict)
    size: int = 0
    warnings: int = 0
    troubled: list[Outcome] = field(default_factory=list)
    others: int = 0
    pdf_problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    seconds: float = 0.0
    stopped: bool = False
    look: bool = False
    _kept: list[int] = field(default_factory=lambda: [0, 0])

    def add(self, outcomes: Iterable[Outcome]) -> None:
        """Count outcomes of this run."""
        for outcome in outcomes:
            self.size += outcome.size
            self._count(outcome)

    def keep(self, outcomes: Iterable[Outcome]) -> None:
        """Count outcomes of runs before."""
        for outcome in outcomes:
            self.kept += 1
            self._count(outcome)

    def _count(self, outcome: Outcome) -> None:
        self.tally[outcome.status] = self.tally.get(outcome.status, 0) + 1
        self.warnings += outcome.warnings
        if outcome.reasons:
            self._remember(outcome)

    def _remember(self, outcome: Outcome) -> None:
        """Keep an outcome; those that were not made are not crowded out by warnings."""
        grave = not outcome.rendered
        self._kept[grave] += 1
        if self._kept[grave] > MOST_TROUBLED:
            self.others += 1
        else:
            self.troubled.append(outcome)

    def of(self, *statuses: Status) -> int:
        """How many came out in one of these ways."""
        return sum(self.tally.get(status, 0) for status in statuses)

    @property
    def rendered(self) -> int:
        """How many documents are there."""
        return self.of(Status.DONE, Status.FAULTY)

    @property
    def code(self) -> int:
        """0: all are there; 1: one that is there has an error; 2: some are not, or none is."""
        if self.rendered < self.count or self.pdf_problems or not self.count:
            return 2
        return int(self.of(Status.FAULTY) > 0)

    def __str__(self) -> str:
        return "; ".join(self._parts()) + f" ({duration(self.seconds)})."

    def _parts(self) -> Iterator[str]:
        yield _("{count} văn bản").format(count=self.count)
        made = _("in được {count}") if self.look else _("đã in {count}")
        yield made.format(count=self.rendered)
        if self.of(Status.FAULTY):
            yield _("{count} trong đó có lỗi").format(count=self.of(Status.FAULTY))
        if self.of(Status.HELD):
            yield _("{count} chưa in vì có lỗi").format(count=self.of(Status.HELD))
        if self.of(Status.FAILED):
            yield _("{count} không in được").format(count=self.of(Status.FAILED))
        if self.pdf_problems:
            yield _("{count} không có PDF").format(count=len(self.pdf_problems))
        if self.warnings:
            yield _("{count} cảnh báo").format(count=self.warnings)
