"""What a batch will do, settled before the first file is written: the job and its items."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any

from msgspec import Struct

from vanban.batch import digests, naming
from vanban.batch.digests import content
from vanban.batch.firsts import Firsts
from vanban.batch.jobs import Columns, Item, Job
from vanban.errors import OutputError, Problem
from vanban.location import Place
from vanban.messages import _
from vanban.plugins.installed import installed
from vanban.sources.profile import find as find_profile

SUFFIX = ".docx"
MOST_COLLISIONS = 10
"""So many collisions are told; nobody mends more before trying again."""


class Settings(Struct, frozen=True):
    """What a batch is asked for, of files or of a table; see `vanban.batch.jobs.Job`.

    ``directory`` is the folder that files are written to; None: beside the sources.
    """

    directory: str | None = None
    template: str | None = None
    fields: tuple[str, ...] = ()
    profile: str | None = None
    use_profile: bool = True
    offline: bool = False
    check: bool = True
    allow_errors: bool = False
    write: bool = True
    language: str = "vi"


class Plan(Struct, frozen=True):
    """A job and its items, taken one at a time.

    ``notices`` are worth telling when the items were taken: more may have come by then.
    """

    job: Job
    items: Iterator[Item]
    notices: Sequence[str] = ()


def each_once(items: Iterator[Item], option: str) -> Iterator[Item]:
    """The items; two that would write one file are told, all of them at once.

    Args:
        items: the items.
        option: the option by which names are changed.

    Raises:
        OutputError: at the end of the items.
    """
    firsts = Firsts()
    problems: list[Problem] = []
    advice = _("Đổi tên tệp bằng {option}.").format(option=option)
    for item in items:
        first = firsts.of(naming.identity(item.output), item.number)
        if first != item.number and len(problems) < MOST_COLLISIONS:
            message = _("Hai văn bản cùng một tên tệp: số {first} và số {number}.")
            told = message.format(first=first, number=item.number)
            problems.append(Problem(told, Place(item.output), advice))
        yield item
    if problems:
        raise OutputError(problems)


def job_of(
    settings: Settings,
    what: Iterable[str],
    *,
    pattern: str = "",
    columns: Columns | None = None,
    table: str = "",
) -> Job:
    """The job of some settings; ``what`` tells it from others: sources and where they go."""
    asked: dict[str, Any] = {
        name: getattr(settings, name) for name in settings.__struct_fields__ if name != "directory"
    }
    used = columns or Columns()
    identity = blake2b("\0".join(what).encode(), digest_size=8).hexdigest()
    return Job(
        identity,
        os.getcwd(),
        pattern,
        content(pattern) if pattern else b"",
        _base_of(settings, pattern, used),
        used,
        table,
        **asked,
    )


def _base_of(settings: Settings, pattern: str, columns: Columns) -> bytes:
    """What all documents are made of; ``use_profile`` and what the profile is go in together."""
    profile = settings.profile
    if profile is None and settings.use_profile:
        profile = str(find_profile(Path(pattern or ".")) or "") or None
    others = sorted({origin for origin, _load in installed()})
    asked = (settings.fields, columns, settings.check, settings.allow_errors, others)
    return digests.base(asked, (pattern or None, settings.template, profile))
