"""Cases for rules on .docx files, as YAML: faults seeded in a document that has none.

A file is named after its rule (``ND30-H-002.yaml``)::

    fail:
      too small: {at: quoc_hieu, runs: {size: "11"}}
    pass:
      the smaller set: {at: quoc_hieu, runs: {size: "12"}}

Each case is a change in the language of `vanban.testing.mutating`, made in the rendered
``example``. In a failing case may stand: ``quote``, ``severity``, ``count``, ``says`` (words of the
message), ``also`` (rules that the same fault concerns; no other may find anything). A passing case
may have ``also`` too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from vanban import api
from vanban.api.documents import DOUBTS, observed_of
from vanban.findings import Finding
from vanban.plugins import Registry
from vanban.rules.docx.engine import evaluate
from vanban.standards.yaml_data import parse
from vanban.testing.mutating import mutated

EXAMPLE = "ke-hoach"
"""The example that a case changes when it names none."""


class DocxCase(Struct, frozen=True):
    """One case: ``passes`` tells what is expected, ``data`` what stands in the file."""

    rule: str
    name: str
    passes: bool
    data: Mapping[str, Any]

    def __str__(self) -> str:
        return f"{self.rule}: {self.name}"

    def run(self, render: Callable[[str], bytes], registry: Registry) -> None:
        """Check the case.

        Args:
            render: gives the .docx of an example.
            registry: the rules.

        Raises:
            AssertionError: the rule does something else than the case says, or another rule
                finds something too.
        """
        before = render(self.data.get("example", EXAMPLE))
        found = findings(mutated(before, self.data), registry)
        known = {finding.rule for finding in findings(before, registry)}
        mine = [finding for finding in found if finding.rule == self.rule]
        allowed = {self.rule, DOUBTS, *self.data.get("also", [])}
        others = {f.rule for f in found} - known - allowed
        self._expect(not others, f"{', '.join(sorted(others))} too: {_told(found)}")
        self._expect(bool(mine) != self.passes, _told(mine) or "the rule finds nothing")
        if mine:
            self._compare(mine)

    def _compare(self, found: list[Finding]) -> None:
        first, told = found[0], _told(found)
        actual = {"quote": first.quote, "severity": str(first.severity), "count": str(len(found))}
        for key, value in actual.items():
            self._expect(self.data.get(key, value) == value, f"{key} is {value!r}: {told}")
        self._expect(self.data.get("says", "") in first.message, told)

    def _expect(self, held: bool, otherwise: str) -> None:
        if not held:
            raise AssertionError(f"{self}: {otherwise}")


def findings(data: bytes, registry: Registry) -> list[Finding]:
    """What all rules on .docx files find in one."""
    seen = observed_of(data, path="tep.docx", registry=registry)
    return list(evaluate(registry.docx_rules, seen).findings)


def renderer(examples: Path, registry: Registry) -> Callable[[str], bytes]:
    """A function that gives the .docx of the sources in a folder, each rendered once."""

    @cache
    def render(example: str) -> bytes:
        path = examples / f"{example}.yaml"
        return api.render(api.read(path, use_profile=False, registry=registry), registry=registry)

    return render


def load(path: Path) -> Iterator[DocxCase]:
    """The cases in a file."""
    data = parse(path.read_bytes(), path)
    for kind in ("pass", "fail"):
        for name, case in (data.get(kind) or {}).items():
            yield DocxCase(path.stem, name, kind == "pass", case)


def load_folder(folder: Path) -> list[DocxCase]:
    """The cases in all files of a folder."""
    return [case for path in sorted(folder.glob("*.yaml")) for case in load(path)]


def _told(found: list[Finding]) -> str:
    return "; ".join(f"{f.rule} {f.severity} {f.message} «{f.quote}»" for f in found)
