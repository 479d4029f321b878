"""Which documents a rule concerns, and which it cannot judge, told by data."""

from __future__ import annotations

from datetime import date
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from vanban.model.origin import of_kind

if TYPE_CHECKING:
    from vanban.rules.base import Subject
    from vanban.standards.types import DocumentType

_ANY: frozenset[str] = frozenset()


class State(Enum):
    """What a rule has to say to a document before it looks closer."""

    LOOK = auto()
    """It has to look."""
    NOTHING = auto()
    """The document has nothing that it could find fault with."""
    NOT_CONCERNED = auto()
    """It is about other documents."""
    CANNOT = auto()
    """What it needs to know is not told."""


class Where(Struct, frozen=True):
    """Conditions on a document; an empty one is no condition.

    Attributes:
        mau, tru_mau: printed forms that the rule is for, and that it is not for.
        loai, tru_loai: document types, likewise.
        tieu_chuan: standards that it is for; none: all that do not rule it out.
        tu_ngay: the first day of issue that it is for; None: any.
        khi_co: fields without which it does not concern a document ("phu_luc", "ky.ho_ten").
        can: fields without which it cannot judge.
        chu: words, in small letters, of which at least one must stand in the text for
            anything to be found.
        ky_tu: characters, likewise.
        cum: phrases, likewise, of words with one blank between them.
        vien_dan: whether a document must be cited by its number for anything to be found.
        ghi_nhan: the kind of note that reading must have taken for anything to be found.
    """

    mau: frozenset[str] = _ANY
    tru_mau: frozenset[str] = _ANY
    loai: frozenset[str] = _ANY
    tru_loai: frozenset[str] = _ANY
    tieu_chuan: frozenset[str] = _ANY
    tu_ngay: date | None = None
    khi_co: tuple[str, ...] = ()
    can: tuple[str, ...] = ()
    chu: frozenset[str] = _ANY
    ky_tu: frozenset[str] = _ANY
    cum: tuple[str, ...] = ()
    vien_dan: bool = False
    ghi_nhan: str = ""

    def of_kind(self, kind: DocumentType, standard: str) -> bool:
        """Whether the rule is about documents of a type, under a standard, at all."""
        if self.tieu_chuan and standard not in self.tieu_chuan:
            return False
        if (self.mau and kind.mau not in self.mau) or kind.mau in self.tru_mau:
            return False
        return not (self.loai and kind.slug not in self.loai) and kind.slug not in self.tru_loai

    @property
    def asks(self) -> bool:
        """Whether anything depends on the document, and not only on its type."""
        told = self.tu_ngay or self.khi_co or self.can
        return bool(told or self.chu or self.ky_tu or self.cum or self.vien_dan or self.ghi_nhan)

    def state(self, subject: Subject) -> State:
        """Whether the rule has to look at a document of its types."""
        if self.tu_ngay and subject.as_of < self.tu_ngay:
            return State.NOT_CONCERNED
        if self.khi_co and not all(map(subject.tells, self.khi_co)):
            return State.NOT_CONCERNED
        if self.can and not all(map(subject.tells, self.can)):
            return State.CANNOT
        if self.chu and self.chu.isdisjoint(subject.text.words):
            return State.NOTHING
        if self.ky_tu and self.ky_tu.isdisjoint(subject.text.characters):
            return State.NOTHING
        if self.cum and not any(phrase in subject.text.plain for phrase in self.cum):
            return State.NOTHING
        if self.vien_dan and not subject.citations:
            return State.NOTHING
        if self.ghi_nhan and next(of_kind(subject.notes, self.ghi_nhan), None) is None:
            return State.NOTHING
        return State.LOOK


def told(subject: Subject, name: str) -> bool:
    """Whether a document says something in a field; of a list, in any of its items."""
    first, *rest = name.split(".")
    value: Any = getattr(subject.doc, first, None) or subject.doc.rieng.get(first)
    return _told(value, rest)


def _told(value: Any, names: list[str]) -> bool:
    if not names or not value:
        return bool(value)
    if isinstance(value, tuple):
        return any(_told(item, names) for item in value)
    inner = value.get(names[0]) if hasattr(value, "get") else getattr(value, names[0], None)
    return _told(inner, names[1:])
