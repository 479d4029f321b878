"""Who issues a decision: a body, or the head of a body; whether two names can be one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vanban.viet.text import comparable

_OFFICE = re.compile(
    r"(?:(?:phó|quyền|q\.|kt\.) )*(?P<chuc>chánh|tổng giám đốc|tổng|chủ tịch|giám đốc|bộ trưởng"
    r"|(?:chi )?cục trưởng|vụ trưởng|trưởng ban|trưởng đoàn|trưởng phòng|hiệu trưởng)(?!\w)"
)
_SHORT = {"ubnd": "ủy ban nhân dân", "hđnd": "hội đồng nhân dân"}
_WORD = re.compile(r"\w+")


def office(name: str) -> str:
    """The office of a head or of his deputy, without that of whom; empty when none is named.

    >>> office("Phó Chánh Thanh tra tỉnh"), office("Thanh tra tỉnh")
    ('chánh', '')
    """
    found = _OFFICE.match(comparable(name))
    return found["chuc"] if found else ""


def agree(issuer: str, names: Iterable[str]) -> bool:
    """Whether an issuer may be one of some bodies or heads of bodies.

    >>> agree("Chánh Thanh tra tỉnh", ["Thanh tra tỉnh Tây Ninh"])
    True
    >>> agree("Chủ tịch UBND tỉnh", ["Thanh tra tỉnh"])
    False
    """
    words = _body(issuer)
    return any(words <= other or other <= words for other in map(_body, names))


def _body(name: str) -> frozenset[str]:
    """The words of a body, the office of its head left out and short forms spelt out."""
    plain = comparable(name)
    words = _WORD.findall(_OFFICE.sub("", plain, count=1) if _OFFICE.match(plain) else plain)
    return frozenset(" ".join(_SHORT.get(word, word) for word in words).split())
