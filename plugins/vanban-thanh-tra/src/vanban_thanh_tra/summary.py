"""What a conclusion says in short: its number, whom it is about, violations and sums."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from vanban import Subject
from vanban.viet.numerals import two_digits
from vanban_thanh_tra import own_fields, totals
from vanban_thanh_tra.totals import Total


class Violation(NamedTuple):
    """A violation; sums in đồng, None where none is told."""

    noi_dung: str
    trach_nhiem: str
    so_tien: Decimal | None
    kien_nghi: str
    thu_hoi: Decimal | None


class Conclusion(NamedTuple):
    """A conclusion.

    Attributes:
        tep: the path of its source.
        so: number and codes; "" for one without a number.
        ngay: the day of issue as typed, "09/6/2026"; "" for none.
        doi_tuong: whom it is about; the subject of the document where no field tells.
        vi_pham: its violations; none for one that is only text.
        so_tien, thu_hoi: the sums of the violations, else the totals of the fields, else those
            of the text.
        tong_ghi: the total of all violations as its field tells it.
    """

    tep: str
    so: str
    ngay: str
    doi_tuong: str
    vi_pham: tuple[Violation, ...]
    so_tien: Decimal | None
    thu_hoi: Decimal | None
    tong_ghi: Decimal | None


def of(path: str, subject: Subject) -> Conclusion:
    """The summary of a conclusion."""
    doc = subject.doc
    about = "; ".join(filter(None, own_fields.texts(doc, "doi_tuong")))
    return Conclusion(
        path,
        _number(subject),
        _day(subject),
        about or doc.trich_yeu or "",
        tuple(_violation(one) for one in own_fields.records(doc, totals.LIST) if one),
        _total(subject, totals.VIOLATED),
        _total(subject, totals.RECLAIMED),
        own_fields.money(doc.rieng, totals.VIOLATED.field),
    )


def _violation(one: own_fields.Record) -> Violation:
    noi_dung, trach_nhiem, kien_nghi = (
        own_fields.text(one, name) for name in ("noi_dung", "trach_nhiem", "kien_nghi")
    )
    so_tien, thu_hoi = own_fields.money(one, "so_tien"), own_fields.money(one, "thu_hoi")
    return Violation(noi_dung, trach_nhiem, so_tien, kien_nghi, thu_hoi)


def _number(subject: Subject) -> str:
    doc = subject.doc
    bodies = (body.viet_tat for body in doc.co_quan if body.viet_tat)
    codes = doc.ky_hieu or "-".join((subject.kind.ma, *bodies))
    return f"{two_digits(doc.so)}/{codes}" if doc.so else ""


def _day(subject: Subject) -> str:
    day = subject.doc.ngay.as_date() if subject.doc.ngay else None
    return f"{day.day:02}/{day.month:02}/{day.year}" if day else ""


def _total(subject: Subject, total: Total) -> Decimal | None:
    """The sum of the violations, else the total of the fields, else the one in the text."""
    added = totals.added(subject, total)
    if added is not None:
        return added
    known = totals.known(subject, total)
    values = {amount.value for amount in totals.stated(subject, total)}
    return next(iter(values)) if known is None and len(values) == 1 else known


def added(values: Iterable[Decimal | None]) -> Decimal:
    """The sum of those sums that are told."""
    return sum((value for value in values if value is not None), Decimal(0))
