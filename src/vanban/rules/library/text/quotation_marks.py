"""TXT-007: one kind of quotation marks, “ ” or \" \", in one document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.everywhere import Place, finding
from vanban.rules.views.text import Passage

_CURLY = later("[“”]")


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding where straight marks stand beside curly ones; the fix makes all of them curly."""
    if _CURLY.search(subject.text.whole) and (places := list(_straight(subject))):
        message = _("Văn bản dùng cả dấu nháy “ ” và dấu nháy thẳng; nên dùng một kiểu.")
        yield finding(rule, subject, places, message)


def _straight(subject: Subject) -> Iterator[Place]:
    """The straight marks of each line that has them in pairs, but for those inside curly ones."""
    for passage in subject.text.passages:
        if '"' in passage.text:
            for begin, end in _pairs(passage):
                if not subject.text.quoted(begin - 1):
                    yield from (Place(begin, begin + 1, "“"), Place(end, end + 1, "”"))


def _pairs(passage: Passage) -> list[tuple[int, int]]:
    """The marks that open and close; none when one is left over. Inches (24") open nothing."""
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    for mark in re.finditer('"', passage.text):
        at = passage.start + mark.start()
        if opened is not None:
            pairs.append((opened, at))
            opened = None
        elif not passage.text[max(mark.start() - 1, 0) : mark.start()].isdigit():
            opened = at
    return pairs if opened is None else []
