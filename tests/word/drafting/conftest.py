"""Documents drafted from pages that are made by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from vanban import resources
from vanban.layout.document import Layout
from vanban.standards.load import Standard
from vanban.standards.types import read as read_type
from vanban.word.drafting import Draft, draft
from vanban.word.recognize import recognize


@pytest.fixture
def drafted(nd30: Standard) -> Callable[..., Draft]:
    """``drafted(layout, "cong-van")``: the document of a layout, taken for a type."""

    def make(layout: Layout, loai: str, **_more: Any) -> Draft:
        kind = read_type(resources.standards() / "nd30" / "types" / f"{loai}.yaml")
        return draft(recognize(layout), loai, kind, nd30.forms[kind.mau])

    return make
