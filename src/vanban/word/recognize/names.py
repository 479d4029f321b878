"""The names of the types of documents, as they are printed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from msgspec import Struct

from vanban import resources
from vanban.standards.types import DocumentType, read
from vanban.word.recognize.words import letters


class TypeName(Struct, frozen=True):
    """What is to be known of a type: slug, printed name, code, form, group, standard."""

    slug: str
    name: str
    code: str
    form: str
    group: str
    standard: str = "nd30"

    @classmethod
    def of(cls, kind: DocumentType) -> TypeName:
        """That of a type."""
        return cls(kind.slug, kind.ten_in, kind.ma, kind.mau, kind.nhom, kind.tieu_chuan)


@cache
def shipped() -> tuple[TypeName, ...]:
    """The types that come with vanban."""
    folder = resources.standards() / "nd30" / "types"
    return tuple(TypeName.of(read(path)) for path in sorted(folder.glob("*.yaml")))


class Names:
    """Finds types by printed names and by codes."""

    def __init__(self, types: Iterable[TypeName]) -> None:
        self.types = tuple(types)
        self._by_letters: dict[str, list[TypeName]] = {}
        for one in self.types:
            self._by_letters.setdefault(letters(one.name), []).append(one)
        self._longest = sorted(self._by_letters, key=len, reverse=True)

    def named(self, text: str) -> Sequence[TypeName]:
        """The types that a line names, and nothing else."""
        return self._by_letters.get(letters(text), ())

    def begins(self, text: str) -> int | None:
        """Where the name of a type that a line begins with ends; None when it does not.

        >>> Names(shipped()).begins("KẾ HOẠCH Tổ chức hội nghị")
        8
        """
        bare = letters(text)
        name = next((name for name in self._longest if bare.startswith(name)), None)
        if name is None:
            return None
        left = len(name)
        for at, letter in enumerate(text):
            left -= len(letters(letter))
            if left <= 0:
                after = text[at + 1 : at + 2]
                return None if after.isalnum() else at + 1
        return None

    def coded(self, code: str) -> Sequence[TypeName]:
        """The types with a code ("KL"), in the case of its letters when that tells."""
        exact = [one for one in self.types if one.code and one.code == code]
        folded = [one for one in self.types if one.code and one.code.upper() == code.upper()]
        return exact or folded
