"""``vanban tong-hop-thanh-tra``: the violations of many conclusions in one table."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vanban import VanbanError

if TYPE_CHECKING:
    from vanban_thanh_tra.summary import Conclusion

_HELP = (
    "Tổng hợp vi phạm, số tiền, kiến nghị của các kết luận thanh tra, kết luận kiểm tra: TỆP, hoặc"
    " mọi kết luận trong THƯ MỤC. In ra màn hình, hoặc ghi tệp CSV mở được bằng Excel."
)


def command() -> click.Command:
    """The command."""
    return click.Command(
        "tong-hop-thanh-tra",
        callback=_run,
        help=_HELP,
        params=[
            click.Argument(["paths"], nargs=-1, required=True, metavar="TỆP|THƯ_MỤC…"),
            click.Option(
                ["-o", "--output"], metavar="TỆP", help="Ghi tệp .csv; - là đầu ra chuẩn."
            ),
            click.Option(["--force"], is_flag=True, help="Thay tệp đã có."),
        ],
    )


def _run(paths: tuple[str, ...], output: str | None, force: bool) -> int:
    """0 when all was read, 2 when some file could not be."""
    from vanban_thanh_tra import printing, reading  # not for --help

    if output is not None:
        _refuse(output, force)
    files = reading.files(paths)
    if not files:
        raise VanbanError.at(f"Không có kết luận thanh tra, kiểm tra nào trong {', '.join(paths)}.")
    found = list(_read(files))
    if found and output is not None:
        _write(output, printing.table(found))
    elif found:
        _print(list(printing.screen(found)))
    return 0 if len(found) == len(files) else 2


def _read(files: Sequence[str]) -> Iterator[Conclusion]:
    """What can be read; what cannot is told, and does not stop the others."""
    from vanban_thanh_tra import reading, summary

    for path in files:
        try:
            yield summary.of(path, reading.conclusion(path))
        except VanbanError as error:
            click.echo(f"lỗi: {error}", err=True)


def _print(lines: Sequence[str]) -> None:
    for line in lines:
        click.echo(line)


def _refuse(output: str, force: bool) -> None:
    """Tell before anything is read what cannot be written."""
    if output == "-":
        return
    if Path(output).suffix.lower() != ".csv":
        raise click.UsageError("-o ghi tệp CSV nên tên phải có đuôi .csv.")
    if os.path.isdir(output) or (os.path.lexists(output) and not force):
        raise VanbanError.at(f"{output}: đã có. Ghi tên khác, hoặc thêm --force để thay.")


def _write(output: str, data: bytes) -> None:
    """Write under another name first, so that nothing partial is ever left."""
    if output == "-":
        click.echo(data, nl=False)
        return
    path = Path(output)
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        part.write_bytes(data)
        os.replace(part, path)
    except (OSError, ValueError) as error:
        part.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or error
        raise VanbanError.at(f"{output}: không ghi được: {reason}.") from None
    click.echo(f"Đã ghi {output}", err=True)
