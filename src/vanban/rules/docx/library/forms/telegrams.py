"""The list of receivers of a công điện as the page shows it (ND30-L-006)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell, tell_once


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """The line "… điện:" is missing, or a receiver has not its dash and sign."""
    main = seen.main
    label, listed = main.one("noi_dien"), main.all("noi_nhan_dien")
    if label is None:
        if main.body:
            message = _("Công điện thiếu dòng «<cơ quan, chức danh> điện:» và các nơi nhận điện.")
            yield tell(rule, seen, main.body[0], message)
        return
    if not listed or not all(p.sure for p in listed):
        return
    open_ = [p for p in listed[:-1] if not p.text.endswith(";")]
    if open_:
        yield tell_once(rule, seen, open_, _("Cuối mỗi nơi nhận điện phải có dấu «;»."))
    if not listed[-1].text.endswith("."):
        yield tell(rule, seen, listed[-1], _("Cuối nơi nhận điện cuối cùng phải có dấu chấm."))
