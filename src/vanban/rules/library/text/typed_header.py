"""ND30-H-001 and H-004: Quốc hiệu or Tiêu ngữ typed as a line of the text.

The writer prints both at the head of page 1, so a line in the body of the document itself is a
second one; one in a form of an appendix has to have the right words.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.views.text import Passage
from vanban.viet.text import unaccent

_RULED = later(r"[\s_=*.–—-]+$")
_LETTERS = later(r"[^a-z]+")
_SLACK = 2
"""So many letters may be wrong, missing or too many in a line that is meant to be the words."""
_LONGEST = 60
"""No line that is meant to be the words is longer, its dashes and blanks counted."""
_AT_THE_HEAD = 8
"""So many lines at the beginning of a body may be a head that was pasted with it."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Lines that are nearly the words (``dung``), and lines that print them a second time."""
    right: list[str] = rule.data["dung"]
    wanted = _letters(right[0])
    for passage in subject.text.passages:
        if len(wanted) <= len(passage.text) + _SLACK <= _LONGEST and _near(
            _letters(passage.text), wanted
        ):
            typed = _RULED.sub("", passage.text)
            printed = _is_printed_too(subject, passage)
            if typed in right:
                if printed:
                    yield _doubled(rule, subject, passage, typed)
            elif printed or typed.isupper() or not right[0].isupper():
                yield _misspelt(rule, subject, passage, typed, printed)


def _doubled(rule: Rule, subject: Subject, passage: Passage, typed: str) -> Finding:
    message = _("Dòng «{quote}» được in sẵn ở đầu trang; gõ trong nội dung thì in hai lần.")
    return rule.hit(subject, passage.start, passage.start + len(typed), message.format(quote=typed))


def _misspelt(rule: Rule, subject: Subject, passage: Passage, typed: str, printed: bool) -> Finding:
    right = rule.data["dung"][0]
    message = _("«{quote}» phải viết là «{right}».")
    if printed:
        message = _("«{quote}» phải viết là «{right}», và đã được in sẵn ở đầu trang.")
    message = message.format(quote=typed, right=right)
    safe = _letters(typed) == _letters(right)
    offered = None if printed else right
    end = passage.start + len(typed)
    return rule.hit(subject, passage.start, end, message, right=offered, safe=safe)


def _is_printed_too(subject: Subject, passage: Passage) -> bool:
    """Whether the line is part of a head that the writer prints above the body anyway."""
    kind = subject.kind
    printed = "quoc-hieu-tieu-ngu" in kind.required(subject.standard.forms[kind.mau])
    match passage.path:
        case ("noi_dung", int(block), "chu"):
            return printed and block < _AT_THE_HEAD
    return False


def _letters(text: str) -> str:
    return _LETTERS.sub("", unaccent(text).lower())


def _near(typed: str, wanted: str) -> bool:
    """Whether letters differ from the wanted ones by a slip or two at most."""
    if typed == wanted:
        return True
    if abs(len(typed) - len(wanted)) > _SLACK:
        return False
    from difflib import SequenceMatcher

    same = sum(block.size for block in SequenceMatcher(None, typed, wanted).get_matching_blocks())
    return max(len(typed), len(wanted)) - same <= _SLACK
