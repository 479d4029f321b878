"""Kind "missing": a component that documents of the type must have is not there.

``can_co`` is the component of components.yaml that the form of the type requires ("trich-yeu";
without it the rule asks of every document), ``vat`` the slugs of which one must be there. Where
something in the head was not recognized, nobody can tell. ``cau`` is the message.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.recognized import Part
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import tell


def check(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """A finding when the main document lacks it."""
    wanted = rule.data.get("can_co")
    if wanted and not requires(seen, wanted):
        return
    main = seen.main
    if main.kind != "van-ban" or any(main.all(slug) for slug in rule.data["vat"]):
        return
    if not seen.view(unclear):
        yield tell(rule, seen, None, _(rule.data["cau"]))


def requires(seen: Observed, component: str) -> bool:
    """Whether documents of the type need a component; of no known type, none is needed."""
    kind = seen.kind
    if kind is None or component in kind.khong_bat_buoc:
        return False
    form = seen.standard.forms[kind.mau]
    return component in form.bat_buoc or component in kind.bat_buoc


def unclear(seen: Observed) -> bool:
    """Whether text in or above the head of the main document was not recognized."""
    last = _end_of_head(seen.main)
    if any(p.place and p.place[0] <= last for p in seen.found.unknown()):
        return True
    return any(d.paragraph.place and d.paragraph.place[0] <= last for d in seen.found.doubts)


def _end_of_head(part: Part) -> int:
    """Index of the block that ends the head: the first line of the body, or of all."""
    body = [piece.paragraph.place[0] for piece in part.body if piece.paragraph.place]
    return min(body, default=part.last)
