"""A source to start from: everything in it is explained, and it is read without a word."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from vanban import api, plugins
from vanban.errors import PluginError
from vanban.model import fields
from vanban.model.fields import Field, Many, Record, Text
from vanban.sources.skeleton import build
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType

TYPES = sorted(plugins.registry().types)


@pytest.mark.parametrize("slug", TYPES)
def test_comments_explain_every_key(slug: str) -> None:
    lines = api.skeleton(slug).splitlines()
    for above, line in pairwise(lines):
        if line and not line.startswith((" ", "#", "co_quan", "loai", "dia_danh", "trich_yeu")):
            assert above.startswith("#"), line


@pytest.mark.parametrize("slug", TYPES)
def test_both_forms_say_the_same(slug: str, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(api.skeleton(slug), "utf-8")
    (tmp_path / "a.txt").write_text(api.skeleton(slug, head_and_text=True), "utf-8")
    read = [api.load(tmp_path / name, use_profile=False) for name in ("a.yaml", "a.txt")]
    assert read[0] == read[1]


def test_the_fields_of_a_type_are_shown(nd30: Standard, ke_hoach: DocumentType) -> None:
    own = (
        Field("thoi_gian", fields.Time(), "Thời gian", "VD: 8 giờ"),
        Field("kinh_moi", Many(Text()), "Kính mời"),
        Field("nguoi", Record((Field("ho_ten", Text(), "Họ tên"),)), "Người"),
        Field("het_han", fields.Day(), "Hết hạn"),
    )
    kind = replace(ke_hoach, truong=own)
    text = build(kind, nd30.forms[kind.mau])
    assert '# Thời gian: VD: 8 giờ\nthoi_gian: "[Thời gian]"\n' in text
    assert '# Kính mời\nkinh_moi:\n  - "[Kính mời]"\n' in text
    assert '# Người\nnguoi:\n  ho_ten: "[Họ tên]"\n' in text
    assert "# Hết hạn\n# het_han: 07/11/2026\n" in text


def test_components_that_a_form_has_no_place_for_are_left_out(
    nd30: Standard, ke_hoach: DocumentType
) -> None:
    form = nd30.forms[ke_hoach.mau]
    bare = replace(form, cho_phep=(), bat_buoc=())
    plain_kind = replace(ke_hoach, cho_phep=(), bat_buoc=())
    assert "kinh_gui" not in build(plain_kind, bare)
    assert "can_cu" not in build(plain_kind, bare)


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(PluginError, match="ke-hoach"):
        api.skeleton("ke-hoac")


def test_a_standard_may_say_the_lines_of_a_component(
    nd30: Standard, ke_hoach: DocumentType
) -> None:
    own = {"co-quan": "co_quan:\n  ban_hanh: Tỉnh ủy\n", "chuc-vu": "  chuc_vu: Bí thư\n"}
    text = build(ke_hoach, nd30.forms[ke_hoach.mau], own)
    assert "co_quan:\n  ban_hanh: Tỉnh ủy\n" in text
    assert "ky:\n  chuc_vu: Bí thư\n" in text
    assert "UBND" not in text
    assert "noi_nhan:" in text
