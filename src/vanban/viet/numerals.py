"""Numbers as Vietnamese documents print them: zeros, Roman, grouped, money, in words."""

import re
from typing import TYPE_CHECKING, Literal, TypeAlias

from vanban.viet.text import capitalize_first

if TYPE_CHECKING:
    from decimal import Decimal

Value: TypeAlias = "Decimal | int | float | str"

MOST_IN_WORDS = 10**18
"""The largest number, negative too, that `words` writes: một tỷ tỷ."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_GROUPED = r"-?(?:[1-9][0-9]{0,2}(?:\.[0-9]{3})+|[0-9]+)(?:,[0-9]+)?"
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_AFTER_TENS = {1: "mốt", 4: "tư", 5: "lăm"}
_SCALES = ((10**6, "triệu"), (10**3, "nghìn"), (1, ""))


def two_digits(number_text: str) -> str:
    """Give a number of one digit its leading zero; any other text stays (PLI-I-II.3.a).

    >>> two_digits("5"), two_digits("12"), two_digits("12a")
    ('05', '12', '12a')
    """
    return "0" + number_text if re.fullmatch("[0-9]", number_text) else number_text


def roman(n: int) -> str:
    """Return n, from 1 to 3999, as a Roman numeral in capitals.

    Raises:
        ValueError: n is outside these bounds.
    """
    if not 1 <= n <= 3999:
        raise ValueError(f"no Roman numeral for {n}: 1 to 3999 have one")
    text = ""
    for value, letters in _ROMAN:
        text += letters * (n // value)
        n %= value
    return text


def from_roman(text: str) -> int | None:
    """Return the number of a Roman numeral in capitals; None for any but the canonical form.

    >>> from_roman("XIV"), from_roman("IIII")
    (14, None)
    """
    n, at = 0, 0
    for value, letters in _ROMAN:
        while text.startswith(letters, at):
            n, at = n + value, at + len(letters)
    return n if at == len(text) and 1 <= n <= 3999 and roman(n) == text else None


def number(value: Value, decimals: int | None = None) -> str:
    """Write a number with points between thousands and a decimal comma.

    Args:
        value: Text is read as Vietnamese ("1.234" is one thousand and more); only what cannot be
            Vietnamese ("1234.5") is read with a decimal point.
        decimals: Decimals printed, halves rounded away from zero; None prints those there are.

    Raises:
        ValueError: The value is no finite number.

    >>> number(1234567.5), number(2, decimals=1)
    ('1.234.567,5', '2,0')
    """
    from decimal import ROUND_HALF_UP, Context, localcontext

    from babel.numbers import format_decimal

    pattern = "#,##0.###" if decimals is None else "#,##0." + "0" * decimals
    with localcontext(Context(prec=1000, rounding=ROUND_HALF_UP)):
        return format_decimal(
            _decimal(value), pattern.rstrip("."), "vi", decimal_quantization=decimals is not None
        )


def parse_number(text: str) -> "Decimal | None":
    """Read a number as Vietnamese people write it; None when the text is not one.

    >>> parse_number("1.234,5"), parse_number("1.23")
    (Decimal('1234.5'), None)
    """
    from decimal import Decimal

    plain = text.strip().replace("\u2212", "-")
    if not re.fullmatch(_GROUPED, plain):
        return None
    return Decimal(plain.replace(".", "").replace(",", "."))


def money(value: Value, unit: str = "đồng") -> str:
    """Write a sum of money with its unit after it: "1.200.000 đồng"."""
    return f"{number(value)} {unit}"


def words(n: int, *, linh: Literal["linh", "lẻ"] = "linh") -> str:
    """Write a whole number in words, as schools teach it.

    Args:
        n: From -10^18 to 10^18.
        linh: The word for an empty ten: "một trăm linh năm" or "một trăm lẻ năm".

    Raises:
        ValueError: n is outside these bounds.

    >>> words(1005), words(21_345)
    ('một nghìn không trăm linh năm', 'hai mươi mốt nghìn ba trăm bốn mươi lăm')
    """
    if abs(n) > MOST_IN_WORDS:
        raise ValueError(f"{n} is too large to be written in words")
    if n == 0:
        return _DIGITS[0]
    return " ".join(["âm"] * (n < 0) + _whole(abs(n), linh, leading=True))


def money_words(n: int, unit: str = "đồng") -> str:
    """Write a sum of money in words with a capital: "Một triệu hai trăm nghìn đồng"."""
    return f"{capitalize_first(words(n))} {unit}"


def _decimal(value: Value) -> "Decimal":
    from decimal import Decimal, InvalidOperation

    try:
        exact = parse_number(value) if isinstance(value, str) else None
        exact = Decimal(str(value).strip()) if exact is None else exact
    except InvalidOperation:
        raise ValueError(f"not a number: {value!r}") from None
    if not exact.is_finite():
        raise ValueError(f"not a finite number: {value!r}")
    return exact


def _whole(n: int, linh: str, *, leading: bool) -> list[str]:
    """Return the words of n; of zero, none. Billions (tỷ) count like a number of their own."""
    billions, rest = divmod(n, 10**9)
    said = [*_whole(billions, linh, leading=leading), "tỷ"] if billions else []
    for scale, name in _SCALES:
        group = rest // scale % 1000
        if group:
            said += _group(group, linh, leading=leading and not said)
            said += [name] if name else []
    return said


def _group(n: int, linh: str, *, leading: bool) -> list[str]:
    """Return the words of 1 to 999; a group that does not lead says its empty hundreds."""
    hundreds, rest = divmod(n, 100)
    if leading and not hundreds:
        return _tens(rest)
    said = [_DIGITS[hundreds], "trăm"]
    if 0 < rest < 10:
        said.append(linh)
    return said + _tens(rest)


def _tens(n: int) -> list[str]:
    """Return the words of 0 to 99; of zero, none."""
    tens, ones = divmod(n, 10)
    said = [] if tens == 0 else ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    if tens > 1 and ones in _AFTER_TENS:
        return [*said, _AFTER_TENS[ones]]
    if tens == 1 and ones == 5:
        return [*said, "lăm"]
    return [*said, _DIGITS[ones]] if ones else said
