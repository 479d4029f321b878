"""ND30-C-013: provisions are named from small to large, without commas: "điểm a khoản 2 Điều 3"."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules.base import Rule, Subject
from vanban.rules.kinds.stretches import blamed, pattern


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """What a pattern of ``cach_ghi`` finds where its first word ``tu`` stands.

    ``tim`` has a group ``x`` for what is blamed, else all is; ``thay`` is put there.
    """
    text = subject.text
    for part in rule.data["cach_ghi"]:
        for at in text.find(part["tu"]) if part["tu"] in text.words else ():
            found = pattern(part["tim"]).match(text.whole, at)
            span = found.span("x" if "x" in found.re.groupindex else 0) if found else (0, 0)
            if found and blamed(rule, subject, *span):
                right = found.expand(part["thay"]) if "thay" in part else None
                message = _(part["cau"]).format(quote=text.whole[slice(*span)], right=right)
                yield rule.hit(subject, *span, message, right=right)
