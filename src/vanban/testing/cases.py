"""Cases for rules, as YAML: sources that a rule lets pass, and sources that it blames.

A file is named after its rule (``ND30-T-006.yaml``)::

    pass:
      a subject without a mark: |
        trich_yeu: Công tác năm 2026
    fail:
      a full stop:
        source: |
          trich_yeu: Công tác năm 2026.
        quote: "."
        fixed: |
          trich_yeu: Công tác năm 2026

A source is completed from a document that no rule blames (`vanban.testing.sources`), unless it is
``alone``. Of a rule that looks at sets of documents it is a mapping from names of files to
sources. In a failing case may stand: ``quote`` (what is blamed first), ``at`` ("line:column"),
``severity``, ``count`` (how many findings; else one or more), ``says`` (words of the message),
``fixed`` (what mending, unsafe fixes included, makes of it; needed when a fix is offered).
``today`` at the top is the day on which all cases are checked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from vanban import api, plugins
from vanban.findings import Finding
from vanban.plugins import Registry
from vanban.standards.yaml_data import parse
from vanban.testing.sources import completed

TODAY = date(2026, 11, 1)
"""The day of a check when a file of cases names none, so that no test depends on the clock."""

_EXPECTED = frozenset(
    {"source", "alone", "quote", "at", "severity", "count", "says", "fixed", "file"}
)


class Case(Struct, frozen=True):
    """One case: ``passes`` tells what is expected, ``data`` what stands in the file."""

    rule: str
    name: str
    passes: bool
    data: Mapping[str, Any]
    today: date = TODAY

    def __str__(self) -> str:
        return f"{self.rule}: {self.name}"

    def run(self, registry: Registry | None = None) -> None:
        """Check the case.

        Raises:
            AssertionError: the rule does something else than the case says.
        """
        known = registry or plugins.registry()
        found = self.findings(known)
        if self.passes:
            assert not found, f"{self}: {_told(found)}"
            return
        assert found, f"{self}: the rule finds nothing"
        self._compare(found)
        if isinstance(self.data["source"], str):
            self._compare_fix(found, known)

    def findings(self, registry: Registry) -> list[Finding]:
        """What the rule finds in the source of the case."""
        source = self.data["source"]
        rules = api.selected(registry, [self.rule])
        if not isinstance(source, str):
            return list(self._findings_in_set(source, registry))
        reading = api.read(
            self._file, data=self._source(source), use_profile=False, registry=registry
        )
        report = api.check(reading, rules=rules, today=self.today, registry=registry)
        found = [finding for finding in report.findings if finding.rule == self.rule]
        assert not (found and self.rule in report.not_evaluated), f"{self}: {_told(found)}"
        return found

    def _findings_in_set(self, sources: Mapping[str, str], registry: Registry) -> Iterator[Finding]:
        readings = (self._read(name, text, registry) for name, text in sources.items())
        entries = [api.entry_of(reading, registry=registry) for reading in readings]
        rules = api.selected(registry, [self.rule])
        yield from api.check_set(entries, rules=rules, registry=registry)

    def _read(self, name: str, text: str, registry: Registry) -> api.Reading:
        return api.read(name, data=self._source(text), use_profile=False, registry=registry)

    @property
    def _file(self) -> str:
        return str(self.data.get("file", "case.yaml"))

    def _source(self, text: str) -> bytes:
        alone = "alone" in self.data or not self._file.endswith(".yaml")
        return (text if alone else completed(text)).encode()

    def _compare(self, found: list[Finding]) -> None:
        first, told = found[0], _told(found)
        place = f"{first.place.line}:{first.place.column}" if first.place else ""
        actual = {"quote": first.quote, "at": place, "severity": str(first.severity)}
        actual["count"] = str(len(found))
        for key, value in actual.items():
            assert self.data.get(key, value) == value, f"{self}: {key} is {value!r}: {told}"
        assert self.data.get("says", "") in first.message, f"{self}: {told}"

    def _compare_fix(self, found: list[Finding], registry: Registry) -> None:
        source = self._source(self.data["source"])
        fixed = api.fix(
            self._file, data=source, unsafe=True, select=[self.rule], use_profile=False,
            today=self.today, registry=registry,
        )  # fmt: skip
        assert not fixed.refused, f"{self}: a fix changes something else: {_told(fixed.refused)}"
        offered = any(finding.fix for finding in found)
        assert offered == ("fixed" in self.data), f"{self}: «fixed» goes with a fix"
        if offered:
            expected = self._source(self.data["fixed"])
            assert fixed.after == expected, f"{self}: fixed to\n{fixed.after.decode()}"


def load(path: Path) -> Iterator[Case]:
    """The cases in a file.

    Raises:
        StandardError: it is no YAML.
        ValueError: it is YAML, but no file of cases.
    """
    data = parse(path.read_bytes(), path)
    if not set(data) <= {"pass", "fail", "today"}:
        raise ValueError(f"{path}: keys are pass, fail and today")
    today = date.fromisoformat(data["today"]) if "today" in data else TODAY
    for kind in ("pass", "fail"):
        for name, case in (data.get(kind) or {}).items():
            yield Case(path.stem, name, kind == "pass", _case(case, f"{path}: {name}"), today)


def load_folder(folder: Path) -> list[Case]:
    """The cases in all files of a folder."""
    return [case for path in sorted(folder.glob("*.yaml")) for case in load(path)]


def _case(data: Any, where: str) -> Mapping[str, Any]:
    """A case; a bare source, or sources of several files, stand for a case with nothing else."""
    if isinstance(data, str):
        return {"source": data}
    if "source" not in data:
        return {"source": data}
    if not set(data) <= _EXPECTED:
        raise ValueError(f"{where}: keys are {', '.join(sorted(_EXPECTED))}")
    return dict(data)


def _told(found: Any) -> str:
    return "; ".join(f"{finding.place} {finding.severity} {finding.message}" for finding in found)
