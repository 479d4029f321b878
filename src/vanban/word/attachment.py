"""A text issued with a decision (Mẫu 1.3): no number, no date, no signature, no recipients."""

from __future__ import annotations

from vanban.model.van_ban import VanBan
from vanban.standards.types import DocumentType
from vanban.units import Length
from vanban.viet.text import upper
from vanban.viet.widths import balance
from vanban.word import issuer
from vanban.word.appendix import belonging
from vanban.word.body import BodyWriter
from vanban.word.motto import motto
from vanban.word.ooxml import borderless_table, paragraph, run


def write(van_ban: VanBan, kind: DocumentType | None, writer: BodyWriter, line: str) -> str:
    """The paragraphs of the text.

    Args:
        van_ban: the decision.
        kind: the type of the text; None prints no type name.
        writer: the writer of the body.
        line: "(Kèm theo …)".
    """
    kem_theo, around = van_ban.kem_theo, writer.around
    assert kem_theo is not None
    out = _head(van_ban, writer)
    if kind:
        out += paragraph(around.styles["ten_loai"], run(upper(kind.ten_in)))
    if kem_theo.trich_yeu:
        size = around.standard.styles["trich_yeu"].bo[around.co].pt
        lines = balance(kem_theo.trich_yeu, size, around.width.pt, bold=True)
        out += paragraph(around.styles["trich_yeu"], run("\n".join(lines)))
    out += belonging(line, writer, around.width)
    end = around.standard.wording["cuoi"]
    return out + writer.write(kem_theo.noi_dung, ("kem_theo", "noi_dung"), end=end)


def _head(van_ban: VanBan, writer: BodyWriter) -> str:
    """Issuer and Quốc hiệu, as on page 1 of the decision."""
    around = writer.around
    styles, page = around.styles, around.standard.page
    right = page.cot_dau_trang[around.co]
    names = issuer.names(van_ban, around)
    left = "".join(
        paragraph(styles[slug], run(names[slug]))
        for slug in ("chu_quan", "ban_hanh")
        if names[slug]
    )
    left += issuer.rule_below(van_ban, around) or paragraph(styles["ke"], "")
    nation = motto(around.standard, around.co, styles.__getitem__)
    return borderless_table((Length(page.be_rong_chu - right), right), ((left, nation),))
