"""Sources for tests of rules: a piece of a document, the rest taken from a complete one."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from vanban.viet.text import fold

BASE = Path(__file__).with_name("base.yaml")
"""A document that no rule finds fault with."""

_KEY = re.compile(r"^[\"']?(\w[^:\n]*?)[\"']?:(?=\s|$)", re.MULTILINE)


def completed(piece: str, base: Path = BASE) -> str:
    r"""A whole source: the piece first, then the keys of the base that it does not have.

    A key without a value ("so:") so takes the base's away. ``base`` is a whole source whose
    keys each begin a line.

    >>> completed("loai: bao-cao\nso:\n").splitlines()[:3]
    ['loai: bao-cao', 'so:', 'co_quan:']
    """
    given = {fold(key) for key in _KEY.findall(piece)}
    rest = "".join(text for key, text in _base(base).items() if key not in given)
    return f"{piece.rstrip()}\n{rest}" if piece.strip() else rest


@cache
def _base(path: Path) -> dict[str, str]:
    """A base, a text for each of its keys."""
    parts = re.split(r"^(?=\w)", path.read_text("utf-8"), flags=re.MULTILINE)
    return {part.partition(":")[0]: part for part in parts if part}
