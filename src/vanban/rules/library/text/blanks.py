"""TXT-004 and TXT-005: a blank too many before a mark, and one too few behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.views.text import Passage, Text
from vanban.viet.capitals import CAPITAL, SMALL
from vanban.viet.syllables import is_syllable

_BEFORE = later(r" (?P<mark>[,;:!?)]|\.(?![\w./…]))")
_MARKS = ",;:!?)."
_BLANKS = (" ", "\u00a0")
_ROOM = 3
"""With the mark: more blanks than two are room to write in."""
_LEADERS = "._…("
"""Behind these a blank is room to write in as well."""
_SIGNS = ":;,!?@#$&*^"
"""Behind these stands a sign that is told of: "các ký tự: ! @ #"."""
_CALLED = later(r"(?:(?<!đóng )(?<!con )(?<!đánh )dấu|[kK][ýí] tự)[ \u00a0]+$")
_SIGN_BEHIND = later(r"[ \u00a0][@#$%&*^!?,;:+=~](?!\S)")
_CALL = 10
"""So many characters before a sign that a text tells of hold what it calls it: "dấu ;"."""
_RATIO = later(r"\d[ \u00a0]+:[ \u00a0]*\d")
_LISTS = ("can_cu", "noi_nhan", "kinh_gui")
"""Lists whose closing marks the writer sets; a bracket is none of them."""
_AUTHORITY = later(r"(?:TM|KT|TL|TUQ|Q)$")
"""The dot behind these is another rule's matter (ND30-K-003)."""

_BEHIND = later(
    rf"""
    (?<!\w)
    (?: (?P<before>\w*[\w)”\"%])          (?P<mark>[,;])  (?P<after>[^\W\d_]+)
      | (?P<before_2>\w*(?:[^\W\d_]|\)))  (?P<mark_2>:)   (?P<after_2>[^\W\d_]+)
      | (?P<before_3>\w*[{SMALL}\d)”%])    (?P<mark_3>\.)  (?P<after_3>[{CAPITAL}][{SMALL}]+)
      | (?P<before_4>[{SMALL}]{{3,}})       (?P<mark_4>\.)  (?P<after_4>[{SMALL}]{{2,}})
    )
    (?!\w)
    """,
    re.VERBOSE,
)
_GLUED = later(r"[,;:.][^\W\d_]")
"""What every such place has: cheap to look for."""
_OPENED = later(r"\((?:để|kèm|theo|gọi|sau|trong|bao)\b")
"""Behind a word these begin a remark; other brackets belong to it: "học sinh(em)", "f(x)"."""
_CLOSED = later(r"(?:^|\s)\([^()\n]{2,60}$")
_LONGEST_REMARK = 64
_SMALL_WORD = later(rf"[{SMALL}]+")
_BLANK = later(r"\s")
_LONGEST = 100
"""No address is longer."""
_ADDRESS = later(r"@|://|www\.|\\|\.(?:vn|com|net|org|gov|edu)\b", re.IGNORECASE)


def too_many(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A blank before a closing mark."""
    whole, (behind_blanks, _before) = subject.text.whole, subject.text.edges
    if behind_blanks.isdisjoint(_MARKS):
        return
    for found in _BEFORE.finditer(whole):
        start, end = _beginning(whole, found.start()), found.end()
        passage = subject.text.passage(start)
        meant = _is_room(whole, start, end) or _is_told_of(subject.text, end)
        if start > passage.start and not meant and not _is_others_matter(passage, start, end):
            message = _("Thừa dấu cách trước dấu «{mark}».").format(mark=found["mark"])
            yield rule.hit(subject, start, end, message, right=found["mark"])


def _beginning(whole: str, at: int) -> int:
    """Where the blanks begin that end at an offset."""
    while whole[at - 1 : at] in _BLANKS and at:
        at -= 1
    return at


def _is_room(whole: str, start: int, end: int) -> bool:
    """Whether blanks are room to write in, or stand before a sign that is told of."""
    before = whole[start - 1]
    return end - start > _ROOM or before in _LEADERS + _SIGNS or whole.startswith("??", end - 1)


def _is_told_of(text: Text, end: int) -> bool:
    """Whether a mark with blanks around is a ratio's or one that is told of: "! @ #", "dấu ;"."""
    at = end - 1
    if _RATIO.match(text.whole, _beginning(text.whole, at) - 1):
        return True
    called = _CALLED.search(text.plain, max(at - _CALL, 0), at)
    return bool(called or _SIGN_BEHIND.match(text.whole, end))


def _is_others_matter(passage: Passage, start: int, end: int) -> bool:
    """Whether the writer sets the mark, or it belongs to "KT." above a signature."""
    if passage.where == "ky.quyen_han":
        return bool(_AUTHORITY.search(passage.text[: start - passage.start]))
    return passage.where in _LISTS and end == passage.end and not passage.text.endswith(")")


def too_few(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A mark with a letter right behind it, a bracket without a blank outside."""
    yield from _brackets(rule, subject)
    glued = filter(_GLUED.search, subject.text.joined)
    if not any(_BEHIND.search(chunk) for chunk in glued):
        return
    whole = subject.text.whole
    for found in _BEHIND.finditer(whole):
        before, mark, after = (part for part in found.groups() if part is not None)
        if not _joins(rule, before, mark, after) and not _in_address(whole, found):
            right = f"{before}{mark} {after}"
            message = _("Thiếu dấu cách sau dấu «{mark}» ở «{quote}».")
            message = message.format(mark=mark, quote=found[0])
            yield rule.hit(subject, *found.span(), message, right=right)


def _brackets(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A bracket that opens right behind a word ("Sở(để") or closes before one ("(UBND)tỉnh")."""
    text = subject.text
    if "(" not in text.characters:
        return
    for at in text.offsets("("):
        if text.whole[at - 1 : at].isalpha() and _OPENED.match(text.plain, at):
            message = _("Thiếu dấu cách trước dấu «(».")
            right = f"{text.whole[at - 1]} ("
            yield rule.hit(subject, at - 1, at + 1, message, right=right)
    for at in text.offsets(")"):
        if text.whole[at + 1].islower() and _closes_before_a_word(text, at):
            message = _("Thiếu dấu cách sau dấu «)».")
            yield rule.hit(subject, at, at + 1, message, right=") ")


def _closes_before_a_word(text: Text, at: int) -> bool:
    """Whether what a bracket closes stands apart, and a syllable of Vietnamese follows."""
    word = _SMALL_WORD.match(text.whole, at + 1)
    if not word or word[0].isascii() or not is_syllable(word[0]):
        return False
    return bool(_CLOSED.search(text.whole, max(at - _LONGEST_REMARK, 0), at))


def _joins(rule: Rule, before: str, mark: str, after: str) -> bool:
    """Whether the mark may join what stands around it: "x,y", "Tp.Vinh", "Node.Js", "B3;F2"."""
    if mark == "." and after.islower():
        vietnamese = not before.isascii() and not after.isascii()
        return not (vietnamese and is_syllable(before) and is_syllable(after))
    if mark == ".":
        word = before.isdigit() or not before[-1].isalnum() or is_syllable(before)
        return before.lower() in rule.data["viet_tat"] or not (word and is_syllable(after))
    if max(len(before), len(after)) <= (2 if mark == ":" else 1):
        return True
    abbreviations = before.isupper() and after.isupper() and not (before + after).isascii()
    return not (abbreviations or is_syllable(before) or is_syllable(after))


def _in_address(whole: str, found: re.Match[str]) -> bool:
    """Whether the blanks around hold an address or the name of a file."""
    before = _BLANK.split(whole[max(found.start() - _LONGEST, 0) : found.start()])[-1]
    after = _BLANK.split(whole[found.end() : found.end() + _LONGEST])[0]
    return bool(_ADDRESS.search(before + found[0] + after))
