"""Where each source goes: decided, and refused, before anything is rendered."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from vanban import outputs
from vanban.errors import OutputError
from vanban.location import Place
from vanban.messages import _

STREAM = "-"
WORD, PDF = ".docx", ".pdf"
_NOT_WORD = (".doc", ".odt", ".rtf", ".yaml", ".yml", ".json", ".txt", ".md", ".xlsx")


def targets(
    files: Sequence[str],
    output: str | None,
    directory: str | None,
    *,
    ending: str = WORD,
    folders: Mapping[str, str] | None = None,
) -> list[str]:
    """The output of each source, ``-`` for standard output.

    Args:
        files: the sources.
        output: what was said with ``-o``.
        directory: what was said with ``-d``.
        ending: that of the outputs, `WORD` or `PDF`.
        folders: the folder below ``directory`` for sources that were found in one.

    Raises:
        UsageError: the options do not go together.
        OutputError: two sources want the same file, or one its own.
    """
    _refuse_combinations(files, output, directory)
    if output is not None:
        found = [_file(output, ending)]
    elif directory is not None:
        outputs.refuse_file_as_folder(Path(directory))
        below = folders or {}
        found = [str(Path(directory) / below.get(f, "") / _name(f, ending)) for f in files]
    else:
        found = [STREAM if f == STREAM else str(Path(f).parent / _name(f, ending)) for f in files]
    _refuse_collisions(files, found)
    return found


def beside(target: str) -> str:
    """The PDF that lies beside a Word file.

    >>> beside("a.docx"), beside("ban.v1")
    ('a.pdf', 'ban.v1.pdf')
    """
    path = Path(target)
    return str(path.with_suffix(PDF)) if path.suffix.lower() == WORD else f"{target}{PDF}"


def _refuse_combinations(files: Sequence[str], output: str | None, directory: str | None) -> None:
    if output is not None and (directory is not None or len(files) > 1):
        raise click.UsageError(_("-o chỉ dùng với một tệp và không dùng cùng -d."))
    if files.count(STREAM) > 1:
        raise click.UsageError(_("Đầu vào chuẩn (-) chỉ đọc được một lần."))
    if "" in (*files, output, directory):
        raise click.UsageError(_("Có tên tệp để trống."))


def _file(output: str, ending: str) -> str:
    suffix = Path(output).suffix.lower()
    if output.endswith(("/", os.sep)):
        raise click.UsageError(_("-o cần tên tệp; ghi vào thư mục thì dùng -d."))
    if ending == PDF:
        return _pdf(output)
    if suffix == PDF:
        raise click.UsageError(
            _(
                "-o ghi tệp Word nên tên phải có đuôi .docx, không phải .pdf; "
                "muốn PDF thì thêm --pdf."
            )
        )
    if suffix in _NOT_WORD:
        raise click.UsageError(
            _("-o ghi tệp Word nên tên phải có đuôi .docx, không phải {suffix}.").format(
                suffix=suffix
            )
        )
    return output


def _pdf(output: str) -> str:
    if Path(output).suffix.lower() != PDF:
        raise click.UsageError(_("-o ghi tệp PDF nên tên phải có đuôi .pdf."))
    return output


def _name(file: str, ending: str) -> str:
    return f"{'van-ban' if file == STREAM else Path(file).stem}{ending}"


def _refuse_collisions(files: Sequence[str], found: Sequence[str]) -> None:
    seen: dict[str, str] = {}
    for file, target in zip(files, found, strict=True):
        if target == STREAM:
            continue
        if _identity(target) in seen:
            message = _("Hai nguồn cùng ghi ra tệp này: {one} và {two}.")
            _refuse(message.format(one=seen[_identity(target)], two=file), target)
        if _real(target) == _real(file):
            _refuse(_("Tệp ra trùng với tệp nguồn (nguồn là .yaml, .json, .txt hoặc .md)."), target)
        seen[_identity(target)] = file


def same_file(one: str, other: str) -> bool:
    """Whether two names are of one file, on some system."""
    return _identity(one) == _identity(other)


def _identity(path: str) -> str:
    """Names that are one file somewhere: Windows and macOS make no difference of case."""
    return unicodedata.normalize("NFC", _real(path)).casefold()


def _real(path: str) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):  # the current folder is gone, or a zero byte in the name
        return path


def _refuse(message: str, target: str) -> None:
    raise OutputError.at(message, Place(target), _("Chọn tên khác bằng -o hoặc -d."))
