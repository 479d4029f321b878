"""The mark "./." at the end of the text as the page shows it (ND30-B-009)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell
from vanban.rules.docx.views import body


def closed(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A text whose last line does not end with "./.", right behind the last word."""
    mark = rule.data["cuoi"]
    for part in body.parts(seen):
        last = _last(part)
        if last is None or _is_closed(last.text, mark):
            continue
        message = _("Nội dung kết thúc bằng «{end}»; phải kết thúc bằng «./.» liền sau chữ cuối.")
        yield tell(rule, seen, last, message.format(end=last.text[-12:]))


def _last(part: Part) -> Piece | None:
    """The last line of a text; None when it is not sure, or a table stands behind it."""
    last = part.body[-1] if part.body else None
    if last is None or not last.sure or last.paragraph.in_table or not last.paragraph.place:
        return None
    tables = [caption.table.place[0] for caption in part.tables if caption.table.place]
    return last if max(tables, default=-1) < last.paragraph.place[0] else None


def _is_closed(text: str, mark: str) -> bool:
    return text.endswith(mark) and not text.removesuffix(mark).endswith(" ")
