"""What a run is asked for, and how one section is run alone."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import peers
from report import Section, markdown, targets_table


class Options(NamedTuple):
    """What a run is asked for.

    Attributes:
        folder: an empty folder for all that is written.
        rounds: how many interleaved rounds are measured; 1 only shows that all runs.
        long: whether memory is measured up to 50,000 rows.
        peers: the engines that are there.
    """

    folder: Path
    rounds: int
    long: bool
    peers: tuple[peers.Peer, ...]

    @property
    def quick(self) -> bool:
        """Whether figures do not count."""
        return self.rounds == 1


def parser(about: str) -> argparse.ArgumentParser:
    """The options that all have."""
    found = argparse.ArgumentParser(description=about.splitlines()[0])
    found.add_argument("--rounds", type=int, default=25, help="interleaved rounds (25)")
    found.add_argument("--long", action="store_true", help="memory: 50,000 rows, not 10,000")
    return found


@contextmanager
def options(asked: argparse.Namespace) -> Iterator[Options]:
    """The options of a run; its folder is there meanwhile."""
    with tempfile.TemporaryDirectory(prefix="vanban-bench-") as folder:
        yield Options(Path(folder), asked.rounds, asked.long, peers.there())


def alone(about: str | None, section: Callable[[Options], Section]) -> None:
    """Run one section and print it, in English."""
    with options(parser(about or "").parse_args()) as chosen:
        measured = section(chosen)
    for table in (*measured.tables, targets_table(measured.targets)):
        print(markdown(table, "en"))
