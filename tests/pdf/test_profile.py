"""What a private profile settles."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from vanban.pdf import profile

OOR = "{http://openoffice.org/2001/registry}"


def settings(folder: Path) -> dict[str, str]:
    """The settings of a profile by name."""
    tree = ET.parse(folder / "user" / "registrymodifications.xcu")
    props = (item[0] for item in tree.getroot())
    return {prop.attrib[f"{OOR}name"]: prop[0].text or "" for prop in props}


@pytest.mark.parametrize(("pdfa", "version"), [(False, "0"), (True, "2")])
def test_the_kind_of_pdf_is_settled_in_the_profile(
    tmp_path: Path, pdfa: bool, version: str
) -> None:
    profile.write(tmp_path / "hồ sơ", pdfa=pdfa)
    assert settings(tmp_path / "hồ sơ")["SelectPdfVersion"] == version


def test_nothing_in_a_document_may_run_or_fetch(tmp_path: Path) -> None:
    profile.write(tmp_path / "a")
    found = settings(tmp_path / "a")
    assert found["DisableMacrosExecution"] == "true"
    assert found["BlockUntrustedRefererLinks"] == "true"
    assert found["Link"] == "0"
    assert found["DefaultLocale"] == "vi-VN"
