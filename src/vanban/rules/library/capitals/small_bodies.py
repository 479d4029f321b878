"""Small first letters in the names of bodies, and capital units behind them, for ND30-V-030.

"phối hợp với sở Nội vụ", "trình ủy ban nhân dân tỉnh." name one body; "các sở Tài chính, Nội vụ"
and "thẩm quyền của ủy ban nhân dân xã" speak of kinds. "UBND Tỉnh" is a capital of respect, wrong
only beside "UBND tỉnh".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import blamed, pattern
from vanban.viet.capitals import CAPITAL, SMALL

_LAST_WORD = later(r"(\w+) $")
_NEAR = 12
"""So many characters before a name hold the word before it."""

_UNITS = "tỉnh|thành phố|xã|phường|đặc khu"
_COUNCILS = ("ủy ban nhân dân", "uỷ ban nhân dân", "hội đồng nhân dân")
_ANY_UNIT = later(
    rf" (?:{_UNITS})"
    rf"(?:(?P<named> [{CAPITAL}])|[.;)\n]|, (?!huyện|xã|phường|thị|đặc khu|thành phố))"
)
_PROVINCE = later(rf" (?:tỉnh|thành phố)(?:(?P<named> [{CAPITAL}])|[.;)\n])")
_OF_UNITS = {**dict.fromkeys(_COUNCILS, _ANY_UNIT), "công an": _PROVINCE}
"""Small names of bodies, each with the units behind them that make them one body's."""

_BODIES = ("UBND", "HĐND", "Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân", "Công an")
_WITHOUT_NAME = rf"(?=[.;:)\n]| \(| [{SMALL}]|, )(?!,? (?:{_UNITS}|huyện|và|hoặc)(?!\w))"

Stretch = tuple[int, int]


def first_letters(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Names of one body that begin small, told by the word before them."""
    for start, end in (*_departments(rule, subject), *_of_units(rule, subject)):
        if blamed(rule, subject, start, end):
            quote = subject.text.whole[start:end]
            right = quote[0].upper() + quote[1:]
            message = _("Tên cơ quan, tổ chức viết «{right}».").format(right=right)
            yield rule.hit(subject, start, end, message, right=right)


def _departments(rule: Rule, subject: Subject) -> Iterator[Stretch]:
    """A small "sở" or "bộ" before its field."""
    whole = subject.text.whole
    for noun in ("sở", "bộ"):
        if noun not in subject.text.typed_words:
            continue
        fields = pattern(rf"{noun} (?:{'|'.join(rule.data['cua_so_bo'])})(?!\w)")
        for at in subject.text.offsets(f"{noun} "):
            found = whole[at + 3].isupper() and fields.match(whole, at)
            if found and _is_told(subject, at, rule.data["truoc_ten"]):
                yield found.span()


def _of_units(rule: Rule, subject: Subject) -> Iterator[Stretch]:
    """A small council or police of a unit: before its name, or behind a word that tells it."""
    whole, typed = subject.text.whole, subject.text.typed_words
    for name, units in _OF_UNITS.items():
        for start, end in subject.text.spots(name) if name.split()[0] in typed else ():
            found = units.match(whole, end)
            told = found and (found["named"] or _is_told(subject, start, rule.data["truoc_don_vi"]))
            if told and not _is_plural(rule, whole, start):
                yield start, end


def _is_plural(rule: Rule, whole: str, at: int) -> bool:
    before = _LAST_WORD.search(whole, max(at - _NEAR, 0), at)
    return before is not None and before[1].lower() in rule.data["so_nhieu"]


def _is_told(subject: Subject, at: int, before_one: Collection[str]) -> bool:
    """Whether a name begins a line or follows a word that only a body of its own can follow."""
    before = _LAST_WORD.search(subject.text.plain, max(at - _NEAR, 0), at)
    if before is None:
        return subject.text.passage(at).start == at
    return before[1] in before_one


def respectful(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The few "UBND Tỉnh" of a document that else writes "UBND tỉnh"."""
    whole, typed = subject.text.whole, subject.text.typed_words
    for unit in _UNITS.split("|"):
        capital = unit.capitalize()
        if capital.split()[0] not in typed or not _may_stand(capital, whole):
            continue
        places: dict[str, list[Stretch]] = defaultdict(list)
        either = rf"(?:{'|'.join(_BODIES)}) (?P<x>(?i:{unit})){_WITHOUT_NAME}"
        for found in pattern(either).finditer(whole):
            places[found["x"]].append(found.span("x"))
        wrong = places[capital] if len(places[unit]) > len(places[capital]) else ()
        for start, end in wrong:
            if blamed(rule, subject, start, end):
                message = _("Chỗ khác trong văn bản viết «{right}».").format(right=unit)
                yield rule.hit(subject, start, end, message, right=unit)


def _may_stand(unit: str, whole: str) -> bool:
    """Whether a unit stands behind what may be a body: each ends with "D" or "n"."""
    return f"D {unit}" in whole or f"n {unit}" in whole
