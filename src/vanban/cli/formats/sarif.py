"""The report as SARIF 2.1.0, which code hosts show beside the lines of a change."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from vanban import __version__, plugins
from vanban.batch.checks import Checked
from vanban.cli.formats.as_json import UNREADABLE, dumped
from vanban.findings import Finding
from vanban.location import Place
from vanban.messages import _
from vanban.rules.base import Rule

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write(checked: Sequence[Checked]) -> str:
    """The report of a check."""
    results = [result for one in checked for result in _results(one)]
    used = {result["ruleId"] for result in results}
    rules = [_rule(rule) for rule in _known(used)]
    driver = {"name": "vanban", "version": __version__, "rules": rules}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return dumped(log)


def _known(used: set[str]) -> list[Rule]:
    """The rules with these ids, each once; those on .docx files are read only if one is used."""
    registry = plugins.registry()
    found = {rule.id: rule for rule in registry.rules if rule.id in used}
    if used - found.keys() - {UNREADABLE}:
        found |= {r.id: r for r in registry.docx_rules if r.id in used and r.id not in found}
    return list(found.values())


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": _(rule.ten)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"basis": rule.basis, "trust": rule.trust},
    }


def _results(one: Checked) -> Iterator[dict[str, Any]]:
    for problem in one.problems:
        yield _result(UNREADABLE, "error", problem.message, problem.place or Place(one.path))
    if one.bug:
        yield _result(UNREADABLE, "error", one.bug, Place(one.path))
    for finding in one.findings:
        yield _of_finding(finding, one)


def _of_finding(finding: Finding, one: Checked) -> dict[str, Any]:
    place = finding.place or Place(one.path)
    found = _result(finding.rule, _LEVELS[finding.severity], finding.message, place)
    if place.line and place.column and _stands_there(finding, place, one):
        region = found["locations"][0]["physicalLocation"]["region"]
        region["endColumn"] = place.column + len(finding.quote)
    return found


def _stands_there(finding: Finding, place: Place, one: Checked) -> bool:
    """Whether the words of a finding stand in the source as they are, at its place."""
    line = one.lines.get(place.line or 0, "") if place.path == one.path else ""
    return bool(finding.quote) and line.startswith(finding.quote, (place.column or 1) - 1)


def _result(rule: str, level: str, message: str, place: Place) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.path)}}
    if place.line:
        physical["region"] = {"startLine": place.line}
        if place.column:
            physical["region"]["startColumn"] = place.column
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.spot and place.spot.paragraph:
        name = _("đoạn {number}").format(number=place.spot.paragraph)
        location["logicalLocations"] = [{"name": name, "fullyQualifiedName": place.spot.part}]
    return {
        "ruleId": rule,
        "level": level,
        "message": {"text": message},
        "locations": [location],
    }


def _uri(path: str) -> str:
    return quote(os.fsencode(PurePath(path).as_posix()))
