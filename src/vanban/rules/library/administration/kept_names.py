"""Places inside names that did not change with them: of schools, firms; in people's papers."""

from __future__ import annotations

import re
from functools import cache

from vanban.rules.library.administration.former import LIST
from vanban.rules.library.administration.history import sentence
from vanban.rules.lists import named
from vanban.rules.views.text import Text

_BEHIND = 80
"""So many characters before a place the school or the firm is looked for."""

_ANOTHER = r"(?:(?!\bubnd\b|ủy ban|\bhđnd\b|\bsở\b|[,;.:()\n]).)"


def kept(text: Text, at: int) -> bool:
    """Whether the place at an offset is a part of a name, or stands in somebody's papers."""
    low = max(text.passage(at).start, at - _BEHIND)
    if _names().search(text.plain[low:at]):
        return True
    begin, _stop = sentence(text, at, at)
    return bool(_papers().search(text.plain, begin, at))


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(named(LIST)['ten_rieng'])})(?!\w){_ANOTHER}*$")


@cache
def _papers() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{named(LIST)['noi_o']})(?!\w)")
