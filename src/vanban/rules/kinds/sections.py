"""Kind "sections": a part that documents of the type have, by its data (``phan``), is lacking.

A part is there when a heading or a marked line of any body begins with, or a heading holds, one
of its names. A document without a body is left to the rule that asks for one.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import DeMuc
from vanban.model.inlines import plain
from vanban.model.walk import blocks
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.required import lower_first
from vanban.viet.text import words_of


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each part of the type that no heading names."""
    if not subject.doc.noi_dung or not subject.kind.phan:
        return
    headings, lines = _lines(subject)
    for part in subject.kind.phan:
        names = [words_of(name) for name in part.nhan]
        held = any(name in heading for name in names for heading in headings)
        if not held and not any(line.startswith(name) for name in names for line in lines):
            message = _("{type} thường có phần {name}.").format(
                type=subject.kind.ten, name=lower_first(part.ten)
            )
            yield rule.finding(subject, message, ("noi_dung",))


def _lines(subject: Subject) -> tuple[list[str], list[str]]:
    """The headings of all bodies, and their other marked lines."""
    headings: list[str] = []
    lines: list[str] = []
    for _path, block in blocks(subject.doc):
        if isinstance(block, DeMuc):
            wanted = headings if block.tieu_de or not block.dau else lines
            wanted.append(words_of(plain(block.chu)))
    return headings, lines
