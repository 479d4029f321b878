"""``vanban fix``: what it mends, what it leaves, what it never touches."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Vanban = Callable[..., Any]

SOURCE = """\
# Kế hoạch của Văn phòng
loai: ke-hoach        # loại
co_quan: {ban_hanh: Sở Nội vụ, viet_tat: SNV}
trich_yeu: "Công tác kế hoạch năm 2026."

noi_dung: |

  1. Lập kế hoạch.
     2. Thực hiện kế hoạch.
ky: {chuc_vu: Giám đốc}
noi_nhan:
- Các phòng   # tất cả
luu: VT
"""
MENDED = SOURCE.replace("2026.", "2026")
ONLY = ("--select", "ND30-T-006,ND30-T-012")


def test_a_mending_keeps_comments_order_and_layout(vanban: Vanban) -> None:
    ran = vanban("fix", "a.yaml", *ONLY, files={"a.yaml": SOURCE})
    assert ran.code == 0
    assert (ran.folder / "a.yaml").read_text("utf-8") == MENDED
    assert "a.yaml:4:39: đã sửa ND30-T-006" in ran.err
    assert "sửa 1 chỗ, còn 0 phát hiện." in ran.err


def test_mending_twice_changes_nothing_more(vanban: Vanban) -> None:
    vanban("fix", "a.yaml", *ONLY, files={"a.yaml": SOURCE})
    ran = vanban("fix", "a.yaml", *ONLY)
    assert "sửa 0 chỗ" in ran.err
    assert (ran.folder / "a.yaml").read_text("utf-8") == MENDED


def test_a_diff_writes_nothing(vanban: Vanban) -> None:
    ran = vanban("fix", "a.yaml", "--diff", *ONLY, files={"a.yaml": SOURCE})
    assert '-trich_yeu: "Công tác kế hoạch năm 2026."\n+trich_yeu: "Công' in ran.text
    assert (ran.folder / "a.yaml").read_text("utf-8") == SOURCE


def test_the_result_may_go_elsewhere(vanban: Vanban) -> None:
    ran = vanban("fix", "a.yaml", "-o", "b.yaml", *ONLY, files={"a.yaml": SOURCE})
    assert (ran.folder / "b.yaml").read_text("utf-8") == MENDED
    assert (ran.folder / "a.yaml").read_text("utf-8") == SOURCE
    again = vanban("fix", "a.yaml", "-o", "b.yaml", *ONLY)
    assert (again.code, "--force" in again.err) == (2, True)


def test_standard_input_goes_to_standard_output(vanban: Vanban) -> None:
    ran = vanban("fix", "-", *ONLY, stdin=SOURCE.encode())
    assert (ran.code, ran.text) == (0, MENDED)


def test_line_ends_and_the_mark_of_the_file_stay(vanban: Vanban) -> None:
    windows = b"\xef\xbb\xbf" + SOURCE.replace("\n", "\r\n").encode()
    ran = vanban("fix", "a.yaml", *ONLY, files={"a.yaml": windows})
    expected = b"\xef\xbb\xbf" + MENDED.replace("\n", "\r\n").encode()
    assert (ran.folder / "a.yaml").read_bytes() == expected


def test_what_may_touch_the_wording_needs_the_option(vanban: Vanban) -> None:
    source = SOURCE.replace('"Công tác kế hoạch năm 2026."', "V/v kế hoạch năm 2026")
    ran = vanban("fix", "a.yaml", *ONLY, files={"a.yaml": source})
    assert (ran.folder / "a.yaml").read_text("utf-8") == source
    assert "1 chỗ sửa được khi thêm --unsafe" in ran.err
    ran = vanban("fix", "a.yaml", "--unsafe", *ONLY)
    assert "trich_yeu: Về việc kế hoạch năm 2026\n" in (ran.folder / "a.yaml").read_text("utf-8")


def test_what_the_source_spells_otherwise_is_left(vanban: Vanban) -> None:
    folded = SOURCE.replace('"Công tác kế hoạch năm 2026."', ">\n  Công tác kế hoạch\n  năm 2026.")
    ran = vanban("fix", "a.yaml", *ONLY, files={"a.yaml": folded})
    assert (ran.folder / "a.yaml").read_text("utf-8") == folded
    assert "sửa 0 chỗ, còn 1 phát hiện" in ran.err


def test_what_stands_in_the_profile_is_left(vanban: Vanban) -> None:
    profile = "trich_yeu: Công tác năm 2026.\n"
    source = "loai: ke-hoach\nnoi_dung: Một.\n"
    ran = vanban("fix", "a.yaml", *ONLY, files={"a.yaml": source, "vanban.yaml": profile})
    assert (ran.folder / "vanban.yaml").read_text("utf-8") == profile
    assert "sửa 0 chỗ, còn 1 phát hiện" in ran.err


def test_what_cannot_be_read_stops_no_other_file(vanban: Vanban) -> None:
    ran = vanban("fix", "x.yaml", "a.yaml", *ONLY, files={"a.yaml": SOURCE, "x.yaml": "x"})
    assert ran.code == 2
    assert (ran.folder / "a.yaml").read_text("utf-8") == MENDED
    assert (ran.folder / "x.yaml").read_text("utf-8") == "x"


def test_an_error_that_is_left_is_an_exit_code(vanban: Vanban) -> None:
    source = SOURCE.replace("2. Thực", "5. Thực")
    ran = vanban("fix", "a.yaml", "--select", "ND30-S-010", files={"a.yaml": source})
    assert (ran.code, "còn 1 phát hiện" in ran.err) == (1, True)


@pytest.mark.parametrize("name", ["a.json", "a.txt"])
def test_other_forms_are_mended_too(vanban: Vanban, name: str) -> None:
    texts = {
        "a.json": '{"loai": "ke-hoach", "trich_yeu": "Công tác năm 2026.", "noi_dung": "Một."}\n',
        "a.txt": "loai: ke-hoach\ntrich_yeu: Công tác năm 2026.\n---\nMột.\n",
    }
    ran = vanban("fix", name, *ONLY, files={name: texts[name]})
    assert (ran.folder / name).read_text("utf-8") == texts[name].replace("2026.", "2026")


def test_a_diff_of_a_file_with_other_line_ends_can_be_applied(vanban: Vanban) -> None:
    import subprocess

    source = SOURCE.replace("\n", "\r\n").rstrip()
    ran = vanban("fix", "a.yaml", "--diff", *ONLY, files={"a.yaml": source.encode()})
    assert "có 1 chỗ sửa được" in ran.err
    (ran.folder / "a.diff").write_bytes(ran.out)
    patch = ("patch", "--binary", "-s", "a.yaml", "a.diff")
    subprocess.run(patch, cwd=ran.folder, check=True)
    after = (ran.folder / "a.yaml").read_bytes().decode()
    assert after == MENDED.replace("\n", "\r\n").rstrip()


def test_one_fix_that_does_harm_does_not_hold_up_the_others(vanban: Vanban) -> None:
    lines = "".join(f"  {n}. Việc  thứ {n} của phòng ,ban.\n" for n in range(1, 20))
    source = SOURCE.replace("  1. Lập kế hoạch.\n     2. Thực hiện kế hoạch.\n", lines)
    rules = ("--select", "TXT-003,TXT-004,TXT-005")
    ran = vanban("fix", "a.yaml", *rules, files={"a.yaml": source})
    assert "còn 0 phát hiện" in ran.err
    after = (ran.folder / "a.yaml").read_text("utf-8")
    assert after == source.replace("Việc  thứ", "Việc thứ").replace(" ,ban", ", ban")


@pytest.mark.parametrize(
    "arguments",
    [("-", "a.yaml"), ("a.yaml", "--force"), ("a.yaml", "--diff", "-o", "b"), ("", "a.yaml")],
)
def test_options_that_make_no_sense_together_are_refused(
    vanban: Vanban, arguments: tuple[str, ...]
) -> None:
    ran = vanban("fix", *arguments, files={"a.yaml": SOURCE})
    assert ran.code == 2
    assert (ran.folder / "a.yaml").read_text("utf-8") == SOURCE
