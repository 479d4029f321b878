"""The report as one page of HTML that a drafter can print: no scripts, nothing from outside.

A summary stands on top; then each file, its text on the left with the places marked and numbered,
what was found on the right beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban import messages
from vanban.batch.checks import Checked
from vanban.cli.formats.as_html.escaping import escaped
from vanban.cli.formats.as_html.files import file_of
from vanban.cli.formats.as_html.style import STYLE
from vanban.cli.formats.as_html.summary import summary
from vanban.messages import _

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write(checked: Sequence[Checked]) -> str:
    """The report of a check."""
    return "\n".join(_lines(checked))


def _lines(checked: Sequence[Checked]) -> Iterator[str]:
    title = escaped(_("Kết quả kiểm tra văn bản"))
    yield "<!DOCTYPE html>"
    yield f'<html lang="{messages.language()}">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    yield f"<style>\n{STYLE}</style></head>"
    yield f"<body>\n<h1>{title}</h1>"
    yield from summary(checked)
    for index, one in enumerate(checked, 1):
        yield from file_of(one, f"t{index}")
    yield "</body>\n</html>"
