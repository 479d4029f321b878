"""The parts that are the same in every shipped template."""

from __future__ import annotations

import posixpath
import re

import pytest
from lxml import etree

from vanban.standards.load import Standard
from vanban.word import blank

DOCUMENT = "<w:document/>"


@pytest.fixture(params=["14", "13"])
def parts(nd30: Standard, request: pytest.FixtureRequest) -> dict[str, str]:
    return dict(blank.parts(nd30, request.param, DOCUMENT))


def targets(relationships: str) -> dict[str, str]:
    root = etree.fromstring(relationships.encode())
    return {str(child.get("Id")): str(child.get("Target")) for child in root}


def test_every_part_is_xml(parts: dict[str, str]) -> None:
    for name, xml in parts.items():
        if name != "word/document.xml":
            etree.fromstring(xml.encode())


def test_the_document_stays_as_it_was_given(parts: dict[str, str]) -> None:
    assert parts["word/document.xml"] == DOCUMENT


def test_every_part_has_a_content_type_and_every_type_a_part(parts: dict[str, str]) -> None:
    named = set(re.findall('PartName="/([^"]+)"', parts["[Content_Types].xml"]))
    assert named == {name for name in parts if name.endswith(".xml") and name[0] != "["}


@pytest.mark.parametrize("name", ["_rels/.rels", "word/_rels/document.xml.rels"])
def test_every_relationship_leads_to_a_part(parts: dict[str, str], name: str) -> None:
    folder = posixpath.dirname(posixpath.dirname(name))
    found = {posixpath.join(folder, target) for target in targets(parts[name]).values()}
    assert found <= set(parts)


def test_the_section_refers_to_headers_and_footers_that_there_are(
    nd30: Standard, parts: dict[str, str]
) -> None:
    known = targets(parts["word/_rels/document.xml.rels"])
    used = re.findall('w:type="(\\w+)" r:id="(\\w+)"', blank.section(nd30))
    assert [(kind, known[target]) for kind, target in used] == [
        ("default", "header1.xml"),
        ("first", "header2.xml"),
        ("default", "footer2.xml"),
        ("first", "footer1.xml"),
    ]


def test_pages_are_numbered_in_the_default_header_alone(parts: dict[str, str]) -> None:
    assert [name for name, xml in parts.items() if " PAGE " in xml] == ["word/header1.xml"]


def test_only_the_stories_of_page_1_have_tags(parts: dict[str, str]) -> None:
    tagged = [name for name, xml in parts.items() if "{{" in xml]
    assert tagged == ["docProps/core.xml", "word/header2.xml", "word/footer1.xml"]


def test_the_section_is_an_a4_page_with_the_margins_of_the_standard(nd30: Standard) -> None:
    section = blank.section(nd30)
    assert '<w:pgSz w:w="11906" w:h="16838"/>' in section
    assert 'w:top="1134" w:right="850" w:bottom="1134" w:left="1701"' in section


def test_footnotes_begin_with_the_separators_that_word_wants() -> None:
    assert re.findall('w:type="(\\w+)" w:id="(-?\\d)"', blank.empty_footnotes()) == [
        ("separator", "-1"),
        ("continuationSeparator", "0"),
    ]
