"""Marks of lists: bullets, decimals, numbers that Word makes (ND30-B-013, S-016, S-022)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell_once
from vanban.rules.docx.views import body

_LETTERS = 4
"""So many letters are the same in Word's alphabet and in the Vietnamese one: a, b, c, d."""


def bullets(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all lines with a bullet other than - and +."""
    allowed = tuple(rule.data["dung"])
    wrong = [p for p in body.lines(seen) if _is_bullet(p) and p.mark and p.mark not in allowed]
    if wrong:
        message = _("Đầu dòng có «{mark}»; dưới điểm dùng gạch đầu dòng «-», rồi «+».")
        yield tell_once(rule, seen, wrong, message.format(mark=wrong[0].mark))


def _is_bullet(line: Piece) -> bool:
    return line.level in ("gach", "cong") or (line.level is None and line.mark is not None)


def decimals(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all levels 1.1, 1.1.1."""
    found = [p for p in body.lines(seen) if p.level in rule.data["cap"]]
    if found:
        message = _(
            "Đánh số «{mark}» không có trong nghị định; bố cục gồm mục, khoản «1.», điểm «a)»."
        )
        yield tell_once(rule, seen, found, message.format(mark=found[0].mark))


def automatic(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Numbers of Word that are none of the decree's: letters beyond d, other signs behind."""
    for what, test in ((_latin, _is_latin), (_odd, _is_odd)):
        wrong = [p for p in body.lines(seen) if p.automatic and test(rule, p)]
        if wrong:
            yield tell_once(rule, seen, wrong, what(wrong[0]))


def _is_latin(_rule: Rule, line: Piece) -> bool:
    number = line.paragraph.number
    return bool(number and number.format == "lowerLetter" and number.value > _LETTERS)


def _latin(_line: Piece) -> str:
    return _("Danh sách tự động của Word không có chữ đ và có f, j; gõ chữ cái của điểm bằng tay.")


def _is_odd(rule: Rule, line: Piece) -> bool:
    """Whether the sign behind a number is not the one of its format (``dang``)."""
    number = line.paragraph.number
    if number is None or "%" not in number.pattern:
        return False
    wanted: str | None = rule.data["dang"].get(number.format)
    return wanted is not None and not number.pattern.endswith(wanted)


def _odd(line: Piece) -> str:
    return _("Số tự động «{mark}» không đúng dạng: khoản «1.», điểm «a)».").format(mark=line.mark)
