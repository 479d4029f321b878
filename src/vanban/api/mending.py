"""Mending the formatting of a .docx: changes are made, the result is read and checked again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from vanban import plugins
from vanban.api.documents import check_docx
from vanban.api.fixing import Fixed
from vanban.api.halving import Mended, mends
from vanban.errors import SourceError, VanbanError
from vanban.findings import Finding, Format, Severity
from vanban.location import Place
from vanban.plugins import Registry
from vanban.sources.files import content
from vanban.word.reader import read
from vanban.word.revising.formatting import can_be_tracked, formatted
from vanban.word.revising.proof import untouched, wording
from vanban.word.revising.unfit import refuse


class _State(Struct, frozen=True):
    """A .docx at one moment.

    Attributes:
        data: its bytes.
        findings: what is wrong in it.
        tracked: its bytes where the changes made so far are tracked ones; None when nobody
            asked for it.
    """

    data: bytes
    findings: tuple[Finding, ...]
    tracked: bytes | None


def fix_docx(
    path: str | Path,
    *,
    unsafe: bool = False,
    track: datetime | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    nature: str | None = None,
    data: bytes | None = None,
    today: date | None = None,
    registry: Registry | None = None,
) -> Fixed:
    """Mend the formatting of a .docx, never its wording; nothing is written.

    Args:
        path: the file.
        unsafe: whether to make fixes too that may change more than they announce.
        track: the time that changes get as tracked ones; None makes them silently. What Word
            cannot track is left then.
        select, ignore, nature, today: as for `vanban.api.check_docx`.
        data: the bytes of the file; None reads it.
        registry: as for `vanban.api.read`.

    Raises:
        SourceError: the file cannot be read, or is signed, protected or has macros.
        PluginError: ``select`` or ``ignore`` name a rule that there is not.
    """
    known = registry or plugins.registry()
    before = content(str(path)) if data is None else data
    try:
        refuse(read(before).settings)
    except SourceError as error:
        raise _placed(error, str(path)) from None

    def look(now: bytes) -> tuple[Finding, ...]:
        return check_docx(
            now, path=str(path), select=select, ignore=ignore, nature=nature, today=today,
            registry=known,
        ).findings  # fmt: skip

    def choose(found: Sequence[Finding]) -> list[Finding]:
        return _compatible(found, unsafe=unsafe, tracked=track is not None)

    def attempt(now: _State, chosen: Sequence[Finding]) -> _State | None:
        return _try(now, chosen, look, track)

    start = _State(before, look(before), None if track is None else before)
    mended = Mended(start, choose, attempt)
    after = mended.state.data if mended.state.tracked is None else mended.state.tracked
    made, refused = tuple(mended.made), tuple(mended.refused)
    left = mended.state.findings
    offered = [f for f in left if f.fix and f.fix.formats and (f.fix.safe or unsafe)]
    if track is None:
        offered = []
    untracked = tuple(f for f in offered if f.fix and not can_be_tracked(f.fix.formats))
    return Fixed(before, after, made, left, refused, untracked)


def _placed(error: SourceError, path: str) -> SourceError:
    from msgspec.structs import replace

    return SourceError([replace(problem, place=Place(path)) for problem in error.problems])


def _compatible(found: Sequence[Finding], *, unsafe: bool, tracked: bool) -> list[Finding]:
    """Findings whose changes can be made together: no two want one property otherwise."""
    chosen: list[Finding] = []
    wanted: dict[tuple[object, ...], object] = {}
    for finding in found:
        fix = finding.fix
        if fix is None or not fix.formats or not (fix.safe or unsafe):
            continue
        if tracked and not can_be_tracked(fix.formats):
            continue
        if all(wanted.get(_property(one), one.value) == one.value for one in fix.formats):
            chosen.append(finding)
            wanted |= {_property(one): one.value for one in fix.formats}
    return chosen


def _property(one: Format) -> tuple[object, ...]:
    """What a change sets; for the stretches of one paragraph it is the same."""
    return one.of, one.part, one.path, one.name


def _try(
    state: _State,
    chosen: Sequence[Finding],
    look: Callable[[bytes], tuple[Finding, ...]],
    track: datetime | None,
) -> _State | None:
    """The file with some changes; None when they do harm, or cannot be made."""
    formats = [one for finding in chosen if finding.fix for one in finding.fix.formats]
    try:
        data = formatted(state.data, formats)
        tracked = None if state.tracked is None else formatted(state.tracked, formats, track)
        if not _only_that(state.data, formats, data, tracked):
            return None
        better = _State(data, look(data), tracked)
    except (VanbanError, LookupError, ValueError):
        return None
    if _errors(better) - _errors(state) or not mends(state, chosen, better):
        return None
    return better


def _only_that(before: bytes, formats: Sequence[Format], after: bytes, again: bytes | None) -> bool:
    """Whether all words are as they were, and the look of all that no change is about."""
    was, now = read(before), read(after)
    if wording(was) != wording(now) or not untouched(was, now, formats):
        return False
    return again is None or untouched(now, read(again))


def _errors(state: _State) -> Counter[str]:
    """How many errors each rule finds."""
    return Counter(f.rule for f in state.findings if f.severity is Severity.ERROR)
