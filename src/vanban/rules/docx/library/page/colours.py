"""Colours: ND30-P-009 (PLI-I-I.4; PLI-I-III.2.b)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding, Severity
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_text, tell_once
from vanban.rules.docx.views.letters import Stretch, slugs_at, stretches

_BLACK = frozenset({"auto", "000000"})
_DARKEST = 0x26
"""What has no part of its colour above this, nobody tells from black."""
_MARKS = frozenset({"dau_khan", "luu_hanh", "dau_mat"})
_STAMP = later(r"^\W*(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN|TUYỆT MẬT|TỐI MẬT|MẬT)\W*$")


def other(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Letters that are not black; links, which Word colours by itself, are an info."""
    plain: dict[str, list[Stretch]] = {}
    links: dict[str, list[Stretch]] = {}
    for stretch in stretches(seen, lambda look: look.colour not in _BLACK):
        colour = stretch.run.look.colour
        if not _is_black(colour) and not _is_mark(seen, stretch):
            (links if stretch.run.link else plain).setdefault(colour, []).append(stretch)
    for colour, found in plain.items():
        yield _finding(rule, seen, colour, found, rule.severity)
    for colour, found in links.items():
        yield _finding(rule, seen, colour, found, Severity.INFO)


def _finding(
    rule: Rule, seen: Observed, colour: str, found: list[Stretch], severity: Severity
) -> Finding:
    told = _("Chữ màu #{colour}, phải là màu đen.").format(colour=colour)
    pieces: list[Piece] = [stretch.piece for stretch in found]
    fix = mending(*(of_text(piece, colour="000000") for piece in pieces))
    return tell_once(rule, seen, pieces, told, fix=fix, severity=severity)


def _is_black(colour: str) -> bool:
    """Whether a colour is black to the eye.

    >>> _is_black("auto"), _is_black("0D0D0D"), _is_black("FF0000")
    (True, True, False)
    """
    if colour in _BLACK:
        return True
    return all(int(colour[at : at + 2], 16) <= _DARKEST for at in (0, 2, 4))


def _is_mark(seen: Observed, stretch: Stretch) -> bool:
    """Whether it is a mark of urgency or secrecy, which is red."""
    at = (stretch.paragraph.part, stretch.paragraph.place)
    if any(piece.slug in _MARKS for piece in seen.view(slugs_at).get(at, ())):
        return True
    return bool(_STAMP.match(stretch.paragraph.shown))
