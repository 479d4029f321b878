"""A conversion made only to see whether everything about PDFs works on this machine."""

from __future__ import annotations

import time

from msgspec import Struct

from vanban.errors import Problem, VanbanError
from vanban.pdf import pages, probe
from vanban.pdf.converting import converted
from vanban.pdf.fonts import FAMILY, NEEDED


class Trial(Struct, frozen=True):
    """What a trial showed.

    Attributes:
        seconds: how long it took.
        fonts: the fonts in the PDF, in which every Vietnamese letter stands in four faces.
        language: the language that the PDF says it is in; None when it says none.
        problem: why there is no PDF/A-2b; None when there is one.
    """

    seconds: float
    fonts: tuple[str, ...] = ()
    language: str | None = None
    problem: Problem | None = None


def run() -> Trial:
    """Convert every letter in four faces to PDF/A-2b."""
    since = time.monotonic()
    try:
        made = converted(probe.document(FAMILY, NEEDED), pdfa=True)
    except VanbanError as error:
        return Trial(time.monotonic() - since, problem=error.problems[0])
    return Trial(time.monotonic() - since, pages.fonts(made), pages.language(made))
