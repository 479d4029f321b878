"""Vocabularies that several rules share: offices, provinces, abbreviations, syllables.

Each is a YAML file in ``data/lists``; a rule asks for it by name when it has to look.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from vanban import resources
from vanban.standards.yaml_data import load


@cache
def named(name: str) -> Mapping[str, Any]:
    """The entries of a list.

    Raises:
        StandardError: there is no such list, or it is no YAML.

    >>> "Giám đốc" in named("chuc-danh")["chuc_danh"]
    True
    """
    return load(resources.rules() / "lists" / f"{name}.yaml")
