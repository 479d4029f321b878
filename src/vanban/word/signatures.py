"""Signature blocks: several signers side by side, images of signatures and seals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from vanban.model.van_ban import Ky
from vanban.units import Length, mm
from vanban.viet.widths import balance
from vanban.word import printed
from vanban.word.body import Surroundings
from vanban.word.images import Images
from vanban.word.ooxml import borderless_table, paragraph, run

_HIGHEST = mm(24)
"""An image of a signature is at most so high: the room between office and name."""
_SAFETY = 0.98
"""Part of a column that balanced lines may fill: fonts differ by a hair."""
_SEAL = Length(mm(36))
"""Width of a seal whose file does not tell its real size."""


def row(signers: Sequence[Ky], around: Surroundings, images: Images) -> str:
    """A table with a column for each signer; it does not split over pages."""
    widths = (Length(around.width // len(signers)),) * len(signers)
    shown = [lines(ky, around, widths[0]) for ky in signers]
    authorities = [_authority(printed_lines, around) for printed_lines in shown]
    names = [
        space(ky, around, images, widths[0]) + _name(printed_lines, around)
        for ky, printed_lines in zip(signers, shown, strict=True)
    ]
    return borderless_table(widths, [authorities, names])


def lines(ky: Ky, around: Surroundings, width: Length) -> dict[str, Any]:
    """The printed lines of a signer, long ones broken evenly for a column."""
    size = around.standard.styles["quyen_han"].bo[around.co].pt

    def even(text: str) -> str:
        return "\n".join(balance(text, size, width.pt * _SAFETY, bold=True)) if text else ""

    shown = printed.signer(ky)
    authority = {"quyen_han": [even(line) for line in shown["quyen_han"]]}
    offices = {name: even(shown[name]) for name in ("vai_tro", "chuc_vu", "chuc_vu_khac")}
    return {**shown, **authority, **offices}


def _authority(shown: Mapping[str, Any], around: Surroundings) -> str:
    style, office = around.styles["quyen_han"], _office(around)
    printed_lines = [(style, line) for line in (shown["vai_tro"], *shown["quyen_han"])]
    printed_lines.append((office, shown["chuc_vu"]))
    out = "".join(paragraph(look, run(line)) for look, line in printed_lines if line)
    return out or paragraph(style, "")


def _office(around: Surroundings) -> str:
    """The style of an office: that of an authority, unless the standard says more."""
    return around.styles.get("chuc_vu", around.styles["quyen_han"])


def _name(shown: Mapping[str, Any], around: Surroundings) -> str:
    """Part of a row of its own, so that names stand level under authorities of unequal length."""
    other = shown["chuc_vu_khac"]
    above = paragraph(_office(around), run(other)) if other else ""
    return above + paragraph(around.styles["ho_ten"], run(shown["ho_ten"]))


def space(ky: Ky, around: Surroundings, images: Images, width: Length) -> str:
    """The room to sign in, with the images of signature and seal when they are given.

    The signature is centred in the column; the seal covers its left third (PLI-I-II.8).
    """
    out = ""
    middle = signed = 0
    if ky.anh_chu_ky:
        signed, high = images.size(ky.anh_chu_ky, Length(width - mm(10)), _HIGHEST)
        middle = (width - signed) // 2
        out += images.floating(ky.anh_chu_ky, (signed, high), (middle, 0), "Chữ ký")
    if ky.anh_dau:
        size = images.size(ky.anh_dau, _SEAL)
        left = middle + signed // 3 if ky.anh_chu_ky else width // 2
        lift = (_HIGHEST - size[1]) // 2
        out += images.floating(ky.anh_dau, size, (left - size[0], lift), "Dấu")
    return paragraph(around.styles["cho_ky"], f"<w:r>{out}</w:r>" if out else "")
