"""Parts that documents of a type have."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from vanban import api
from vanban.hookspecs import hookimpl
from vanban.plugins import Registry, build

TYPE = "phan:\n  - {ten: Mục đích, nhan: [mục tiêu]}\n  - Tổ chức thực hiện\n"


@pytest.fixture
def known(tmp_path: Path, type_file: Callable[..., Path]) -> Registry:
    rules = tmp_path / "rules.yaml"
    rules.write_text("TINH-001: {ten: Thử, muc: info, kieu: sections}\n", "utf-8")
    plugin = SimpleNamespace(
        vanban_rules=hookimpl(specname="vanban_rules")(lambda: [rules]),
        vanban_document_types=hookimpl(specname="vanban_document_types")(lambda: [type_file(TYPE)]),
    )
    return build([("vanban-tinh 1.0", plugin)])


@pytest.mark.parametrize(
    ("body", "lacking"),
    [
        ("I. MỤC ĐÍCH, YÊU CẦU\n  1. Một.\n  II. TỔ CHỨC THỰC HIỆN\n  1. Hai.", 0),
        ("I. MỤC TIÊU\n  1. Một.\n  II. Về tổ chức thực hiện\n  1. Hai.", 0),
        ("1. Mục đích: một.\n  2. Tổ chức thực hiện: hai.", 0),
        ("I. MỤC ĐÍCH\n  1. Một.", 1),
        ("Một đoạn về mục đích.", 2),
    ],
)
def test_a_part_is_known_by_its_heading(known: Registry, body: str, lacking: int) -> None:
    source = f"loai: loai-moi\nnoi_dung: |\n  {body}\n"
    reading = api.read("a.yaml", data=source.encode(), use_profile=False, registry=known)
    rules = api.selected(known, ["TINH-001"])
    assert len(api.check(reading, rules=rules, registry=known).findings) == lacking
