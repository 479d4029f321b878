"""Failures: what stops a command. Each says what, where and what to do next.

    VanbanError
    ├── SourceError       a source that cannot be understood (all its problems at once)
    ├── StandardError     a standard, a type or a rule file with a fault in its data
    ├── TemplateError     a Word template that cannot be used
    ├── OutputError       a file that cannot be written
    ├── ConversionError   a PDF that cannot be made
    └── PluginError       a plugin or a name that plugins contribute

What is merely wrong in a document is a Finding, which is returned and never raised.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

from msgspec import Struct

from vanban.location import Place

MOST_QUOTED = 60
"""A message quotes at most so many characters."""


def short(text: str) -> str:
    """A text as messages quote it: on one line, cut off when it is long.

    >>> short("Kế hoạch\\ncông tác")
    'Kế hoạch công tác'
    """
    words = " ".join(text[: 4 * MOST_QUOTED].split())
    return words if len(words) <= MOST_QUOTED else f"{words[:MOST_QUOTED].rstrip()}…"


class Problem(Struct, frozen=True):
    """One thing that cannot be accepted: the message, its place, the way out.

    ``place`` None: it concerns no file. ``advice`` None: the message says it all.
    """

    message: str
    place: Place | None = None
    advice: str | None = None

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.message}" + (f" {self.advice}" if self.advice else "")


class VanbanError(Exception):
    """A failure with one or more problems, in the order of the file."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(tuple(problems))
        self.problems: tuple[Problem, ...] = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)

    @classmethod
    def at(cls, message: str, place: Place | None = None, advice: str | None = None) -> Self:
        """A failure of this class with a single problem."""
        return cls([Problem(message, place, advice)])


class SourceError(VanbanError):
    """A source that cannot be understood: syntax, encoding, keys, forms, missing files."""


class StandardError(VanbanError):
    """A fault in the data of a standard, a document type or a rule."""


class TemplateError(VanbanError):
    """A Word template that is missing, broken or asks for something unknown."""


class OutputError(VanbanError):
    """A file that cannot be written; nothing partial was left behind."""


class ConversionError(VanbanError):
    """A PDF that cannot be made: no LibreOffice, or it cannot read the file."""


class PluginError(VanbanError):
    """A name that two plugins contribute, or a plugin that cannot be used."""
