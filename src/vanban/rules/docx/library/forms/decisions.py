"""Decisions and resolutions: căn cứ, authority, "QUYẾT ĐỊNH:" (ND30-C-003, C-020, L-012,
L-013)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Part, Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.kinds.look import judged
from vanban.rules.docx.kinds.missing import unclear
from vanban.rules.docx.looks import faults
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, tell, tell_once
from vanban.rules.docx.views.body import index
from vanban.viet.text import comparable

_LINE = 120
"""A line of so many letters is none of the fixed ones."""


def joined(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Two grounds on one line."""
    pattern = re.compile(rule.data["tim"])
    wrong = [p for p in seen.pieces("can_cu") if pattern.search(p.text)]
    if wrong:
        yield tell_once(
            rule, seen, wrong, _("Hai căn cứ trên một dòng; mỗi căn cứ ghi một dòng riêng.")
        )


def order(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Grounds above the name of the type, its subject or the authority."""
    for part in seen.found.parts:
        grounds = [p for p in part.all("can_cu") if p.sure]
        below = _below(part, grounds[0]) if grounds else None
        if below is not None:
            message = _("Căn cứ đứng trên {name}; phải ở dưới tên loại, trích yếu, thẩm quyền.")
            yield tell(rule, seen, grounds[0], message.format(name=seen.name(below.slug).lower()))


def _below(part: Part, first: Piece) -> Piece | None:
    """A piece under the first ground that has to be above it."""
    after = part.pieces[index(part.pieces, first) :]
    return next((p for p in after if p.slug in ("ten_loai", "trich_yeu", "tham_quyen")), None)


def decides(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """The line "QUYẾT ĐỊNH:": there, alone, in its look, with a colon, under the grounds."""
    found = [p for p in seen.main.all("cum_tu") if p.sure]
    if not found:
        words = rule.data["cum_tu"].get(seen.kind.mau if seen.kind else "")
        if words and not _stands(seen.main, words) and seen.main.body:
            message = _("Thiếu dòng «{words}» canh giữa, in hoa, in đậm sau các căn cứ.")
            yield tell(rule, seen, seen.main.body[0], message.format(words=words))
        return
    for piece in found:
        told = list(faults(seen, piece, ["hoa", "dam", "nghieng", "co", "canh"]))
        texts = [fault.told for fault in told]
        if not piece.text.endswith(":"):
            texts.append(_("thiếu dấu hai chấm"))
        if not piece.whole:
            texts.append(_("phải đứng riêng một dòng"))
        if _is_early(seen.main, piece):
            texts.append(_("phải ở dưới các căn cứ"))
        if texts:
            message = _("«{words}»: {faults}.").format(words=piece.shown, faults="; ".join(texts))
            fix = mending(*[fault.formats for fault in told])
            yield tell(rule, seen, piece, message, fix=fix)


def authority(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """The line of who issues it: there, in its look."""
    lines = seen.pieces("tham_quyen")
    yield from judged(rule, seen, lines, rule.data["xet"])
    main, grounds = seen.main, [p for p in seen.main.all("can_cu") if p.sure]
    decides_ = [p for p in main.all("cum_tu") if p.sure]
    if main.all("tham_quyen") or not grounds or not decides_ or seen.view(unclear):
        return
    if index(main.pieces, grounds[0]) < index(main.pieces, decides_[0]):
        message = _("Thiếu dòng thẩm quyền ban hành, in hoa, in đậm, canh giữa trên các căn cứ.")
        yield tell(rule, seen, grounds[0], message)


def _stands(part: Part, words: str) -> bool:
    """Whether the words stand somewhere below the title, however they look."""
    wanted = _bare(words)
    below = (p for p in part.pieces if p.slug not in ("ten_loai", "trich_yeu", "can_cu"))
    return any(_bare(p.text).endswith(wanted) for p in below if len(p.text) < _LINE)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", comparable(text))


def _is_early(part: Part, piece: Piece) -> bool:
    grounds = [p for p in part.all("can_cu") if p.sure]
    return bool(grounds) and index(part.pieces, piece) < index(part.pieces, grounds[-1])
