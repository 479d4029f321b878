"""What was found, as it stands beside the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from vanban.cli.formats.as_html.escaping import escaped
from vanban.findings import Finding, severity_word
from vanban.messages import _


class Numbered(Struct, frozen=True):
    """A finding with its number in the report of its file.

    Attributes:
        number: from 1, in the order of the file.
        finding: what was found.
        file: the id of the file's part of the report.
    """

    number: int
    finding: Finding
    file: str

    @property
    def id(self) -> str:
        """The id of its note."""
        return f"{self.file}-{self.number}"


def note(one: Numbered, remedies: Mapping[str, str], path: str) -> str:
    """A finding as HTML.

    Args:
        one: the finding.
        remedies: how to mend what rules find, by their ids.
        path: the file that is reported on; a finding elsewhere tells where.
    """
    finding = one.finding
    inner = "".join(_lines(one, remedies.get(finding.rule, ""), path))
    return f'<div class="note {finding.severity}" id="{one.id}">{inner}</div>'


def _lines(one: Numbered, remedy: str, path: str) -> Iterator[str]:
    finding = one.finding
    word = severity_word(finding.severity)
    head = f"{one.number}. {word[0].upper()}{word[1:]} · {finding.rule}"
    yield f'<p class="head">{escaped(head)}</p>'
    yield f"<p>{escaped(finding.message)}</p>"
    if finding.place and finding.place.path != path:
        yield _small("basis", _("Ở: {place}").format(place=finding.place))
    if finding.basis:
        yield _small("basis", _("Căn cứ: {basis}").format(basis=finding.basis))
    if remedy:
        yield _small("remedy", _("Cách sửa: {remedy}").format(remedy=" ".join(remedy.split())))
    if finding.fix:
        command = "vanban fix" if finding.fix.safe else "vanban fix --unsafe"
        yield _small("remedy", _("Sửa tự động: {command}").format(command=command))


def _small(kind: str, text: str) -> str:
    return f'<p class="{kind}">{escaped(text)}</p>'
