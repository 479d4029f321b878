"""The letters of điểm: a, b, c, d, đ, e, g … y.

The order is that of the Vietnamese alphabet without ă, â, ê, ô, ơ, ư; f, j, w and z are not in it
(usage of the decree itself, PLI-I-II.6.c and table V).
"""

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""All 23 letters in order."""


def letter(n: int) -> str:
    """Return the letter of the n-th điểm, n from 1 to 23.

    Raises:
        ValueError: The alphabet has no n-th letter; the decree knows nothing after y.

    >>> letter(1), letter(5), letter(23)
    ('a', 'đ', 'y')
    """
    if not 1 <= n <= len(LETTERS):
        raise ValueError(f"điểm have {len(LETTERS)} letters, a to y: there is no number {n}")
    return LETTERS[n - 1]


def letter_index(text: str) -> int | None:
    """Return the place of a letter from 1; None for f, j, w, z, capitals and anything longer.

    >>> letter_index("e"), letter_index("f")
    (6, None)
    """
    return LETTERS.index(text) + 1 if len(text) == 1 and text in LETTERS else None


def following(letter: str) -> str | None:
    """Return the letter after this one; None after y and for what is not a letter of điểm.

    >>> following("d"), following("đ"), following("y")
    ('đ', 'e', None)
    """
    at = letter_index(letter)
    return LETTERS[at] if at is not None and at < len(LETTERS) else None
