"""Which fixes go together, and the proof that nothing else changed."""

from __future__ import annotations

from vanban import api
from vanban.findings import Edit, Finding, Fix, Severity
from vanban.rules.fixes import JOIN, compatible, edits_of, unchanged_elsewhere

SOURCE = """\
loai: ke-hoach
trich_yeu: Công tác năm 2026.
ky_hieu: KH - SNV
noi_dung: |
  1. **Một** hai.
  a. Ba
  bốn năm.
noi_nhan:
  - Các phòng
  - Các phòng
"""


def fixing(*edits: Edit, safe: bool = True) -> Finding:
    return Finding("X-001", Severity.INFO, "", fix=Fix(edits, safe))


def proven(*edits: Edit) -> bool:
    """Whether these edits of the source change what they say and nothing else."""
    text = SOURCE
    for edit in sorted(edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    before = api.read("a.yaml", data=SOURCE.encode(), use_profile=False)
    after = api.read("a.yaml", data=text.encode(), use_profile=False)
    edits_in_order = sorted(edits, key=lambda edit: edit.start)
    return unchanged_elsewhere(before.doc, before.origin, edits_in_order, after.doc)


def replacing(old: str, new: str) -> Edit:
    at = SOURCE.index(old)
    return Edit(at, at + len(old), new)


def test_of_fixes_that_touch_the_first_is_made() -> None:
    one, two, three = fixing(Edit(0, 5, "")), fixing(Edit(3, 8, "")), fixing(Edit(5, 6, ""))
    assert compatible([one, two, three]) == [one, three]
    assert compatible([fixing(Edit(4, 4, "a")), fixing(Edit(4, 4, "b"))]) == [
        fixing(Edit(4, 4, "a"))
    ]


def test_unsafe_fixes_are_made_when_asked() -> None:
    one = fixing(Edit(0, 1, ""), safe=False)
    assert compatible([one]) == []
    assert compatible([one], unsafe=True) == [one]
    assert compatible([Finding("X-001", Severity.INFO, "")]) == []


def test_edits_come_in_the_order_of_the_source() -> None:
    found = edits_of([fixing(Edit(7, 8, "")), fixing(Edit(1, 2, ""), Edit(9, 9, "x"))])
    assert [edit.start for edit in found] == [1, 7, 9]


def test_an_edit_of_a_text_changes_that_text() -> None:
    assert proven(replacing("2026.", "2026"))
    assert proven(replacing("KH - SNV", "KH-SNV"))
    assert proven(replacing("Một", "Mốt"), replacing(" hai", "  hai"))


def test_an_edit_of_a_mark_may_change_the_mark() -> None:
    at = SOURCE.index("a. Ba")
    assert proven(Edit(at, at + 2, "a)"))


def test_a_list_item_may_go() -> None:
    at = SOURCE.rindex("  - Các phòng\n")
    assert proven(Edit(at, len(SOURCE), ""))


def test_a_line_may_be_joined_to_the_next() -> None:
    at = SOURCE.index("Ba\n") + 2
    assert proven(Edit(at, at, JOIN))


def test_what_changes_more_than_its_text_is_no_fix() -> None:
    assert not proven(replacing("Một", "Một*"), replacing(" hai.", ".\n  2. Hai."))
    assert not proven(replacing("Ba", "[^1] Ba\n  [^1]: Chú"))
    assert not proven(replacing("trich_yeu", "so"))
    assert not proven(replacing("  1. **Một** hai.\n", ""), replacing("Công", "Công"))


def test_an_edit_that_changes_nothing_proves_nothing_wrong() -> None:
    assert proven(Edit(0, len(SOURCE), SOURCE))
