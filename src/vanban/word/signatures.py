"""Several signers side by side, from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from vanban.model.van_ban import Ky
from vanban.units import Length
from vanban.viet.text import upper
from vanban.word import printed
from vanban.word.body import Surroundings
from vanban.word.forms import table_properties
from vanban.word.ooxml import paragraph, run


def row(signers: Sequence[Ky], around: Surroundings) -> str:
    """A borderless table with a column for each signer; it does not split over pages."""
    widths = (Length(around.width // len(signers)),) * len(signers)
    grid = "".join(f'<w:gridCol w:w="{width.twips}"/>' for width in widths)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width.twips}" w:type="dxa"/></w:tcPr>'
        f"{_block(ky, around)}</w:tc>"
        for ky, width in zip(signers, widths, strict=True)
    )
    return (
        f"<w:tbl>{table_properties(widths)}<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>"
    )


def _block(ky: Ky, around: Surroundings) -> str:
    shown = printed.signer(ky)
    lines = [shown["vai_tro"], *map(upper, ky.quyen_han), shown["chuc_vu"]]
    styles = around.styles
    out = "".join(paragraph(styles["quyen_han"], run(str(line))) for line in lines if line)
    out += paragraph(styles["cho_ky"], "")
    if shown["chuc_vu_khac"]:
        out += paragraph(styles["quyen_han"], run(str(shown["chuc_vu_khac"])))
    return out + paragraph(styles["ho_ten"], run(str(shown["ho_ten"])))
