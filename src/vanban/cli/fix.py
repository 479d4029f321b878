"""``vanban fix``: mend what can be mended in sources, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vanban import outputs
from vanban.cli import console
from vanban.cli.check import codes, profile, selection
from vanban.cli.targets import STREAM
from vanban.errors import VanbanError
from vanban.findings import Severity
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.api import Fixed


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "fix",
        callback=_run,
        help=_("Sửa những chỗ sửa chắc chắn được trong tệp nguồn; câu chữ giữ nguyên."),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar=_("TỆP…")),
            click.Option(["--diff"], is_flag=True, help=_("Chỉ in chỗ khác nhau, không ghi.")),
            click.Option(["--unsafe"], is_flag=True, help=_("Sửa cả chỗ có thể đổi câu chữ.")),
            click.Option(
                ["-o", "--output"], metavar=_("TỆP"),
                help=_("Ghi ra tệp khác, - là đầu ra; bỏ trống: ghi vào chính tệp nguồn."),
            ),
            click.Option(["--force"], is_flag=True, help=_("Thay tệp đã có ở -o.")),
            *selection(),
            *profile(),
        ],
    )  # fmt: skip


def _run(files: tuple[str, ...], **given: Any) -> int:
    if given["output"] is not None and len(files) > 1:
        raise click.UsageError(_("-o chỉ dùng với một tệp."))
    if STREAM in files and given["output"] is None:
        given["output"] = STREAM
    return max(_attempt(file, given) for file in files)


def _attempt(file: str, given: dict[str, Any]) -> int:
    """Mend one file; its exit code. A bad file does not stop the others."""
    from vanban import api  # not for --help

    try:
        fixed = api.fix(
            file,
            unsafe=given["unsafe"],
            select=codes(given["select"]),
            ignore=codes(given["ignore"]),
            profile=given["profile"],
            use_profile=not given["no_profile"],
        )
        _put(file, fixed, given)
    except VanbanError as error:
        console.problems(error.problems)
        return 2
    _tell(file, fixed, given)
    return int(any(finding.severity is Severity.ERROR for finding in fixed.left))


def _put(file: str, fixed: Fixed, given: dict[str, Any]) -> None:
    output = given["output"]
    if given["diff"]:
        console.report("".join(_difference(file, fixed)).rstrip("\n"))
    elif output == STREAM:
        console.document(fixed.after)
    elif output is not None:
        outputs.write(Path(output), fixed.after, force=given["force"])
    elif fixed.after != fixed.before:
        outputs.write(Path(file), fixed.after, force=True)


def _difference(file: str, fixed: Fixed) -> Iterator[str]:
    from difflib import unified_diff

    before, after = (
        data.decode("utf-8-sig").splitlines(keepends=True) for data in (fixed.before, fixed.after)
    )
    return unified_diff(before, after, file, file)


def _tell(file: str, fixed: Fixed, given: dict[str, Any]) -> None:
    """Say what was mended and what is left, on the stream of messages."""
    for finding in fixed.mended:
        console.error(f"{finding.place}: {_('đã sửa')} {finding.rule}: {finding.message}")
    for finding in fixed.refused:
        told = _("{place}: không sửa {rule}: kết quả sẽ khác ở chỗ khác nữa.")
        console.error(told.format(place=finding.place, rule=finding.rule))
    unsafe = sum(bool(f.fix and f.fix.edits and not f.fix.safe) for f in fixed.left)
    told = _("{file}: sửa {mended} chỗ, còn {left} phát hiện.").format(
        file=file, mended=len(fixed.mended), left=len(fixed.left)
    )
    if unsafe and not given["unsafe"]:
        told += " " + _("{count} chỗ sửa được khi thêm --unsafe.").format(count=unsafe)
    console.error(told)
