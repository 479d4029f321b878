"""Mending sources: edits are made, the result is read and checked again, or nothing is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from vanban import plugins
from vanban.api.checking import check, selected
from vanban.api.halving import Mended, mends
from vanban.api.reading import Reading, read
from vanban.errors import SourceError
from vanban.findings import Edit, Finding, Severity
from vanban.plugins import Registry
from vanban.rules.fixes import compatible, edits_of, unchanged_elsewhere
from vanban.sources.files import content
from vanban.sources.original import edited


class Fixed(Struct, frozen=True):
    """What mending made of a source.

    Attributes:
        before: the bytes of the file.
        after: its bytes with the mendings; equal to ``before`` when there was nothing to mend.
        mended: the findings that were mended, in the order in which they were.
        left: the findings that remain.
        refused: findings that were not mended because more than they announce would have
            changed, or an error come up; they are among ``left``.
        untracked: findings that were not mended because Word cannot track their changes; they
            are among ``left``.
    """

    before: bytes
    after: bytes
    mended: tuple[Finding, ...]
    left: tuple[Finding, ...]
    refused: tuple[Finding, ...]
    untracked: tuple[Finding, ...] = ()


class _State(Struct, frozen=True):
    """A source at one moment: its bytes, what was read from them, what is wrong in it."""

    data: bytes
    reading: Reading
    findings: tuple[Finding, ...]


def fix(
    path: str | Path,
    *,
    unsafe: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    use_profile: bool = True,
    profile: str | Path | None = None,
    data: bytes | None = None,
    today: date | None = None,
    registry: Registry | None = None,
) -> Fixed:
    """Mend a source; nothing is written.

    Args:
        path: the source file, ``-`` for standard input.
        unsafe: whether to make fixes too that may touch the wording.
        select, ignore: rules, or beginnings of their ids, as for `check`.
        use_profile, profile, data, registry: as for `read`.
        today: as for `check`.

    Raises:
        SourceError: the source cannot be read.
        PluginError: ``select`` or ``ignore`` name a rule that there is not.
    """
    known = registry or plugins.registry()
    rules = selected(known, select, ignore)

    def look(now: bytes) -> _State:
        reading = read(path, data=now, profile=profile, use_profile=use_profile, registry=known)
        report = check(reading, rules=rules, today=today, registry=known)
        return _State(now, reading, report.findings)

    return _mended(look(content(str(path)) if data is None else data), look, unsafe)


def _mended(state: _State, look: Callable[[bytes], _State], unsafe: bool) -> Fixed:
    def choose(found: Sequence[Finding]) -> list[Finding]:
        return compatible(found, unsafe=unsafe)

    def attempt(now: _State, chosen: Sequence[Finding]) -> _State | None:
        return _try(now, chosen, look)

    mended = Mended(state, choose, attempt)
    after, made, refused = mended.state, tuple(mended.made), tuple(mended.refused)
    return Fixed(state.data, after.data, made, after.findings, refused)


def _try(
    state: _State, chosen: Sequence[Finding], look: Callable[[bytes], _State]
) -> _State | None:
    """The source with some fixes; None when it could not be read, or more than they changed."""
    edits = edits_of(chosen)
    try:
        better = look(_with(state, edits))
    except (SourceError, ValueError):
        return None
    origin = state.reading.origin
    if not unchanged_elsewhere(state.reading.doc, origin, edits, better.reading.doc):
        return None
    if _errors(better) > _errors(state) or not mends(state, chosen, better):
        return None
    return better


def _errors(state: _State) -> int:
    return sum(finding.severity is Severity.ERROR for finding in state.findings)


def _with(state: _State, edits: Sequence[Edit]) -> bytes:
    origin = state.reading.origin
    return edited(state.data, origin.source or "", edits, origin.path)
