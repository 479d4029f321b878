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
``alone``; a file ``base.yaml`` among the cases takes the place of that document, and images may
lie there. Of a rule that looks at sets of documents it is a mapping from names of files to
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
from vanban.testing.sources import BASE, completed

FOLDER, BASE_NAME = "cases", "base.yaml"
"""The folder of cases beside a file of rules, and what completes their sources."""
TODAY = date(2026, 11, 1)
"""The day of a check when a file of cases names none, so that no test depends on the clock."""

_EXPECTED = frozenset(
    {"source", "alone", "quote", "at", "severity", "count", "says", "fixed", "file"}
)
_OF_SOURCES = frozenset({"source", "alone", "file"})
"""Keys that a case has too which passes."""


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
            AssertionError: the rule does something else than the case says, or there is none.
        """
        known = registry or plugins.registry()
        self._expect(self.rule in known.rule_ids, "there is no such rule")
        found = self.findings(known)
        if self.passes:
            self._expect(not found, _told(found))
            return
        self._expect(bool(found), "the rule finds nothing")
        self._compare(found)
        if isinstance(self.data["source"], str):
            self._compare_fix(found, known)

    def findings(self, registry: Registry) -> list[Finding]:
        """What the rule finds in the source of the case."""
        source = self.data["source"]
        rules = api.selected(registry, [self.rule])
        if not isinstance(source, str):
            return list(self._findings_in_set(source, registry))
        data, path = self._source(source, registry), self._path(registry)
        reading = api.read(path, data=data, use_profile=False, registry=registry)
        report = api.check(reading, rules=rules, today=self.today, registry=registry)
        found = [finding for finding in report.findings if finding.rule == self.rule]
        self._expect(not (found and self.rule in report.not_evaluated), _told(found))
        self._expect(self.rule not in report.ignored, "the document ignores the rule")
        return found

    def _expect(self, held: bool, otherwise: str) -> None:
        """Raise AssertionError for what does not hold, also where ``assert`` is left out."""
        if not held:
            raise AssertionError(f"{self}: {otherwise}")

    def _findings_in_set(self, sources: Mapping[str, str], registry: Registry) -> Iterator[Finding]:
        readings = (self._read(name, text, registry) for name, text in sources.items())
        entries = [api.entry_of(reading, registry=registry) for reading in readings]
        rules = api.selected(registry, [self.rule])
        yield from api.check_set(entries, rules=rules, registry=registry)

    def _read(self, name: str, text: str, registry: Registry) -> api.Reading:
        data = self._source(text, registry)
        return api.read(name, data=data, use_profile=False, registry=registry)

    @property
    def _file(self) -> str:
        return str(self.data.get("file", "case.yaml"))

    def _source(self, text: str, registry: Registry) -> bytes:
        alone = "alone" in self.data or not self._file.endswith(".yaml")
        own = self._folder(registry) / BASE_NAME
        return (text if alone else completed(text, own if own.exists() else BASE)).encode()

    def _path(self, registry: Registry) -> str:
        """Where the source is taken to stand: among the cases of the rule, with its images."""
        folder = self._folder(registry)
        return str(folder / self._file) if folder.is_dir() else self._file

    def _folder(self, registry: Registry) -> Path:
        """The folder of cases beside the file that the rule was read from."""
        source = next((r.source for r in registry.rules if r.id == self.rule), None)
        return (source.parent if source else BASE.parent) / FOLDER

    def _compare(self, found: list[Finding]) -> None:
        first, told = found[0], _told(found)
        place = f"{first.place.line}:{first.place.column}" if first.place else ""
        actual = {"quote": first.quote, "at": place, "severity": str(first.severity)}
        actual["count"] = str(len(found))
        for key, value in actual.items():
            self._expect(self.data.get(key, value) == value, f"{key} is {value!r}: {told}")
        self._expect(self.data.get("says", "") in first.message, told)

    def _compare_fix(self, found: list[Finding], registry: Registry) -> None:
        source = self._source(self.data["source"], registry)
        fixed = api.fix(
            self._path(registry), data=source, unsafe=True, select=[self.rule], use_profile=False,
            today=self.today, registry=registry,
        )  # fmt: skip
        refused = f"a fix changes something else: {_told(fixed.refused)}"
        self._expect(not fixed.refused, refused)
        offered = any(finding.fix for finding in found)
        self._expect(offered == ("fixed" in self.data), "«fixed» goes with a fix")
        if offered:
            expected = self._source(self.data["fixed"], registry)
            self._expect(fixed.after == expected, f"fixed to\n{fixed.after.decode()}")


def load(path: Path) -> Iterator[Case]:
    """The cases in a file.

    Raises:
        StandardError: it is no YAML.
        ValueError: it is YAML, but no file of cases.
    """
    data = parse(path.read_bytes(), path)
    if not set(data) <= {"pass", "fail", "today"}:
        raise ValueError(f"{path}: keys are pass, fail and today")
    today = _day(data, path)
    for kind in ("pass", "fail"):
        cases = data.get(kind) or {}
        if not isinstance(cases, Mapping):
            raise ValueError(f"{path}: {kind} holds cases by their names")
        for name, case in cases.items():
            passes = kind == "pass"
            yield Case(path.stem, name, passes, _case(case, f"{path}: {name}", passes), today)


def _day(data: Mapping[str, Any], path: Path) -> date:
    try:
        return date.fromisoformat(data["today"]) if "today" in data else TODAY
    except ValueError:
        raise ValueError(f"{path}: today is a day such as 2026-11-01") from None


def load_folder(folder: Path) -> list[Case]:
    """The cases in all files of a folder; what completes them is none.

    Raises:
        FileNotFoundError: there is no such folder.
    """
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    paths = (path for path in sorted(folder.glob("*.yaml")) if path.name != BASE_NAME)
    return [case for path in paths for case in load(path)]


def _case(data: Any, where: str, passes: bool) -> Mapping[str, Any]:
    """A case; a bare source, or sources of several files, stand for a case with nothing else."""
    if isinstance(data, str):
        return {"source": data}
    if not isinstance(data, Mapping):
        raise ValueError(f"{where}: a case is a source, or has the key source")
    if "source" not in data:
        strange = [name for name in data if "." not in name]
        if strange:
            raise ValueError(f"{where}: source is missing, or {strange[0]} is no name of a file")
        return {"source": data}
    known = _OF_SOURCES if passes else _EXPECTED
    if not set(data) <= known:
        raise ValueError(f"{where}: keys are {', '.join(sorted(known))}")
    return dict(data)


def _told(found: Any) -> str:
    return "; ".join(f"{finding.place} {finding.severity} {finding.message}" for finding in found)
