"""The prefixes of authority: how they are written, what may stand under what, what TUQ. needs.

ND30-K-002, K-003, K-008 and K-009 (PLI-I-II.7.b, Đ.13).
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.van_ban import UyQuyen, VanBan
from vanban.rules.base import Rule, Subject
from vanban.rules.library import passages
from vanban.rules.library.signing.authority import Line, every, pairs
from vanban.rules.library.signing.offices import beginning, office
from vanban.viet.text import words_of


def form(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Prefixes in another form ("T/M", "KT" without a dot) or in words ("Thay mặt").

    The Party and the organisations near it write "T/M".
    """
    names = [body.ban_hanh or "" for body in subject.doc.co_quan]
    own_form = any(beginning(name, rule.data["the_thuc_rieng"]) for name in names)
    for line in every(subject.doc):
        if own_form and "/" in line.letters:
            continue
        typed, right = (line.typed, f"{line.prefix}.") if line.prefix else _in_words(rule, line)
        if typed and not (line.prefix and line.proper):
            message = _("«{typed}» không phải dạng ghi quyền hạn của thể thức; ghi «{right}».")
            message = message.format(typed=typed, right=right)
            yield _rewritten(rule, subject, line, typed, right, message)


def _rewritten(
    rule: Rule, subject: Subject, line: Line, typed: str, right: str, message: str
) -> Finding:
    """A finding that puts the right prefix; safe where its letters stay as they are."""
    start = line.text.index(typed)
    end = start + len(typed)
    put = right if line.text[end : end + 1].isspace() or not line.rest else f"{right} "
    safe = line.prefix == line.letters.replace(".", "").replace("/", "") != ""
    return passages.blame(rule, subject, line.path, start, end, message, right=put, safe=safe)


def _in_words(rule: Rule, line: Line) -> tuple[str, str]:
    """What is spelled out and its abbreviation; an office is not looked at."""
    for words, right in rule.data["viet_day_du"].items():
        if "quyen_han" in line.path and words_of(line.text).startswith(words_of(words) + " "):
            return line.text.strip()[: len(words)], right
    return "", ""


def spacing(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Prefixes that do not have one dot and one space after them."""
    for line in every(subject.doc):
        if line.prefix and line.proper and line.rest and line.gap.replace("\u00a0", " ") != ". ":
            message = _("Sau «{prefix}» là một dấu chấm và một dấu cách: «{right}».").format(
                prefix=line.prefix, right=f"{line.prefix}. {line.rest}"
            )
            end = line.text.index(line.rest)
            start = end - len(line.gap)
            yield passages.blame(rule, subject, line.path, start, end, message, right=". ")


def nesting(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Prefixes under others that ``cam`` forbids, and an office under Q., which is one."""
    for outer, inner in pairs(subject.doc):
        message = ""
        if inner.prefix in rule.data["cam"].get(outer.prefix, ()):
            message = _("Không ghi «{inner}.» dưới «{outer}.».")
        elif outer.prefix == "Q" and not inner.prefix and office(inner.rest):
            message = _("«{line}» đã là chức vụ của người ký; không ghi thêm «{rest}» ở dưới.")
        if message:
            message = message.format(
                inner=inner.prefix, outer=outer.prefix, line=outer.text.strip(), rest=inner.rest
            )
            yield rule.finding(subject, message, inner.path, quote=inner.text)


def authorised(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A TUQ. signature without its authorisation, or after the last day of it."""
    doc = subject.doc
    line = next((line for line in every(doc) if line.prefix == "TUQ"), None)
    if line is None:
        return
    lacking = _lacking(doc.uy_quyen or UyQuyen())
    path = ("uy_quyen",) if doc.uy_quyen else line.path
    if lacking:
        message = _("Ký thừa ủy quyền cần {what} (uy_quyen: van_ban, den_ngay).")
        yield rule.finding(subject, message.format(what=lacking), path, quote=line.text)
    elif _is_over(doc):
        message = _("Ngày ban hành sau ngày hết hạn ủy quyền.")
        yield rule.finding(subject, message, ("uy_quyen", "den_ngay"))


def _lacking(given: UyQuyen) -> str:
    if not given.van_ban:
        return _("văn bản ủy quyền và thời hạn") if not given.den_ngay else _("văn bản ủy quyền")
    return "" if given.den_ngay else _("thời hạn ủy quyền")


def _is_over(doc: VanBan) -> bool:
    """Whether the whole date of issue is after the whole last day."""
    last = doc.uy_quyen.den_ngay if doc.uy_quyen else None
    day, end = doc.ngay and doc.ngay.as_date(), last and last.as_date()
    return bool(day and end and day > end)
