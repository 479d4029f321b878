"""TXT-010: numbers that are surely written the English way: "1,250,000.50", "98.8%".

What could be either, such as "12.500" or "1,250", is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject

_NEAR = 12
_MAY_BE = later(r"\d,\d{3}|\d\.\d{1,2}(?!\d)")
_ENGLISH = later(
    r"""
    (?<![\w.,/-])
    (?: [1-9]\d?(?:,\d{3}){2,}(?:\.\d+)?
      | [1-9]\d{0,2},\d{3}\.\d{1,2}
      | [1-9]\d{0,2}(?:,\d{3})+(?=[ \u00a0]?(?:đồng|đ|VNĐ|VND)\b)
      | \d{1,3}\.\d{1,2}(?=[ \u00a0]?(?:%|(?:tỷ|tỉ|triệu|ha|km|kg|tấn|lít|m2|m²|m3|m³)\b))
      | \d{1,2}\.\d(?=[ \u00a0](?:ngày|giờ|tháng|năm|lần|điểm)\b(?![ \u00a0]\d))
    )
    (?!\d|[.,/-]\d)
    """,
    re.VERBOSE,
)
_LISTED = later(
    r"(?:(?<!tổng )số|thửa|tờ|lô|phòng|điều|khoản|điểm|mục|mẫu|bảng|biểu|lục|ngày|lễ|dịp|trước"
    r"|sau|[-–/])[ \u00a0]$"
)
"""Behind these stand numbers of other kinds: "các thửa 10,125,130", "mục 1.5", "lễ 1.5"."""
_SWAPPED = str.maketrans(".,", ",.")


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each number with commas between thousands or a decimal point."""
    if not any(map(_MAY_BE.search, subject.text.joined)):
        return
    plain = subject.text.plain
    for found in _ENGLISH.finditer(subject.text.whole):
        at = found.start()
        if not subject.text.quoted(at) and not _LISTED.search(plain, max(at - _NEAR, 0), at):
            right = found[0].translate(_SWAPPED)
            message = _("Số «{quote}» viết theo kiểu Anh; tiếng Việt viết «{right}».")
            message = message.format(quote=found[0], right=right)
            yield rule.hit(subject, *found.span(), message, right=right, safe=False)
