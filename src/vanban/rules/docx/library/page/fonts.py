"""Fonts: ND30-P-007, P-008 (PLI-I-I.4)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.layout.look import Look
from vanban.layout.symbol_fonts import is_symbol_font
from vanban.messages import _
from vanban.patterns import later
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_text, tell_once
from vanban.rules.docx.views.letters import Stretch, stretches

_LEGACY = later(r"(?i)^(?:\.vn|vni[- ]|vk |svn-times|vntime)")
"""Names of the fonts of TCVN3 and VNI."""
_SIGNS = later(r"(?i)symbol|emoji|ms gothic|cambria math")
"""Fonts that have letters too, and are there for their signs."""


def other(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Letters in another font than the standard's; symbols may be in theirs."""
    wanted = seen.standard.page.phong_chu
    for font, found in seen.view(_by_font).items():
        if _LEGACY.match(font) or is_symbol_font(font):
            continue
        mine = found
        if _SIGNS.search(font):
            mine = [s for s in found if any(c.isalpha() and c < "\u2000" for c in s.run.text)]
        if mine:
            told = _("Phông chữ «{font}», phải là {wanted}.").format(font=font, wanted=wanted)
            fix = mending(*(of_text(s.piece, font=wanted) for s in mine))
            yield tell_once(rule, seen, [s.piece for s in mine], told, fix=fix)


def legacy(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Fonts from before Unicode."""
    for font, found in seen.view(_by_font).items():
        if _LEGACY.match(font):
            told = _("Phông chữ cũ «{font}» không dùng bảng mã Unicode; phải là {wanted}.")
            message = told.format(font=font, wanted=seen.standard.page.phong_chu)
            yield tell_once(rule, seen, [s.piece for s in found], message)


def _plain(font: str) -> str:
    """A font's name without blanks and capitals.

    >>> _plain("Times New Roman Bold").startswith(_plain("TimesNewRoman"))
    True
    """
    return font.replace(" ", "").lower()


def _by_font(seen: Observed) -> dict[str, list[Stretch]]:
    """The stretches in each font that their letters really use, but the standard's."""
    wanted = _plain(seen.standard.page.phong_chu)
    found: dict[str, list[Stretch]] = {}

    def is_wanted(font: str) -> bool:
        return _plain(font).startswith(wanted)

    def is_odd(look: Look) -> bool:
        return not (is_wanted(look.font) and is_wanted(look.font_accented))

    for stretch in stretches(seen, is_odd):
        for font in stretch.run.fonts:
            if not is_wanted(font):
                found.setdefault(font, []).append(stretch)
    return found
