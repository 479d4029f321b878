"""The Lưu line: there once, in its form, VT first, with the code of the drafting unit.

ND30-R-016 to R-018 (PLI-I-II.9.d).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.model.origin import Path
from vanban.patterns import later
from vanban.rules import edits
from vanban.rules.base import Rule, Subject
from vanban.rules.library.recipients.addressees import bare, full_words
from vanban.rules.library.signing.offices import beginning, body
from vanban.standards.document_number import number_and_codes
from vanban.viet.text import fold

_FILED = later(r"[-–—−•+*\s]*[Ll][Ưư][Uu]\s*(?::\s*|(?=VT\b))")
"""A Lưu line among the recipients that the writer knows for one."""
_ALMOST = later(
    r"[-–—−•+*\s]*Lưu(?:\s+(?=(?:[Vv]ăn thư|[Hh]ồ sơ|[A-ZĐ]{2,})(?!\w))|(?=[;,.\s]*$))"
)  # fmt: skip
"""One that it prints as a recipient, because the colon is not there."""
_END = later(r"(?:\./\.|[;,.\s])*$")
_JOINT = later(
    r"\s*[;,]\s*|(?<=^VT)(?:\s*/\s*|\s+[-–]\s+|\.\s*|\s+(?=[A-ZĐ]))"
)  # fmt: skip
"""What parts one from the next: a comma, as it should, or another mark after VT."""
_COMMA = later(r"\s*[;,]\s*")
_OWN_REGISTRY = later(r"(?:^|[;,]\s*)VT\s+(?=[A-ZĐ])")
"""The registry of one of several bodies: "VT Sở Nội vụ, VT Sở Tư pháp"."""
_CODE = later(r"[A-ZĐ]{2}[A-Za-zĐđ&]{0,9}(?P<ban>\d{0,2})")
"""The code of a unit; ``ban`` the number of copies, or of a group in it: "NC1"."""
_IN_WORDS = later(r"\w+(?:[ -]+[^\W\d_]*[^\W\d_A-ZĐ]\b){2,}")
"""A name of several words none of which is an abbreviation."""
_MARKS = ("", ",", ";")
"""What stands behind VT where commas alone part anything."""
_LETTER = "CV"
"""What a ký hiệu of a công văn must not have, which ND30-N-006 tells."""


_folded = lru_cache(maxsize=1024)(fold)
"""The names in these lines are few."""


class _Kept(Struct, frozen=True, dict=True):
    """What stands after "Lưu:".

    Attributes:
        path: the text it stands in.
        at: its offset there.
        words: it, without punctuation at the end.
    """

    path: Path
    at: int
    words: str

    @cached_property
    def parts(self) -> list[str]:
        """Its parts between commas."""
        other = self.words.startswith("VT") and self.words[2:3] not in _MARKS
        joint = _JOINT if other and not self.shared else _COMMA
        return [part for part in joint.split(self.words) if part]

    @cached_property
    def shared(self) -> bool:
        """Whether several bodies file it, each with its registry."""
        return self.words.count("VT") > 1 and len(_OWN_REGISTRY.findall(self.words)) > 1


def _kept(subject: Subject) -> Sequence[_Kept]:
    """The Lưu lines of a document, its own field first."""
    found: list[_Kept] = []
    if subject.doc.luu:
        label = _label(subject.doc.luu)
        found.append(_after(("luu",), subject.doc.luu, label.end() if label else 0))
    for index, name in enumerate(subject.doc.noi_nhan):
        if label := _label(name):
            found.append(_after(("noi_nhan", index), name, label.end()))
    return found


def _label(text: str) -> re.Match[str] | None:
    """The "Lưu:" that a line begins with."""
    return _FILED.match(text) if _names_it(text) else None


def _names_it(text: str) -> bool:
    return "lưu" in text.lower()


def _after(path: Path, text: str, at: int) -> _Kept:
    end = _END.search(text)
    return _Kept(path, at, text[at : end.start() if end else len(text)])


def line(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A document without a Lưu line, with two, or with one in another form."""
    kept = subject.view(_kept)
    names = ((i, name) for i, name in enumerate(subject.doc.noi_nhan) if _names_it(name))
    almost = [i for i, name in names if _ALMOST.match(name) and not _label(name)]
    for index in almost:
        yield _without_colon(rule, subject, index)
    if subject.doc.noi_nhan and not kept and not almost:
        severity = None if subject.doc.ban_hanh else Severity.WARNING
        message = _("Nơi nhận chưa có dòng «Lưu: VT, …».")
        yield rule.finding(subject, message, ("luu",), severity=severity)
    for other in kept[1:]:
        if bare(other.words) != bare(kept[0].words):
            message = _("Có hai dòng Lưu; chỉ «Lưu: {first}» được in.").format(first=kept[0].words)
            yield rule.finding(subject, message, other.path, quote=other.words)
    for found in kept[:1]:
        yield from _joints(rule, subject, found)


def _without_colon(rule: Rule, subject: Subject, index: int) -> Finding:
    name = subject.doc.noi_nhan[index]
    label = _ALMOST.match(name)
    end = len(label.group().rstrip()) if label else 0
    message = _("Thiếu dấu hai chấm sau «Lưu», nên dòng này được in như một nơi nhận.")
    path = ("noi_nhan", index)
    fix = edits.replacing(subject.origin, path, 0, end, f"{name[:end]}:")
    unquoted = fix and (subject.origin.source or "")[fix.edits[0].start - 1] not in "\"'"
    return rule.finding(subject, message, path, quote=name, fix=None if unquoted else fix)


def _joints(rule: Rule, subject: Subject, kept: _Kept) -> Iterator[Finding]:
    right = ", ".join(kept.parts)
    if right != kept.words:
        message = _("Các phần của dòng Lưu cách nhau bằng dấu phẩy: «Lưu: {right}».")
        end = kept.at + len(kept.words)
        fix = edits.replacing(subject.origin, kept.path, kept.at, end, right)
        message = message.format(right=right)
        yield rule.finding(subject, message, kept.path, quote=kept.words, fix=fix)


def registry(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A Lưu line that does not begin with the registry (văn thư), or not with its short name.

    The highest organs of the State (``co_quan_khac``) file by forms of their own.
    """
    issuers = [full_words(issuer.ban_hanh or "") for issuer in subject.doc.co_quan]
    if any(beginning(issuer, rule.data["co_quan_khac"]) for issuer in issuers):
        return
    for kept in subject.view(_kept)[:1]:
        registries = tuple(_folded(name) for name in rule.data["van_thu"])
        places = [i for i, part in enumerate(kept.parts) if _folded(part).startswith(registries)]
        first = kept.parts[0] if kept.parts and places[:1] == [0] else ""
        if not kept.parts or (first and first[:2] != "vt" and _folded(first) != registries[1]):
            continue
        right = _with_registry(kept.parts, places, registries[1])
        message = _("Dòng Lưu bắt đầu bằng «VT»: «Lưu: {right}».").format(right=right)
        end = kept.at + len(kept.words)
        fix = edits.replacing(
            subject.origin, kept.path, kept.at, end, right, safe=fold(first) == registries[0]
        )
        yield rule.finding(subject, message, kept.path, quote=kept.words, fix=fix)


def _with_registry(parts: list[str], places: list[int], in_words: str) -> str:
    """The parts with the registry in front, under its short name."""
    if not places:
        return ", ".join(["VT", *parts])
    mark = parts[places[0]]
    mark = "VT" if fold(mark) in {"vt", in_words} else mark
    return ", ".join([mark, *(p for i, p in enumerate(parts) if i != places[0])])


def unit(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A drafting unit in words, or one that neither the office nor the ký hiệu names."""
    known = subject.doc.kiem_tra.ma_don_vi if subject.doc.kiem_tra else ()
    for kept in subject.view(_kept)[:1]:
        if kept.shared:
            continue
        typed = [m for part in kept.parts[1:] if (m := _CODE.match(part))]
        codes = {m[0]: m[0].removesuffix(m["ban"]) for m in typed}
        files = rule.data["khong_phai_don_vi"]
        units = {unit: code for unit, code in codes.items() if code not in files}
        in_words = next(filter(_is_in_words, kept.parts[1:]), None)
        if in_words and body(in_words):
            message = _("Dòng Lưu ghi chữ viết tắt của đơn vị soạn thảo, không ghi «{quote}».")
            message = message.format(quote=in_words)
            yield rule.finding(subject, message, kept.path, quote=in_words)
        elif units and known and not {*units, *units.values()} & set(known):
            message = _("«{code}» không có trong mã đơn vị của cơ quan: {known}.")
            message = message.format(code=next(iter(units)), known=", ".join(known))
            yield rule.finding(subject, message, kept.path, quote=next(iter(units)))
        elif units and not known and subject.kind.mau in rule.data["mau_cong_van"]:
            yield from _not_of_the_number(rule, subject, kept, [*units])


def _is_in_words(part: str) -> bool:
    several = part.count(" ") + part.count("-") > 1
    return several and _IN_WORDS.fullmatch(part) is not None


def _not_of_the_number(
    rule: Rule, subject: Subject, kept: _Kept, units: list[str]
) -> Iterator[Finding]:
    groups = number_and_codes(subject.doc, subject.kind)[1].split("-")
    code = groups[-1]
    own = {issuer.viet_tat for issuer in subject.doc.co_quan}
    if (
        len(groups) > 1
        and code not in {_LETTER, *own}
        and not any(u[:2] == code[:2] or code in kept.words for u in units)
    ):
        message = _("Đơn vị ở dòng Lưu «{unit}» khác với «{code}» ở cuối ký hiệu.")
        message = message.format(unit=units[0], code=code)
        yield rule.finding(subject, message, kept.path, quote=units[0])
