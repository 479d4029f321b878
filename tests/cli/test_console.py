"""What the console prints: help, languages, encodings that lack letters, failing streams."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from vanban import messages
from vanban.cli import console, group
from vanban.errors import OutputError, Problem
from vanban.location import Place

Vanban = Callable[..., Any]
BAD = "loai: ke-hoach\nđường_lối: «ế» “x”\n"


def run(*arguments: str, folder: Path, stdin: bytes = b"", **environment: str) -> Any:
    """A run of its own; the environment must not choose the encoding but as told."""
    kept = {k: v for k, v in os.environ.items() if k not in {"PYTHONIOENCODING", "VANBAN_LANG"}}
    return subprocess.run(
        [sys.executable, "-m", "vanban", *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        env=kept | environment,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("command", [[], ["render"], ["new"], ["types"], ["schema"]])
def test_help_is_vietnamese(vanban: Vanban, command: list[str]) -> None:
    ran = vanban(*command, "--help")
    assert (ran.code, ran.err) == (0, "")
    for english in ("Usage", "Options", "Commands", "Show this"):
        assert english not in ran.text
    assert "Cách dùng: vanban" in ran.text
    assert ran.out == vanban(*command, "-h").out


@pytest.mark.skipif(
    not hasattr(click.exceptions, "NoSuchCommand"), reason="click does not tell the name"
)
def test_a_command_of_nearly_that_name_is_told(vanban: Vanban) -> None:
    assert "Có phải «render» không?" in vanban("rendr").err
    assert "Có phải" not in vanban("xyzzy").err
    assert vanban("plugin", "nwe").err.count("Có phải") == 1


def test_without_arguments_the_help_is_shown(vanban: Vanban) -> None:
    ran = vanban()
    assert ran.code == 2
    assert ran.err == vanban("--help").text


@pytest.mark.parametrize(
    "arguments", [["--lang", "en", "foo"], ["foo", "--lang=en"], ["foo", "--lang", "en"]]
)
def test_the_language_can_be_chosen_anywhere(vanban: Vanban, arguments: list[str]) -> None:
    assert vanban(*arguments).err != vanban("foo").err


def test_the_language_of_one_run_does_not_stay(vanban: Vanban) -> None:
    before = vanban("foo").err
    vanban("--lang", "en", "foo")
    assert vanban("foo").err == before
    assert messages.language() == "vi"


@pytest.mark.parametrize("arguments", [["--lang"], ["--lang", "fr"], ["types", "--lang="]])
def test_an_unknown_language_is_refused(vanban: Vanban, arguments: list[str]) -> None:
    ran = vanban(*arguments)
    assert (ran.code, ran.out) == (2, b"")
    assert "--lang là vi hoặc en" in ran.err


def test_after_two_dashes_nothing_is_an_option(vanban: Vanban) -> None:
    ran = vanban("render", "--", "--lang")
    assert ran.err.startswith("--lang: lỗi: Không tìm thấy tệp.")


def test_the_version_is_printed(vanban: Vanban) -> None:
    from vanban import __version__

    assert vanban("--version").text == f"vanban {__version__}\n"


def test_a_near_command_or_none_is_told(vanban: Vanban) -> None:
    ran = vanban("khong-co")
    assert (ran.code, ran.out) == (2, b"")
    assert "khong-co" in ran.err
    assert ran.err.endswith("→ Xem cách dùng: vanban --help\n")


def test_a_bug_is_told_in_a_sentence(vanban: Vanban, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise ZeroDivisionError("bug")

    monkeypatch.setattr(group, "_group", broken)
    ran = vanban("types")
    assert ran.code == 3
    assert ran.err.startswith("Lỗi nội bộ của vanban: ZeroDivisionError: bug\n")
    monkeypatch.setenv("VANBAN_DEBUG", "1")
    assert "Traceback" in vanban("types").err


@pytest.mark.parametrize("error", [KeyboardInterrupt(), click.exceptions.Abort()])
def test_an_interrupted_run_says_so(
    vanban: Vanban, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def stopped() -> None:
        raise error

    monkeypatch.setattr(group, "_group", stopped)
    ran = vanban("types")
    assert (ran.code, ran.err) == (130, "Đã dừng theo yêu cầu.\n")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp1258", "utf-8"])
def test_no_encoding_is_too_poor(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "kế.yaml").write_text(BAD, "utf-8")
    ran = run("render", "kế.yaml", "--no-profile", folder=tmp_path, PYTHONIOENCODING=encoding)
    assert ran.returncode == 2
    assert b"Traceback" not in ran.stderr
    assert b".yaml:2:1: l" in ran.stderr
    assert b"vanban schema" in ran.stderr or b"loai" in ran.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1258"])
def test_help_and_types_are_printed_in_poor_encodings(tmp_path: Path, encoding: str) -> None:
    for command in (["render", "--help"], ["types"]):
        ran = run(*command, folder=tmp_path, PYTHONIOENCODING=encoding)
        assert (ran.returncode, ran.stderr) == (0, b"")


def test_the_c_locale_is_enough(tmp_path: Path, source: str) -> None:
    (tmp_path / "kế hoạch.yaml").write_text(source, "utf-8")
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ran = run("render", "kế hoạch.yaml", folder=tmp_path, **plain)
    assert (ran.returncode, (tmp_path / "kế hoạch.docx").is_file()) == (0, True)


def test_documents_are_utf8_in_a_pipe_of_any_encoding(tmp_path: Path) -> None:
    ran = run("new", "ke-hoach", folder=tmp_path, PYTHONIOENCODING="cp1258")
    assert "Kế hoạch" in ran.stdout.decode("utf-8")


def test_the_language_comes_from_the_environment(tmp_path: Path) -> None:
    vietnamese = run("foo", folder=tmp_path)
    english = run("foo", folder=tmp_path, VANBAN_LANG="en")
    assert vietnamese.stderr != english.stderr
    assert english.returncode == 2


def test_files_are_read_with_an_encoding_of_their_own(tmp_path: Path, source: str) -> None:
    ran = run(
        *("render", "-", "-o", "a.docx", "--no-profile"),
        folder=tmp_path,
        stdin=source.encode(),
        PYTHONWARNDEFAULTENCODING="1",
        PYTHONWARNINGS="error",
    )
    assert (ran.returncode, ran.stdout) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="shell syntax")
@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("schema | true; exit ${PIPESTATUS[0]}", 0, ""),
        ("types | true; exit ${PIPESTATUS[0]}", 0, ""),
        ("schema >&-", 2, "Không ghi được ra đầu ra chuẩn: đầu ra đã đóng."),
        ("render - <&-", 2, "-: lỗi: Không đọc được đầu vào chuẩn."),
        ("types 2>&-", 0, ""),
        ("render khong-co.yaml 2>&-", 2, ""),
    ],
)
def test_streams_that_are_closed_or_not_read(
    tmp_path: Path, line: str, code: int, message: str
) -> None:
    ran = subprocess.run(
        ["bash", "-c", f'"{sys.executable}" -m vanban {line}'],
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == code
    assert message in ran.stderr.decode()
    assert b"Traceback" not in ran.stderr
    assert b"Exception ignored" not in ran.stderr


def test_a_full_disk_behind_standard_output_is_told(
    vanban: Vanban, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_text: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(console, "line", full)
    ran = vanban("types")
    assert ran.code == 2
    assert ran.err.startswith("lỗi: Không ghi được ra đầu ra chuẩn: No space left on device.")


def test_a_word_file_is_not_printed_on_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    screen = Screen(io.BytesIO(), "utf-8")
    monkeypatch.setattr("sys.stdout", screen)
    with pytest.raises(OutputError, match="Không in tệp Word ra màn hình"):
        console.data(b"PK")
    console.document(b"loai: ke-hoach\n")
    screen.flush()
    assert screen.buffer.getvalue() == b"loai: ke-hoach\n"  # type: ignore[attr-defined]  # on purpose


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("kế hoạch", "kế hoạch"),
        ("a\nb", "a\\x0ab"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\u202e", "\\x202e"),
        (os.fsdecode("ế".encode()), "ế"),
        ("\udcff", "\ufffd"),
        ("\ud800", "?"),
    ],
)
def test_messages_stay_on_their_line(
    capsys: pytest.CaptureFixture[str], typed: str, shown: str
) -> None:
    console.error(typed)
    assert capsys.readouterr().err == f"{shown}\n"


def test_what_was_set_on_the_command_line_has_no_line(
    capsys: pytest.CaptureFixture[str],
) -> None:
    console.problems([Problem("Sai.", Place("--set so", 1, 1)), Problem("Sai.", Place("a", 2, 3))])
    assert capsys.readouterr().err == "--set so: lỗi: Sai.\na:2:3: lỗi: Sai.\n"


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("ascii", b'"e" - d?'), ("cp1252", b"\x93\xea\x94 \x96 d?"), ("cp437", b'"e" - d?')],
)
def test_letters_that_an_encoding_lacks_lose_their_marks(encoding: str, shown: bytes) -> None:
    console.prepare()
    text = "“ê” – đ\u4e2d" if encoding == "cp1252" else "“ế” – đ\u4e2d"
    assert text.encode(encoding, console.WITHOUT_MARKS) == shown
