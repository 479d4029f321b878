"""The lines above a signature as they are typed: "TM. Ủy ban nhân dân", "KT. Chủ tịch"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from vanban.model.origin import Path
from vanban.model.van_ban import Ky, VanBan
from vanban.patterns import later

_PREFIX = later(
    r"(?P<typed>T[./]?M|K[./]?T|T[./]?L|T[./]?[UƯ][./]?Q|Q)(?P<gap>\s*[.:/,–-]*\s*)(?P<rest>.*)",
    re.IGNORECASE,
)
_FIRST, _SECOND = "tkq", "mtluư"


class Line(Struct, frozen=True):
    """One line of authority or office.

    Attributes:
        path: where it stands in the document.
        text: as typed.
        prefix: "TM", "KT", "TL", "TUQ" or "Q", however it was typed; empty without one.
        letters: the prefix as typed, in capitals ("T/M").
        gap: what stands between the letters of the prefix and the rest.
        rest: what follows the prefix, the whole text without one.
    """

    path: Path
    text: str
    prefix: str
    letters: str
    gap: str
    rest: str

    @property
    def typed(self) -> str:
        """The prefix and the signs after it, as typed."""
        text = self.text.strip()
        return text[: len(self.letters + self.gap)].rstrip() if self.prefix else ""

    @property
    def proper(self) -> bool:
        """Whether the prefix has its letters and a dot: neither "T/M" nor "KT"."""
        signs = self.gap.replace("\u00a0", " ").strip()
        return self.letters == self.prefix and signs != "" and not signs.strip(". ")


@lru_cache(maxsize=1024)  # a dozen rules ask for those of a document
def line(text: str, path: Path) -> Line:
    """The parts of a line; "Quyền Giám đốc" and other words have no prefix."""
    bare = text.strip()
    found = _PREFIX.fullmatch(bare) if _may_begin(bare) else None
    if not found or (not found["gap"] and found["rest"]):
        return Line(path, text, "", "", "", bare)
    letters = found["typed"].upper()
    prefix = re.sub("[./]", "", letters).replace("Ư", "U")
    return Line(path, text, prefix, letters, found["gap"], found["rest"])


def _may_begin(bare: str) -> bool:
    """Whether the first two characters are those of a prefix, which "Chủ tịch" has not."""
    first, second = bare[:1].lower(), bare[1:2].lower()
    return first in _FIRST and (not second.isalnum() or second in _SECOND)


def lines(ky: Ky, path: Path) -> tuple[Line, ...]:
    """The lines of one signer from top to bottom, the office last."""
    above = [line(text, (*path, "quyen_han", i)) for i, text in enumerate(ky.quyen_han)]
    return (*above, *([line(ky.chuc_vu, (*path, "chuc_vu"))] if ky.chuc_vu else []))


def signers(doc: VanBan) -> Iterator[tuple[Line, ...]]:
    """The lines of each signer."""
    for index, ky in enumerate(doc.ky):
        yield lines(ky, ("ky", index))


def every(doc: VanBan) -> Iterator[Line]:
    """The lines of all signers, one after another."""
    for found in signers(doc):
        yield from found


def pairs(doc: VanBan) -> Iterator[tuple[Line, Line]]:
    """Each line of each signer with the one under it."""
    for found in signers(doc):
        yield from pairwise(found)


def has_office(ky: Ky) -> bool:
    """Whether the signer's office is told, if only as the last line of authority (Q.)."""
    if ky.chuc_vu or not ky.quyen_han:
        return bool(ky.chuc_vu)
    last = line(ky.quyen_han[-1], ())
    return last.prefix == "Q" or (not last.prefix and len(ky.quyen_han) > 1)
