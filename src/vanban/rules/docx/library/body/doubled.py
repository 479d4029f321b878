"""Two blanks where one belongs, inside a line of the text (TXT-003)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell_once
from vanban.rules.docx.views import body


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all lines; what is left blank to be filled in is let pass."""
    pattern = re.compile(rule.data["tim"])
    apart = [line for line in body.lines(seen) if _is_apart(line.text)]
    wrong = [line for line in apart if pattern.search(line.text)]
    if wrong:
        yield tell_once(rule, seen, wrong, _("Thừa dấu cách giữa hai chữ."))


def _is_apart(text: str) -> bool:
    """Whether a text may have two blanks: to look so first is far quicker than the pattern."""
    return "  " in text or "\u00a0" in text
