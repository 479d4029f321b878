"""The documents that a text cites by number: "Nghị định số 30/2020/NĐ-CP ngày … của …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from vanban.patterns import later
from vanban.viet.dates import ImpossibleDate, Ngay, NotADate, parse_date
from vanban.viet.text import comparable

if TYPE_CHECKING:
    from vanban.rules.base import Subject

KINDS = (
    "bộ luật", "luật", "pháp lệnh", "lệnh", "nghị quyết liên tịch", "nghị quyết", "nghị định",
    "quyết định", "chỉ thị", "thông tư liên tịch", "thông tư", "thông cáo", "thông báo kết luận",
    "thông báo", "thông tri", "quy chế", "quy định", "quy hoạch", "chương trình",
    "kế hoạch liên tịch", "kế hoạch", "phương án", "đề án", "dự án", "báo cáo", "biên bản",
    "tờ trình", "hợp đồng", "công văn", "công điện", "kết luận", "hướng dẫn", "giấy mời",
    "giấy giới thiệu", "văn bản", "phiếu chuyển", "phiếu trình", "bản ghi nhớ",
)  # fmt: skip
"""What a number is said to be the number of, the longer name before the one it begins with."""

_SEED = later("[0-9][a-zđ]?[/-][A-ZĐ]")
"""Where a number and the codes after it meet."""
_NUMBER = later(
    r"(?<![\w/.-])(?P<so>[0-9]{1,5}[a-zđ]?)(?:/(?P<nam>(?:19|20)[0-9]{2}))?$"
)  # fmt: skip
_CODE = later(
    r"[A-ZĐƯ][A-Za-zĐđƯ0-9&.]*(?: ?[-/][A-ZĐƯ][A-Za-zĐđƯ0-9&.]*)*(?!\w)"
)  # fmt: skip
_KIND = later(
    rf"(?<!\w)(?P<loai>{comparable('|'.join(KINDS))})"
    r"(?: (?:hành động|phối hợp|thẩm tra|thẩm định|liên ngành))?(?P<so> +số *:?| *:)? *$"
)
_SPELT = {comparable(kind): kind for kind in KINDS}
_LAW = later(
    r"(?:Bộ luật|BỘ LUẬT|Luật|LUẬT|Pháp lệnh|PHÁP LỆNH)(?= [^\n;.()]*$)(?!.*(?:Luật|LUẬT) )"
)  # fmt: skip
_DATE = later(
    r"(?P<phay>,)? *\(?(?:ký |ban hành )?(?:ngày +)?"
    r"(?P<ngay>[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}(?![0-9])"
    r"|(?<=ngày )[0-9]{1,2} +tháng +[0-9]{1,2} +năm +[0-9]{4}(?![0-9]))"
    r"(?(phay)(?=,? (?:của|về|v/v|quy định|ban hành|phê duyệt|hướng dẫn)(?!\w)|[;.)\n]|$))"
)
"""The date behind a number; one after a comma may belong to what follows."""
_ISSUER = later(
    r",? của (?P<co_quan>[^;.,:()“\"\n]{2,120}?)"
    r"(?= (?:[Vv]ề|v/v|V/v|[Qq]uy định|[Bb]an hành|[Pp]hê duyệt|[Hh]ướng dẫn|[Ss]ửa đổi|bổ sung"
    r"|bãi bỏ|thay thế|đính chính|công bố|công nhận|triển khai|thực hiện|tiếp tục|tổng kết"
    r"|thành lập|kiện toàn|bổ nhiệm|phân công|giao|cho|đề nghị|yêu cầu|kèm theo|theo|tại|trong"
    r"|nêu trên|này|như|với|đối với|để|nhằm|khi|ngày|hoặc|được|có|là|thì|đã|phải|xong|gồm)(?!\w)"
    r"|[;.,:()“\"\n]|$)"
)
"""The body after "của"; only small letters end it, for names of bodies have such words too."""
_ANOTHER = later(rf" và (?=[^A-ZĐƯ]|(?i:{'|'.join(KINDS)})(?!\w))")
"""An "và" that does not join two parts of a name ("Bộ Giáo dục và Đào tạo")."""
_BEHIND = 40
"""So many characters before a number hold its kind."""
_LAW_BEHIND = 160
"""So many characters before a number hold the name of a law."""


class Citation(Struct, frozen=True):
    """A document cited by its number.

    Attributes:
        start, end: offsets in the whole text: from the kind to the last part that is told.
        kind: "nghị định", in small letters; empty when no kind stands before the number.
        number_at: the offset of the number.
        number: the number and codes as typed ("30/2020/NĐ-CP").
        code: the codes without number, year and blanks ("NĐ-CP").
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

    @property
    def number_end(self) -> int:
        """The offset at which the number ends."""
        return self.number_at + len(self.number)


def of(subject: Subject) -> tuple[Citation, ...]:
    """The documents cited in the text of a document, in their order."""
    text = subject.text
    return tuple(_citations(text.whole, text.plain))


def in_text(text: str) -> tuple[Citation, ...]:
    """The documents cited in a text of its own."""
    return tuple(_citations(text, comparable(text)))


def _citations(whole: str, plain: str) -> Iterator[Citation]:
    end = 0
    for seed in _SEED.finditer(whole):
        cut = seed.end() - 2
        number = _NUMBER.search(whole, max(cut - 12, end), cut)
        code = _CODE.match(whole, cut + 1) if number else None
        if number and code:
            found = _citation(whole, plain, number, code)
            end = found.number_end
            yield found


def _citation(whole: str, plain: str, number: re.Match[str], code: re.Match[str]) -> Citation:
    at = number.start()
    codes = code.group().rstrip(".")
    end = code.start() + len(codes)
    kind, start, labelled = _kind(whole, plain, at, codes)
    day, issuer, last = _told_behind(whole, plain, end)
    return Citation(
        start=start,
        end=last,
        kind=kind,
        number_at=at,
        number=whole[at:end],
        code=codes.replace(" ", ""),
        year=number["nam"] or "",
        labelled=labelled,
        day=day,
        issuer=issuer,
    )


def _kind(whole: str, plain: str, at: int, codes: str) -> tuple[str, int, bool]:
    """The kind before a number, the offset at which it begins, whether "số" stands between."""
    labelled = plain.endswith(("số ", "số: "), max(at - 5, 0), at)
    if codes.startswith(("QH", "UBTVQH")) and labelled:
        law = _LAW.search(whole, max(at - _LAW_BEHIND, whole.rfind("\n", 0, at) + 1), at)
        if law:
            return law.group().lower(), law.start(), True
    found = _KIND.search(plain, max(at - _BEHIND, 0), at)
    if found is None or (found["loai"] == "luật" and whole[found.start()] == "l"):  # "kỷ luật số"
        return "", at, labelled
    return _SPELT[found["loai"]], found.start(), labelled or bool(found["so"])


def _told_behind(whole: str, plain: str, end: int) -> tuple[Ngay | None, str, int]:
    """The date and the body that follow a number, in either order, and where they end."""
    dated = _DATE.match(plain, end)
    end = dated.end() if dated else end
    issued = _ISSUER.match(whole, end)
    if issued is None:
        return (_day(dated["ngay"]) if dated else None), "", end
    issuer = _ANOTHER.split(issued["co_quan"].removesuffix(" và"), maxsplit=1)[0]
    end = issued.start("co_quan") + len(issuer)
    if dated is None and (dated := _DATE.match(plain, end)):
        end = dated.end()
    return (_day(dated["ngay"]) if dated else None), issuer.strip(), end


def _day(text: str) -> Ngay | None:
    try:
        return parse_date(text if "/" in text or "tháng" not in text else f"ngày {text}")
    except (NotADate, ImpossibleDate):
        return None


def same(number: str) -> str:
    """A number for comparing: leading zeros, blanks and the case of letters do not count.

    >>> same("05/QĐ-UBND") == same("5/QĐ -UBND")
    True
    """
    return comparable(number).replace(" ", "").lstrip("0")
