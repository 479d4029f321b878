"""``vanban import``: from a .docx to a source, with what was not understood."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vanban import outputs
from vanban.cli import console
from vanban.cli.targets import STREAM, same_file
from vanban.errors import OutputError, VanbanError, short
from vanban.location import Place
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.api.importing import Imported, NotUnderstood

YAML = (".yaml", ".yml")


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "import",
        callback=_run,
        help=_("Đọc tệp Word (.docx) thành tệp nguồn .yaml; chỗ nào không rõ thì báo."),
        params=[
            click.Argument(["files"], nargs=-1, required=True, metavar=_("TỆP…")),
            click.Option(
                ["-o", "--output"],
                metavar=_("TỆP"),
                help=_("Tệp .yaml ghi ra; bỏ trống: cạnh tệp Word, cùng tên; - là đầu ra chuẩn."),
            ),
            click.Option(["--force"], is_flag=True, help=_("Thay tệp đã có.")),
        ],
    )


def _run(files: tuple[str, ...], output: str | None, force: bool) -> int:
    goals = _goals(files, output)
    failed = 0
    for file, goal in zip(files, goals, strict=True):
        try:
            if goal != STREAM:
                outputs.refuse(Path(goal), force=force)
            _put(file, goal, force)
        except VanbanError as error:
            failed += 1
            console.problems(error.problems)
    if len(files) > 1:
        told = _("{count} tệp, {failed} tệp không nhập được.")
        console.error(told.format(count=len(files), failed=failed))
    return 2 if failed else 0


def _goals(files: tuple[str, ...], output: str | None) -> list[str]:
    """The .yaml of each file."""
    if output is None:
        goals = [STREAM if f == STREAM else str(Path(f).with_suffix(YAML[0])) for f in files]
        return _without_collisions(goals)
    if len(files) > 1:
        raise click.UsageError(_("-o chỉ dùng với một tệp."))
    if output != STREAM and Path(output).suffix.lower() not in YAML:
        wanted = ", ".join(YAML)
        raise click.UsageError(_("-o cần tên tệp có đuôi {suffixes}.").format(suffixes=wanted))
    return [output]


def _without_collisions(goals: list[str]) -> list[str]:
    for index, goal in enumerate(goals):
        if goal != STREAM and any(same_file(goal, other) for other in goals[:index]):
            message = _("Hai tệp Word cùng tên thành một tệp nguồn.")
            raise OutputError.at(message, Place(goal), _("Nhập từng tệp, dùng -o."))
    return goals


def _put(file: str, goal: str, force: bool) -> None:
    from vanban.api.importing import import_docx

    made = import_docx(sys.stdin.buffer.read() if file == STREAM else file)
    source = made.source.encode()
    if goal == STREAM:
        console.document(source)
    else:
        outputs.write(Path(goal), source, force=force)
        console.error(_("Đã ghi {path}").format(path=goal))
    _tell(file, made)


def _tell(file: str, made: Imported) -> None:
    """What to look at, each with its place and its beginning."""
    for line in _lines(file, made.not_understood):
        console.error(line)
    count = len(made.not_understood)
    if count:
        console.error(_("{count} chỗ cần xem lại trong tệp nguồn.").format(count=count))


def _lines(file: str, found: Iterable[NotUnderstood]) -> Iterable[str]:
    for one in found:
        where = file
        if one.at is not None:
            where = _("{file}, đoạn {number}").format(file=file, number=one.at.index + 1)
            part = Path(one.at.part).stem
            if part != "document":
                where = f"{where} ({part})"
        quote = f" «{short(' '.join(one.text.split()))}»" if one.text else ""
        yield f"{where}: {one.reason}{quote}"
