"""What headers and footers hold beside page numbers: ND30-P-016 (PLI-I-I.7; PLI-I-IV)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.document import Drawing, Story
from vanban.layout.paragraph import Paragraph
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell
from vanban.units import mm

_LARGE = mm(30)
"""A shape that is wider and higher is no line and no box around a number."""


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
            mark = next((d.words for d in drawn.drawings if d.words), "")
            message = _("Đầu trang, chân trang chỉ có số trang; hình vẽ không thuộc thể thức.")
            if mark:
                message = _("Trang có chữ chìm (Watermark) «{text}», không thuộc thể thức.")
            yield tell(rule, seen, drawn, message.format(text=mark), quote=mark)


def _drawn(story: Story) -> Paragraph | None:
    """The paragraph of a header or footer that holds a picture or a chart."""
    return next((p for p in story.paragraphs if any(map(_is_picture, p.drawings))), None)


def _is_picture(drawing: Drawing) -> bool:
    """Whether it is a picture, or a large shape such as a watermark; lines may be drawn."""
    if drawing.kind in ("picture", "chart") or drawing.words:
        return True
    sides = (drawing.width, drawing.height)
    return drawing.kind == "shape" and all(side is not None and side > _LARGE for side in sides)
