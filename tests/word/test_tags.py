"""What docxtpl makes of a part is asked once, whichever run needs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban import cache
from vanban.word import tags

XML = "<w:p><w:r><w:t>{{ so</w:t></w:r><w:r><w:t>_hieu }}</w:t></w:r></w:p>"


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that docxtpl was asked about; what it answers is kept."""
    from docxtpl import DocxTemplate

    real, texts = DocxTemplate.patch_xml, list[str]()

    def counted(_self: object, xml: str) -> str:
        texts.append(xml)
        return str(real(None, xml))

    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    monkeypatch.setattr(DocxTemplate, "patch_xml", counted)
    return texts


def test_the_same_text_is_patched_once(asked: list[str]) -> None:
    first = tags.patch(XML)
    assert "{{ so_hieu }}" in first
    assert tags.patch(XML) == first
    assert tags.patch(XML + " ") != ""
    assert asked == [XML, XML + " "]


def test_another_docxtpl_is_asked_again(asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    tags.patch(XML)
    monkeypatch.setattr(tags, "_release", lambda: "another")
    tags.patch(XML)
    assert asked == [XML, XML]


def test_without_a_folder_it_is_asked_every_time(
    asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.VARIABLE, "")
    assert tags.patch(XML) == tags.patch(XML)
    assert asked == [XML, XML]
