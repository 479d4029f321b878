"""Checking many files: each by itself, perhaps in another process, then all together."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from vanban import api, messages, plugins
from vanban.batch.discovery import WORD, Found
from vanban.batch.executors import each
from vanban.errors import Problem, VanbanError
from vanban.findings import Finding
from vanban.rules.engine import in_order
from vanban.rules.sets import Entry
from vanban.sources.files import STANDARD_INPUT

if TYPE_CHECKING:
    from vanban.api.pages import Page

_WORD = WORD | {".dotx", ".dotm", ".doc"}
"""Endings of what Word writes; all can be read when they are named."""


class Options(Struct, frozen=True):
    """What a check was asked for, the same for each file.

    Attributes:
        select, ignore: rules, or beginnings of their ids; none selects all.
        profile: the office profile; None looks for one.
        use_profile: False reads no profile.
        language: that of messages, for other processes.
        folder: the folder that relative paths start from, which elsewhere may be another;
            empty: the current one.
        page: whether the text of the files is wanted too.
        nature: what .docx files are taken for; None: what they are.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    profile: str | None = None
    use_profile: bool = True
    language: str = "vi"
    folder: str = ""
    page: bool = False
    nature: str | None = None


class Checked(Struct, frozen=True):
    """What a check says of one file.

    Attributes:
        path: the file as it was named.
        findings: what is wrong in it, in the order of the file.
        evaluated: the number of rules that judged it.
        not_evaluated: rules that concern it and could not judge.
        problems: why it could not be read; empty when it was.
        bug: what went wrong in the program itself; empty when nothing did.
        lines: the lines of the source that findings and problems point to, by number.
        entry: what rules over sets need to know; None when it could not be read, and for a
            .docx.
        page: what it shows; None when nobody asked for it.
        unjudged: the rule that tells why those on its form did not judge it; "" when they did.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    evaluated: int = 0
    not_evaluated: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    bug: str = ""
    lines: Mapping[int, str] = {}
    entry: Entry | None = None
    page: Page | None = None
    unjudged: str = ""


def check(
    found: Found,
    options: Options,
    jobs: int | None = None,
    executor: str | None = None,
    address: str | None = None,
) -> list[Checked]:
    """Check some files, and then against each other.

    Args:
        found: the files, and what stands in the way of others.
        options: what is asked for.
        jobs: the number of processes; None takes as many as pay.
        executor: the name of what does the work; None: processes of this machine.
        address: where that is, for what is elsewhere.

    Raises:
        PluginError: ``select`` or ``ignore`` name a rule that there is not, or nobody has
            an executor of that name.
    """
    registry = plugins.registry()
    rules = api.selected(registry, options.select, options.ignore)
    made = registry.executor(executor) if executor else None
    options = replace(options, folder=os.getcwd() if executor else "")
    alone = 1 if STANDARD_INPUT in found.paths else jobs
    checked = list(each(partial(_check, options), found.paths, alone, made, address))
    checked += [Checked(path, problems=(told,)) for path, told in found.problems.items()]
    entries = [one.entry for one in checked if one.entry]
    if len(entries) < 2:
        return checked
    return _with(checked, api.check_set(entries, rules=rules))


def _check(options: Options, path: str) -> Checked:
    """Check one file; whatever happens, the others are checked too."""
    messages.use(options.language)
    try:
        if options.folder and os.getcwd() != options.folder:
            os.chdir(options.folder)
        return _read_and_checked(options, path)
    except VanbanError as error:
        return Checked(path, problems=error.problems)
    except (Exception, SystemExit) as error:  # a bug, met in this file; the others go on
        return Checked(path, bug=f"{type(error).__name__}: {error}")


def _read_and_checked(options: Options, path: str) -> Checked:
    if os.path.splitext(path)[1].lower() in _WORD:
        return _docx_checked(options, path)
    reading = api.read(path, profile=options.profile, use_profile=options.use_profile)
    registry = plugins.registry()
    rules = api.selected(registry, options.select, options.ignore)
    report = api.check(reading, rules=rules)
    source = reading.origin.source or ""
    return Checked(
        path,
        report.findings,
        report.evaluated,
        report.not_evaluated,
        lines=_lines(source, path, report.findings),
        entry=api.entry_of(reading),
        page=_page_of(source) if options.page else None,
    )


def _page_of(source: str) -> Page:
    from vanban.api.pages import page_of_source  # only for a report that shows it

    return page_of_source(source)


def _docx_checked(options: Options, path: str) -> Checked:
    """Check a Word file: what its pages show."""
    from vanban.api.documents import UNJUDGED, check_docx  # not for sources
    from vanban.api.pages import page_of_docx

    report = check_docx(path, select=options.select, ignore=options.ignore, nature=options.nature)
    page = page_of_docx(path) if options.page else None
    found = report.findings
    unjudged = next((f.rule for f in found if f.rule in UNJUDGED), "")
    judged = report.evaluated, report.not_evaluated
    return Checked(path, found, *judged, page=page, unjudged=unjudged)


def _lines(source: str, path: str, findings: Iterable[Finding]) -> Mapping[int, str]:
    """The lines that findings in a file point to."""
    wanted = {f.place.line for f in findings if f.place and f.place.line and f.place.path == path}
    if not wanted:
        return {}
    lines = source.split("\n")
    return {number: lines[number - 1] for number in wanted if number <= len(lines)}


def _with(checked: Sequence[Checked], found: Sequence[Finding]) -> list[Checked]:
    """The files with what was found by comparing them."""
    by_file: dict[str, list[Finding]] = {}
    for finding in found:
        by_file.setdefault(finding.place.path if finding.place else "", []).append(finding)
    return [_joined(one, by_file.get(one.path, [])) for one in checked]


def _joined(one: Checked, more: Sequence[Finding]) -> Checked:
    return replace(one, findings=in_order((*one.findings, *more))) if more else one
