"""Numbers of a set of documents: each once a year, in the order of days, each series by itself.

ND30-N-013, N-014, N-015 and N-021 (Đ.15.1, PLI-I-II.3.a, Đ.25-27). A document without a number
or a year is in no series; one without a whole date takes no part in the order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import takewhile
from pathlib import PurePath

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules import sets
from vanban.rules.base import Rule
from vanban.rules.library.signing.councils import is_council
from vanban.rules.sets import Entry, Register
from vanban.viet.text import words_of

_COPIES = "ban-sao"


def unique(rule: Rule, register: Register) -> Iterator[Finding]:
    """A number that a document of the same ký hiệu, body and year has already."""
    folder = _folder(register)
    for series in _series(register.entries, _ky_hieu):
        for entry, earlier in _repeated(series):
            message = _("Số {number} đã dùng cho văn bản «{file}» trong năm {year}.")
            yield _at_number(rule, folder, entry, message, earlier)


def ordered(rule: Rule, register: Register) -> Iterator[Finding]:
    """A document that is dated before one with a smaller number of its series."""
    for series in _series(register.entries, _ky_hieu):
        for entry, other in _out_of_order(series):
            yield _at_day(rule, entry, other)


def copies(rule: Rule, register: Register) -> Iterator[Finding]:
    """Copies of several kinds that do not share one series: a number twice, days in disorder."""
    folder = _folder(register)
    for series in _series((e for e in register.entries if e.nhom == _COPIES), _issuers):
        for entry, earlier in _repeated(series):
            if entry.ky_hieu != earlier.ky_hieu:
                message = _(
                    "Sao y, sao lục, trích sao chung một dãy số: {number} đã dùng ở «{file}»."
                )
                yield _at_number(rule, folder, entry, message, earlier)
        for entry, other in _out_of_order(series):
            if entry.ky_hieu != other.ky_hieu:
                yield _at_day(rule, entry, other)


def advisory(rule: Rule, register: Register) -> Iterator[Finding]:
    """An advisory body that numbers in the series of the body whose seal it uses."""
    parents = {
        code: name
        for entry in register.entries
        for name, code in _coded_issuers(entry)
        if not is_council(name)
    }
    for entry in register.entries:
        for name, code in _coded_issuers(entry):
            if code in parents and is_council(name):
                message = _(
                    "«{name}» dùng hệ thống số, chữ viết tắt «{code}» của {parent}; tổ chức tư"
                    " vấn có hệ thống số riêng."
                ).format(name=name, code=code, parent=parents[code])
                yield sets.finding(rule, message, entry.so_place, path=("so",), quote=code)


def _ky_hieu(entry: Entry) -> Hashable:
    return _issuers(entry), entry.ky_hieu


def _issuers(entry: Entry) -> Hashable:
    return tuple(words_of(name) for name in entry.co_quan)


def _series(
    entries: Iterable[Entry], key: Callable[[Entry], Hashable]
) -> Iterable[Sequence[Entry]]:
    """The numbered documents of a year that share a key, by number, then by day."""
    found: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.so and entry.nam:
            found[entry.nam, key(entry)].append(entry)
    return (sorted(series, key=_place_in_series) for series in found.values())


def _place_in_series(entry: Entry) -> tuple[int, str, str]:
    return entry.so or 0, entry.ngay.iso() if entry.ngay else "", entry.file


def _repeated(series: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Each document with a number that another has, and the first that has it.

    One document in several files, an invitation for each guest say, has its number once.
    """
    first: dict[int | None, Entry] = {}
    for entry in series:
        earlier = first.setdefault(entry.so, entry)
        if earlier is not entry and not _is_same(entry, earlier):
            yield entry, earlier


def _is_same(entry: Entry, other: Entry) -> bool:
    told = [(e.loai, e.ngay, words_of(e.trich_yeu)) for e in (entry, other)]
    return told[0] == told[1] and bool(entry.trich_yeu)


def _out_of_order(series: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """The fewest documents whose days break the order, each with one that it contradicts."""
    dated = [entry for entry in series if entry.ngay and entry.ngay.is_full]
    days = [entry.ngay.iso() for entry in dated if entry.ngay]
    kept = longest_rise(days)
    for index in sorted({*range(len(dated))}.difference(kept)):
        behind = bisect_right(kept, index)
        too_late = behind and days[kept[behind - 1]] > days[index]
        yield dated[index], dated[kept[behind - 1 if too_late else behind]]


def longest_rise(values: Sequence[str]) -> list[int]:
    """The offsets of a longest run of values, gaps allowed, none smaller than the one before.

    >>> longest_rise(["2026-01-05", "2026-09-01", "2026-02-01", "2026-03-01"])
    [0, 2, 3]
    """
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


def _at_number(rule: Rule, folder: PurePath, entry: Entry, message: str, earlier: Entry) -> Finding:
    """The finding on a number; the other file is told from the folder that holds them all."""
    file = PurePath(earlier.file).relative_to(folder).as_posix()
    text = message.format(number=f"{entry.so:02}", file=file, year=entry.nam)
    return sets.finding(rule, text, entry.so_place, path=("so",), quote=str(entry.so))


def _folder(register: Register) -> PurePath:
    """The innermost folder that all documents of a set lie in."""
    folders = [PurePath(entry.file).parent for entry in register.entries]
    parts = [folder.parts for folder in folders]
    common = list(takewhile(lambda names: len({*names}) == 1, zip(*parts, strict=False)))
    return PurePath(*(names[0] for names in common))


def _at_day(rule: Rule, entry: Entry, other: Entry) -> Finding:
    assert entry.ngay is not None
    assert other.ngay is not None
    message = _(
        "Số {number} {day}, trong khi số {other} {other_day}; số và ngày lấy theo cùng một thứ tự."
    ).format(
        number=f"{entry.so:02}/{entry.ky_hieu}",
        day=entry.ngay.words(),
        other=f"{other.so:02}/{other.ky_hieu}",
        other_day=other.ngay.words(),
    )
    return sets.finding(rule, message, entry.ngay_place, path=("ngay",), quote=entry.ngay.words())


def _coded_issuers(entry: Entry) -> Iterator[tuple[str, str]]:
    """The issuing bodies of a document with the codes that its ký hiệu has for them."""
    groups = entry.ky_hieu.split("-")
    for name, code in zip(entry.co_quan, entry.viet_tat, strict=True):
        if name and code in groups:
            yield name, code
