"""The words that stand somewhere in a document with a capital.

Most rules on capitals see from them at once that there is nothing to find.
"""

from __future__ import annotations

import re

from vanban.rules.base import Subject
from vanban.viet.capitals import CAPITAL
from vanban.viet.text import comparable

_WORD = re.compile(rf"[{CAPITAL}]\w*")


def of(subject: Subject) -> frozenset[str]:
    """These words, in the small letters of `Text.plain`."""
    return frozenset(comparable(" ".join(set(_WORD.findall(subject.text.whole)))).split())
