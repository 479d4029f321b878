"""For which versions of vanban a distribution was made, as its metadata say.

pip asks this when it installs; a vanban that was upgraded later has to ask again. Only the
comparisons that packages use for it are known: what is written otherwise is taken to fit.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable

from vanban.patterns import later

_OURS = later(r"vanban\s*(?:\[[^\]]*\])?\s*\(?(?P<clauses>[^;)]*)", re.IGNORECASE)
_CLAUSE = later(r"\s*(?P<sign>~=|==|!=|>=|<=|>|<)\s*(?P<version>\d+(?:\.\d+)*)\s*")
_COMPARE: dict[str, Callable[[tuple[int, ...], tuple[int, ...]], bool]] = {
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
}
_PARTS = 4


def clauses(requires: Iterable[str]) -> str:
    """What a distribution says of vanban: ">=0.1,<1"; empty when it says nothing.

    >>> clauses(["click>=8", "vanban (>=0.1,<1) ; python_version>='3.11'"])
    '>=0.1,<1'
    """
    found = (_OURS.match(line) for line in requires if not re.match(r"(?i)vanban[-_.\w]", line))
    return next((match["clauses"].strip() for match in found if match), "")


def fits(wanted: str, version: str) -> bool:
    """Whether a version meets all clauses.

    >>> fits(">=0.1,<1", "0.9.2"), fits(">=0.1,<1", "1.0"), fits("~=1.2", "1.9"), fits("", "5")
    (True, False, True, True)
    """
    have = _numbers(version)
    return all(_meets(clause, have) for clause in wanted.split(",") if clause.strip())


def _meets(clause: str, have: tuple[int, ...]) -> bool:
    found = _CLAUSE.fullmatch(clause)
    if found is None:
        return True
    wanted = _numbers(found["version"])
    if found["sign"] == "~=":
        length = found["version"].count(".")
        return have >= wanted and have[:length] == wanted[:length]
    return _COMPARE[found["sign"]](have, wanted)


def _numbers(version: str) -> tuple[int, ...]:
    """The numbers of a release, the same count for all, so that they compare."""
    found = re.match(r"\d+(?:\.\d+)*", version)
    numbers = [int(part) for part in found[0].split(".")] if found else []
    return tuple([*numbers, *[0] * _PARTS][:_PARTS])
