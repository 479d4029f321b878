"""TTR-007, the text: "1.200.000 đồng, gồm: … 700.000 đồng; … 500.000 đồng"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from vanban import Finding, Rule, Subject
from vanban.viet import numerals
from vanban_thanh_tra import money, tables
from vanban_thanh_tra.money import Amount

_CONSISTS = re.compile(r"[,;]? ?(?:bao )?gồm(?: có)? ?(?P<sau>:)?")
_ABOUT = re.compile(r"(?<!\w)(?:hơn|gần|trên|dưới|khoảng|xấp xỉ|ước(?: tính)?|mỗi) $")
"""What tells that a sum is none to the last digit."""
_END = re.compile(r"[.](?= |$)")
_UNCLEAR = re.compile(
    r"(?<!\w)(?:đã|còn|trong đó|riêng|bình quân|mỗi|tương ứng|kể cả|so với|giảm|tăng|gấp"
    r"|chưa bao gồm|chưa gồm|từ năm|đến nay|hơn|gần|trên|dưới|khoảng|xấp xỉ|ước)(?!\w)|%|\("
)
"""Words with which sums in a list are no parts of the one before it."""
_CLOSING = " .,;:/"
_LEVELS = (
    "phan", "chuong", "muc", "tieu-muc", "dieu", "chu-hoa", "la-ma", "so", "so-2", "so-3", "diem",
    "la-ma-thuong", "gach", "cong",
)  # fmt: skip
"""The levels of marked lines from outer to inner, those whose place is fixed."""
_FEWEST = 2


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A sum that consists of others, in its sentence or in the list below, and is not their sum."""
    for index, passage in enumerate(subject.text.passages):
        if passage.where == "bang" or passage.path[0] != "noi_dung":
            continue
        for whole in money.amounts(passage.text):
            parts = _parts(subject, index, whole)
            if len(parts) >= _FEWEST and not _add_up(whole, parts):
                message = (
                    f"Các khoản kể sau cộng được {numerals.money(_sum(parts))},"
                    f" khác với {numerals.money(whole.value)}."
                )
                start = passage.start
                yield rule.hit(subject, start + whole.start, start + whole.end, message)


def _parts(subject: Subject, index: int, whole: Amount) -> list[Amount]:
    """The sums that are told to be the parts; none where that is not certain."""
    passage = subject.text.passages[index]
    plain = subject.text.plain[passage.start : passage.end]
    found = _CONSISTS.match(plain, whole.end)
    if found is None or _ABOUT.search(plain, 0, whole.start):
        return []
    if found["sau"] and not plain[found.end() :].strip():
        return _in_list(subject, index)
    closing = _END.search(plain, found.end())
    return _in_sentence(plain[found.end() : closing.start() if closing else len(plain)])


def _in_sentence(said: str) -> list[Amount]:
    """One sum of each part; none when a part may have no sum, or two.

    Parts end with semicolons; without these nothing may follow the last sum, for that could be
    a part without one.
    """
    found = list(money.amounts(said))
    if not found or _UNCLEAR.search(said):
        return []
    if ";" in said:
        pieces = [piece for piece in said.split(";") if piece.strip(_CLOSING)]
        return found if all(_has_one(piece) for piece in pieces) else []
    return [] if said[found[-1].end :].strip(_CLOSING) else found


def _has_one(said: str) -> bool:
    return len(list(money.amounts(said))) == 1


def _in_list(subject: Subject, index: int) -> list[Amount]:
    """One sum of each item of the list that follows; none when an item has another number."""
    passages, level = subject.text.passages, _level(subject, index + 1)
    if level not in _LEVELS or level == _level(subject, index):
        return []
    parts: list[Amount] = []
    for number in range(index + 1, len(passages)):
        if _level(subject, number) != level:
            return parts if _is_over(subject, number, level) else []
        said = passages[number].text
        if not _has_one(said) or _UNCLEAR.search(said.lower()):
            return []
        parts += money.amounts(said)
    return parts


def _is_over(subject: Subject, index: int, level: str) -> bool:
    """Whether no item of a list can follow a line: the next mark is that of an outer level."""
    for number in range(index, len(subject.text.passages)):
        here = _level(subject, number)
        if here:
            return here in _LEVELS and _LEVELS.index(here) < _LEVELS.index(level)
    return True


def _level(subject: Subject, index: int) -> str:
    """The level of the marked line of the body that a passage is; empty for any other."""
    if index >= len(subject.text.passages):
        return ""
    path = subject.text.passages[index].path
    block = tables.block(subject, path[:-1]) if path[0] == "noi_dung" else None
    return str(getattr(block, "cap", ""))


def _sum(parts: list[Amount]) -> Decimal:
    return sum((part.value for part in parts), Decimal(0))


def _add_up(whole: Amount, parts: list[Amount]) -> bool:
    """Whether sums add up to another, as far as rounded ones can."""
    steps = [one.step for one in (whole, *parts) if one.step > 1]
    return abs(whole.value - _sum(parts)) <= sum(steps, Decimal(0)) / 2
