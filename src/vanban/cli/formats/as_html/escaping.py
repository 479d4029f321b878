"""Text as HTML."""

from __future__ import annotations

from html import escape

from vanban.patterns import later

_FORBIDDEN = later(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What HTML cannot hold, and what would turn the order of the letters around."""
_BREAKS = str.maketrans("\v\f", "\n\n")


def escaped(text: str) -> str:
    """A text as HTML shows it, fit for an attribute too.

    >>> escaped('<b> & "x"')
    '&lt;b&gt; &amp; &quot;x&quot;'
    """
    return escape(_FORBIDDEN.sub("?", text.translate(_BREAKS)))
