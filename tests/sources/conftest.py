"""Reading a body as a document does, and seeing at a glance what became of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from vanban.model.blocks import Bang, Block, Body, DeMuc, Doan
from vanban.model.inlines import plain
from vanban.model.origin import Segment, Span
from vanban.sources import body
from vanban.sources.collector import Collector


@dataclass(frozen=True)
class Read:
    """A body that was read from a file ``a.txt`` that holds nothing else."""

    blocks: Body
    out: Collector

    @property
    def shape(self) -> list[tuple[str, str | None, str]]:
        """(level, mark, text) of marked lines; ("doan", None, text) of others, and so on."""
        return [_shape(block) for block in self.blocks]

    @property
    def marks(self) -> list[str | None]:
        """The mark of each marked line."""
        return [block.dau for block in self.blocks if isinstance(block, DeMuc)]

    @property
    def headings(self) -> list[str]:
        """The text of each heading."""
        found = (block for block in self.blocks if isinstance(block, DeMuc) and block.tieu_de)
        return [plain(block.chu) for block in found]

    @property
    def notes(self) -> list[tuple[str, int | None]]:
        """Kind and line of each note."""
        return [(note.kind, note.place.line) for note in self.out.notes]

    @property
    def problems(self) -> list[str]:
        """Place and message of each problem, broken links too."""
        self.out.check_links()
        return [f"{problem.place}: {problem.message}" for problem in self.out.problems]


def _shape(block: Block) -> tuple[str, str | None, str]:
    if isinstance(block, DeMuc):
        return str(block.cap), block.dau, plain(block.chu)
    if isinstance(block, Doan):
        return "doan", None, plain(block.chu)
    if isinstance(block, Bang):
        return "bang", None, plain(block.ten)
    return "hinh", None, block.tep


def _span(text: str) -> Span:
    segments, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        segments.append(Segment(at, number, 1, at))
        at += len(line) + 1
    return Span("a.txt", tuple(segments))


def _read(text: str) -> Read:
    out = Collector()
    blocks = body.parse(text, _span(text), ("noi_dung",), out, lambda file, _span: file)
    return Read(blocks, out)


@pytest.fixture(scope="session")
def read() -> Callable[[str], Read]:
    """Reads a text as a body."""
    return _read
