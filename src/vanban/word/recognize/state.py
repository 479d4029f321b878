"""What recognition gathers beside pieces: places that it is not sure of."""

from __future__ import annotations

from collections.abc import Callable

from vanban.layout.paragraph import Paragraph

Notes = Callable[[Paragraph, str], None]
"""Takes a paragraph that was not recognized for sure, and why, in Vietnamese."""
