"""``vanban check``: reports for people and programs, exit codes, selection, baselines, folders."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pytest

from vanban.cli.check import codes

Vanban = Callable[..., Any]

FAULTY = """\
loai: ke-hoach
trang_thai: ban-hanh
co_quan: {ban_hanh: Sở Nội vụ, viet_tat: SNV}
so: 12
dia_danh: Huế
ngay: 2026-03-05
trich_yeu: Công tác năm 2026.
noi_dung: |
  1. Một.
  3. Ba.
ky: {chuc_vu: Giám đốc, ho_ten: Lê Văn An}
noi_nhan:
  - Các phòng
luu: VT
"""
GAP = "a.yaml:10:3: lỗi ND30-S-010: Số thứ tự «3.» không nối tiếp số trước nó; ở đây phải là «2.»."
TWO = ("--select", "ND30-S-010,ND30-T-006")


def files(vanban: Vanban, *arguments: str, **sources: str) -> Any:
    return vanban("check", *arguments, files={f"{n}.yaml": text for n, text in sources.items()})


def test_a_finding_shows_its_line_with_the_place_underlined(vanban: Vanban) -> None:
    ran = files(vanban, "a.yaml", *TWO, a=FAULTY)
    assert ran.code == 1
    assert ran.text.splitlines() == [
        "a.yaml:7:29: cảnh báo ND30-T-006: Thừa dấu «.» ở cuối trích yếu. [Mẫu 1.1–1.10]"
        " (vanban fix sửa được)",
        "  7 │ trich_yeu: Công tác năm 2026.",
        "    │                             ^",
        GAP,
        "  10 │   3. Ba.",
        "     │   ^^",
        "",
        "1 tệp, 1 lỗi, 1 cảnh báo, 0 lưu ý; đã xét 100% số quy tắc áp dụng được.",
    ]
    assert "\x1b[" not in ran.text


def test_a_long_line_is_shown_around_its_place(vanban: Vanban) -> None:
    long = FAULTY.replace("  1. Một.\n", f"  1. {'chữ ' * 80}; trích yếu  ở đây.\n")
    ran = files(vanban, "a.yaml", "--select", "ND30-S-010", a=long)
    assert all(len(line) < 130 for line in ran.text.splitlines())


def test_a_clean_file_says_how_much_was_looked_at(vanban: Vanban) -> None:
    clean = FAULTY.replace("3. Ba", "2. Hai").replace("2026.\nnoi", "2026\nnoi")
    ran = files(vanban, "a.yaml", *TWO, a=clean)
    assert (ran.code, ran.text) == (
        0,
        "1 tệp, 0 lỗi, 0 cảnh báo, 0 lưu ý; đã xét 100% số quy tắc áp dụng được.\n",
    )


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--select", "ND30-T-006"), 0),
        (("--select", "ND30-T-006", "--fail-on", "warning"), 1),
        (("--select", "ND30-S-010"), 1),
        (("--select", "ND30-S", "--ignore", "ND30-S-010"), 0),
    ],
)
def test_errors_fail_and_warnings_when_asked(
    vanban: Vanban, more: tuple[str, ...], code: int
) -> None:
    assert files(vanban, "a.yaml", *more, a=FAULTY).code == code


def test_json_has_the_promised_form(vanban: Vanban) -> None:
    ran = files(vanban, "a.yaml", *TWO, "--format", "json", a=FAULTY)
    told = json.loads(ran.text)
    (file,) = told["files"]
    subject, gap = file["findings"]
    assert (told["version"], file["path"], file["evaluated"], file["not_evaluated"]) == (
        1, "a.yaml", 2, [],
    )  # fmt: skip
    assert gap == {
        "rule": "ND30-S-010",
        "severity": "error",
        "message": "Số thứ tự «3.» không nối tiếp số trước nó; ở đây phải là «2.».",
        "basis": gap["basis"],
        "location": {
            "line": 10, "column": 3, "path": "noi_dung.1", "paragraph": None, "part": None,
            "quote": "3.",
        },
        "fix": gap["fix"],
    }  # fmt: skip
    edit = subject["fix"]["edits"][0]
    assert subject["fix"]["safety"] == "safe"
    assert FAULTY[edit["start"] : edit["end"]] == "."
    assert edit["text"] == ""


def test_unreadable_input_is_a_finding_and_the_others_are_checked(vanban: Vanban) -> None:
    ran = files(vanban, "b.yaml", "a.yaml", "khong-co.yaml", *TWO, "--format", "json",
                a=FAULTY, b="loai: ke-hoach\nsai: 1\n")  # fmt: skip
    assert ran.code == 2
    first, second, third = json.loads(ran.text)["files"]
    (finding,) = first["findings"]
    assert (finding["rule"], finding["severity"]) == ("META-004", "error")
    assert finding["location"]["line"] == 2
    assert "«sai»" in finding["message"]
    assert len(second["findings"]) == 2
    assert third["findings"][0]["rule"] == "META-004"


def test_unreadable_input_is_told_to_people_with_its_way_out(vanban: Vanban) -> None:
    ran = files(vanban, "b.yaml", b="loai: ke-hoach\ntrich_yêu: 1\nsai: 2\n")
    assert ran.code == 2
    assert "b.yaml:3:1: lỗi: Không có trường «sai»." in ran.text
    assert "1 tệp không đọc được" in ran.text
    assert "Traceback" not in ran.text + ran.err


def test_sarif_names_the_rules_that_it_uses(vanban: Vanban) -> None:
    log = json.loads(files(vanban, "a.yaml", *TWO, "--format", "sarif", a=FAULTY).text)
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert {rule["id"] for rule in run["tool"]["driver"]["rules"]} == {"ND30-S-010", "ND30-T-006"}
    region = run["results"][1]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 10, "startColumn": 3, "endColumn": 5}
    assert [result["level"] for result in run["results"]] == ["warning", "error"]


def test_junit_fails_a_case_for_each_finding(vanban: Vanban) -> None:
    ran = files(vanban, "a.yaml", "b.yaml", *TWO, "--format", "junit", a=FAULTY, b="x")
    suites = ElementTree.fromstring(ran.text)
    assert [(s.get("name"), s.get("failures"), s.get("errors")) for s in suites] == [
        ("a.yaml", "2", "0"),
        ("b.yaml", "0", "1"),
    ]


def test_a_baseline_is_written_once_and_then_passed_over(vanban: Vanban) -> None:
    more = ("a.yaml", *TWO, "--baseline", "biet.json")
    first = files(vanban, *more, a=FAULTY)
    assert (first.code, "Đã ghi 2 phát hiện" in first.err) == (0, True)
    moved = FAULTY.replace("noi_dung: |\n", "noi_dung: |\n  Một đoạn mới.\n")
    again = files(vanban, *more, a=moved)
    assert (again.code, "0 lỗi, 0 cảnh báo" in again.text) == (0, True)
    worse = moved + "\n"
    worse = worse.replace("  3. Ba.\n", "  3. Ba.\n  7. Bảy.\n")
    assert files(vanban, *more, a=worse).code == 1


def test_a_broken_baseline_is_refused(vanban: Vanban) -> None:
    ran = vanban("check", "a.yaml", "--baseline", "b.json", files={"a.yaml": FAULTY, "b.json": "{"})
    assert ran.code == 2
    assert "b.json: lỗi: Không đọc được tệp phát hiện đã biết." in ran.err


def test_a_folder_means_the_documents_in_it(vanban: Vanban) -> None:
    ran = vanban(
        "check", "van-ban", "--select", "ND30-S-010", "--format", "json",
        files={
            "van-ban/b.yaml": FAULTY,
            "van-ban/2026/a.yml": FAULTY,
            "van-ban/vanban.yaml": "luu: VT\n",
            "van-ban/gm.mau.yaml": "loai: {{ loai }}\n",
            "van-ban/README.md": "# Đọc trước\n",
            "van-ban/c.txt": FAULTY.partition("noi_dung")[0] + "---\n1. Một.\n",
            "van-ban/schema.json": "{}",
            "van-ban/.git/x.yaml": "x",
        },
    )  # fmt: skip
    paths = [file["path"].replace("\\", "/") for file in json.loads(ran.text)["files"]]
    assert sorted(paths) == ["van-ban/2026/a.yml", "van-ban/b.yaml", "van-ban/c.txt"]


def test_an_empty_folder_is_told(vanban: Vanban) -> None:
    ran = vanban("check", "trong", "a.yaml", files={"trong/.giu": "", "a.yaml": FAULTY})
    assert ran.code == 2
    assert "trong: lỗi: Thư mục không có văn bản nào." in ran.text
    assert GAP in ran.text


def test_an_unknown_rule_is_told_with_the_nearest(vanban: Vanban) -> None:
    ran = files(vanban, "a.yaml", "--select", "ND30-S-O10", a=FAULTY)
    assert ran.code == 2
    assert "Không có quy tắc «ND30-S-O10»." in ran.err
    assert "Có phải «ND30-S-010» không?" in ran.err


def test_the_level_hides_and_does_not_change_the_code(vanban: Vanban) -> None:
    ran = files(vanban, "a.yaml", *TWO, "--fail-on", "warning", "--level", "error", a=FAULTY)
    assert (ran.code, "ND30-T-006" in ran.text) == (1, False)


def test_messages_are_english_when_asked(vanban: Vanban) -> None:
    ran = vanban(
        "--lang", "en", "check", "a.yaml", "--select", "ND30-S-010", files={"a.yaml": FAULTY}
    )
    assert "a.yaml:10:3: error ND30-S-010:" in ran.text


def test_many_files_are_checked_in_several_processes(vanban: Vanban) -> None:
    many = {f"t/{number:02}.yaml": FAULTY for number in range(6)}
    ran = vanban(
        "check", "t", "--jobs", "2", "--select", "ND30-S-010", "--format", "json", files=many
    )
    found = json.loads(ran.text)["files"]
    assert [len(file["findings"]) for file in found] == [1] * 6


def test_standard_input_is_checked(vanban: Vanban) -> None:
    ran = vanban("check", "-", "--select", "ND30-S-010", stdin=FAULTY.encode())
    assert (ran.code, "-:10:3: lỗi ND30-S-010" in ran.text) == (1, True)


def test_codes_may_be_listed_and_repeated() -> None:
    assert codes(("A, B", "C,")) == ("A", "B", "C")


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_json_is_json_whatever_a_file_is_called(vanban: Vanban, form: str) -> None:
    name = "a\u202e\x7f.yaml"
    ran = vanban("check", name, "--format", form, files={name: FAULTY})
    assert not {"\u202e", "\x7f"} & set(ran.out.decode())
    json.loads(ran.out)


def test_sarif_marks_words_only_where_they_stand(vanban: Vanban) -> None:
    folded = FAULTY.replace("noi_dung: |\n  1. Một.", "noi_dung: >\n  1. Một  hai.\n")
    ran = files(vanban, "a.yaml", "--format", "sarif", "--select", "TXT-003", a=folded)
    for result in json.loads(ran.out)["runs"][0]["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["startColumn"] <= len(folded.splitlines()[region["startLine"] - 1])
        assert "endColumn" not in region


def test_a_broken_plugin_is_named_by_every_command_that_needs_rules(
    with_plugin: Callable[..., Any], vanban: Vanban, tmp_path: Any
) -> None:
    (tmp_path / "rules.yaml").write_text("T-001: {ten: Thử}\n", "utf-8")
    with_plugin(rules=[tmp_path / "rules.yaml"], templates=[5])
    for command in (("check", "a.yaml"), ("fix", "a.yaml"), ("rules",), ("explain", "TXT-001")):
        ran = vanban(*command, files={"a.yaml": FAULTY})
        assert "vanban-thu 1.0" in ran.err
        assert "T-001" in ran.err


def test_nothing_judged_is_not_all_judged(vanban: Vanban) -> None:
    assert "chưa xét được quy tắc nào" in vanban("check", "khong-co.yaml").text


@pytest.mark.parametrize(
    "arguments",
    [
        ("a.yaml", "--profile", ""),
        ("a.yaml", "--baseline", ""),
        ("a.yaml", "--select", " , "),
        ("a.yaml", "--profile", "x.yaml", "--no-profile"),
        ("",),
    ],
)
def test_options_that_say_nothing_are_refused(vanban: Vanban, arguments: tuple[str, ...]) -> None:
    assert vanban("check", *arguments, files={"a.yaml": FAULTY}).code == 2
