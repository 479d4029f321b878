"""Cases of rules: what they say of a rule that does as they say, and of one that does not."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from vanban.hookspecs import hookimpl
from vanban.plugins import Registry, build
from vanban.testing import Case, load, load_folder

CORE = build([])
SUBJECT = "ND30-T-006"


def case(source: str, *, passes: bool = False, **expected: str) -> Case:
    return Case(SUBJECT, "thử", passes, {"source": source, **expected})


PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
"""A PNG of one pixel."""

WRONG = "trich_yeu: Công tác.\n"
FIXED = "trich_yeu: Công tác\n"


def test_a_case_that_is_right_says_nothing() -> None:
    case(FIXED, passes=True).run(CORE)
    case(WRONG, quote=".", at="1:20", severity="warning", count="1", fixed=FIXED).run(CORE)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (case(WRONG, passes=True), "ở cuối trích yếu"),
        (case(FIXED, fixed=FIXED), "finds nothing"),
        (case(WRONG, fixed=FIXED, quote=";"), "quote is '.'"),
        (case(WRONG, fixed=FIXED, at="1:1"), "at is '1:20'"),
        (case(WRONG, fixed=FIXED, severity="error"), "severity is 'warning'"),
        (case(WRONG, fixed=FIXED, count="2"), "count is '1'"),
        (case(WRONG, fixed=FIXED, says="khác"), "ở cuối trích yếu"),
        (case(WRONG), "«fixed» goes with a fix"),
        (case(WRONG, fixed=WRONG), "fixed to"),
    ],
)
def test_a_case_that_is_wrong_tells_how(wrong: Case, told: str) -> None:
    with pytest.raises(AssertionError) as caught:
        wrong.run(CORE)
    assert told in str(caught.value)
    assert "ND30-T-006: thử" in str(caught.value)


def test_a_file_holds_cases_that_pass_and_fail(tmp_path: Path) -> None:
    file = tmp_path / "ND30-T-006.yaml"
    file.write_text(
        "today: 2026-01-02\npass:\n  một: |\n    so: 1\n"
        "fail:\n  hai: {source: 'x: 1', quote: '.'}\n",
        "utf-8",
    )
    one, two = load(file)
    assert (str(one), one.passes, one.today.year) == ("ND30-T-006: một", True, 2026)
    assert (str(two), two.data) == ("ND30-T-006: hai", {"source": "x: 1", "quote": "."})
    assert load_folder(tmp_path) == [one, two]


@pytest.mark.parametrize("text", ["sai: {}\n", "fail: {một: {source: x, khac: y}}\n"])
def test_a_file_with_other_keys_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "ND30-T-006.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match="keys are"):
        list(load(file))


def test_a_crash_of_the_rule_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    from vanban.rules.kinds import pattern

    def crash(*_arguments: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr(pattern, "_parts", crash)
    with pytest.raises(AssertionError, match="KeyError"):
        case(WRONG).run(CORE)


def with_cases(folder: Path) -> Registry:
    """The core and one rule in a folder whose cases have a base and an image of their own."""
    (folder / "cases").mkdir()
    (folder / "cases" / "base.yaml").write_text("loai: bao-cao\ntrich_yeu: Thử.\n", "utf-8")
    (folder / "cases" / "THU-001.yaml").write_text("pass:\n  một: |\n    so: 1\n", "utf-8")
    entry = "ten: Thử\n  muc: info\n  kieu: pattern\n  o: [trich_yeu]\n  tim: '[.]'\n  cau: Thử"
    (folder / "rules.yaml").write_text(f"THU-001:\n  {entry}\n", "utf-8")
    plugin = ModuleType("thu")
    plugin.vanban_rules = rules_in(folder / "rules.yaml")  # type: ignore[attr-defined]
    return build([("thu 1", plugin)])


def rules_in(path: Path) -> Callable[[], list[Path]]:
    @hookimpl
    def vanban_rules() -> list[Path]:
        return [path]

    return vanban_rules


def test_a_file_among_the_cases_completes_their_sources(tmp_path: Path) -> None:
    known = with_cases(tmp_path)
    Case("THU-001", "thử", False, {"source": "so: 1\n", "at": "3:15"}).run(known)
    Case("THU-001", "thử", True, {"source": "trich_yeu: Thử\n"}).run(known)
    assert [case.rule for case in load_folder(tmp_path / "cases")] == ["THU-001"]


def test_images_of_a_case_lie_among_the_cases(tmp_path: Path) -> None:
    known = with_cases(tmp_path)
    (tmp_path / "cases" / "dau.png").write_bytes(b64decode(PIXEL))
    source = "trich_yeu: Thử\nky:\n  anh_dau: dau.png\n"
    Case("THU-001", "thử", True, {"source": source}).run(known)
