"""The report as JSON, version 1: what other programs may rely on.

``{"version": 1, "files": [{"path", "findings": [{"rule", "severity", "message", "basis",
"location": {"line", "column", "path", "paragraph", "part", "quote"}, "fix": {"safety",
"edits": [{"start", "end", "text"}]} | null}], "evaluated", "not_evaluated"}]}``. Unreadable input
is a finding META-004. Lines and columns count from 1, in characters; ``location.path`` is the
place in the document ("noi_nhan.2"); offsets of edits count from 0 in the text that was read (NFC,
line ends "\\n"). A finding in another file than the document, its profile, has ``location.file``.
In a .docx ``paragraph`` counts from 1 in its ``part`` of the package, and a fix has ``formats``:
changes of formatting.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from vanban.batch.checks import Checked
from vanban.errors import Problem
from vanban.findings import Finding, Fix, Format
from vanban.patterns import later

VERSION = 1
_STEERING = later("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]")
UNREADABLE = "META-004"


def write(checked: Sequence[Checked]) -> str:
    """The report of a check."""
    files = [_file(one) for one in checked]
    return dumped({"version": VERSION, "files": files})


def dumped(data: Any) -> str:
    """JSON that is safe on any terminal: signs that would steer one, and halves of letters in
    names of files, are escapes."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _file(one: Checked) -> dict[str, Any]:
    return {
        "path": one.path,
        "findings": [*_unreadable(one), *(_finding(finding, one.path) for finding in one.findings)],
        "evaluated": one.evaluated,
        "not_evaluated": list(one.not_evaluated),
    }


def _unreadable(one: Checked) -> Iterator[dict[str, Any]]:
    for problem in one.problems:
        yield _told(UNREADABLE, _message(problem), _location(problem.place, "", "", one.path))
    if one.bug:
        yield _told(UNREADABLE, one.bug, _location(None, "", "", one.path))


def _told(rule: str, message: str, location: dict[str, Any]) -> dict[str, Any]:
    return {
        "rule": rule,
        "severity": "error",
        "message": message,
        "basis": "",
        "location": location,
        "fix": None,
    }


def _message(problem: Problem) -> str:
    return f"{problem.message} {problem.advice}" if problem.advice else problem.message


def _finding(finding: Finding, file: str) -> dict[str, Any]:
    where = ".".join(map(str, finding.path))
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "basis": finding.basis,
        "location": _location(finding.place, where, finding.quote, file),
        "fix": _fix(finding.fix) if finding.fix else None,
    }


def _location(place: Any, where: str, quote: str, file: str) -> dict[str, Any]:
    spot = place.spot if place else None
    found = {
        "line": place.line if place else None,
        "column": place.column if place else None,
        "path": where or None,
        "paragraph": spot.paragraph if spot else None,
        "part": spot.part if spot else None,
        "quote": quote or None,
    }
    return found | {"file": place.path} if place and place.path != file else found


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": e.start, "end": e.end, "text": e.text} for e in fix.edits]
    told: dict[str, Any] = {"safety": "safe" if fix.safe else "unsafe", "edits": edits}
    if fix.formats:
        told["formats"] = [_format(change) for change in fix.formats]
    return told


def _format(change: Format) -> dict[str, Any]:
    """A change of formatting in a .docx; ``path`` leads to its element in the part."""
    return {
        "of": change.of,
        "part": change.part,
        "path": list(change.path),
        "name": change.name,
        "value": change.value,
        "start": change.start,
        "end": change.end,
    }
