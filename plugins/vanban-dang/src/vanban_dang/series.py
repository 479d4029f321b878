"""The numbers of a set of documents: each series runs through a term of the committee.

DANG-006. When a congress was held is not told in documents, so those issued in months in which
congresses are held (``dai_hoi``) are left alone, and nothing is compared over such months.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import Any

from vanban import Finding, Rule
from vanban.viet.text import words_of

Entry = Any
"""What a set keeps of a document: number, codes, bodies, date, file and places."""


def numbered(rule: Rule, register: Any) -> Iterator[Finding]:
    """Numbers that stand twice in a term, and numbers that go down while days go on."""
    for series in _series(rule, register.entries):
        yield from _repeated(rule, series)
        yield from _going_down(rule, series)


def _series(rule: Rule, entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """The documents of a type, a body and a term in the order of their days."""
    found: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in entries:
        term = _term(rule, entry)
        names = tuple(words_of(name) for name in entry.co_quan)
        if term is not None and not any(name.startswith("chi bộ") for name in names):
            found[names, entry.loai, entry.ky_hieu, term].append(entry)
    return (sorted(series, key=_by_day) for series in found.values())


def _by_day(entry: Entry) -> tuple[str, int]:
    return entry.ngay.iso(), entry.so


def _term(rule: Rule, entry: Entry) -> int | None:
    """Which term a document belongs to; None when that cannot be told."""
    if not entry.so or not entry.ngay or not entry.ngay.is_full:
        return None
    day, months = entry.ngay.iso(), rule.data["dai_hoi"]
    if any(window["tu"] <= day <= window["den"] for window in months):
        return None
    return len([window for window in months if window["den"] < day])


def _repeated(rule: Rule, series: Sequence[Entry]) -> Iterator[Finding]:
    first: dict[int, Entry] = {}
    for entry in series:
        earlier: Entry = first.setdefault(entry.so, entry)
        if earlier is not entry and not _is_same(entry, earlier):
            told = f"{_number(entry)} đã dùng cho văn bản {earlier.ngay.words()}"
            yield _finding(rule, entry, f"Số {told}; số không trùng trong một nhiệm kỳ.", "so")


def _is_same(entry: Entry, other: Entry) -> bool:
    """One document in several files, an invitation for each guest say, has its number once."""
    told = [(one.ngay, words_of(one.trich_yeu)) for one in (entry, other)]
    return told[0] == told[1] and bool(entry.trich_yeu)


def _going_down(rule: Rule, series: Sequence[Entry]) -> Iterator[Finding]:
    """The fewest documents whose numbers break the order of their days."""
    kept = _longest_rise([entry.so for entry in series])
    for index in sorted({*range(len(series))}.difference(kept)):
        at = bisect_right(kept, index)
        other: Entry = series[kept[at - 1 if at else at]]
        if other.so != series[index].so and other.ngay != series[index].ngay:
            yield _finding(rule, series[index], _out_of_order(series[index], other), "ngay")


def _out_of_order(entry: Entry, other: Entry) -> str:
    told = f"Số {_number(entry)} {entry.ngay.words()}, trong khi số {_number(other)} "
    why = "số của Đảng liên tục theo nhiệm kỳ, không đánh lại từ 01 mỗi năm"
    return f"{told}{other.ngay.words()}; {why}."


def _number(entry: Entry) -> str:
    return f"{entry.so:02}-{entry.ky_hieu}"


def _longest_rise(values: Sequence[int]) -> list[int]:
    """The offsets of a longest run of values, gaps allowed, none smaller than the one before."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for index, value in enumerate(values):
        length = bisect_right(ends, value, key=values.__getitem__)
        before[index] = ends[length - 1] if length else None
        ends[length : length + 1] = [index]
    chain: list[int] = []
    at = ends[-1] if ends else None
    while at is not None:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def _finding(rule: Rule, entry: Entry, message: str, field: str) -> Finding:
    place = entry.so_place if field == "so" else entry.ngay_place
    return Finding(rule.id, rule.severity, message, place, rule.basis, (field,), _number(entry))
