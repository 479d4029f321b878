"""``vanban fix FILE.docx``: mend the formatting in a copy, silently or as tracked changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from vanban import outputs
from vanban.cli import console, places
from vanban.cli.check import codes
from vanban.cli.commenting import refuse_original, refuse_output
from vanban.cli.targets import STREAM, WORD
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.api import Fixed

_ENDING = ".sua.docx"
_WORD = frozenset({WORD, ".docm", ".dotx", ".dotm", ".doc"})


def is_docx(file: str) -> bool:
    """Whether a file is called like one that Word writes; which may be changed is told later."""
    return Path(file).suffix.lower() in _WORD


def refuse_options(files: tuple[str, ...], given: dict[str, Any]) -> None:
    """Raise UsageError for options that do not go together with the files."""
    if given["track"] and not any(map(is_docx, files)):
        raise click.UsageError(_("--track chỉ dùng với tệp .docx."))
    output = given["output"]
    if len(files) == 1 and is_docx(files[0]) and output not in (None, STREAM):
        refuse_output(output, "-o")


def target(file: str, output: str | None) -> str:
    """Where a mended file goes: the original is never overwritten.

    >>> target("to-trinh.docx", None)
    'to-trinh.sua.docx'

    Raises:
        OutputError: it is the original.
    """
    if output is None:
        return str(Path(file).with_suffix("")) + _ENDING
    if output != STREAM:
        refuse_original(file, output)
    return output


def fix(file: str, given: dict[str, Any]) -> Fixed:
    """Mend one file and write the copy.

    Raises:
        VanbanError: it cannot be read, may not be changed, or the copy cannot be written.
    """
    from vanban.api.mending import fix_docx  # not for --help

    output = target(file, given["output"])
    if output != STREAM and not given["diff"]:
        outputs.refuse(Path(output), force=given["force"])
    fixed = fix_docx(
        file,
        unsafe=given["unsafe"],
        track=datetime.now().astimezone() if given["track"] else None,
        select=codes(given["select"]),
        ignore=codes(given["ignore"]),
        nature="nd30" if given["as_nd30"] else None,
    )
    _put(file, output, fixed, given)
    return fixed


def _put(file: str, output: str, fixed: Fixed, given: dict[str, Any]) -> None:
    if given["diff"]:
        for line in listing(fixed):
            console.report(line)
    elif output == STREAM:
        console.data(fixed.after)
    elif given["output"] is not None or fixed.after != fixed.before:
        outputs.write(Path(output), fixed.after, force=given["force"])
        console.error(_("{file}: đã ghi {output}.").format(file=file, output=output))


def listing(fixed: Fixed) -> Iterator[str]:
    """What is changed, a line for each property of each place."""
    for finding in fixed.mended:
        yield f"{places.where(finding)}: {finding.rule}: {finding.message}"
        formats = finding.fix.formats if finding.fix else ()
        for name, value in dict.fromkeys((one.name, one.value) for one in formats):
            count = sum((one.name, one.value) == (name, value) for one in formats)
            times = _(" ({count} chỗ)").format(count=count) if count > 1 else ""
            yield f"    {_names().get(name, name)} → {_shown(name, value)}{times}"


_LENGTHS = frozenset(
    {
        "left", "right", "first_line", "before", "after", "line", "top", "bottom", "header",
        "footer", "gutter", "width", "height", "spacing",
    }
)  # fmt: skip


def _names() -> Mapping[str, str]:
    """What people call the properties."""
    return {
        "size": _("cỡ chữ"), "bold": _("đậm"), "italic": _("nghiêng"), "font": _("phông"),
        "colour": _("màu chữ"), "caps": _("in hoa bằng định dạng"),
        "small_caps": _("in hoa nhỏ"), "underline": _("gạch chân"), "highlight": _("tô nền"),
        "scale": _("co giãn chữ (%)"), "spacing": _("giãn chữ"), "alignment": _("canh"),
        "first_line": _("thụt dòng đầu"), "left": _("lề trái"), "right": _("lề phải"),
        "before": _("cách trước"), "after": _("cách sau"), "lines": _("giãn dòng"),
        "top": _("lề trên"), "bottom": _("lề dưới"), "gutter": _("gáy"), "width": _("rộng"),
        "height": _("cao"), "title_page": _("trang đầu khác"), "page_start": _("số trang đầu"),
        "keep_next": _("liền đoạn sau"), "dash": _("nét"), "page_number": _("số trang"),
        "header": _("số trang cách mép giấy"), "borders": _("đường kẻ"),
        "page_break_before": _("sang trang mới"), "line_rule": _("cách giãn dòng"),
        "page_format": _("kiểu số trang"), "contextual": _("bỏ khoảng cách giữa hai đoạn"),
    }  # fmt: skip


def _shown(name: str, value: str | int | float | bool | None) -> str:
    """A value as people write it."""
    if value is None or isinstance(value, bool):
        return _("có") if value else _("không")
    if name == "alignment":
        words = {"left": _("trái"), "center": _("giữa"), "right": _("phải"), "both": _("đều")}
        return words.get(str(value), str(value))
    if name in _LENGTHS and not isinstance(value, str):
        return f"{value / 36_000:.1f} mm".replace(".", ",")
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else str(value)
