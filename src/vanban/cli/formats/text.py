"""The report for people: a line a finding, below it the line of the source with its place."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from vanban.batch.checks import Checked
from vanban.cli import console, places
from vanban.errors import Problem
from vanban.findings import Finding, Severity
from vanban.location import Place
from vanban.messages import _

_WIDTH = 100
"""So many characters of a long line are shown, the place about in the middle."""

_COLOURS = {"error": "31", "warning": "33", "info": "36"}


def write(checked: Sequence[Checked]) -> str:
    """The report of a check, grouped by file, with a line of totals at the end."""
    colour = console.has_colour(sys.stdout)
    blocks = ["\n".join(_file(one, colour)) for one in checked if one.findings or _failed(one)]
    return "\n\n".join([*blocks, _totals(checked)])


def _failed(one: Checked) -> bool:
    return bool(one.problems or one.bug)


def _file(one: Checked, colour: bool) -> Iterator[str]:
    for problem in one.problems:
        yield from _problem(problem, one.path, colour)
    if one.bug:
        word = _painted(_("lỗi nội bộ"), Severity.ERROR, colour)
        yield f"{console.shown(one.path)}: {word}: {console.shown(one.bug)}"
    for finding in one.findings:
        yield _line(finding, colour)
        place = finding.place
        line = one.lines.get(place.line or 0) if place and place.path == one.path else None
        if place and line is not None:
            yield from excerpt(line, place, finding.quote)


def _problem(problem: Problem, path: str, colour: bool) -> Iterator[str]:
    word = _painted(_("lỗi"), Severity.ERROR, colour)
    yield f"{console.shown(str(problem.place or path))}: {word}: {console.shown(problem.message)}"
    if problem.advice:
        yield f"    → {console.shown(problem.advice)}"


def _line(finding: Finding, colour: bool) -> str:
    where = f"{places.where(finding)}: " if finding.place else ""
    word = _painted(console.severity(finding.severity), finding.severity, colour)
    basis = f" [{finding.basis}]" if finding.basis else ""
    fix = finding.fix
    mends = f" {_mends(finding)}" if fix and (fix.edits or fix.formats) else ""
    return f"{where}{word} {finding.rule}: {console.shown(finding.message)}{basis}{mends}"


def _mends(finding: Finding) -> str:
    safe = finding.fix is not None and finding.fix.safe
    return _("(vanban fix sửa được)") if safe else _("(vanban fix --unsafe sửa được)")


def excerpt(line: str, place: Place, quote: str) -> Iterator[str]:
    """The line of the source, or the part of it around the place, and a mark under the place."""
    at = (place.column or 1) - 1
    length = len(quote) if quote and line.startswith(quote, at) else 1
    begin = max(0, at - _WIDTH // 2) if len(line) > _WIDTH else 0
    end = begin + max(_WIDTH, at - begin + length)
    shown = line[begin:end].replace("\t", " ")
    before, after = "…" if begin else "", "…" if end < len(line) else ""
    number = str(place.line)
    yield f"  {number} │ {before}{console.shown(shown)}{after}"
    yield f"  {' ' * len(number)} │ {' ' * (len(before) + at - begin)}{'^' * length}"


def _painted(word: str, severity: Severity, colour: bool) -> str:
    return f"\x1b[{_COLOURS[severity]}m{word}\x1b[0m" if colour else word


def _totals(checked: Sequence[Checked]) -> str:
    counts = Counter(finding.severity for one in checked for finding in one.findings)
    unread = sum(map(_failed, checked))
    parts = [
        _("{count} tệp").format(count=len(checked)),
        _("{count} lỗi").format(count=counts[Severity.ERROR]),
        _("{count} cảnh báo").format(count=counts[Severity.WARNING]),
        _("{count} lưu ý").format(count=counts[Severity.INFO]),
    ]
    if unread:
        parts.append(_("{count} tệp không đọc được").format(count=unread))
    return f"{', '.join(parts)}; {_covered(checked)}"


def _covered(checked: Sequence[Checked]) -> str:
    """How much was looked at: what could not be judged did not pass."""
    judging = [one for one in checked if not one.unjudged]
    unjudged = [one for one in checked if one.unjudged]
    if not unjudged:
        return _share(judging)
    told = _("chưa xét: {count} tệp không theo thể thức của Nghị định số 30/2020/NĐ-CP ({rules}).")
    rules = ", ".join(sorted({one.unjudged for one in unjudged}))
    left = told.format(count=len(unjudged), rules=rules)
    return f"{_share(judging)} {left[:1].upper()}{left[1:]}" if judging else left


def _share(checked: Sequence[Checked]) -> str:
    judged = sum(one.evaluated for one in checked)
    concerned = judged + sum(len(one.not_evaluated) for one in checked)
    if not judged:
        return _("chưa xét được quy tắc nào.")
    share = 100 * judged // concerned
    told = _("đã xét {share}% số quy tắc áp dụng được.").format(share=share)
    missed = Counter(rule for one in checked for rule in one.not_evaluated)
    if not missed:
        return told
    names = ", ".join(sorted(missed))
    return f"{told} {_('Chưa đủ dữ liệu để xét: {rules}.').format(rules=names)}"
