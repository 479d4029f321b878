"""TXT-002: characters that nobody sees and that break searching: ZWSP, BOM, soft hyphen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.everywhere import Place, finding
from vanban.rules.library.text.legacy_text import is_legacy

_INVISIBLE = later("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_EMOJI = "\u2190"
"""From here on joiners between two characters make one picture of them."""
_JOINERS = "\u200c\u200d"


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each of the characters, at its first place."""
    whole = subject.text.whole
    places: dict[str, list[Place]] = defaultdict(list)
    for found in _INVISIBLE.finditer(whole):
        at = found.start()
        joins = found[0] in _JOINERS and max(whole[at - 1 : at], whole[at + 1]) > _EMOJI
        if not joins and not is_legacy(subject, at):
            places[found[0]].append(Place(at, at + 1, ""))
    for character, spots in places.items():
        message = _("Có ký tự vô hình U+{code:04X} trong chữ ({count} chỗ).")
        message = message.format(code=ord(character), count=len(spots))
        yield finding(rule, subject, spots, message)
