"""Which of many was the first of its kind, in a few bytes each: a table may have 50,000 rows."""

from __future__ import annotations

from array import array

_SMALLEST = 1024


class Firsts:
    """For each identity the number that came with it first.

    >>> firsts = Firsts()
    >>> firsts.of(77, 1), firsts.of(78, 2), firsts.of(77, 3)
    (1, 2, 1)
    """

    def __init__(self) -> None:
        self._count = 0
        self._empty(_SMALLEST)

    def of(self, identity: int, number: int) -> int:
        """The first number of an identity: this one, unless another came before.

        Args:
            identity: of 64 bits, spread evenly, such as a digest.
            number: of 32 bits; not 0, which marks an empty place.
        """
        at = self._place(identity)
        if self._numbers[at]:
            return self._numbers[at]
        self._identities[at], self._numbers[at] = identity, number
        self._count += 1
        if 2 * self._count > len(self._numbers):
            self._grow()
        return number

    def _place(self, identity: int) -> int:
        """Where an identity is, or may be put."""
        identities, numbers, last = self._identities, self._numbers, len(self._numbers) - 1
        at = identity & last
        while numbers[at] and identities[at] != identity:
            at = (at + 1) & last
        return at

    def _grow(self) -> None:
        identities, numbers = self._identities, self._numbers
        self._empty(2 * len(numbers))
        for identity, number in zip(identities, numbers, strict=True):
            if number:
                at = self._place(identity)
                self._identities[at], self._numbers[at] = identity, number

    def _empty(self, size: int) -> None:
        self._identities = array("Q", bytes(8 * size))
        self._numbers = array("I", bytes(array("I").itemsize * size))
