"""What headers and footers hold beside page numbers: ND30-P-016 (PLI-I-I.7; PLI-I-IV)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.document import Story
from vanban.layout.paragraph import Paragraph
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell


def foreign(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Text or pictures that do not belong there, once a header or footer."""
    told: set[str] = set()
    for piece in seen.found.margins:
        if not piece.slug and piece.paragraph.part not in told:
            told.add(piece.paragraph.part)
            message = _("Đầu trang, chân trang chỉ có số trang; «{text}» không thuộc thể thức.")
            yield tell(rule, seen, piece, message.format(text=piece.text[:60]))
    for story in seen.layout.stories():
        drawn = _drawn(story)
        if drawn is not None and story.part not in told:
            message = _("Đầu trang, chân trang chỉ có số trang; hình vẽ không thuộc thể thức.")
            yield tell(rule, seen, drawn, message)


def _drawn(story: Story) -> Paragraph | None:
    """The paragraph of a header or footer that holds a picture or a chart."""
    kinds = ("picture", "chart")
    return next((p for p in story.paragraphs if any(d.kind in kinds for d in p.drawings)), None)
