"""``vanban template``: a template to start one's own from, and what is wrong with one."""

from __future__ import annotations

import click

from vanban.cli import console
from vanban.errors import VanbanError
from vanban.findings import Finding, Severity
from vanban.messages import _


def command() -> click.Command:
    """The group, with its help in the language in force."""
    return click.Group(
        "template",
        commands=[_new_command(), _check_command()],
        help=_("Mẫu Word riêng của cơ quan."),
        no_args_is_help=True,
    )


def _new_command() -> click.Command:
    return click.Command(
        "new",
        callback=_new,
        help=_("Ghi mẫu Word của một loại văn bản ra TỆP để sửa trong Word."),
        params=[
            click.Argument(["slug"], metavar=_("LOẠI")),
            click.Option(
                ["-o", "--output"], required=True, metavar=_("TỆP"), help=_("Tệp ghi ra."),
            ),
            click.Option(
                ["--size"], type=click.Choice(["14", "13"]), default="14",
                help=_("Bộ cỡ chữ."), show_default=True,
            ),
            click.Option(["--force"], is_flag=True, help=_("Thay tệp đã có.")),
        ],
    )  # fmt: skip


def _new(slug: str, output: str, size: str, force: bool) -> int:
    from pathlib import Path

    from vanban import api, outputs

    outputs.write(Path(output), api.template_of(slug, size), force=force)
    console.error(_("Đã ghi {path}").format(path=output))
    return 0


def _check_command() -> click.Command:
    return click.Command(
        "check",
        callback=_run,
        help=_(
            "Kiểm tra mẫu Word: tên không có, thẻ sai, thành phần thiếu, hình thức khác quy định."
        ),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar=_("TỆP…")),
            click.Option(
                ["--type", "slug"],
                metavar=_("LOẠI"),
                help=_("Loại văn bản dùng mẫu này, ví dụ cong-van; bỏ trống: mọi loại."),
            ),
        ],
    )


def _run(files: tuple[str, ...], slug: str | None) -> int:
    return max(_attempt(file, slug) for file in files)


def _attempt(file: str, slug: str | None) -> int:
    """Check one template; its exit code. A bad file does not stop the others."""
    from vanban import api  # not for --help

    try:
        found = api.check_template(file, slug)
    except VanbanError as error:
        console.problems(error.problems)
        return 2
    for finding in found:
        console.findings([finding])
        if finding.path:
            console.error(f"    → {_where(finding)}")
    if not found:
        console.error(_("{path}: không phát hiện gì.").format(path=file))
    return int(any(finding.severity is Severity.ERROR for finding in found))


def _where(finding: Finding) -> str:
    """The paragraph of a finding and its text."""
    part = str(finding.path[0]) if len(finding.path) > 2 else ""
    places = {
        "word/header": _("đầu trang, "),
        "word/footer": _("chân trang, "),
        "word/footnotes": _("cước chú, "),
        "docProps": _("thuộc tính của tệp, "),
    }
    before = next((place for start, place in places.items() if part.startswith(start)), "")
    return _("{part}đoạn {number}: «{text}»").format(
        part=before, number=finding.path[-1], text=finding.quote
    )
