"""The issuing bodies at the head of a page: their lines, balanced, and the rule below."""

from __future__ import annotations

from functools import lru_cache

from vanban.model.van_ban import CoQuan, VanBan
from vanban.standards.load import Standard
from vanban.units import Length, mm, pt
from vanban.viet.text import upper
from vanban.viet.widths import balance, text_width
from vanban.word.body import Surroundings
from vanban.word.ooxml import paragraph, rule, run

_GUTTER = mm(4)
"""What stays free between the lines and Quốc hiệu."""


def plain_name(van_ban: VanBan) -> str:
    """The issuing bodies as they are named inside a text."""
    names = (" ".join(body.ban_hanh.split()) for body in van_ban.co_quan if body.ban_hanh)
    return ", ".join(names)


def names(van_ban: VanBan, around: Surroundings) -> dict[str, str]:
    """The printed lines of the superior and of the issuing bodies (PLI-I-II.2)."""
    bodies = van_ban.co_quan or (CoQuan(),)
    superiors = list(dict.fromkeys(body.chu_quan for body in bodies if body.chu_quan))
    above = [line for name in superiors for line in _in_column(name, "chu_quan", around)]
    return {"chu_quan": "\n".join(above), "ban_hanh": "\n".join(_lines(van_ban, around))}


def rule_below(van_ban: VanBan, around: Surroundings) -> str:
    """A line of 1/3-1/2 of the last line above it (PLI-I-II.2.b); "" under nothing.

    Where the standard has a sign for it (``duoi_co_quan``: "*") that is printed.
    """
    lines = _lines(van_ban, around)
    if not lines:
        return ""
    sign = around.standard.wording.get("duoi_co_quan")
    if sign:
        return paragraph(around.styles["duoi_co_quan"], run(sign))
    size = around.standard.styles["ban_hanh"].bo[around.co].pt
    length = pt(text_width(lines[-1], size, bold=True) * around.standard.page.ke_ngan)
    return rule(around.styles["ke"], _column(around).twips, length.twips)


def _lines(van_ban: VanBan, around: Surroundings) -> list[str]:
    """Each body on lines of its own; bodies of a joint document are joined by dashes."""
    bodies = [body.ban_hanh for body in van_ban.co_quan if body.ban_hanh]
    last = len(bodies) - 1
    return [
        line
        for index, name in enumerate(bodies)
        for line in _in_column(f"{name} -" if index < last else name, "ban_hanh", around)
    ]


def _in_column(name: str, slug: str, around: Surroundings) -> list[str]:
    style = around.standard.styles[slug]
    room = _column(around).pt - _gutter(around.standard, around.co)
    return balance(upper(name), style.bo[around.co].pt, room, bold=style.dam)


@lru_cache(maxsize=32)  # one for each standard and size set
def _gutter(standard: Standard, co: str) -> float:
    """What lines leave free of their column, in points: nothing where the title leaves enough."""
    title, style = standard.wording["quoc_hieu"], standard.styles["quoc_hieu"]
    width = text_width(title, style.bo[co].pt, bold=style.dam)
    free = (standard.page.cot_dau_trang[co].pt - width) / 2
    return 0.0 if free >= _GUTTER.pt else _GUTTER.pt


def _column(around: Surroundings) -> Length:
    page = around.standard.page
    return Length(page.be_rong_chu - page.cot_dau_trang[around.co])
