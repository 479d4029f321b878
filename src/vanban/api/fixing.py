"""Mending sources: edits are made, the result is read and checked again, or nothing is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from vanban import plugins
from vanban.api.checking import check, selected
from vanban.api.reading import Reading, read
from vanban.errors import SourceError
from vanban.findings import Edit, Finding, Severity
from vanban.plugins import Registry
from vanban.rules.fixes import compatible, edits_of, unchanged_elsewhere
from vanban.sources.files import content
from vanban.sources.original import edited

MOST_PASSES = 10
"""One mending may uncover another; more passes than this none needs."""


class Fixed(Struct, frozen=True):
    """What mending made of a source.

    Attributes:
        before: the bytes of the file.
        after: its bytes with the mendings; equal to ``before`` when there was nothing to mend.
        mended: the findings that were mended, in the order in which they were.
        left: the findings that remain.
        refused: findings that were not mended because more than they announce would have
            changed, or an error come up; they are among ``left``.
    """

    before: bytes
    after: bytes
    mended: tuple[Finding, ...]
    left: tuple[Finding, ...]
    refused: tuple[Finding, ...]


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
    before = state.data
    mended: list[Finding] = []
    refused: list[Finding] = []
    for _pass in range(MOST_PASSES):
        open_findings = [f for f in state.findings if _key(f) not in set(map(_key, refused))]
        chosen = compatible(open_findings, unsafe=unsafe)
        if not chosen:
            break
        attempt = _Attempt(state, look)
        attempt.add(chosen)
        state = attempt.after
        mended += attempt.made
        refused += attempt.failed
    return Fixed(before, state.data, tuple(mended), state.findings, tuple(refused))


class _Attempt:
    """Fixes made together, as many as go; one that does harm is found by halving.

    Attributes:
        after: the source with the fixes that were made.
        made, failed: the findings whose fixes were made, and could not be made.
    """

    def __init__(self, before: _State, look: Callable[[bytes], _State]) -> None:
        self.before, self.after, self._look = before, before, look
        self.made: list[Finding] = []
        self.failed: list[Finding] = []

    def add(self, chosen: Sequence[Finding]) -> None:
        """Make some fixes beside those that were made: all, or the halves of them that go."""
        better = _try(self.before, [*self.made, *chosen], self._look)
        if better is not None:
            self.after = better
            self.made += chosen
        elif len(chosen) == 1:
            self.failed += chosen
        else:
            middle = len(chosen) // 2
            self.add(chosen[:middle])
            self.add(chosen[middle:])


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
    if _errors(better) > _errors(state) or not _mends(state, chosen, better):
        return None
    return better


def _errors(state: _State) -> int:
    return sum(finding.severity is Severity.ERROR for finding in state.findings)


def _mends(state: _State, chosen: Sequence[Finding], better: _State) -> bool:
    """Whether what was to be mended is gone; what is found then in the new text is fine.

    A text with a blank too many may lack one after the blank is gone: that is mended next.
    """
    before, after = (Counter(map(_key, each.findings)) for each in (state, better))
    return all(after[key] < before[key] for key in map(_key, chosen))


def _with(state: _State, edits: Sequence[Edit]) -> bytes:
    origin = state.reading.origin
    return edited(state.data, origin.source or "", edits, origin.path)


def _key(finding: Finding) -> tuple[str, str, str]:
    """What makes a finding the same after other lines have moved."""
    return finding.rule, finding.quote, finding.message
