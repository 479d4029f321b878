"""The examples: one for every type, each as an office would want to send it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from vanban import api, plugins
from vanban.findings import Severity
from vanban.layout.document import Layout
from vanban.word.reader import read

FOLDER = Path(__file__).parents[1] / "examples"
EXAMPLES = sorted(
    path
    for path in FOLDER.rglob("*.yaml")
    if path.name != "vanban.yaml" and not path.name.endswith(".mau.yaml")
)
TYPES = sorted(plugins.registry().types)
QUOC_HIEU = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def name(path: Path) -> str:
    return path.relative_to(FOLDER).with_suffix("").as_posix()


each_example = pytest.mark.parametrize("path", EXAMPLES, ids=name)


@cache
def reading(path: Path) -> api.Reading:
    return api.read(path, use_profile=False)


@cache
def rendered(path: Path) -> bytes:
    return api.render(reading(path), offline=True)


@cache
def layout(path: Path) -> Layout:
    return read(rendered(path))


def pieces(path: Path) -> list[str]:
    """The pieces of the form of an example, from top to bottom."""
    known = plugins.registry()
    kind = known.document_type(reading(path).doc.loai)
    return [piece.phan for piece in known.standard(kind.tieu_chuan).forms[kind.mau].trinh_bay]


def test_there_is_an_example_for_every_type() -> None:
    shown = {reading(path).doc.loai for path in EXAMPLES}
    assert [slug for slug in TYPES if slug not in shown] == []


@each_example
def test_checking_finds_no_error_and_no_warning(path: Path) -> None:
    findings = api.check(reading(path)).findings
    assert [str(f) for f in findings if f.severity is not Severity.INFO] == []


@each_example
def test_the_validator_finds_no_fault(path: Path, faults: Callable[..., object]) -> None:
    assert faults({path.stem: rendered(path)}) == {}


@each_example
def test_it_reads_back_with_what_its_form_begins_with(path: Path) -> None:
    copied = "dau_ban_sao" in pieces(path)
    assert copied or (QUOC_HIEU in layout(path).text) == ("dau_trang" in pieces(path))


@each_example
def test_its_name_is_printed_in_capitals(path: Path) -> None:
    kind = plugins.registry().document_type(reading(path).doc.loai)
    electronic = "dau_ban_sao" in pieces(path) and reading(path).doc.hinh_thuc == "dien-tu"
    if "ten_loai" in pieces(path) or ("dau_ban_sao" in pieces(path) and not electronic):
        assert kind.ten_in.upper() in layout(path).text


@each_example
def test_no_tag_and_no_blank_value_is_printed(path: Path) -> None:
    text = layout(path).text
    for leftover in ("{{", "{%", "None", ";;", ";."):
        assert leftover not in text


@each_example
def test_every_signer_is_on_the_page(path: Path) -> None:
    names = [ky.ho_ten for ky in reading(path).doc.ky if ky.ho_ten]
    electronic = "dau_ban_sao" in pieces(path) and reading(path).doc.hinh_thuc == "dien-tu"
    text = layout(path).text
    assert electronic or [one for one in names if one not in text] == []


@each_example
def test_it_gives_the_same_bytes_again(path: Path) -> None:
    assert api.render(reading(path), offline=True) == rendered(path)
