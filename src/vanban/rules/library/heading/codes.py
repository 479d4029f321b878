"""The codes in the ký hiệu: of the type, the issuing body and the drafting unit.

ND30-N-005, N-006, N-007, N-009, N-012, N-018, N-019 and X-002 (PLI-I-II.3.b-c, PL III-I).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.heading import typed_number
from vanban.rules.library.heading.typed_number import Number, found
from vanban.rules.lists import named
from vanban.viet.text import lookalikes

_GROUP = later(r"[^-–—−‐/_\s]+")
_OF_A_LETTER = "CV"
_LETTER_FIRST = later(r"\s*CV\s*-?\s*", re.IGNORECASE)
_LETTER_LAST = later(r"\s*-\s*CV\s*$", re.IGNORECASE)
_SLIP = later(
    r"(?=[A-ZĐ]{2}|[A-ZĐ][a-zđ][A-ZĐ])[A-ZĐ]+(?!(?<=T)[hrg]|(?<=[CGKPN])h|(?<=N)g|(?<=Q)[ug]|(?<=G)i|v[A-ZĐ])"
    r"[a-zđ][A-ZĐ]*"
)
"""A code with one small letter: not the second of an initial ("GDTrH", "TTg"), nor "và"."""
_UNNUMBERED = frozenset({"thu-cong", "khong-so"})
"""Forms without a number."""
_LISTED, _COPIES = frozenset({"nd30", "bien-the"}), "ban-sao"
"""Groups of types whose codes stand in PL III-I."""


def of_type(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A typed code that is not the one that PL III-I has for the type."""
    kind, number = subject.kind, subject.view(typed_number.of)
    code = _type_code(number)
    if not code or not kind.ma or kind.nhom not in _LISTED or code == kind.ma:
        return
    if code in _misspellings(kind.ma) or _is_private(rule, subject, code):
        return
    message = _("Mã của {type} trong ký hiệu là «{right}», không phải «{quote}».")
    message = message.format(type=kind.ten_in, right=kind.ma, quote=code)
    yield _instead(rule, subject, number, 0, message, _right_code(subject, number))


def is_listed(subject: Subject) -> bool:
    """Whether PL III-I has the code of the type, and of_type and misspelt judge a typed one."""
    kind = subject.kind
    return bool(kind.ma) and kind.nhom in _LISTED and kind.mau not in _UNNUMBERED


def copy_code(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A copy whose ký hiệu does not begin with the code of its kind."""
    kind, number = subject.kind, subject.view(typed_number.of)
    code = _type_code(number)
    if code and code != kind.ma and code not in _misspellings(kind.ma):
        message = _("Ký hiệu của bản {type} là «{right}-» và chữ viết tắt tên cơ quan.")
        message = message.format(type=kind.ten_in.lower(), right=kind.ma)
        yield _instead(rule, subject, number, 0, message, _right_code(subject, number))


def misspelt(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A code of the type that is often written like this, and is another in PL III-I."""
    kind, number = subject.kind, subject.view(typed_number.of)
    code = _type_code(number)
    if code and code in _misspellings(kind.ma):
        message = _("Mã của {type} viết «{right}», không viết «{quote}» (PL III-I).")
        message = message.format(type=kind.ten_in, right=kind.ma, quote=code)
        yield _instead(rule, subject, number, 0, message, kind.ma)


def letter(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A công văn with the code CV, which is the Party's, before or behind the body's."""
    number = subject.view(typed_number.of)
    if not _has_letter(subject, number):
        return
    piece = number.pieces[0]
    at = _LETTER_FIRST.match(piece.text) or _LETTER_LAST.search(piece.text)
    message = _("Ký hiệu công văn thừa «{quote}»: công văn không có mã loại.")
    message = message.format(quote=number.groups[-1 if at and at.start() else 0])
    span, right = at.span() if at else None, ""
    if at and at.end() - at.start() == len(piece.text):
        yield found(rule, subject, piece, message)
        return
    rest = tuple(code for code in number.groups if code.upper() != _OF_A_LETTER)
    issuer = subject.doc.co_quan[0] if len(subject.doc.co_quan) == 1 else None
    if issuer and issuer.don_vi and rest == (issuer.viet_tat,):
        span, right = None, f"{issuer.viet_tat}-{issuer.don_vi}"
    yield found(rule, subject, piece, message, at=span, right=right, safe=False)


def _has_letter(subject: Subject, number: Number) -> bool:
    """Whether the ký hiệu of a công văn begins with CV, or was typed to end with it."""
    if subject.kind.ma or _OF_A_LETTER in _own_codes(subject):
        return False
    first, last = number.groups[:1], number.groups[-1:] if number.code else ()
    return _OF_A_LETTER in {code.upper() for code in (*first, *last)}


def of_body(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A typed ký hiệu that names another body than the one that is configured."""
    number, bodies = subject.view(typed_number.of), subject.doc.co_quan
    own = "-".join(body.viet_tat for body in bodies if body.viet_tat)
    first = 1 if subject.kind.ma else 0
    behind = number.groups[first:]
    if behind[:1] == (_OF_A_LETTER,) and _has_letter(subject, number):
        first, behind = first + 1, behind[1:]
    if not number.code or not own or not behind or _inherited(subject):
        return
    typed, right = "-".join(behind), "".join(own.split())
    if f"{typed}-".startswith(f"{right}-") or _is_office(rule, right, behind[0]):
        return
    message = _("Ký hiệu ghi «{quote}», chữ viết tắt tên cơ quan là «{right}».")
    message = message.format(quote=behind[0], right=right)
    yield _instead(rule, subject, number, first, message, right)


def unit(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A công văn whose ký hiệu ends with the body: who drafted it is not told."""
    number = subject.view(typed_number.of)
    if len(number.groups) == 1:
        message = _("Ký hiệu công văn thiếu chữ viết tắt đơn vị soạn thảo hoặc lĩnh vực.")
        yield rule.finding(subject, message, number.path, quote=number.groups[0])


def capitals(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A group in small letters, where PL III-I or the office does not write it so."""
    number = subject.view(typed_number.of)
    told = set(subject.doc.kiem_tra.ma_don_vi if subject.doc.kiem_tra else ())
    known = _own_codes(subject) | {code for code in named("ma-loai")["ma"] if not code.isupper()}
    type_is_judged = bool(number.code) and subject.kind.nhom in {*_LISTED, _COPIES}
    for piece in number.pieces:
        plain = piece.text.isupper() or typed_number.is_blank(piece.text)
        groups = () if plain else _GROUP.finditer(piece.text)
        for index, group in enumerate(groups):
            is_type = index == 0 and type_is_judged and subject.kind.ma
            if not is_type and group[0] not in told and _is_small(group[0], known):
                right = group[0].upper()
                message = _("Ký hiệu viết in hoa: «{right}», không phải «{quote}».")
                message = message.format(right=right, quote=group[0])
                yield found(rule, subject, piece, message, at=group.span(), right=right)


def letters(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A letter that only looks like Đ."""
    number = subject.view(typed_number.of)
    for typed in (number.number, *number.pieces):
        for at, right in lookalikes(typed.text):
            message = _("«{quote}» (U+{code:04X}) không phải chữ {right} tiếng Việt.")
            message = message.format(quote=typed.text[at], code=ord(typed.text[at]), right=right)
            yield found(rule, subject, typed, message, at=(at, at + 1), right=right)


def _type_code(number: Number) -> str:
    """The first group of a typed ký hiệu; empty when the writer makes it."""
    return number.groups[0] if number.code and number.groups else ""


def _misspellings(code: str) -> frozenset[str]:
    """How the code of a type is often misspelt."""
    known: list[str] = named("ma-loai")["viet_sai"].get(code, [])
    return frozenset(known)


def _is_private(rule: Rule, subject: Subject, code: str) -> bool:
    """Whether parties may make codes of their own from it: "HĐMB" of HĐ."""
    return subject.kind.mau in rule.data["tu_do"] and code.startswith(subject.kind.ma)


def _right_code(subject: Subject, number: Number) -> str | None:
    """What should stand for the first group: the type's code, before a body's if that is first.

    None where the groups would still not be right, or nobody can tell.
    """
    code, right = number.groups[0], subject.kind.ma
    if right in number.groups[1:]:
        return None
    if code in {body.viet_tat for body in subject.doc.co_quan}:
        return f"{right}-{code}"
    known = code in named("ma-loai")["ma"] or code.upper() == right.upper()
    return right if known else None


def _instead(
    rule: Rule, subject: Subject, number: Number, index: int, message: str, right: str | None
) -> Finding:
    """The finding on one group, with the fix where the groups stand as they were typed."""
    typed, group = number.pieces[0], number.groups[index]
    places = [*_GROUP.finditer(typed.text)]
    if tuple(place[0] for place in places) != number.groups:
        return found(rule, subject, typed, message)
    safe = right is not None and right.casefold() == group.casefold()
    return found(rule, subject, typed, message, at=places[index].span(), right=right, safe=safe)


def _inherited(subject: Subject) -> bool:
    """Whether the code is the office profile's while the document names a body itself."""
    origin = subject.origin
    paths = [("co_quan", index) for index, _body in enumerate(subject.doc.co_quan)]
    return any(
        origin.elsewhere((*path, "viet_tat")) and not origin.elsewhere((*path, "ban_hanh"))
        for path in paths
    )


def _is_office(rule: Rule, own: str, group: str) -> bool:
    """Whether a group stands for the body's head: CTUBND, TTg."""
    return own in group or group in rule.data["chuc_danh"]


def _own_codes(subject: Subject) -> set[str]:
    """The codes that the office configured."""
    doc = subject.doc
    codes = [code for body in doc.co_quan for code in (body.viet_tat, body.don_vi) if code]
    return {*codes, *(doc.kiem_tra.ma_don_vi if doc.kiem_tra else ())}


def _is_small(group: str, known: set[str]) -> bool:
    """Whether a group is in small letters, or, unless it is known, like a name: "Snv", "SNv"."""
    if group.islower() or _SLIP.fullmatch(group):
        return True
    return len(group) > 2 and group[1:].islower() and group.isalpha() and group not in known
