"""The report as JUnit XML: a suite a file, a test case a finding, errors and warnings failed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from vanban.batch.checks import Checked
from vanban.cli import places
from vanban.cli.formats.as_json import UNREADABLE
from vanban.findings import Finding, Severity
from vanban.patterns import later

_FORBIDDEN = later(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What XML cannot hold, and what would steer a terminal."""


def write(checked: Sequence[Checked]) -> str:
    """The report of a check; infos are output of a case that passed."""
    suites = "".join(_suite(one) for one in checked)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="vanban">\n{suites}</testsuites>'
    )


def _suite(one: Checked) -> str:
    cases = [*_unreadable(one), *(_case(finding, one.path) for finding in one.findings)]
    if not cases:
        cases = [f"  <testcase name={_attribute(one.path)} classname={_attribute(one.path)}/>\n"]
    failures = sum("<failure" in case for case in cases)
    errors = sum("<error" in case for case in cases)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="{errors}"'
    return f" <testsuite name={_attribute(one.path)} {counts}>\n{''.join(cases)} </testsuite>\n"


def _unreadable(one: Checked) -> Iterator[str]:
    for problem in one.problems:
        yield _failed("error", UNREADABLE, one.path, str(problem), problem.message)
    if one.bug:
        yield _failed("error", UNREADABLE, one.path, one.bug, one.bug)


def _case(finding: Finding, path: str) -> str:
    told = f"{places.where(finding) or path}: {finding.message}"
    if finding.severity is Severity.INFO:
        head = f"  <testcase name={_attribute(finding.rule)} classname={_attribute(path)}>"
        return f"{head}<system-out>{_text(told)}</system-out></testcase>\n"
    return _failed("failure", finding.rule, path, told, finding.message, str(finding.severity))


def _failed(
    element: str, rule: str, path: str, told: str, message: str, kind: str = "error"
) -> str:
    head = f"  <testcase name={_attribute(rule)} classname={_attribute(path)}>"
    about = f"type={_attribute(kind)} message={_attribute(message)}"
    body = f"<{element} {about}>{_text(told)}</{element}>"
    return f"{head}{body}</testcase>\n"


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("?", text))


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("?", text))
