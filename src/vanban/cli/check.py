"""``vanban check``: what is wrong in documents, told at its place."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vanban import messages, outputs
from vanban.cli import console
from vanban.cli.commenting import commenting
from vanban.cli.formats import FORMATS, writer
from vanban.cli.quick import Plain
from vanban.findings import Severity
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.batch.checks import Checked, Options

PLAIN = Plain(
    files="paths",
    flags={"--force": "force", "--as-nd30": "as_nd30", "--no-profile": "no_profile"},
    texts={
        "--comment": "comments",
        "--baseline": "baseline",
        "--profile": "profile",
        "--executor": "executor",
        "--address": "address",
    },
    lists={"--select": "select", "--ignore": "ignore"},
    others={"form": "text", "fail_on": "error", "level": "info", "jobs": None},
)

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "check",
        callback=run,
        help=_("Kiểm tra văn bản: TỆP, hoặc mọi văn bản trong THƯ MỤC."),
        params=[
            click.Argument(["paths"], nargs=-1, required=True, metavar=_("TỆP|THƯ MỤC…")),
            click.Option(
                ["--format", "form"], type=click.Choice(FORMATS), default="text",
                help=_("Dạng báo cáo."), show_default=True,
            ),
            click.Option(
                ["--comment", "comments"], metavar=_("TỆP.docx"),
                help=_("Ghi bản sao của tệp .docx, mỗi phát hiện là một chú thích Word."),
            ),
            click.Option(["--force"], is_flag=True, help=_("Thay tệp đã có ở --comment.")),
            *selection(),
            click.Option(
                ["--fail-on"], type=click.Choice(["error", "warning"]), default="error",
                help=_("Mức làm mã thoát là 1."), show_default=True,
            ),
            click.Option(
                ["--level"], type=click.Choice(["error", "warning", "info"]), default="info",
                help=_("Mức thấp nhất được in ra."), show_default=True,
            ),
            click.Option(
                ["--baseline"], metavar=_("TỆP"),
                help=_("Tệp phát hiện đã biết, không báo lại; chưa có thì ghi ra."),
            ),
            click.Option(
                ["--as-nd30"], is_flag=True,
                help=_("Xét cả tệp .docx của văn bản cũ, văn bản khác theo Nghị định 30."),
            ),
            *profile(),
            *execution(),
        ],
    )  # fmt: skip


def selection() -> list[click.Parameter]:
    """The options that choose rules."""
    only = _("Chỉ xét các quy tắc này: mã, hoặc phần đầu của mã; ví dụ ND30-N,TXT.")
    return [
        click.Option(["--select"], multiple=True, metavar=_("MÃ"), help=only),
        click.Option(["--ignore"], multiple=True, metavar=_("MÃ"), help=_("Không xét.")),
    ]


def execution() -> list[click.Parameter]:
    """The options about what does the work."""
    return [
        click.Option(["--jobs"], type=click.IntRange(1), help=_("Số tiến trình.")),
        click.Option(
            ["--executor"], metavar=_("TÊN"),
            help=_("Cách chạy do phần mở rộng thêm vào, thay các tiến trình của máy này."),
        ),
        click.Option(["--address"], metavar=_("ĐỊA CHỈ"), help=_("Nơi chạy của --executor.")),
    ]  # fmt: skip


def profile() -> list[click.Parameter]:
    """The options about the office profile."""
    return [
        click.Option(["--profile"], metavar=_("TỆP"), help=_("Hồ sơ cơ quan, thay vanban.yaml.")),
        click.Option(["--no-profile"], is_flag=True, help=_("Không dùng hồ sơ cơ quan.")),
    ]


def refuse_blank(paths: Sequence[str], given: dict[str, Any]) -> None:
    """Raise UsageError for names of files that are empty, and options that contradict."""
    named = (*paths, given["profile"], given.get("baseline"), given.get("comments"))
    if "" in named:
        raise click.UsageError(_("Có tên tệp để trống."))
    if given["profile"] is not None and given["no_profile"]:
        raise click.UsageError(_("--profile và --no-profile không dùng cùng nhau."))
    if any(not codes([text]) for text in (*given["select"], *given["ignore"])):
        raise click.UsageError(_("--select, --ignore cần ít nhất một mã."))


def codes(given: Sequence[str]) -> tuple[str, ...]:
    """The codes in options that may be repeated and may list several.

    >>> codes(["ND30-N, TXT", "KL"])
    ('ND30-N', 'TXT', 'KL')
    """
    return tuple(code.strip() for text in given for code in text.split(",") if code.strip())


def run(paths: tuple[str, ...], form: str, fail_on: str, level: str, **given: Any) -> int:
    """Do what was asked for; the exit code.

    Raises:
        UsageError: options that do not go together; nothing was done then.
    """
    from vanban import plugins  # not for --help
    from vanban.batch import checks, discovery

    refuse_blank(paths, given)
    marked = commenting(paths, given["comments"], force=given["force"])
    options = _options(given, page=form == "html")
    console.plugins()
    endings = discovery.WORD.union(plugins.registry().sources)
    documents = discovery.documents(paths, endings)
    work = (given["jobs"], given["executor"], given["address"])
    found = checks.check(documents, options, *work)
    if given["baseline"]:
        found = _without_known(found, Path(given["baseline"]))
    told = _from_level(found, Severity(level))
    shown = writer(form)(told)
    if form == "text":
        console.report(shown)
    else:
        console.document(f"{shown}\n".encode())
    if marked:
        marked.write(told[0])
    return _code(found, Severity(fail_on))


def _options(given: dict[str, Any], *, page: bool) -> Options:
    from vanban.batch.checks import Options

    return Options(
        codes(given["select"]),
        codes(given["ignore"]),
        given["profile"],
        not given["no_profile"],
        messages.language(),
        page=page,
        nature="nd30" if given["as_nd30"] else None,
    )


def _without_known(found: list[Checked], path: Path) -> list[Checked]:
    """The files without findings that are known; a first run makes all of them known."""
    from vanban.batch import baseline

    if not os.path.lexists(path):
        outputs.write(path, baseline.dump(found, path))
        count = sum(len(one.findings) for one in found)
        told = _("Đã ghi {count} phát hiện đã biết vào {path}.")
        console.error(told.format(count=count, path=path))
    return baseline.without(found, baseline.load(path), path)


def _from_level(found: Sequence[Checked], level: Severity) -> list[Checked]:
    from msgspec.structs import replace

    return [
        replace(one, findings=tuple(f for f in one.findings if _RANK[f.severity] <= _RANK[level]))
        for one in found
    ]


def _code(found: Sequence[Checked], fail_on: Severity) -> int:
    """3 for a bug, 2 for a file that could not be read, 1 for findings, else 0."""
    if any(one.bug for one in found):
        return 3
    if any(one.problems for one in found):
        return 2
    severities = [finding.severity for one in found for finding in one.findings]
    return int(any(_RANK[severity] <= _RANK[fail_on] for severity in severities))
