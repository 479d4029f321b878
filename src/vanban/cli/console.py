"""What commands print: messages to stderr, results to stdout, never an encoding error."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, TextIO

import click

from vanban.commands import COMMANDS
from vanban.errors import OutputError, Problem
from vanban.findings import Finding, Severity, severity_word
from vanban.location import Place
from vanban.messages import _
from vanban.patterns import later
from vanban.viet.text import nearest, unaccent

MOST_PROBLEMS = 50
"""So many problems are printed; nobody corrects more before trying again."""

_CONTROLS = later("[\x00-\x08\x0a-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_STEERING = later(  # all but line ends and colours
    "[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\x1b(?!\\[[0-9]*m)"
)
WITHOUT_MARKS = "vanban.khong-dau"
_PLAIN = str.maketrans("“”‘’–—…•«»→", '""\'\'--.*"">')


def prepare() -> None:
    """Make the standard streams print anything: letters they lack lose their marks."""
    codecs.register_error(WITHOUT_MARKS, _without_marks)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors=WITHOUT_MARKS)


def _without_marks(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    plain = unaccent(error.object[error.start : error.end]).translate(_PLAIN)
    shown = "".join(c if _fits(c, error.encoding) else "?" for c in plain)
    return shown, error.end


def _fits(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def speak(language: str) -> None:
    """Let click's own words come from our catalogue (click reads the domain in force)."""
    import gettext

    from vanban.resources import PACKAGE

    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("click", str(PACKAGE / "locale"))
    gettext.textdomain("click")


def line(text: str) -> None:
    """Print a line of result."""
    _print(text, sys.stdout)


def data(content: bytes) -> None:
    """Print the bytes of a Word file, as they are.

    Raises:
        OutputError: standard output is a screen, was closed, or cannot take them.
    """
    if sys.stdout and sys.stdout.isatty():
        raise OutputError.at(
            _("Không in tệp Word ra màn hình."), Place("-"), _("Thêm -o TỆP.docx, hoặc > TỆP.docx.")
        )
    _put(content)


def document(content: bytes) -> None:
    """Print a text file: readable on a terminal, untouched UTF-8 into a pipe or a file."""
    if sys.stdout and sys.stdout.isatty():
        click.echo(content.decode(), nl=False)
    else:
        _put(content)


def _put(content: bytes) -> None:
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except (AttributeError, OSError, ValueError) as error:  # closed (None), or a full disk
        raise unwritable(error) from None


def flush() -> None:
    """Put out what is still held back, while a failure can be told."""
    if sys.stdout:
        sys.stdout.flush()


def finish() -> None:
    """Put out the last of both streams; what cannot be put out was told before."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):
            stream.flush()


def unwritable(error: Exception) -> OutputError:
    """The failure of standard output."""
    reason = getattr(error, "strerror", None) or _("đầu ra đã đóng")
    return OutputError.at(
        _("Không ghi được ra đầu ra chuẩn: {reason}.").format(reason=reason),
        advice=_("Ghi ra tệp bằng -o."),
    )


def abandon() -> None:
    """Nobody reads standard output any more: what is still held back goes nowhere."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def error(text: str) -> None:
    """Print a line of message; characters that would steer the terminal are shown as codes."""
    _print(shown(_readable(text)), sys.stderr)


def _print(text: str, stream: TextIO | None) -> None:
    """Print a line at once; to a stream that the process was started without, nothing."""
    if stream is not None:
        stream.write(f"{text}\n")
        stream.flush()


def shown(text: str) -> str:
    """A text on one line; characters that would steer the terminal are codes."""
    if text.isprintable():
        return text
    return _CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def _readable(text: str) -> str:
    """Names of files as they were given: in the C locale their bytes stand for letters."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()


def problems(found: Iterable[Problem]) -> None:
    """Print what cannot be accepted, each with its place and the way out."""
    told = tuple(found)
    for problem in told[:MOST_PROBLEMS]:
        where = f"{_where(problem.place)}: " if problem.place else ""
        error(f"{where}{_('lỗi')}: {problem.message}")
        if problem.advice:
            error(f"    → {problem.advice}")
    if len(told) > MOST_PROBLEMS:
        error(_("… và {count} lỗi nữa.").format(count=len(told) - MOST_PROBLEMS))


def _where(place: Place) -> str:
    """A place as printed; what was set on the command line has no lines."""
    return place.path if place.path.startswith("--set ") else str(place)


def plugins(*, rules: bool = True) -> None:
    """Tell of plugins that had to be left out, and where it matters of their rules."""
    from vanban.plugins import registry

    known = registry()
    problems((*known.problems, *(known.rule_problems if rules else ())))


def severity(found: Severity) -> str:
    """The word for a severity."""
    return severity_word(found)


def findings(found: Iterable[Finding]) -> None:
    """Print findings, one a line: place, severity, rule, message, basis."""
    for finding in found:
        where = f"{_where(finding.place)}: " if finding.place else ""
        basis = f" [{finding.basis}]" if finding.basis else ""
        error(f"{where}{severity(finding.severity)} {finding.rule}: {finding.message}{basis}")


def has_colour(stream: Any) -> bool:
    """Whether colours may be printed: on a terminal, unless NO_COLOR is set."""
    return bool(stream and stream.isatty() and not os.environ.get("NO_COLOR"))


def report(text: str) -> None:
    """Print a report of several lines; characters that would steer the terminal are codes."""
    shown = _STEERING.sub(lambda found: f"\\x{ord(found[0]):02x}", _readable(text))
    if "\x1b" in shown:
        click.echo(shown, color=True)  # knows how to colour the old consoles of Windows
    else:
        _print(shown, sys.stdout)


def usage(failure: click.ClickException) -> None:
    """Print what is wrong with a command line, and where to look it up."""
    if type(failure).__name__ == "NoArgsIsHelpError":  # click 8.1 has no such class
        click.echo(failure.format_message(), err=True)
        return
    context = getattr(failure, "ctx", None)
    error(f"{_('Lỗi')}: {' '.join(failure.format_message().split())}")
    if isinstance(failure, click.NoSuchOption):
        error(f"    → {_('Tên tệp bắt đầu bằng dấu - thì ghi ./ ở trước, ví dụ ./-a.yaml.')}")
    command = context.command_path if context else "vanban"
    meant = nearest(getattr(failure, "command_name", ""), COMMANDS)  # click 8.1 does not tell it
    if meant and command == "vanban":
        error(f"    → {_('Có phải «{near}» không?').format(near=meant)}")
    error(f"    → {_('Xem cách dùng:')} {command} --help")


def internal(failure: Exception, file: str = "") -> None:
    """Tell of a bug in a sentence; VANBAN_DEBUG=1 shows where it is."""
    if os.environ.get("VANBAN_DEBUG"):
        import traceback

        traceback.print_exc()
    name = type(failure).__name__
    where = f"{file}: " if file else ""
    error(where + _("Lỗi nội bộ của vanban: {name}: {text}").format(name=name, text=failure))
    error(f"    → {_('Xin báo lỗi này, kèm tệp nguồn; đặt VANBAN_DEBUG=1 để xem chi tiết.')}")


def version_option(version: str) -> click.Option:
    """``--version``, without asking the package metadata (which is slow to load)."""

    def show(context: click.Context, _option: click.Parameter, value: Any) -> None:
        if value and not context.resilient_parsing:
            line(f"vanban {version}")
            context.exit()

    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=_("In phiên bản."),
    )
