"""What the marks of the lines before allow on the next one."""

from __future__ import annotations

from msgspec import Struct, field

from vanban.model.levels import Level
from vanban.viet.numbering import LETTERS

_OUTER = frozenset(list(Level)[: list(Level).index(Level.SO)])


class OpenItems(Struct):
    """The items that are open, and the forms of mark that were used.

    Attributes:
        so: number of the open item "1."; None when none is open.
        so_2: numbers of the open item "1.1."; None when none is open.
        diem: letter of the open item "a)"; None when none is open.
        diem_count: how many items of that list there are.
        nho: numeral of the open item "i)" below it; None when none is open.
        shapes: level and last character of each mark used ("diem.").
    """

    so: int | None = None
    so_2: tuple[int, ...] | None = None
    diem: str | None = None
    diem_count: int = 0
    nho: str | None = None
    shapes: set[str] = field(default_factory=set)
    _so_count: int = 0
    _ngoac_below_diem: bool | None = None

    def admit(self, cap: Level, dau: str | None) -> None:
        """Take note of a mark that the body has accepted."""
        bare = (dau or "").rstrip(".)/")
        if cap in _OUTER:
            self.so = self.so_2 = None
            self._so_count = 0
        elif cap is Level.SO:
            self._so_count += 1
            self.so, self.so_2 = int(bare or self._so_count), None
        elif cap is Level.SO_2:
            self.so_2 = tuple(map(int, bare.split(".")))
        self._admit_letters(cap, bare)
        self.shapes.add(f"{cap}{(dau or '')[-1:]}")

    def _admit_letters(self, cap: Level, bare: str) -> None:
        if cap is Level.LA_MA_THUONG:
            self.nho = bare
            return
        if cap in (Level.GACH, Level.CONG):
            return
        self.nho = None
        if cap is Level.DIEM:
            self.diem_count += 1
            self.diem = bare or LETTERS[min(self.diem_count, len(LETTERS)) - 1]
        elif not (cap is Level.NGOAC and self._below_diem()):
            self.diem, self.diem_count = None, 0

    def _below_diem(self) -> bool:
        """Whether "(1)" stands below "a)", decided by its first use."""
        if self._ngoac_below_diem is None:
            self._ngoac_below_diem = self.diem is not None
        return self._ngoac_below_diem

    def holds(self, numbers: tuple[int, ...]) -> bool:
        """Whether the item "n." or "n.m." with these numbers is open."""
        return numbers == ((self.so,) if len(numbers) == 1 else self.so_2)

    def used(self, shape: str) -> bool:
        """Whether a mark of this level and last character was used."""
        return shape in self.shapes


class AllItems(OpenItems):
    """Allows every mark: for what would be one in some place."""

    def holds(self, numbers: tuple[int, ...]) -> bool:
        """True: some place has that item open."""
        return True

    def used(self, shape: str) -> bool:
        """True: some place has that form in use."""
        return True
