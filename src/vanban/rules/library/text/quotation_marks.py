"""TXT-007: one kind of quotation marks, “ ” or \" \", in one document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.everywhere import Place, finding

_STRAIGHT = later(r'(?<!\d)"')
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
            marks = [passage.start + m.start() for m in _STRAIGHT.finditer(passage.text)]
            for begin, end in list(pairwise(marks))[::2] if len(marks) % 2 == 0 else ():
                if not subject.text.quoted(begin - 1):
                    yield from (Place(begin, begin + 1, "“"), Place(end, end + 1, "”"))
