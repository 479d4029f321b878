"""``vanban render``: from sources to .docx files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from vanban import outputs
from vanban.cli import console
from vanban.errors import OutputError, Problem, VanbanError
from vanban.findings import Severity
from vanban.location import Place
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.api import Reading

STREAM = "-"


class Options(Struct, frozen=True):
    """What the command line asked for, the same for each file."""

    template: str | None
    fields: tuple[str, ...]
    profile: str | None
    use_profile: bool
    check: bool
    force: bool
    verbose: bool


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "render",
        callback=_run,
        help=_("In văn bản ra .docx. TỆP là .yaml, .json, .txt, .md, hoặc - (đầu vào chuẩn)."),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar=_("TỆP…")),
            click.Option(["-o", "--output"], metavar=_("TỆP"), help=_("Tệp .docx; - là đầu ra.")),
            click.Option(["-d", "--directory"], metavar=_("THƯ_MỤC"), help=_("Thư mục ghi ra.")),
            click.Option(["--template"], metavar=_("TỆP"), help=_("Mẫu Word riêng, có thẻ.")),
            click.Option(
                ["--set", "fields"],
                multiple=True,
                metavar=_("TRƯỜNG=GIÁ_TRỊ"),
                help=_("Đặt một trường cho lần in này, ví dụ so=12."),
            ),
            click.Option(["--profile"], metavar=_("TỆP"), help=_("Hồ sơ cơ quan (vanban.yaml).")),
            click.Option(["--no-profile"], is_flag=True, help=_("Không dùng hồ sơ cơ quan.")),
            click.Option(["--no-check"], is_flag=True, help=_("In cả khi còn lỗi thể thức.")),
            click.Option(["--force"], is_flag=True, help=_("Thay tệp đã có.")),
            click.Option(["-v", "--verbose"], is_flag=True, help=_("Nói rõ hơn, kể cả lưu ý.")),
        ],
    )


def _run(
    files: tuple[str, ...],
    output: str | None,
    directory: str | None,
    template: str | None,
    fields: tuple[str, ...],
    profile: str | None,
    no_profile: bool,
    no_check: bool,
    force: bool,
    verbose: bool,
) -> int:
    options = Options(template, fields, profile, not no_profile, not no_check, force, verbose)
    from vanban import plugins  # not for --help

    targets = _targets(files, output, directory)
    console.problems(plugins.registry().problems)
    return max(_render(file, target, options) for file, target in zip(files, targets, strict=True))


def _render(file: str, target: str, options: Options) -> int:
    """Render one file; its exit code. A bad file does not stop the others."""
    from vanban import api

    try:
        reading = api.read(
            file,
            profile=options.profile,
            use_profile=options.use_profile,
            fields=options.fields,
        )
        if options.verbose and reading.profile:
            console.error(_("Hồ sơ cơ quan: {path}").format(path=reading.profile))
        if options.check and not _acceptable(reading, options):
            return 1
        _write(target, api.render(reading, template=options.template), options.force)
    except VanbanError as error:
        console.problems(error.problems)
        return 2
    return 0


def _acceptable(reading: Reading, options: Options) -> bool:
    from vanban import api

    report = api.check(reading)
    shown = [
        finding
        for finding in report.findings
        if options.verbose or finding.severity is not Severity.INFO
    ]
    console.findings(shown)
    if report.errors:
        advice = _("Chưa in vì còn {count} lỗi; sửa tệp nguồn, hoặc thêm --no-check để vẫn in.")
        console.error(advice.format(count=len(report.errors)))
    return not report.errors


def _write(target: str, content: bytes, force: bool) -> None:
    if target == STREAM:
        console.data(content)
        return
    outputs.write(Path(target), content, force=force)
    console.error(_("Đã ghi {path}").format(path=target))


def _targets(files: Sequence[str], output: str | None, directory: str | None) -> list[str]:
    """Where each file goes; nothing is written before all of this is sure."""
    if output and (directory or len(files) > 1):
        raise click.UsageError(_("-o chỉ dùng với một tệp và không dùng cùng -d."))
    if output:
        targets = [output]
    elif directory:
        outputs.make_folder(Path(directory))
        targets = [str(Path(directory) / _name(file)) for file in files]
    else:
        targets = [STREAM if f == STREAM else str(Path(f).with_name(_name(f))) for f in files]
    _refuse_collisions(files, targets)
    return targets


def _name(file: str) -> str:
    return "van-ban.docx" if file == STREAM else f"{Path(file).stem}.docx"


def _refuse_collisions(files: Sequence[str], targets: Sequence[str]) -> None:
    seen: dict[str, str] = {}
    for file, target in zip(files, targets, strict=True):
        if target != STREAM and target in seen:
            message = _("Hai nguồn cùng ghi ra tệp này: {one} và {two}.")
            _refuse(message.format(one=seen[target], two=file), target)
        if target != STREAM and Path(target).resolve() == Path(file).resolve():
            _refuse(_("Tệp ra trùng với tệp nguồn."), target)
        seen[target] = file


def _refuse(message: str, target: str) -> None:
    raise OutputError([Problem(message, Place(target), _("Chọn tên khác bằng -o hoặc -d."))])
