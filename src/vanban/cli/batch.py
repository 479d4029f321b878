"""``vanban batch``: many documents, of source files or of the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vanban import messages, outputs
from vanban.cli import console, pdfs
from vanban.cli.batch_told import Told
from vanban.cli.check import execution, profile
from vanban.cli.progress import progress
from vanban.cli.targets import same_file
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.batch.batches import Batch, Ways
    from vanban.batch.pdfs import Wish
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
        click.Option(
            ["--offline"], is_flag=True, help=_("Máy này không nối mạng: được in văn bản mật.")
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
        click.Option(
            ["--timeout"], type=click.FloatRange(1), metavar=_("GIÂY"),
            help=_("LibreOffice được chạy chừng này giây cho một tệp."),
        ),
    ]  # fmt: skip


def _run(paths: tuple[str, ...], **given: Any) -> int:
    from vanban.batch import report

    _refuse(paths, given)
    _refuse_overwriting(paths, given)
    again = given["force"] or given["resume"]
    wish = _wish(given)
    wish.refuse(force=again)
    if given["report"]:
        report.refuse_other(given["report"])
        outputs.make_folder(Path(given["report"]).parent)
        outputs.refuse(Path(given["report"]), force=again)
    console.plugins(rules=not given["no_check"])
    with pdfs.stopped_cleanly():
        with _planned(paths, _settings(given), given) as plan:
            batch = _ready(plan, _ways(given, wish), given["directory"])
        return _worked(batch, given)


def _worked(batch: Batch, given: dict[str, Any]) -> int:
    told = Told(batch)
    told.notices()
    try:
        with batch:
            _make(batch, told)
    finally:
        told.summary()
        _report(batch, given["report"])
    return batch.summary.code


def _make(batch: Batch, told: Told) -> None:
    with progress(_("Đang in"), batch.left) as advance:
        for outcomes in batch.outcomes():
            told.outcomes(outcomes)
            advance(len(outcomes))
    if not batch.job.write:
        return
    work = batch.pdfs()
    with progress(_("Đang chuyển sang PDF"), work.count) as advance:
        for done in work.make():
            if done.problem:
                console.problems([done.problem])
            advance(1)


def _report(batch: Batch, path: str | None) -> None:
    from vanban.batch import report

    if path is None:
        return
    summary = batch.summary
    outputs.write(Path(path), report.content(path, summary.troubled, summary.others), force=True)
    console.error(_("Đã ghi {path}").format(path=path))


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
    if given["address"] is not None and given["executor"] is None:
        raise click.UsageError(_("--address chỉ dùng cùng --executor."))
    if "-" in paths:
        raise click.UsageError(_("batch cần tên tệp, không dùng đầu vào chuẩn."))
    if given["data"] is None:
        _refuse_table_options(given)
        return
    if len(paths) > 1:
        raise click.UsageError(_("Với --data chỉ có một tệp mẫu."))
    if given["directory"] is None:
        raise click.UsageError(_("Với --data cần -d THƯ_MỤC để ghi ra."))


def _refuse_overwriting(paths: Sequence[str], given: dict[str, Any]) -> None:
    """Raise UsageError if a file is to be written that is read too, or two are one."""
    read = (*paths, *(given[name] for name in ("data", "template", "profile")))
    written = [given[name] for name in ("report", "merged", "journal") if given[name]]
    for path in written:
        same = [other for other in (*read, *written) if other and same_file(path, other)]
        if len(same) > 1 or any(other in read for other in same):
            raise click.UsageError(
                _("Tệp ghi ra trùng với một tệp khác của lệnh này: {path}").format(path=path)
            )


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
        offline=given["offline"],
        check=not given["no_check"],
        allow_errors=given["allow_errors"],
        write=not given["dry_run"],
        language=messages.language(),
    )


def _wish(given: dict[str, Any]) -> Wish:
    from vanban.batch.pdfs import SECONDS, Wish

    seconds = given["timeout"] or SECONDS
    return Wish(given["pdf"] or given["pdfa"], given["pdfa"], given["merged"], seconds)


def _ways(given: dict[str, Any], wish: Wish) -> Ways:
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
        pdf=wish,
    )
