"""The documents that a text cites by number: "Nghị định số 30/2020/NĐ-CP ngày … của …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from vanban.viet.dates import ImpossibleDate, Ngay, NotADate, parse_date
from vanban.viet.text import comparable

if TYPE_CHECKING:
    from vanban.rules.base import Subject

_CODE = r"[A-ZĐ][A-Za-zĐđ0-9&.]*(?:[-/][A-ZĐ][A-Za-zĐđ0-9&.]*)*"
_NUMBER = re.compile(
    rf"(?<![\w/.-])(?P<so>\d{{1,5}}[a-zđ]?)(?:/(?P<nam>(?:19|20)\d\d))?(?P<dau>[/-])(?P<ky_hieu>{_CODE})"
)
_KIND = re.compile(
    r"(?P<loai>luật|bộ luật|pháp lệnh|lệnh|nghị quyết liên tịch|nghị quyết|nghị định|quyết định"
    r"|chỉ thị|thông tư liên tịch|thông tư|thông cáo|thông báo kết luận|thông báo|thông tri|quy chế"
    r"|quy định|quy hoạch|quy chế phối hợp|chương trình|kế hoạch liên tịch|kế hoạch|phương án|đề án"
    r"|dự án|báo cáo|biên bản|tờ trình|hợp đồng|công văn|công điện|kết luận|hướng dẫn|giấy mời"
    r"|giấy giới thiệu|văn bản|phiếu chuyển|phiếu trình|bản ghi nhớ)"
    r"(?P<so> số:?| ?:)? $"
)
_DATE = re.compile(
    r",? ?(?:ngày )?(?P<ngay>\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|ngày \d{1,2} tháng \d{1,2} năm \d{4})"
)
_ISSUER = re.compile(
    r",? của (?P<co_quan>[^;.]*?)"
    r"(?=,? (?:về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|công bố|triển khai|thực hiện|và"
    r"|đề nghị|kèm theo|hoặc|được|có|là|thì|đã|cho|giao|yêu cầu)\b|[;,.()]|\n)"
)
_BEHIND = 40
"""So many characters before a number hold its kind."""


class Citation(Struct, frozen=True):
    """A document cited by its number.

    Attributes:
        start, end: offsets in the whole text: from the kind to the last part that is told.
        kind: "nghị định", in small letters; empty when no kind stands before the number.
        number_at: the offset of the number.
        number: the number and codes as typed ("30/2020/NĐ-CP").
        code: the codes without number and year ("NĐ-CP").
        year: the year inside the number; empty when it has none.
        labelled: whether "số" stands before the number.
        day: the date that follows; None when none does, or it is impossible.
        issuer: the body named after "của"; empty when none is.
    """

    start: int
    end: int
    kind: str
    number_at: int
    number: str
    code: str
    year: str
    labelled: bool
    day: Ngay | None
    issuer: str


def of(subject: Subject) -> tuple[Citation, ...]:
    """The documents cited in the text of a document, in their order."""
    text = subject.text
    return tuple(_citations(text.whole, text.plain))


def _citations(whole: str, plain: str) -> Iterator[Citation]:
    for found in _NUMBER.finditer(whole):
        at = found.start()
        before = _KIND.search(plain, max(at - _BEHIND, 0), at)
        number = found.group().rstrip(".")
        end = at + len(number)
        dated = _DATE.match(plain, end)
        issued = _ISSUER.match(plain, dated.end() if dated else end)
        yield Citation(
            start=before.start() if before else at,
            end=(issued or dated or found).end() if issued or dated else end,
            kind=before["loai"] if before else "",
            number_at=at,
            number=number,
            code=found["ky_hieu"].rstrip("."),
            year=found["nam"] or "",
            labelled=bool(before and before["so"]) or plain[:at].endswith("số "),
            day=_day(dated["ngay"]) if dated else None,
            issuer=whole[issued.start("co_quan") : issued.end("co_quan")] if issued else "",
        )


def _day(text: str) -> Ngay | None:
    try:
        return parse_date(text)
    except (NotADate, ImpossibleDate):
        return None


def same(number: str) -> str:
    """A number for comparing: leading zeros and the case of letters do not count."""
    return comparable(number).lstrip("0")
