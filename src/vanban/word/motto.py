"""The right half of a page's head: Quốc hiệu and Tiêu ngữ, or the line that stands for them."""

from __future__ import annotations

from collections.abc import Callable

from vanban.standards.load import Standard
from vanban.units import pt
from vanban.viet.widths import text_width
from vanban.word.ooxml import paragraph, rule, run


def motto(standard: Standard, co: str, style_of: Callable[[str], str]) -> str:
    """The lines with a rule as long as the last of them (PLI-I-II.1.b).

    Args:
        standard: its ``quoc_hieu``, and ``tieu_ngu`` where it has one.
        co: the size set.
        style_of: the id in Word of a style of the standard.
    """
    names = [name for name in ("quoc_hieu", "tieu_ngu") if name in standard.wording]
    out = "".join(paragraph(style_of(name), run(standard.wording[name])) for name in names)
    last = standard.styles[names[-1]]
    words = standard.wording[names[-1]]
    length = pt(text_width(words, last.bo[co].pt, bold=last.dam, italic=last.nghieng))
    return out + rule(style_of("ke"), standard.page.cot_dau_trang[co].twips, length.twips)
