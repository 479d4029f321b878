r"""Kind "pattern": what a regular expression finds in the text.

``tim`` is the pattern, or a list of patterns with a ``cau``, ``thay``, ``hoa`` or ``thuong`` of
their own. A group named ``x`` is what is blamed, else all that was found. The right form:

* ``thay``: a text, with ``\g<name>`` for what a group found;
* ``hoa``, ``thuong``: "có" makes the first letter a capital, or a small one.

Without any of them nobody can tell. ``khong_phan_biet: có`` looks in small letters with tones in
one place (`Text.plain`). ``khong_sua: có`` tells the right form in the message and offers no
fix; ``an_toan: không`` makes it an unsafe one. The message ``cau`` may have {quote} and {right}.
``co`` is a text, or a list of texts of which one must stand where a pattern looks for it to find
anything, ``mot_trong`` likewise words in small letters. Give them, or ``chu`` or ``ky_tu`` (see
`vanban.rules.where`), so that most texts need no search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import blamed, pattern, ranges
from vanban.rules.views.text import Text

Part = Mapping[str, Any]
"""One pattern with what goes with it."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each stretch that a pattern finds and nothing excuses."""
    text = subject.text
    searched = text.plain if "khong_phan_biet" in rule.data else text.whole
    parts = [part for part in _parts(rule) if not _is_hopeless(part, text)]
    spans = ranges(rule, subject) if parts else ()
    for part, span in product(parts, spans):
        for found in _found(part, searched, span):
            start, end = _blamed_part(found)
            if start >= 0 and blamed(rule, subject, start, end):
                yield _finding(rule, subject, part, found)


def _is_hopeless(part: Part, text: Text) -> bool:
    """Whether none of the words stands there of which a pattern needs one."""
    return "mot_trong" in part and text.words.isdisjoint(part["mot_trong"])


def _found(part: Part, searched: str, span: tuple[int, int]) -> Iterable[re.Match[str]]:
    """What a pattern finds in a stretch that has one of the texts of which it needs one."""
    needed = part.get("co")
    texts = (needed,) if isinstance(needed, str) else needed
    if texts and all(searched.find(text, *span) < 0 for text in texts):
        return ()
    return pattern(part["tim"]).finditer(searched, *span)


def _parts(rule: Rule) -> Sequence[Part]:
    """The patterns; what one does not say itself it has from the rule (`_with_shared`)."""
    given: str | list[Part] = rule.data["tim"]
    return (rule.data,) if isinstance(given, str) else given


def _with_shared(rule: Rule, part: Part) -> Part:
    shared = {k: rule.data[k] for k in ("cau", "thay", "hoa", "thuong") if k in rule.data}
    return {**shared, **part}


def _finding(rule: Rule, subject: Subject, part: Part, found: re.Match[str]) -> Finding:
    start, end = _blamed_part(found)
    part, quote = _with_shared(rule, part), subject.text.whole[start:end]
    right = _right(part, found, quote)
    message = _(part["cau"]).format(quote=quote, right=right)
    offered = None if "khong_sua" in rule.data else right
    safe = rule.data.get("an_toan") != "không"
    return rule.hit(subject, start, end, message, right=offered, safe=safe)


def _blamed_part(found: re.Match[str]) -> tuple[int, int]:
    return found.span("x" if "x" in found.re.groupindex else 0)


def _right(part: Part, found: re.Match[str], quote: str) -> str | None:
    if "thay" in part:
        return found.expand(part["thay"])
    if "hoa" in part:
        return quote[:1].upper() + quote[1:]
    return quote[:1].lower() + quote[1:] if "thuong" in part else None
