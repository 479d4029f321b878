"""``vanban render``: from sources to .docx files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct
from msgspec.structs import replace

from vanban import outputs
from vanban.cli import console, pdfs
from vanban.cli.quick import Plain
from vanban.cli.targets import PDF, STREAM, WORD, beside, targets
from vanban.errors import VanbanError
from vanban.findings import Finding, Severity
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.api import Reading

PROFILE = "vanban.yaml"

PLAIN = Plain(
    files="files",
    flags={
        "--no-profile": "no_profile",
        "--no-check": "no_check",
        "--offline": "offline",
        "--pdf": "pdf",
        "--pdfa": "pdfa",
        "--force": "force",
        "-v": "verbose",
        "--verbose": "verbose",
    },
    texts={
        "-o": "output",
        "--output": "output",
        "-d": "directory",
        "--directory": "directory",
        "--template": "template",
        "--profile": "profile",
    },
    lists={"--set": "fields"},
)


class Options(Struct, frozen=True):
    """What the command line asked for, the same for each file."""

    template: str | None
    fields: tuple[str, ...]
    profile: str | None
    use_profile: bool
    check: bool
    force: bool
    verbose: bool
    make_folder: bool
    offline: bool
    tell: bool = True


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "render",
        callback=run,
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
            click.Option(
                ["--offline"], is_flag=True, help=_("Máy này không nối mạng: được in văn bản mật.")
            ),
            click.Option(
                ["--pdf"], is_flag=True, help=_("Ghi thêm tệp .pdf; -o TỆP.pdf: chỉ .pdf.")
            ),
            *pdfs.options(),
            click.Option(["--force"], is_flag=True, help=_("Thay tệp đã có.")),
            click.Option(["-v", "--verbose"], is_flag=True, help=_("Nói rõ hơn, kể cả lưu ý.")),
        ],
    )


def run(
    files: tuple[str, ...],
    output: str | None,
    directory: str | None,
    template: str | None,
    fields: tuple[str, ...],
    profile: str | None,
    no_profile: bool,
    no_check: bool,
    offline: bool,
    pdf: bool,
    pdfa: bool,
    force: bool,
    verbose: bool,
) -> int:
    """Do what was asked for; the exit code.

    Raises:
        UsageError: options that do not go together; nothing was done then.
    """
    if profile is not None and no_profile:
        raise click.UsageError(_("--profile và --no-profile không dùng cùng nhau."))
    if "" in (template, profile):
        raise click.UsageError(_("Có tên tệp để trống."))
    options = Options(
        template=template,
        fields=fields,
        profile=profile,
        use_profile=not no_profile,
        check=not no_check,
        force=force,
        verbose=verbose,
        make_folder=directory is not None,
        offline=offline,
    )
    files = _without_profiles(files)
    if pdf or pdfa:
        return _with_pdfs(files, output, directory, options, pdfa)
    found = targets(files, output, directory)
    console.plugins(rules=options.check)
    return max(_attempt(file, target, options) for file, target in zip(files, found, strict=True))


def _with_pdfs(
    files: tuple[str, ...], output: str | None, directory: str | None, options: Options, pdfa: bool
) -> int:
    """Render files, then make the PDFs of those that are good, all in one go."""
    from vanban.pdf import folders, office

    office.needed()
    alone = output is not None and output.lower().endswith(PDF)
    found = targets(files, output, directory, ending=PDF if alone else WORD)
    if STREAM in found:
        raise click.UsageError(_("--pdf cần tên tệp (-o hoặc -d), không ghi ra đầu ra chuẩn."))
    console.plugins(rules=options.check)
    options = replace(options, tell=not alone)
    with folders.private() as folder:
        words = [str(folder / "van-ban.docx")] if alone else found
        goals = found if alone else [beside(target) for target in found]
        work = list(zip(files, words, goals, strict=True))
        codes = {word: _attempt(file, word, options, goal) for file, word, goal in work}
        jobs = [(word, goal) for _file, word, goal in work if codes[word] == 0]
        names = {words[0]: files[0]} if alone else {}
        failed = pdfs.convert(jobs, pdfa=pdfa, force=options.force, names=names)
    return max(*codes.values(), 2 if failed else 0)


def _without_profiles(files: tuple[str, ...]) -> tuple[str, ...]:
    """The files without office profiles, which ``*.yaml`` finds too."""
    documents = tuple(file for file in files if Path(file).name != PROFILE)
    return documents or files


def _attempt(file: str, target: str, options: Options, goal: str = "") -> int:
    """Render one file; its exit code. A bad file does not stop the others.

    Args:
        file: the source.
        target: the .docx.
        options: what was asked for.
        goal: the .pdf that is made of it later; empty: none.
    """
    try:
        return _render(file, target, options, goal)
    except VanbanError as error:
        console.problems(error.problems)
        return 2
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:  # a bug met in this file
        console.internal(error, file)
        return 3


def _render(file: str, target: str, options: Options, goal: str) -> int:
    from vanban import api

    reading = api.read(
        file, profile=options.profile, use_profile=options.use_profile, fields=options.fields
    )
    if options.verbose and reading.profile:
        console.error(_("Hồ sơ cơ quan: {path}").format(path=reading.profile))
    if options.check and not _acceptable(reading, options):
        return 1
    if reading.doc.do_mat and options.offline:
        console.error(_("Cảnh báo: văn bản mật; chỉ lưu, in trên máy không nối mạng."))
    data = api.render(reading, template=options.template, offline=options.offline)
    if options.check:
        console.findings(api.unprinted(reading, template=options.template))
    _write(target, data, options, goal)
    return 0


def _acceptable(reading: Reading, options: Options) -> bool:
    """Whether a document has no error; its warnings are told once it has none.

    Rules that can only give a hint do not look unless it is asked for.
    """
    from vanban import api, plugins

    rules = plugins.registry().rules
    subject = api.subject_of(reading)
    grave = [rule for rule in rules if rule.severity is Severity.ERROR]
    report = api.check(subject, rules=grave)
    console.findings(_told(report.findings, options))
    if report.errors:
        advice = _("Chưa in vì còn {count} lỗi; sửa tệp nguồn, hoặc thêm --no-check để vẫn in.")
        console.error(advice.format(count=len(report.errors)))
        return False
    least = (Severity.WARNING, Severity.INFO) if options.verbose else (Severity.WARNING,)
    others = [rule for rule in rules if rule.severity in least]
    console.findings(_told(api.check(subject, rules=others).findings, options))
    return True


def _told(found: Iterable[Finding], options: Options) -> list[Finding]:
    return [f for f in found if options.verbose or f.severity is not Severity.INFO]


def _write(target: str, content: bytes, options: Options, goal: str) -> None:
    if target == STREAM:
        console.data(content)
        return
    if options.make_folder:
        outputs.make_folder(Path(target).parent)
    if goal:
        outputs.refuse(Path(goal), force=options.force)
    outputs.write(Path(target), content, force=options.force)
    if options.tell:
        console.error(_("Đã ghi {path}").format(path=target))
