"""``vanban check FILE.docx --comment OUT.docx``: the file with what was found in its margin."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vanban import outputs
from vanban.cli import console
from vanban.cli.targets import WORD, same_file
from vanban.errors import OutputError
from vanban.location import Place
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.batch.checks import Checked


class Commenting:
    """Where the file with comments goes: refused before anything is checked.

    Args:
        file: the .docx that is checked.
        output: the one to be.
        force: whether a file of that name may be replaced.

    Raises:
        OutputError: it would replace the original, or a file unasked.
    """

    def __init__(self, file: str, output: str, *, force: bool) -> None:
        self._file, self._output, self._force = file, output, force
        refuse_original(file, output)
        outputs.refuse(Path(output), force=force)

    def write(self, checked: Checked) -> None:
        """Write the file; one that could not be read gets no comments.

        Raises:
            VanbanError: the file may not be changed, or the output cannot be written.
        """
        from vanban.api.commenting import comment

        if checked.problems or checked.bug:
            return
        data = comment(self._file, checked.findings, datetime.now().astimezone())
        outputs.write(Path(self._output), data, force=self._force)
        told = _("{file}: đã ghi {count} chú thích vào {output}.")
        count = len(checked.findings)
        console.error(told.format(file=self._file, count=count, output=self._output))


def commenting(paths: Sequence[str], output: str | None, *, force: bool) -> Commenting | None:
    """What is asked for with --comment; None when it is not given.

    Raises:
        UsageError: the options do not go together.
        OutputError: as for `Commenting`.
    """
    if output is None:
        if force:
            raise click.UsageError(_("--force chỉ dùng cùng --comment."))
        return None
    if len(paths) != 1 or not paths[0].lower().endswith(WORD) or os.path.isdir(paths[0]):
        raise click.UsageError(_("--comment chỉ dùng khi kiểm tra một tệp .docx."))
    refuse_output(output, "--comment")
    return Commenting(paths[0], output, force=force)


def refuse_output(output: str, option: str) -> None:
    """Raise UsageError for an output that is not called like a Word file."""
    if Path(output).suffix.lower() != WORD:
        raise click.UsageError(
            _("{option} ghi tệp Word nên tên phải có đuôi .docx.").format(option=option)
        )


def refuse_original(file: str, output: str) -> None:
    """Raise OutputError for an output that is the original, under whichever name."""
    if same_file(file, output) or _is_one(file, output):
        raise OutputError.at(
            _("Tệp gốc không bao giờ bị ghi đè."), Place(output), _("Ghi ra tên khác.")
        )


def _is_one(file: str, output: str) -> bool:
    """Whether two names are of one file by a hard link."""
    try:
        return os.path.samefile(file, output)
    except OSError:
        return False
