"""The levels of a body (PLI-I-II.6.c-đ and the practice below it), from outer to inner."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """The level (cấp) that a mark stands for, in fixed order of depth.

    ``NGOAC`` "(1)" and ``LA_MA_THUONG`` "i)" have no fixed place in the decree: the former
    takes its place by its first use in a body, the latter stands below ``a)``.
    """

    PHAN = "phan"
    CHUONG = "chuong"
    MUC = "muc"
    TIEU_MUC = "tieu-muc"
    DIEU = "dieu"
    CHU_HOA = "chu-hoa"  # A.
    LA_MA = "la-ma"  # I.
    SO = "so"  # 1.
    SO_2 = "so-2"  # 1.1.
    SO_3 = "so-3"  # 1.1.1.
    NGOAC = "ngoac"  # (1)
    DIEM = "diem"  # a)
    LA_MA_THUONG = "la-ma-thuong"  # i)
    GACH = "gach"  # -
    CONG = "cong"  # +


DIVISIONS = frozenset({Level.PHAN, Level.CHUONG, Level.MUC, Level.TIEU_MUC})
"""Levels whose number and title stand on two centred lines."""

BULLETS = frozenset({Level.GACH, Level.CONG})
"""Levels that carry no number."""

_DEPTHS = {level: depth * 10 for depth, level in enumerate(Level)}


def depth(level: Level, ngoac_below_diem: bool = False) -> int:
    """How deep a level stands; deeper is greater.

    ``ngoac_below_diem`` says that "(1)" was first used under an open "a)".

    >>> depth(Level.NGOAC) < depth(Level.DIEM) < depth(Level.NGOAC, ngoac_below_diem=True)
    True
    """
    if level is Level.NGOAC and ngoac_below_diem:
        return _DEPTHS[Level.DIEM] + 5
    return _DEPTHS[level]
