"""What is done with one document of a batch, in whatever process."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from vanban import api, messages, outputs, plugins
from vanban.api import Reading
from vanban.batch.digests import digest, made_of
from vanban.batch.jobs import MOST_REASONS, Item, Job, Outcome, Status, told
from vanban.errors import VanbanError
from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.sources.files import content


def work(job: Job, items: Sequence[Item]) -> list[Outcome]:
    """Make some documents; whatever happens to one, the others are made."""
    messages.use(job.language)
    if os.getcwd() != job.folder:
        os.chdir(job.folder)
    return [_attempt(job, item) for item in items]


def _attempt(job: Job, item: Item) -> Outcome:
    start = time.perf_counter()
    try:
        made = _failed(item, item.faults) if item.faults else _make(job, item)
    except VanbanError as error:
        made = _failed(item, [str(problem) for problem in error.problems])
    except (Exception, SystemExit) as error:  # a bug, met in this document; the others go on
        made = _failed(item, [f"{type(error).__name__}: {error}"])
    if job.write and not made.rendered and os.path.exists(item.output):
        made = replace(made, reasons=(*made.reasons, _("Tệp của lần trước vẫn nằm đó, đã cũ.")))
    return replace(made, seconds=round(time.perf_counter() - start, 4))


def _failed(item: Item, reasons: Sequence[str]) -> Outcome:
    kept = tuple(reasons[:MOST_REASONS])
    return Outcome(item.number, item.output, item.digest, Status.FAILED, reasons=kept)


def _make(job: Job, item: Item) -> Outcome:
    reading, digest = _reading(job, item)
    found = _findings(reading) if job.check else ()
    errors = [f for f in found if f.severity is Severity.ERROR]
    held = bool(errors) and not job.allow_errors
    size = 0
    if not held:
        data = api.render(reading, template=job.template, offline=job.offline)
        size = len(data)
        if job.write:
            outputs.make_folder(Path(item.output).parent)
            outputs.write(Path(item.output), data, force=True)
    faulty = Status.FAULTY if errors else Status.DONE
    return Outcome(
        number=item.number,
        output=item.output,
        digest=digest,
        status=Status.HELD if held else faulty,
        size=size,
        errors=len(errors),
        warnings=len(found) - len(errors) + len(item.notes),
        reasons=_reasons(errors, found, item.notes),
        files=tuple(map(made_of, _files(job, reading))),
    )


def _reading(job: Job, item: Item) -> tuple[Reading, str]:
    """The document of an item, and the digest of what it was made of."""
    if job.pattern:
        return _row(job, item), item.digest
    data = content(item.source)
    reading = api.read(
        item.source, profile=job.profile, use_profile=job.use_profile, fields=job.fields, data=data
    )
    return reading, digest(job.base, data)


def _files(job: Job, reading: Reading) -> Iterable[str]:
    """The files that a document is made of, without those that are the same for all rows."""
    yield from dict.fromkeys(reading.files)
    if reading.profile and not job.pattern:
        yield os.path.abspath(reading.profile)


def _row(job: Job, item: Item) -> Reading:
    columns, values = job.columns, item.values
    return _pattern(job).fill(
        {name: values[column] for name, column in columns.placeholders},
        {path: values[column] for path, column in columns.fields},
    )


@lru_cache(maxsize=4)
def _pattern(job: Job) -> api.Pattern:
    """The pattern of a job, read once in a process."""
    return api.Pattern(
        job.pattern,
        profile=job.profile,
        use_profile=job.use_profile,
        fields=job.fields,
        data=job.data,
    )


def _findings(reading: Reading) -> tuple[Finding, ...]:
    """The errors and warnings of a document; hints are for who asks for them."""
    report = api.check(reading, rules=_grave())
    return tuple(f for f in report.findings if f.severity is not Severity.INFO)


@lru_cache(maxsize=1)
def _grave() -> tuple[Rule, ...]:
    return tuple(r for r in plugins.registry().rules if r.severity is not Severity.INFO)


def _reasons(
    errors: Iterable[Finding], found: Iterable[Finding], notes: Iterable[str]
) -> tuple[str, ...]:
    others = (f for f in found if f.severity is not Severity.ERROR)
    return (*map(told, errors), *notes, *map(told, others))[:MOST_REASONS]
