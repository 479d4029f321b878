"""TTR-007: sums of money in fields, tables and text add up, and say the same everywhere."""

from __future__ import annotations

from collections.abc import Iterator

from vanban import Finding, Rule, Subject
from vanban_thanh_tra import breakdowns, table_totals, totals


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """The findings in the fields, in the tables and in the text."""
    yield from totals.check(rule, subject)
    yield from table_totals.check(rule, subject)
    yield from breakdowns.check(rule, subject)
