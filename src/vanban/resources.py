"""Where the shipped files are: inside the package, or beside it in a checkout.

A wheel carries ``templates/`` as ``vanban/templates/``; an editable install leaves it at
the top of the checkout. Both are tried, in that order.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def templates() -> Path:
    """The folder of the shipped Word templates."""
    inside = PACKAGE / "templates"
    return inside if inside.is_dir() else PACKAGE.parents[1] / "templates"


def standards() -> Path:
    """The folder of the shipped standards, one folder each."""
    return PACKAGE / "standards"


def rules() -> Path:
    """The folder of the shipped data rules."""
    return PACKAGE / "rules" / "data"


def scaffold() -> Path:
    """The package that ``vanban plugin new`` copies."""
    inside = PACKAGE / "vidu"
    return inside if inside.is_dir() else PACKAGE.parents[1] / "plugins" / "vanban-vidu"
