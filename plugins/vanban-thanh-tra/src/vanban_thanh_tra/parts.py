"""TTR-004: the parts that conclusions have, in a body that is divided into parts at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vanban import Finding, Rule, Subject
from vanban.viet.text import words_of

_HEADING = "tieu-de"
_FEWEST = 2
"""A body with fewer headings is a plain text, whose parts nobody can tell."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """One finding that names the parts of ``phan`` which no heading names."""
    lines = [p for p in subject.text.passages if p.path[0] == "noi_dung"]
    headings = [words_of(line.text) for line in lines if line.where == _HEADING]
    if len(headings) < _FEWEST:
        return
    others = [words_of(line.text) for line in lines if line.where != _HEADING]
    wanted = rule.data["phan"][subject.kind.slug]
    lacking = [part["ten"] for part in wanted if not _is_there(part["nhan"], headings, others)]
    if lacking:
        parts = "; ".join(f"«{name}»" for name in lacking)
        message = f"{subject.kind.ten} thường có phần {parts}."
        yield rule.finding(subject, message, ("noi_dung",))


def _is_there(names: Iterable[str], headings: list[str], others: list[str]) -> bool:
    """Whether a heading holds one of the names of a part, or a line begins with one."""
    known = tuple(map(words_of, names))
    held = any(name in heading for name in known for heading in headings)
    return held or any(line.startswith(known) for line in others)
