"""Times in interleaved rounds: each task once, then each again, so that all share a slow minute."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from time import perf_counter
from types import TracebackType
from typing import IO, Protocol, Self

BURST = 60.0
"""A worker makes documents for about so many ms a turn: one alone would find cold caches."""
WARM_UP = 1500.0
"""So many ms a worker runs before it counts; node compiles what it has seen often."""


class Task(Protocol):
    """What can be measured."""

    def prepare(self, quick: bool) -> None:
        """Get warm; ``quick``: only a little."""

    def measure(self) -> float:
        """The ms of one document, or of one run."""


class Worker:
    """A process that makes documents when it is told to: a maker with ``serve``."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [*command, "serve"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        self._burst = 1

    def prepare(self, quick: bool) -> None:
        """Make documents until they come at their usual pace."""
        took = spent = self._make(1)
        while spent < WARM_UP and not quick:
            self._burst = max(1, int(BURST / took))
            took = self._make(self._burst)
            spent += took * self._burst

    def measure(self) -> float:
        """The ms of one document."""
        return self._make(self._burst)

    def close(self) -> None:
        """End the process."""
        _pipe(self._process.stdin).close()
        self._process.wait()
        _pipe(self._process.stdout).close()

    def _make(self, count: int) -> float:
        told = _pipe(self._process.stdin)
        told.write(f"{count}\n")
        told.flush()
        answer = _pipe(self._process.stdout).readline()
        if not answer:
            raise ChildProcessError(f"{self._process.args!r} ended")
        return float(answer)


class Run:
    """A whole process, from nothing to its end."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._command, self._environment = command, environment

    def prepare(self, quick: bool) -> None:
        """Run once: files are in the cache of the system, bytecode is written."""
        self.measure()

    def measure(self) -> float:
        """The ms of one run."""
        start = perf_counter()
        done = subprocess.run(self._command, capture_output=True, env=self._environment)
        took = (perf_counter() - start) * 1000
        if done.returncode:
            sys.stderr.buffer.write(done.stderr)
        done.check_returncode()
        return took


class Workers(dict[str, Worker]):
    """Workers by name; used in a ``with``, which ends them."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self.values():
            worker.close()


class Times(dict[str, list[float]]):
    """The times of tasks by name, in ms, one a round."""

    def ms(self, name: str) -> float:
        """The median time of a task."""
        return median(self[name])

    def ratio(self, name: str, base: str) -> float:
        """The median of how many times the time of another one a task took, round by round."""
        return median(a / b for a, b in zip(self[name], self[base], strict=True))


def interleaved(tasks: Mapping[str, Task], rounds: int) -> Times:
    """The times of tasks that take turns."""
    for task in tasks.values():
        task.prepare(rounds == 1)
    times = Times({name: [] for name in tasks})
    for _round in range(rounds):
        for name, task in tasks.items():
            times[name].append(task.measure())
    return times


def fastest(times: Times, names: Iterable[str]) -> str | None:
    """The name of the quickest of some tasks; None when there is none."""
    return min(names, key=times.ms, default=None)


def _pipe(stream: IO[str] | None) -> IO[str]:
    assert stream, "both ends are pipes"
    return stream
