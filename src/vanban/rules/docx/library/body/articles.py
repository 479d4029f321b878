"""Điều and khoản as the page shows them (ND30-S-005 to S-007, S-012, S-017)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_text, tell, tell_once
from vanban.rules.docx.views import body
from vanban.viet.capitals import is_upper
from vanban.viet.text import upper

_MOST = 0.9
"""So much of a line in bold is all of it."""
_LONG = 100
"""Letters: titles are shorter."""


def articles(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """ "Điều 1." in bold, with its title where it has one; not "Điều 1:" or in the middle."""
    light, other = [], re.compile(rule.data["sai"])
    for line in body.lines(seen):
        if line.level == "dieu" and not _is_bold(line):
            light.append(line)
        elif line.level == "dieu" and line.paragraph.alignment == "center":
            yield tell(rule, seen, line, _("«Điều …» phải lùi vào như đầu đoạn, không canh giữa."))
        elif line.slug == "noi_dung" and line.bold and other.match(line.text):
            message = _("«{quote}» phải ghi «Điều», số Ả Rập và dấu chấm: «Điều 1.».")
            yield tell(rule, seen, line, message.format(quote=line.text[:20]))
    if light:
        message = _("«{mark}» in kiểu chữ thường; điều (và tiêu đề của điều) phải in đậm.")
        fix = mending(*[of_text(_head(line), bold=True) for line in light])
        yield tell_once(rule, seen, light, message.format(mark=light[0].mark), fix=fix)


def _is_bold(line: Piece) -> bool:
    """Whether the mark of an article is bold, and all of it where it is a title."""
    number = line.paragraph.number
    if line.automatic and number and not number.look.bold:
        return False
    head = _head(line)
    return not head.visible or body.share(head, "bold") >= _MOST


def _head(line: Piece) -> Piece:
    """A title as a whole, of other articles the mark."""
    if line.heading:
        return line
    return replace(line, end=max(line.text_start, line.start))


def clauses(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Khoản "1)" or "1/" in a list that has no "1." at all."""
    for group in _lists(body.lines(seen)):
        odd = [line for line in group if not (line.mark or "").endswith(".")]
        if odd and len(odd) == len(group):
            message = _("Khoản ghi «{mark}»; khoản đánh số Ả Rập và dấu chấm: «1.».")
            yield tell_once(rule, seen, odd, message.format(mark=odd[0].mark))


def _lists(lines: tuple[Piece, ...]) -> Iterator[list[Piece]]:
    """The khoản under each higher level."""
    group: list[Piece] = []
    for line in lines:
        if line.level == "so":
            group.append(line)
        elif line.level in ("dieu", "la-ma", "chu-hoa", "muc", "chuong", "phan", "tieu-muc"):
            yield group
            group = []
    yield group


def bold_clauses(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Khoản with a title that is not bold, and text of khoản that is all bold."""
    khoan = [line for line in body.lines(seen) if line.level == "so"]
    light = [p for p in khoan if p.heading and body.share(p, "bold") < 1 - _MOST]
    heavy = [p for p in khoan if is_sentence(p) and body.share(p, "bold") >= _MOST]
    if light:
        fix = mending(*[of_text(line, bold=True) for line in light])
        yield tell_once(
            rule, seen, light, _("Tiêu đề khoản phải in đậm trên một dòng riêng."), fix=fix
        )
    if heavy:
        message = _("Khoản in đậm cả đoạn; chỉ tiêu đề khoản in đậm, lời văn in kiểu chữ thường.")
        fix = mending(*[of_text(line, bold=False) for line in heavy])
        yield tell_once(rule, seen, heavy, message, fix=fix)


def is_sentence(line: Piece) -> bool:
    """Whether it is text and no title, however it looks: it is long and ends as text does."""
    return len(line.text) > _LONG and line.text.rstrip().endswith((".", ";"))


def sections(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Headings "I. TÊN MỤC": capitals and bold."""
    headings = [p for p in body.lines(seen) if p.level == "la-ma" and p.heading]
    small = [p for p in headings if not is_upper(_words(p))]
    light = [p for p in headings if body.share(p, "bold") < _MOST]
    if small:
        message = _("Tên mục in chữ thường; mục có số La Mã in hoa: «{right}».")
        right = f"{small[0].mark} {upper(_words(small[0]))}"
        yield tell_once(rule, seen, small, message.format(right=right))
    if light:
        fix = mending(*[of_text(line, bold=True) for line in light])
        yield tell_once(rule, seen, light, _("Số và tên mục phải in đậm."), fix=fix)


def _words(line: Piece) -> str:
    """The title behind the mark, with capitals that its look makes."""
    shown = "".join(run.shown for run in line.runs)
    return shown[max(line.text_start - line.start, 0) :].strip()


def restarted(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """An article 1 in a later chapter of the same text."""
    for group in body.by_part(seen):
        last = 0
        for line in group:
            if line.level != "dieu":
                continue
            number = int(re.sub(r"\D", "", line.mark or "") or 0)
            if number == 1 and last > 1:
                message = _("Điều đánh số lại từ 1; điều đánh số liên tục từ đầu đến hết văn bản.")
                yield tell(rule, seen, line, message)
                break
            last = number
