"""The Lưu line: there once, in its form, VT first, with the code of the drafting unit.

ND30-R-016 to R-018 (PLI-I-II.9.d).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.model.origin import Path
from vanban.patterns import later
from vanban.rules import edits
from vanban.rules.base import Rule, Subject
from vanban.rules.library.recipients.addressees import bare
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
_CODE = later(r"[A-ZĐ]{2}[A-Za-zĐđ&]{0,9}")


class _Kept(Struct, frozen=True):
    """What stands after "Lưu:".

    Attributes:
        path: the text it stands in.
        at: its offset there.
        words: it, without punctuation at the end.
    """

    path: Path
    at: int
    words: str

    @property
    def parts(self) -> list[str]:
        """Its parts between commas."""
        return [part for part in _JOINT.split(self.words) if part]


def _kept(subject: Subject) -> list[_Kept]:
    """The Lưu lines of a document, its own field first."""
    found: list[_Kept] = []
    if subject.doc.luu:
        label = _FILED.match(subject.doc.luu)
        found.append(_after(("luu",), subject.doc.luu, label.end() if label else 0))
    for index, name in enumerate(subject.doc.noi_nhan):
        if label := _FILED.match(name):
            found.append(_after(("noi_nhan", index), name, label.end()))
    return found


def _after(path: Path, text: str, at: int) -> _Kept:
    end = _END.search(text)
    return _Kept(path, at, text[at : end.start() if end else len(text)])


def line(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A document without a Lưu line, with two, or with one in another form."""
    kept = _kept(subject)
    names = enumerate(subject.doc.noi_nhan)
    almost = [i for i, name in names if _ALMOST.match(name) and not _FILED.match(name)]
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
    """A Lưu line that does not begin with the registry (văn thư)."""
    for kept in _kept(subject)[:1]:
        registries = tuple(fold(name) for name in rule.data["van_thu"])
        places = [i for i, part in enumerate(kept.parts) if fold(part).startswith(registries)]
        if not kept.parts or (places[:1] == [0] and not kept.words.startswith("vt")):
            continue
        right = _with_registry(kept.parts, places)
        message = _("Dòng Lưu bắt đầu bằng «VT»: «Lưu: {right}».").format(right=right)
        end = kept.at + len(kept.words)
        fix = edits.replacing(
            subject.origin, kept.path, kept.at, end, right, safe=places[:1] == [0]
        )
        yield rule.finding(subject, message, kept.path, quote=kept.words, fix=fix)


def _with_registry(parts: list[str], places: list[int]) -> str:
    """The parts with the registry in front."""
    if not places:
        return ", ".join(["VT", *parts])
    mark = parts[places[0]]
    mark = mark.upper() if fold(mark) == "vt" else mark
    return ", ".join([mark, *(p for i, p in enumerate(parts) if i != places[0])])


def unit(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A drafting unit that the office does not have, or that the ký hiệu does not name."""
    known = subject.doc.kiem_tra.ma_don_vi if subject.doc.kiem_tra else ()
    for kept in _kept(subject)[:1]:
        units = [m[0] for part in kept.parts[1:] if (m := _CODE.match(part))]
        units = [code for code in units if code not in rule.data["khong_phai_don_vi"]]
        if units and known and not set(units) & set(known):
            message = _("«{code}» không có trong mã đơn vị của cơ quan: {known}.")
            message = message.format(code=units[0], known=", ".join(known))
            yield rule.finding(subject, message, kept.path, quote=units[0])
        elif units and not known and subject.kind.mau in rule.data["mau_cong_van"]:
            yield from _not_of_the_number(rule, subject, kept, units)


def _not_of_the_number(
    rule: Rule, subject: Subject, kept: _Kept, units: list[str]
) -> Iterator[Finding]:
    groups = number_and_codes(subject.doc, subject.kind)[1].split("-")
    code = groups[-1]
    if len(groups) > 1 and not any(u[:2] == code[:2] or code in kept.words for u in units):
        message = _("Đơn vị ở dòng Lưu «{unit}» khác với «{code}» ở cuối ký hiệu.")
        message = message.format(unit=units[0], code=code)
        yield rule.finding(subject, message, kept.path, quote=units[0])
