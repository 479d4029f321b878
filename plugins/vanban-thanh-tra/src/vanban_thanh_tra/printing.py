"""Summaries as lines for a screen, and as a table for Excel."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest
from textwrap import wrap

from vanban.viet import numerals
from vanban_thanh_tra.summary import Conclusion, Violation, added

_WIDTHS = (44, 18, 34)
"""Characters of the columns: violation, sum, recommendation."""
_HEADS = (
    "Tệp", "Số", "Ngày", "Đối tượng", "TT", "Vi phạm", "Trách nhiệm", "Số tiền (đồng)",
    "Kiến nghị", "Thu hồi (đồng)",
)  # fmt: skip
_FORMULAS = "=+-@\t\r"
"""What begins a formula in a cell of Excel."""


def screen(conclusions: Sequence[Conclusion]) -> Iterator[str]:
    """The lines of all summaries, and one with the totals."""
    for one in conclusions:
        yield "  ".join(filter(None, (one.so or "(chưa có số)", one.ngay, one.doi_tuong)))
        yield one.tep
        yield from _line("TT", "Vi phạm", "Số tiền (đồng)", "Kiến nghị")
        for number, violation in enumerate(one.vi_pham, 1):
            yield from _line(
                str(number), violation.noi_dung, _shown(violation.so_tien), violation.kien_nghi
            )
        back = f"Thu hồi {_shown(one.thu_hoi)} đồng" if one.thu_hoi else ""
        label = "Cộng" if one.vi_pham else "Tổng số tiền ghi trong lời văn"
        yield from _line("", label, _shown(one.so_tien) or "không rõ", back)
        if one.tong_ghi not in (None, one.so_tien):
            yield from _line("", "Khác với tổng ghi trong văn bản", _shown(one.tong_ghi), "")
        yield ""
    yield _totals(conclusions)


def _totals(conclusions: Sequence[Conclusion]) -> str:
    count = sum(len(one.vi_pham) for one in conclusions)
    money = numerals.money(added(one.so_tien for one in conclusions))
    back = numerals.money(added(one.thu_hoi for one in conclusions))
    return f"{len(conclusions)} kết luận, {count} vi phạm: {money}; kiến nghị thu hồi {back}."


def _line(number: str, violation: str, money: str, advice: str) -> Iterator[str]:
    """The lines of a row: long texts go on below."""
    first, second, third = _WIDTHS
    columns = [number], wrap(violation, first), [money], wrap(advice, third)
    for a, b, c, d in zip_longest(*columns, fillvalue=""):
        yield f"{a:>4}  {b:<{first}}  {c:>{second}}  {d}".rstrip()


def _shown(value: Decimal | None) -> str:
    return "" if value is None else numerals.number(value)


def table(conclusions: Sequence[Conclusion]) -> bytes:
    """A CSV file as Excel opens it in Vietnam: semicolons, a byte order mark, decimal commas."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(_HEADS)
    for one in conclusions:
        writer.writerows(_rows(one))
    money, back = (
        added(getattr(one, name) for one in conclusions) for name in ("so_tien", "thu_hoi")
    )
    last = ("Tổng cộng", *[""] * 6, _figures(money), "", _figures(back))
    writer.writerow(last)
    return out.getvalue().encode("utf-8-sig")


def _rows(one: Conclusion) -> Iterator[tuple[str, ...]]:
    """A row for each violation, and one for a total whose parts nobody told."""
    same = tuple(map(_safe, (one.tep, one.so, one.ngay, one.doi_tuong)))
    for number, violation in enumerate((*one.vi_pham, *_undivided(one)), 1):
        yield (
            *same,
            str(number) if number <= len(one.vi_pham) else "",
            _safe(violation.noi_dung),
            _safe(violation.trach_nhiem),
            _figures(violation.so_tien),
            _safe(violation.kien_nghi),
            _figures(violation.thu_hoi),
        )


def _undivided(one: Conclusion) -> Iterator[Violation]:
    """A row for the totals that no violation has a part of; for a text alone even without."""
    so_tien = None if any(v.so_tien is not None for v in one.vi_pham) else one.so_tien
    thu_hoi = None if any(v.thu_hoi is not None for v in one.vi_pham) else one.thu_hoi
    if not one.vi_pham or so_tien is not None or thu_hoi is not None:
        yield Violation("", "", so_tien, "", thu_hoi)


def _figures(value: Decimal | None) -> str:
    """A number without points between thousands, which Excel would take for a text."""
    return "" if value is None else f"{value:f}".replace(".", ",")


def _safe(text: str) -> str:
    """A text that Excel takes for no formula: "- Chi sai" would be one."""
    return f" {text}" if text.startswith(tuple(_FORMULAS)) else text
