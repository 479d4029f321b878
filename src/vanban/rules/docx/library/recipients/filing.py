"""The first and the last of the recipients as the page shows them (ND30-R-013, ND30-R-016)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell
from vanban.viet.text import comparable


def first(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A list under "Kính gửi", where that belongs, whose first recipient is not "Như trên"."""
    if seen.kind is None or seen.kind.kinh_gui == "khong":
        return
    listed = [p for p in seen.main.all("danh_sach_nhan") if p.role != "luu"]
    if not listed or not listed[0].sure or seen.unsure("kinh_gui"):
        return
    if not comparable(listed[0].words).startswith(tuple(rule.data["dau"])):
        message = _("Văn bản có Kính gửi: nơi nhận đầu tiên phải là «- Như trên;».")
        yield tell(rule, seen, listed[0], message)


def line(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A filing line in another form, or none at the end of the recipients."""
    pattern = re.compile(rule.data["phai_la"])
    for part in seen.found.parts:
        listed = part.all("danh_sach_nhan")
        filed = [p for p in listed if p.role == "luu"]
        if not listed or part.kind == "phu-luc" or not all(p.sure for p in listed):
            continue
        if not filed:
            message = _("Nơi nhận không có dòng Lưu ở cuối: «- Lưu: VT, …».")
            yield tell(rule, seen, listed[-1], message)
        elif not pattern.fullmatch(filed[-1].shown):
            message = _("Dòng Lưu ghi «{quote}»; phải ghi dạng «- Lưu: VT, TCCB.».")
            yield tell(rule, seen, filed[-1], message.format(quote=filed[-1].shown))
