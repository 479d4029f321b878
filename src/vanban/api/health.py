"""Whether all that vanban needs is here and works: what ``vanban doctor`` tells."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from vanban import __version__, cache, plugins
from vanban.api.packages import Package, packages
from vanban.messages import _
from vanban.patterns import later
from vanban.pdf import fonts, office, trial
from vanban.pdf.fonts import Face
from vanban.plugins import Registry
from vanban.resources import PACKAGE

MOST_LETTERS = 12
"""So many missing letters are shown."""

_FACE = later(r"(?:PS)?(?:MT)?(?:[-,].*)?$")
"""What the name of a font in a PDF has after that of its family: "TimesNewRomanPS-BoldMT"."""


class State(StrEnum):
    """What a check found: all in order, a fault, or something that one can do without."""

    OK = "ok"
    FAULT = "fault"
    OPTIONAL = "optional"


class Check(Struct, frozen=True):
    """One thing that was looked at.

    Attributes:
        id: a name that does not change, for programs.
        title: what was looked at.
        state: what was found.
        value: it in words.
        advice: what mends a fault, or brings what is optional; empty when there is nothing.
    """

    id: str
    title: str
    state: State
    value: str
    advice: str = ""


def examine(*, full: bool = False, registry: Registry | None = None) -> Iterator[Check]:
    """Look at everything, one thing after another.

    Args:
        full: whether a PDF is made, to see that it works.
        registry: as for `read`.
    """
    yield Check("python", "Python", State.OK, f"{platform.python_version()} ({sys.executable})")
    yield Check("vanban", "vanban", State.OK, f"{__version__} ({PACKAGE})")
    yield from _packages(packages())
    yield from _plugins(registry or plugins.registry())
    yield _cache()
    program = office.program()
    yield _office(program)
    yield from _fonts(fonts.faces(program))
    if full and program:
        yield _trial(trial.run())


def _packages(known: tuple[Package, ...]) -> Iterator[Check]:
    title = _("Gói cần có")
    needed = [package for package in known if not package.extra]
    good = ", ".join(f"{one.name} {one.version}" for one in needed if one.fits)
    if good:
        yield Check("packages", title, State.OK, good)
    for package in needed:
        if not package.fits:
            yield _lacking(package, title)
    for extra in dict.fromkeys(package.extra for package in known if package.extra):
        yield _extra(extra, [package for package in known if package.extra == extra])


def _lacking(package: Package, title: str) -> Check:
    have = package.version or _("chưa cài")
    value = _("{name}: cần {wanted}, hiện có: {have}").format(
        name=package.name, wanted=package.wanted, have=have
    )
    advice = f'pip install --upgrade "{package.name}{package.wanted}"'
    return Check("packages", title, State.FAULT, value, advice)


def _extra(extra: str, known: list[Package]) -> Check:
    """Packages that one may do without; one that is too old is a fault."""
    title = _("Gói tùy chọn [{extra}]").format(extra=extra)
    value = ", ".join(f"{one.name} {one.version or _('chưa cài')}" for one in known)
    if all(one.fits for one in known):
        return Check(f"extra-{extra}", title, State.OK, value)
    old = any(one.version and not one.fits for one in known)
    state = State.FAULT if old else State.OPTIONAL
    return Check(f"extra-{extra}", title, state, value, f'pip install "vanban[{extra}]"')


def _plugins(registry: Registry) -> Iterator[Check]:
    from vanban.plugins.listing import contributors

    title = _("Phần mở rộng")
    origins = [c.origin for c in contributors(registry) if c.origin != plugins.BUILT_IN]
    problems = (*registry.problems, *registry.rule_problems)
    if origins or not problems:
        yield Check("plugins", title, State.OK, ", ".join(origins) or _("chưa cài phần nào"))
    for problem in problems:
        where = f"{problem.place}: " if problem.place else ""
        yield Check(
            "plugins", title, State.FAULT, f"{where}{problem.message}", problem.advice or ""
        )


def _cache() -> Check:
    title, folder = _("Bộ nhớ đệm"), cache.folder()
    if not folder:
        return Check("cache", title, State.OK, _("không dùng"))
    if cache.usable() or not os.path.lexists(folder):
        return Check("cache", title, State.OK, folder)
    value = _("{folder}: không phải thư mục riêng của bạn nên không dùng").format(folder=folder)
    return Check("cache", title, State.OPTIONAL, value, f'chmod 700 "{folder}"')


def _office(program: str | None) -> Check:
    if program is None:
        value = _("không tìm thấy; chưa chuyển được sang PDF")
        return Check("libreoffice", "LibreOffice", State.FAULT, value, office.advice())
    version = office.version(program)
    if version is None:
        value = _("{path} không cho biết phiên bản").format(path=program)
        return Check("libreoffice", "LibreOffice", State.FAULT, value, office.advice())
    return Check("libreoffice", "LibreOffice", State.OK, f"{version} ({program})")


def _fonts(faces: tuple[Face, ...]) -> Iterator[Check]:
    """One line for each font that stands for Times New Roman, with what is wrong with it."""
    title = _("Phông chữ")
    if not faces:
        value = _("không xem được phông nào thay cho {family}").format(family=fonts.FAMILY)
        yield Check("fonts", title, State.FAULT, value, fonts.advice())
    for family in dict.fromkeys(face.family for face in faces):
        alike = [face for face in faces if face.family == family]
        wrong = _wrong(alike)
        shown = family if family == fonts.FAMILY else f"{fonts.FAMILY} → {family}"
        value = f"{shown}: {wrong or _('đủ mọi chữ tiếng Việt')} ({_folder(alike)})"
        state = State.FAULT if wrong else State.OK
        yield Check("fonts", title, state, value, fonts.advice() if wrong else "")


def _wrong(faces: list[Face]) -> str:
    """What is wrong with the faces of a font; empty when nothing is."""
    for face in faces:
        if face.fault:
            return _("không đọc được kiểu {style}").format(style=face.style)
    worst = max(faces, key=lambda face: len(face.missing))
    if worst.missing:
        more = "…" if len(worst.missing) > MOST_LETTERS else ""
        return _("thiếu {count} chữ ({letters})").format(
            count=len(worst.missing), letters=" ".join(worst.missing[:MOST_LETTERS]) + more
        )
    if not all(face.same_widths for face in faces):
        return _("chữ rộng hẹp khác, dòng và trang sẽ ngắt khác Word")
    return ""


def _folder(faces: list[Face]) -> str:
    return ", ".join(dict.fromkeys(str(Path(face.path).parent) for face in faces))


def _trial(done: trial.Trial) -> Check:
    title = _("Chuyển thử sang PDF")
    if done.problem:
        advice = done.problem.advice or ""
        return Check("trial", title, State.FAULT, done.problem.message, advice)
    value = _("PDF/A-2b, {seconds:.1f} giây, phông trong tệp: {fonts}").format(
        seconds=done.seconds, fonts=", ".join(done.fonts)
    )
    if len({_FACE.sub("", name) for name in done.fonts}) > 1:
        mixed = _("{value}: lẫn nhiều phông").format(value=value)
        return Check("trial", title, State.FAULT, mixed, fonts.advice())
    return Check("trial", title, State.OK, value)
