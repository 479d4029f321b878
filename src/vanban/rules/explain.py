"""The manual page of a rule: why it is there, its basis, a wrong and a right example.

Pages of shipped rules lie beside their data, in ``data/explanations``, so that a check need not
read them; a plugin may write them into the entry of the rule itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from vanban.messages import _
from vanban.rules.base import Rule
from vanban.standards.yaml_data import load

FOLDER = "explanations"


def trust(mark: str) -> str:
    """What a mark of trust means: how well the basis of a rule is known."""
    return {
        "S": _("đọc trong văn bản quy định"),
        "S-file": _("đo trong tệp của văn bản quy định"),
        "S2": _("theo nguồn thứ cấp"),
        "M": _("theo thực tiễn"),
        "?": _("chưa chắc chắn"),
    }[mark]


class Page(Struct, frozen=True):
    """The manual page of a rule.

    Attributes:
        rule: the rule.
        why: why it is there; empty when nobody said.
        remedy: how to mend what it finds.
        wrong, right: a source, or sources by the names of their files, that it blames, and
            what should stand there; None when there is none.
    """

    rule: Rule
    why: str
    remedy: str
    wrong: Example | None
    right: Example | None


Example = str | Mapping[str, str]


def page(rule: Rule) -> Page:
    """The manual page of a rule."""
    told: Mapping[str, Any] = rule.data
    if "vi_sao" not in told and rule.source:
        told = _beside(rule.source.parent / FOLDER / rule.source.name).get(rule.id, {})
    return Page(
        rule,
        told.get("vi_sao", ""),
        told.get("cach_sua", ""),
        told.get("vi_du_sai"),
        told.get("vi_du_dung"),
    )


@cache
def _beside(path: Path) -> Mapping[str, Any]:
    return load(path) if path.exists() else {}
