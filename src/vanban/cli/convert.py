"""``vanban convert``: from .docx files to .pdf, through LibreOffice."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from msgspec import Struct

from vanban import outputs
from vanban.cli import console, pdfs
from vanban.cli.targets import PDF, STREAM, WORD, same_file, targets
from vanban.errors import OutputError, SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.patterns import later

LIMIT = 120
"""Seconds for a file; hardly any takes one."""

_NUMBER = later(r"(\d+)")


class Options(Struct, frozen=True):
    """What the command line asked for."""

    pdfa: bool
    force: bool
    jobs: int | None
    seconds: float
    make_folders: bool


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "convert",
        callback=_run,
        help=_("Chuyển .docx sang PDF bằng LibreOffice: TỆP, hoặc mọi tệp trong THƯ MỤC."),
        params=[
            click.Argument(["paths"], nargs=-1, required=True, metavar=_("TỆP|THƯ MỤC…")),
            click.Option(["-o", "--output"], metavar=_("TỆP"), help=_("Tệp .pdf, khi có một tệp.")),
            click.Option(["-d", "--directory"], metavar=_("THƯ_MỤC"), help=_("Thư mục ghi ra.")),
            click.Option(
                ["--merge", "merged"], metavar=_("TỆP"),
                help=_("Ghép tất cả thành một tệp .pdf để in; không có -d thì chỉ ghi tệp này."),
            ),
            *pdfs.options(),
            click.Option(["--jobs"], type=click.IntRange(1), help=_("Số tiến trình.")),
            click.Option(
                ["--timeout", "seconds"], type=click.FloatRange(1), metavar=_("GIÂY"),
                help=_("Thời gian dài nhất cho một tệp."), default=LIMIT, show_default=True,
            ),
            click.Option(["--force"], is_flag=True, help=_("Thay tệp đã có.")),
        ],
    )  # fmt: skip


def _run(
    paths: tuple[str, ...],
    output: str | None,
    directory: str | None,
    merged: str | None,
    pdfa: bool,
    jobs: int | None,
    seconds: float,
    force: bool,
) -> int:
    if STREAM in (*paths, output):
        raise click.UsageError(_("convert cần tên tệp, không dùng đầu vào, đầu ra chuẩn."))
    options = Options(pdfa, force, jobs, seconds, directory is not None)
    from vanban.batch.discovery import expanded

    found = dict(_documents(expanded(paths)))
    if merged is None:
        goals = targets(tuple(found), output, directory, ending=PDF, folders=found)
        return _code(len(found), _converted(list(zip(found, goals, strict=True)), options))
    _refuse_misused_merge(merged, output, options)
    return _merged(found, directory, merged, options)


def _refuse_misused_merge(merged: str, output: str | None, options: Options) -> None:
    if output is not None:
        raise click.UsageError(_("-o và --merge không dùng cùng nhau."))
    if Path(merged).suffix.lower() != PDF or merged.endswith("/"):
        raise click.UsageError(_("--merge cần tên một tệp .pdf."))
    if options.pdfa and not options.make_folders:
        raise click.UsageError(
            _("Tệp ghép để in không phải là PDF/A; thêm -d để có từng tệp PDF/A.")
        )


def _converted(jobs: list[tuple[str, str]], options: Options, *, tell: bool = True) -> set[str]:
    if options.make_folders:
        for folder in {Path(target).parent for _source, target in jobs}:
            outputs.make_folder(folder)
    return pdfs.convert(
        jobs,
        processes=options.jobs,
        pdfa=options.pdfa,
        seconds=options.seconds,
        force=options.force,
        tell=tell,
    )


def _merged(found: dict[str, str], directory: str | None, merged: str, options: Options) -> int:
    """Convert files and put those that could be converted into one."""
    from vanban.pdf import folders
    from vanban.pdf.merge import merge, refuse_without_pikepdf

    refuse_without_pikepdf()
    if directory is not None:
        outputs.make_folder(Path(directory))  # the whole may lie there too
    outputs.refuse(Path(merged), force=options.force)
    with folders.private() as folder:
        if directory is None:
            goals = [str(folder / f"{number}{PDF}") for number in range(len(found))]
        else:
            goals = targets(tuple(found), None, directory, ending=PDF, folders=found)
        _refuse_same(goals, merged)
        jobs = dict(zip(found, goals, strict=True))
        failed = _converted(list(jobs.items()), options, tell=directory is not None)
        good = {file: goal for file, goal in jobs.items() if file not in failed}
        if good:
            names = [Path(file).stem for file in good]
            merge(tuple(good.values()), merged, names=names, force=options.force)
            told = _("Đã ghi {path}, ghép từ {count} tệp.")
            console.error(told.format(path=merged, count=len(good)))
    return _code(len(found), failed)


def _refuse_same(goals: Iterable[str], merged: str) -> None:
    if any(same_file(goal, merged) for goal in goals):
        raise OutputError.at(
            _("Tệp ghép trùng tên với PDF của một tệp."), Place(merged), _("Chọn tên khác.")
        )


def _code(count: int, failed: set[str]) -> int:
    """The exit code; of several files the numbers are told."""
    if count > 1:
        told = _("{count} tệp, {failed} tệp không chuyển được.")
        console.error(told.format(count=count, failed=len(failed)))
    return 2 if failed else 0


def _documents(paths: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each file once, with its folder below the one that was named.

    Raises:
        SourceError: a folder holds no Word file.
    """
    for path in paths:
        if not os.path.isdir(path):
            yield path, ""
            continue
        inside = list(_inside(path))
        if not inside:
            message = _("Thư mục không có tệp .docx nào.")
            raise SourceError.at(message, Place(path), _("Kiểm tra lại tên thư mục."))
        yield from inside


def _inside(folder: str) -> Iterator[tuple[str, str]]:
    """The Word files in a folder and below, as people count: 2 before 10."""
    for root, folders, files in os.walk(folder):
        folders[:] = sorted((name for name in folders if not name.startswith(".")), key=_counted)
        for name in sorted(files, key=_counted):
            if name.lower().endswith(WORD) and not name.startswith((".", "~$")):
                yield str(Path(root) / name), os.path.relpath(root, folder)


def _counted(name: str) -> list[tuple[int, str]]:
    """A key by which numbers in names are in their own order."""
    parts = _NUMBER.split(name.casefold())
    return [(int(p), "") if p.isdecimal() and p.isascii() else (-1, p) for p in parts]
