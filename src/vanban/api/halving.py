"""Mendings made together, as many as go; one that does harm is found by halving."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Generic, Protocol, TypeVar

from vanban.findings import Finding

MOST_PASSES = 10
"""One mending may uncover another; more passes than this none needs."""


class State(Protocol):
    """A document at one moment."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is wrong in it."""


S = TypeVar("S", bound=State)
Choose = Callable[[Sequence[Finding]], Sequence[Finding]]
Try = Callable[[S, Sequence[Finding]], "S | None"]


class Mended(Generic[S]):
    """What mending made of a document.

    Args:
        state: the document before.
        choose: of the findings that are open, those whose fixes can be made together.
        attempt: the document with some fixes; None when they do harm.

    Attributes:
        state: the document with the fixes that were made.
        made: the findings that were mended, in the order in which they were.
        refused: those that could not be.
    """

    def __init__(self, state: S, choose: Choose, attempt: Try[S]) -> None:
        self.state = state
        self.made: list[Finding] = []
        self.refused: list[Finding] = []
        for _pass in range(MOST_PASSES):
            done = set(map(key, self.refused))
            chosen = choose([f for f in self.state.findings if key(f) not in done])
            if not chosen:
                break
            tried = _Attempt(self.state, attempt)
            tried.add(chosen)
            self.state = tried.after
            self.made += tried.made
            self.refused += tried.failed


class _Attempt(Generic[S]):
    """Fixes made together.

    Attributes:
        after: the document with the fixes that were made.
        made, failed: the findings whose fixes were made, and could not be made.
    """

    def __init__(self, before: S, attempt: Try[S]) -> None:
        self.before, self.after, self._try = before, before, attempt
        self.made: list[Finding] = []
        self.failed: list[Finding] = []

    def add(self, chosen: Sequence[Finding]) -> None:
        """Make some fixes beside those that were made: all, or the halves of them that go."""
        better = self._try(self.before, [*self.made, *chosen])
        if better is not None:
            self.after = better
            self.made += chosen
        elif len(chosen) == 1:
            self.failed += chosen
        else:
            middle = len(chosen) // 2
            self.add(chosen[:middle])
            self.add(chosen[middle:])


def mends(before: State, chosen: Iterable[Finding], after: State) -> bool:
    """Whether what was to be mended is gone; what is found then in the new text is fine.

    A text with a blank too many may lack one after the blank is gone: that is mended next.
    """
    was, now = (Counter(map(key, each.findings)) for each in (before, after))
    return all(now[one] < was[one] for one in map(key, chosen))


def key(finding: Finding) -> tuple[str, str, str]:
    """What makes a finding the same after other lines have moved."""
    return finding.rule, finding.quote, finding.message
