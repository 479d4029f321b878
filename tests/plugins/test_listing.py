"""Who contributes what."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from vanban.plugins.listing import contributors


def test_each_contributor_is_listed_with_what_it_brings(
    with_plugin: Callable[..., Any], type_file: Callable[..., Path]
) -> None:
    known = with_plugin(
        document_types=[type_file(slug="giay-ra-vao")], commands={"dem": "goi:lenh"}
    )
    core, mine = contributors(known)
    assert core.origin == "vanban"
    assert "ke-hoach" in core.brings["vanban_document_types"]
    assert "ND30-T-006" in core.brings["vanban_rules"]
    assert mine.origin == "vanban-thu 1.0"
    assert dict(mine.brings) == {
        "vanban_document_types": ("giay-ra-vao",),
        "vanban_commands": ("dem",),
    }
