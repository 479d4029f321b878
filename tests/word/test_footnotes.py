"""Native footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree
from msgspec.structs import replace

from vanban.model.blocks import CuocChu, Doan
from vanban.model.inlines import NoteRef, Run
from vanban.model.van_ban import VanBan
from vanban.word import blank, footnotes
from vanban.word.body import BodyWriter
from vanban.word.ooxml import ROOT

BODY = (Doan((Run("Một"), NoteRef("a"), Run(", hai"), NoteRef("b"), Run(", lại"), NoteRef("a"))),)
NOTES = (CuocChu("a", (Run("Chú một."),)), CuocChu("b", (Run("Chú hai."),)))


def test_marks_refer_to_notes_by_id(writer_of: Callable[..., BodyWriter]) -> None:
    writer = writer_of(*BODY, cuoc_chu=NOTES)
    xml = writer.write(BODY, ("noi_dung",))
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"', xml) == ["1", "2"]
    assert re.findall(r'<w:footnote w:id="(\d+)"', writer.footnotes()) == ["1", "2"]


def test_a_note_referred_to_again_repeats_its_number(writer_of: Callable[..., BodyWriter]) -> None:
    xml = writer_of(*BODY, cuoc_chu=NOTES).write(BODY, ("noi_dung",))
    assert "NOTEREF _cc1 \\h" in xml
    assert 'w:name="_cc1"' in xml


def test_notes_follow_those_of_the_template(writer_of: Callable[..., BodyWriter]) -> None:
    writer = writer_of(*BODY, cuoc_chu=NOTES)
    after = BodyWriter.of(
        VanBan(loai="", noi_dung=BODY, cuoc_chu=NOTES), replace(writer.around, last_note=7)
    )
    xml = after.write(BODY, ("noi_dung",))
    assert re.findall(r'<w:footnoteReference w:id="(\d+)"', xml) == ["8", "9"]
    assert re.findall(r'<w:footnote w:id="(\d+)"', after.footnotes()) == ["8", "9"]
    assert "NOTEREF _cc8 \\h" in xml
    assert re.sub("<[^>]+>", "", xml).endswith("lại NOTEREF _cc8 \\h 1")


def test_the_separators_are_no_notes() -> None:
    empty = blank.empty_footnotes()
    assert footnotes.last(empty) == 0
    assert footnotes.last(footnotes.part(empty, footnotes.footnote(5, "VBCuocChu", ""))) == 5


def test_old_templates_number_their_separators_from_0_to_1() -> None:
    old = '<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="1" w:type="x"/>'
    assert footnotes.last(old) == 1


def test_the_part_stays_well_formed() -> None:
    whole = footnotes.part(blank.empty_footnotes(), footnotes.footnote(1, "VBCuocChu", ""))
    assert len(etree.fromstring(whole.encode())) == 3


def test_bookmarks_keep_away_from_those_of_a_template(written: Callable[..., str]) -> None:
    xml = written(*BODY, cuoc_chu=NOTES)
    etree.fromstring(f"<x {ROOT}>{xml}</x>")
    ids = re.findall(r'<w:bookmark(?:Start|End) w:id="(\d+)"', xml)
    assert len(set(ids)) == 2
    assert all(int(found) > 10_000 for found in ids)
