"""Progress: nothing for what is done soon, lines in a log, a bar on a terminal."""

from __future__ import annotations

import io

import pytest

from vanban.cli import progress as room
from vanban.cli.progress import progress


def test_what_is_done_soon_leaves_no_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Đang in", 100) as advance:
        advance(100)
    assert capsys.readouterr() == ("", "")


def test_a_log_has_a_line_now_and_then(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter([0.0, 5.0, 20.0, 21.0, 40.0])
    monkeypatch.setattr(room.time, "monotonic", lambda: next(clock))
    with progress("Đang in", 100) as advance:
        for _part in range(4):
            advance(25)
    assert capsys.readouterr().err == "Đang in: 50/100, 2/giây, còn khoảng 20 giây\n"


def test_a_terminal_has_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Terminal()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with progress("Đang in", 100) as advance:
        advance(100)
    assert "100/100" in screen.getvalue()
