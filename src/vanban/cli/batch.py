"""``vanban batch``: many documents, of source files or of the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vanban import messages, outputs
from vanban.cli import batch_pdfs, console, pdfs
from vanban.cli.batch_told import Told
from vanban.cli.check import execution, profile
from vanban.cli.progress import progress
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.batch.batches import Batch, Ways
    from vanban.batch.planning import Plan, Settings


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "batch",
        callback=_run,
        help=_("In nhiều văn bản: nhiều tệp nguồn, hoặc một mẫu (.mau.yaml) và một bảng."),
        params=[
            click.Argument(["paths"], nargs=-1, required=True, metavar=_("TỆP|THƯ MỤC…")),
            *_table(),
            click.Option(["-d", "--directory"], metavar=_("THƯ_MỤC"), help=_("Thư mục ghi ra.")),
            click.Option(["--template"], metavar=_("TỆP"), help=_("Mẫu Word riêng, có thẻ.")),
            click.Option(
                ["--set", "fields"], multiple=True, metavar=_("TRƯỜNG=GIÁ_TRỊ"),
                help=_("Đặt một trường cho mọi văn bản, ví dụ ngay=2026-11-26."),
            ),
            *profile(),
            *_judging(),
            *_going_on(),
            *_results(),
            *execution(),
        ],
    )  # fmt: skip


def _table() -> list[click.Parameter]:
    return [
        click.Option(["--data"], metavar=_("BẢNG"), help=_("Bảng .xlsx, .csv hoặc .jsonl.")),
        click.Option(["--sheet"], metavar=_("TÊN"), help=_("Trang tính; không nêu: trang đầu.")),
        click.Option(
            ["--name"], metavar=_("MẪU TÊN"),
            help=_("Tên tệp ghi ra, ví dụ '{so}-{ho_ten}' hoặc '{ho_ten|slug}'."),
        ),
        click.Option(
            ["--filter", "filters"], multiple=True, metavar=_("CỘT=GIÁ TRỊ"),
            help=_("Chỉ lấy các dòng này; = bằng, != khác, ~ có chứa, !~ không chứa."),
        ),
        click.Option(["--limit"], type=click.IntRange(1), help=_("Chỉ lấy chừng này dòng.")),
    ]  # fmt: skip


def _judging() -> list[click.Parameter]:
    return [
        click.Option(["--no-check"], is_flag=True, help=_("Không xét lỗi thể thức.")),
        click.Option(
            ["--allow-errors"], is_flag=True, help=_("In cả văn bản còn lỗi; mã thoát là 1.")
        ),
        click.Option(["--dry-run"], is_flag=True, help=_("Xét mọi văn bản, không ghi gì.")),
    ]


def _going_on() -> list[click.Parameter]:
    return [
        click.Option(
            ["--resume"], is_flag=True, help=_("Làm tiếp: chỉ in những gì thiếu hoặc đã đổi.")
        ),
        click.Option(["--force"], is_flag=True, help=_("Thay tệp đã có.")),
        click.Option(
            ["--journal"], metavar=_("TỆP"),
            help=_("Tệp nhật ký; không nêu: vanban-batch.jsonl trong thư mục ghi ra."),
        ),
    ]  # fmt: skip


def _results() -> list[click.Parameter]:
    return [
        click.Option(
            ["--report"], metavar=_("TỆP"),
            help=_("Ghi bảng những dòng chưa in được, có lỗi, cảnh báo: .xlsx hoặc .csv."),
        ),
        click.Option(["--pdf"], is_flag=True, help=_("Ghi thêm tệp .pdf.")),
        *pdfs.options(),
        click.Option(
            ["--merge", "merged"], metavar=_("TỆP"), help=_("Ghép mọi PDF thành một tệp để in.")
        ),
    ]  # fmt: skip


def _run(paths: tuple[str, ...], **given: Any) -> int:
    from vanban.batch import report

    _refuse(paths, given)
    wish = batch_pdfs.Wish(given["pdf"] or given["pdfa"], given["pdfa"], given["merged"])
    wish.refuse(force=given["force"] or given["resume"])
    if given["report"]:
        report.refuse_other(given["report"])
        force = given["force"] or given["resume"] or given["dry_run"]
        outputs.refuse(Path(given["report"]), force=force)
    console.plugins(rules=not given["no_check"])
    settings, ways = _settings(given), _ways(given, wish)
    with _planned(paths, settings, given) as plan:
        batch = _ready(plan, ways, given["directory"])
    told = Told(batch, look=given["dry_run"])
    try:
        _work(batch, told, wish, given["jobs"])
    finally:
        told.summary()
        if given["report"]:
            data = report.content(given["report"], batch.summary.troubled)
            outputs.write(Path(given["report"]), data, force=True)
            console.error(_("Đã ghi {path}").format(path=given["report"]))
    return batch.summary.code


def _work(batch: Batch, told: Told, wish: batch_pdfs.Wish, jobs: int | None) -> None:
    told.notices()
    with batch, pdfs.stopped_cleanly():
        with progress(_("Đang in"), batch.left) as advance:
            for outcomes in batch.outcomes():
                told.outcomes(outcomes)
                advance(len(outcomes))
        if batch.job.write:
            batch_pdfs.make(batch, wish, jobs)


def _ready(plan: Plan, ways: Ways, directory: str | None) -> Batch:
    from vanban.batch.batches import Batch

    return Batch(plan, ways, directory)


@contextmanager
def _planned(paths: Sequence[str], settings: Settings, given: dict[str, Any]) -> Iterator[Plan]:
    from vanban import plugins

    if given["data"] is None:
        from vanban.batch.file_plan import of_files

        yield of_files(paths, settings, frozenset(plugins.registry().sources))
        return
    from vanban.batch.table_plan import planned

    asked = {name: given[name] for name in ("sheet", "name", "filters", "limit")}
    with planned(paths[0], given["data"], settings, **asked) as plan:
        yield plan


def _refuse(paths: Sequence[str], given: dict[str, Any]) -> None:
    """Raise UsageError for options that contradict or lack something."""
    named = ("directory", "template", "profile", "data", "report", "merged", "journal", "name")
    if "" in (*paths, *(given[name] for name in named)):
        raise click.UsageError(_("Có tên tệp để trống."))
    if given["profile"] is not None and given["no_profile"]:
        raise click.UsageError(_("--profile và --no-profile không dùng cùng nhau."))
    if "-" in paths:
        raise click.UsageError(_("batch cần tên tệp, không dùng đầu vào chuẩn."))
    if given["data"] is None:
        _refuse_table_options(given)
        return
    if len(paths) > 1:
        raise click.UsageError(_("Với --data chỉ có một tệp mẫu."))
    if given["directory"] is None:
        raise click.UsageError(_("Với --data cần -d THƯ_MỤC để ghi ra."))


def _refuse_table_options(given: dict[str, Any]) -> None:
    for name in ("sheet", "name", "limit", "filters"):
        if given[name]:
            option = "--filter" if name == "filters" else f"--{name}"
            raise click.UsageError(_("{option} chỉ dùng cùng --data.").format(option=option))


def _settings(given: dict[str, Any]) -> Settings:
    from vanban.batch.planning import Settings

    return Settings(
        directory=given["directory"],
        template=given["template"],
        fields=given["fields"],
        profile=given["profile"],
        use_profile=not given["no_profile"],
        check=not given["no_check"],
        allow_errors=given["allow_errors"],
        write=not given["dry_run"],
        language=messages.language(),
    )


def _ways(given: dict[str, Any], wish: batch_pdfs.Wish) -> Ways:
    from vanban import plugins
    from vanban.batch.batches import Ways

    name = given["executor"]
    return Ways(
        jobs=given["jobs"],
        make=plugins.registry().executor(name) if name else None,
        address=given["address"],
        journal=given["journal"],
        resume=given["resume"],
        force=given["force"],
        pdf=wish.wanted,
        beside=wish.beside,
    )
