"""``vanban fix``: mend what can be mended in sources, and the formatting of .docx files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vanban import outputs
from vanban.cli import console, fix_docx, places
from vanban.cli.check import codes, profile, refuse_blank, selection
from vanban.cli.targets import STREAM
from vanban.errors import VanbanError
from vanban.findings import Finding, Severity
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.api import Fixed


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "fix",
        callback=_run,
        help=_(
            "Sửa những chỗ sửa chắc chắn được trong tệp nguồn; câu chữ giữ nguyên. Tệp .docx: sửa "
            "định dạng trong bản sao, tệp gốc giữ nguyên."
        ),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar=_("TỆP…")),
            click.Option(["--diff"], is_flag=True, help=_("Chỉ in chỗ khác nhau, không ghi.")),
            click.Option(["--unsafe"], is_flag=True, help=_("Sửa cả chỗ có thể đổi câu chữ.")),
            click.Option(
                ["-o", "--output"], metavar=_("TỆP"),
                help=_(
                    "Ghi ra tệp khác, - là đầu ra; bỏ trống: ghi vào chính tệp nguồn, với tệp "
                    ".docx ghi ra TÊN.sua.docx."
                ),
            ),
            click.Option(
                ["--track"], is_flag=True,
                help=_("Tệp .docx: ghi chỗ sửa thành thay đổi được theo dõi (Track Changes)."),
            ),
            click.Option(
                ["--as-nd30"], is_flag=True,
                help=_("Xét cả tệp .docx của văn bản cũ, văn bản khác theo Nghị định 30."),
            ),
            click.Option(["--force"], is_flag=True, help=_("Thay tệp đã có ở -o.")),
            *selection(),
            *profile(),
        ],
    )  # fmt: skip


def _run(files: tuple[str, ...], **given: Any) -> int:
    if given["output"] is not None and len(files) > 1:
        raise click.UsageError(_("-o chỉ dùng với một tệp."))
    if STREAM in files:
        if len(files) > 1:
            raise click.UsageError(_("Đầu vào chuẩn (-) không sửa cùng tệp khác."))
        given["output"] = STREAM if given["output"] is None else given["output"]
    fix_docx.refuse_options(files, given)
    if given["force"] and given["output"] is None and not any(map(fix_docx.is_docx, files)):
        raise click.UsageError(_("--force chỉ dùng cùng -o."))
    if given["diff"] and given["output"] not in {None, STREAM}:
        raise click.UsageError(_("--diff không ghi tệp nên không dùng cùng -o."))
    refuse_blank(files, given)
    console.plugins()
    return max(_attempt(file, given) for file in files)


def _attempt(file: str, given: dict[str, Any]) -> int:
    """Mend one file; its exit code. A bad file does not stop the others."""
    try:
        fixed = fix_docx.fix(file, given) if fix_docx.is_docx(file) else _fix(file, given)
    except VanbanError as error:
        console.problems(error.problems)
        return 2
    except Exception as error:  # a bug met in this file
        console.internal(error, file)
        return 3
    _tell(file, fixed, given)
    return int(any(finding.severity is Severity.ERROR for finding in fixed.left))


def _fix(file: str, given: dict[str, Any]) -> Fixed:
    """Mend a source and write it."""
    from vanban import api  # not for --help

    fixed = api.fix(
        file,
        unsafe=given["unsafe"],
        select=codes(given["select"]),
        ignore=codes(given["ignore"]),
        profile=given["profile"],
        use_profile=not given["no_profile"],
    )
    _put(file, fixed, given)
    return fixed


def _put(file: str, fixed: Fixed, given: dict[str, Any]) -> None:
    output = given["output"]
    if given["diff"]:
        console.document("".join(_difference(file, fixed)).encode())
    elif output == STREAM:
        console.document(fixed.after)
    elif output is not None:
        outputs.write(Path(output), fixed.after, force=given["force"])
    elif fixed.after != fixed.before:
        outputs.replace(Path(file), fixed.after)


def _difference(file: str, fixed: Fixed) -> Iterator[str]:
    """A unified diff that `patch` takes: line ends are as they are, the last may be missing."""
    from difflib import unified_diff

    before, after = (_lines(data.decode("utf-8-sig")) for data in (fixed.before, fixed.after))
    for line in unified_diff(before, after, file, file):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """The lines as an editor counts them: a carriage return, or U+2028, is a letter of one."""
    found = text.split("\n")
    return [f"{line}\n" for line in found[:-1]] + ([found[-1]] if found[-1] else [])


def _tell(file: str, fixed: Fixed, given: dict[str, Any]) -> None:
    """Say what was mended and what is left, on the stream of messages."""
    done = _("sẽ sửa") if given["diff"] else _("đã sửa")
    for finding in fixed.mended:
        console.error(f"{places.where(finding)}: {done} {finding.rule}: {finding.message}")
    for finding in fixed.refused:
        told = _("{place}: không sửa {rule}: sửa sẽ làm khác cả chỗ khác, hoặc sinh lỗi mới.")
        console.error(told.format(place=places.where(finding), rule=finding.rule))
    for finding in fixed.untracked:
        told = _("{place}: không sửa {rule}: Word không theo dõi được thay đổi này; bỏ --track.")
        console.error(told.format(place=places.where(finding), rule=finding.rule))
    unsafe = sum(bool(_changes(f) and f.fix and not f.fix.safe) for f in fixed.left)
    told = _("{file}: sửa {mended} chỗ, còn {left} phát hiện.")
    if given["diff"]:
        told = _("{file}: có {mended} chỗ sửa được, sẽ còn {left} phát hiện; chưa ghi gì.")
    told = told.format(file=file, mended=len(fixed.mended), left=len(fixed.left))
    if unsafe and not given["unsafe"]:
        told += " " + _("{count} chỗ sửa được khi thêm --unsafe.").format(count=unsafe)
    console.error(told)


def _changes(finding: Finding) -> bool:
    """Whether a fix is offered."""
    return finding.fix is not None and bool(finding.fix.edits or finding.fix.formats)
