"""An appendix (PLI-I-III.1): its number, its title, where it belongs, its body."""

from __future__ import annotations

from vanban.model.outline import appendix_name
from vanban.model.van_ban import VanBan
from vanban.units import Length
from vanban.viet.text import upper
from vanban.viet.widths import balance, text_width
from vanban.word.body import BodyWriter
from vanban.word.ooxml import paragraph, rule, run


def write(van_ban: VanBan, index: int, writer: BodyWriter, room: Length, line: str) -> str:
    """The paragraphs of an appendix; ``room`` is the width of its text, ``line`` "(Kèm theo …)"."""
    phu_luc, around = van_ban.phu_luc[index], writer.around
    out = paragraph(around.styles["phu_luc"], run(appendix_name(van_ban, index)))
    if phu_luc.ten:
        size = around.standard.styles["ten_phu_luc"].bo[around.co].pt
        lines = balance(upper(phu_luc.ten), size, room.pt, bold=True)
        out += paragraph(around.styles["ten_phu_luc"], run("\n".join(lines)))
    out += belonging(line, writer, room)
    writer.width = room
    end = around.standard.wording["cuoi"]
    out += writer.write(phu_luc.noi_dung, ("phu_luc", index, "noi_dung"), end=end)
    writer.width = None
    return out


def belonging(line: str, writer: BodyWriter, room: Length) -> str:
    """ "(Kèm theo …)" and the short rule under it, or the signs that stand for one."""
    around = writer.around
    signs = around.standard.wording.get("duoi_trich_yeu")
    if signs:
        below = paragraph(around.styles["duoi_trich_yeu"], run(signs))
        return paragraph(around.styles["kem_theo"], run(line)) + below
    size = around.standard.styles["kem_theo"].bo[around.co].pt
    short = min(text_width(line, size, italic=True), room.pt) * around.standard.page.ke_ngan
    after = around.standard.page.cach_doan
    return paragraph(around.styles["kem_theo"], run(line)) + rule(
        around.styles["ke"], room.twips, round(short * 20), after.twips
    )
