"""Letters whose accents are characters of their own (TXT-001)."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import is_normalized

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell_once
from vanban.rules.docx.views.stories import everything


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all paragraphs with such letters."""
    wrong = [p for p in seen.view(everything) if not is_normalized("NFC", p.text)]
    if wrong:
        message = _("Chữ dùng Unicode tổ hợp; phải dùng Unicode dựng sẵn (NFC) để tìm kiếm được.")
        yield tell_once(rule, seen, wrong, message)
