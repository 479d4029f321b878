"""What the file says of itself: title, language; placeholders left (META-002, 003, 005)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.look import Look
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell, tell_once
from vanban.rules.docx.views.stories import everything


def title(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """No title among the properties, or one that Word made of a first line or a file name."""
    given = (seen.layout.properties.title or "").strip()
    if not given:
        message = _(
            "Thuộc tính tệp chưa có tiêu đề (Title); ghi tên loại và trích yếu để dễ tìm kiếm."
        )
        yield tell(rule, seen, None, message)
    elif re.search(rule.data["tim"], given, re.IGNORECASE):
        message = _(
            "Tiêu đề (Title) của tệp là «{title}», không nói về văn bản; ghi tên loại và trích yếu."
        )
        yield tell(rule, seen, None, message.format(title=given[:60]))


def placeholders(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all tags of a template that were not filled."""
    pattern = re.compile(rule.data["tim"])
    braced = [p for p in seen.view(everything) if "{" in p.text]
    wrong = [p for p in braced if pattern.search(p.text)]
    if wrong:
        found = pattern.search(wrong[0].text)
        message = _("Còn biến của mẫu «{tag}» chưa được thay bằng nội dung.")
        yield tell_once(rule, seen, wrong, message.format(tag=found[0][:40] if found else ""))


def language(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Most of the text in another language than Vietnamese, so that all is marked as misspelt."""

    def is_foreign(look: Look) -> bool:
        given = look.language or seen.layout.language
        return given is not None and not given.lower().startswith("vi")

    every = seen.view(everything)
    some = [p for p in every if any(map(is_foreign, p.looks))]
    letters = sum(len(run.text) for p in some for run in p.runs if is_foreign(run.look))
    if letters * 2 > sum(len(p.text) for p in every):
        message = _(
            "Ngôn ngữ của văn bản không phải tiếng Việt (vi-VN); Word sẽ gạch chân lỗi chính tả."
        )
        yield tell(rule, seen, None, message)
