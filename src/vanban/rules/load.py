"""Rules from their YAML data: an entry names its kind, or the function that judges.

An entry has ``ten``, ``muc``, ``can_cu``, ``do_tin``, the conditions of `Where`, and either
``kieu`` (one of `KINDS`, whose further keys are listed there) or ``ma``: a function in the
library ("grounds.citing.incomplete"), of a plugin "package.module:function". ``ma_tap`` names
one that looks at sets of documents. What `EXPLAINING` lists is for `vanban.rules.explain`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

from msgspec import Struct

from vanban.errors import StandardError
from vanban.findings import Finding, Severity
from vanban.messages import _
from vanban.rules.base import Check, Rule, Scope
from vanban.rules.where import Where
from vanban.standards.schema import TRUST
from vanban.standards.yaml_data import Entry, load
from vanban.viet.text import comparable

_STRETCHES = (
    "o",
    "tru_o",
    "tru_truoc",
    "tru_sau",
    "chi_sau",
    "dau_doan",
    "cuoi_doan",
    "trong_nhay",
)

KINDS: Mapping[str, tuple[str, ...]] = {
    "required": ("thanh_phan",),
    "allowed": ("tru", "van_in"),
    "note": ("ghi_nhan", "cau"),
    "own_field": (),
    "pattern": (*_STRETCHES, "tim", "co", "mot_trong", "cau", "thay", "hoa", "thuong",
                "khong_phan_biet", "khong_sua", "an_toan"),
    "vocabulary": (*_STRETCHES, "tu", "cau", "dung_hoa_thuong", "khong_sua", "an_toan"),
    "casing": (*_STRETCHES, "dung", "cau", "thuong_duoc", "hoa_duoc", "khong_sua"),
    "measure": ("gioi_han", "cau"),
    "order": ("thu_tu",),
    "consistency": (*_STRETCHES, "nhom", "cau"),
    "sections": (),
}  # fmt: skip
"""The kinds in ``vanban.rules.kinds``, a module each, and the keys that each reads."""

COMMON = frozenset({
    "ten", "muc", "du_thao", "can_cu", "do_tin", "kieu", "ma", "ma_tap", "mau", "tru_mau", "loai",
    "tru_loai", "tieu_chuan", "tu_ngay", "khi_co", "can", "chu", "ky_tu", "cum", "vien_dan",
})  # fmt: skip
"""Keys that every entry may have."""

_CONDITIONS = frozenset(Where.__struct_fields__)
_ANYWHERE = Where()

EXPLAINING = frozenset({"vi_sao", "cach_sua", "vi_du_sai", "vi_du_dung"})
"""Keys of the manual page of a rule; those of shipped rules stand in files of their own."""


class Shelf(Struct, frozen=True):
    """What the entries of rules with one scope may name.

    Attributes:
        scope: what the rules look at, as in `Rule.scope`.
        kinds: as `KINDS`; ``kinds_in`` is the package that they are in.
        library: the package of the functions that ``ma`` names.
        common: as `COMMON`.
        kept: keys of these that stay in the data of the rule.
    """

    scope: Scope
    kinds: Mapping[str, tuple[str, ...]]
    kinds_in: str
    library: str
    common: frozenset[str]
    kept: frozenset[str] = frozenset()


SOURCE = Shelf("source", KINDS, "vanban.rules.kinds", "vanban.rules.library", COMMON)


def read(path: Path, origin: str = "vanban", shelf: Shelf = SOURCE) -> tuple[Rule, ...]:
    """The rules of a data file.

    Raises:
        StandardError: an entry has a fault.
    """
    entries = Entry(load(path), path, "").entries()
    return tuple(_rule(name, entry, origin, shelf) for name, entry in entries.items())


def _rule(name: str, entry: Entry, origin: str, shelf: Shelf) -> Rule:
    check, check_set = _check(entry, shelf), _in_library(entry, "ma_tap", shelf)
    if check is None and check_set is None:
        raise entry.fault(_("thiếu «kieu», «ma» hoặc «ma_tap»"))
    dropped = shelf.common - shelf.kept
    return Rule(
        id=name,
        ten=entry.text("ten"),
        severity=_severity(entry, "muc"),
        basis=entry.text("can_cu", ""),
        check=check,
        data=MappingProxyType({k: v for k, v in entry.data.items() if k not in dropped}),
        origin=origin,
        check_set=check_set,
        draft=_severity(entry, "du_thao") if "du_thao" in entry.data else None,
        where=_where(entry),
        trust=entry.choice("do_tin", TRUST, "S"),
        source=entry.path,
        scope=shelf.scope,
    )


def _check(entry: Entry, shelf: Shelf) -> Check | None:
    if "kieu" not in entry.data:
        return _in_library(entry, "ma", shelf)
    kind = entry.choice("kieu", shelf.kinds)
    entry.only(*shelf.common, *EXPLAINING, *shelf.kinds[kind])
    return Later(f"{shelf.kinds_in}.{kind}:check")


def _in_library(entry: Entry, key: str, shelf: Shelf) -> Check | None:
    """The function that ``ma`` or ``ma_tap`` names; None when the entry has no such key."""
    if key not in entry.data:
        return None
    name = entry.text(key)
    if ":" in name:
        return Later(name)
    module, _dot, function = name.rpartition(".")
    return Later(f"{shelf.library}.{module}:{function}")


def _severity(entry: Entry, key: str) -> Severity:
    try:
        return Severity(entry.text(key))
    except ValueError:
        raise entry.fault(_("«{key}» phải là error, warning hoặc info").format(key=key)) from None


def _where(entry: Entry) -> Where:
    if _CONDITIONS.isdisjoint(entry.data):
        return _ANYWHERE
    names = ("mau", "tru_mau", "loai", "tru_loai", "tieu_chuan")
    words = "\n".join(entry.texts("chu"))
    return Where(
        **{name: frozenset(entry.texts(name)) for name in names if name in entry.data},
        chu=frozenset(comparable(words).split("\n") if words else ()),
        tu_ngay=_day(entry),
        khi_co=entry.texts("khi_co"),
        can=entry.texts("can"),
        ky_tu=frozenset(entry.text("ky_tu", "")),
        cum=tuple(map(comparable, entry.texts("cum"))),
        vien_dan=entry.flag("vien_dan"),
        ghi_nhan=entry.text("ghi_nhan", ""),
    )


def _day(entry: Entry) -> date | None:
    text = entry.text("tu_ngay", "")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise entry.fault(_("«tu_ngay» phải là ngày, ví dụ 2025-07-01")) from None


class Later:
    """A check that is imported when it first has to look: most never have to."""

    def __init__(self, target: str) -> None:
        self.target = target

    def __call__(self, rule: Rule, subject: Any) -> Iterable[Finding]:
        return _function(self.target)(rule, subject)

    def __repr__(self) -> str:
        return f"Later({self.target!r})"


@cache
def _function(target: str) -> Check:
    module, _colon, name = target.partition(":")
    found: Check = getattr(import_module(module), name)
    return found


def missing(rule: Rule) -> StandardError | None:
    """The failure of a rule whose function is not there; None when it is."""
    for check in (rule.check, rule.check_set):
        if isinstance(check, Later):
            try:
                _function(check.target)
            except (ImportError, AttributeError) as error:
                return StandardError.at(_("Không có hàm của quy tắc: {error}").format(error=error))
    return None
