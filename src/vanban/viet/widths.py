"""How wide a text is in a Times-metric font, and where it breaks into lines.

No kerning: Word does none by default.
"""

import os.path
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache

import msgspec

_FACES = ("regular", "bold", "italic", "bold_italic")
_ROUNDING = 1e-6
_UNITS = ("TỈNH", "THÀNH PHỐ", "HUYỆN", "QUẬN", "XÃ", "PHƯỜNG", "ĐẶC KHU", "THỊ XÃ", "THỊ TRẤN")
_NO_UNITS = ("XÃ HỘI",)
_DASHES = ("-", "–")

_Measure = Callable[[str], float]
_Cost = tuple[int, int, int, float]


class _Advances(dict[str, int]):
    """Advance widths of one face; a character not measured is as wide as its base letter."""

    def __init__(self, measured: dict[str, int], default: int) -> None:
        super().__init__(measured)
        self.default = default

    def __missing__(self, character: str) -> int:
        base = unicodedata.normalize("NFKD", character)[0]
        if unicodedata.category(character) in ("Mn", "Cf"):
            advance = 0
        else:
            advance = self[base] if base != character else self.default
        self[character] = advance
        return advance


def text_width(text: str, size: float, *, bold: bool = False, italic: bool = False) -> float:
    """Return the width of a text on one line.

    Args:
        text: Text without newlines.
        size: Font size in points.
        bold: Whether the face is bold.
        italic: Whether the face is italic.

    Returns:
        Points (1/72 inch); 28.35 points are a centimetre.

    >>> round(text_width("Độc lập - Tự do - Hạnh phúc", 13, bold=True))
    159
    """
    return _measure(size, bold, italic)(text)


def wrap(
    text: str, size: float, width: float, *, bold: bool = False, italic: bool = False
) -> list[str]:
    """Break a text into lines as Word does: as many words on a line as fit, spaces hang.

    Args:
        text: The text; its newlines are obeyed, lines break at spaces only.
        size: Font size in points.
        width: Width of the column in points; a longer word stays whole on a line of its own.
        bold: Whether the face is bold.
        italic: Whether the face is italic.

    Returns:
        The lines, at least one, without the spaces at which they break.
    """
    measure = _measure(size, bold, italic)
    return [line for piece in text.split("\n") for line in _greedy(piece, width, measure)]


def balance(
    text: str,
    size: float,
    width: float,
    *,
    bold: bool = False,
    italic: bool = False,
    units: bool = True,
) -> list[str]:
    """Break a name into the fewest lines that fit, and these as even as can be.

    A break before an administrative unit (TỈNH, THÀNH PHỐ, XÃ …) is preferred to an even one; a
    unit is parted from its name only if it must be, and VÀ never from the word after it. Runs of
    spaces count as one. Arguments and result are those of `wrap`; ``units`` False, for what is
    no name of a body, lets only evenness decide.

    >>> balance("Ủy ban nhân dân tỉnh Lào Cai", 13, 150, bold=True)
    ['Ủy ban nhân dân', 'tỉnh Lào Cai']
    """
    return list(_balanced(text, size, width, bold, italic, units))


@lru_cache(maxsize=1024)  # an office's name heads every one of its documents
def _balanced(
    text: str, size: float, width: float, bold: bool, italic: bool, units: bool
) -> tuple[str, ...]:
    measure = _measure(size, bold, italic)
    return tuple(
        line for piece in text.split("\n") for line in _even(_atoms(piece), width, measure, units)
    )


def _measure(size: float, bold: bool, italic: bool) -> _Measure:
    advances, em = _table()[bold + 2 * italic]
    return lambda text: sum(map(advances.__getitem__, text)) * size / em


@cache
def _table() -> list[tuple[_Advances, int]]:
    """Load the advances of the four faces, each with the units of its em."""
    path = os.path.join(os.path.dirname(__file__), "advances.json")
    with open(path, "rb") as file:
        data = msgspec.json.decode(file.read())
    faces = (dict(zip(data["characters"], data[face], strict=True)) for face in _FACES)
    return [(_Advances(face, data["default"]), data["units_per_em"]) for face in faces]


def _greedy(text: str, width: float, measure: _Measure) -> list[str]:
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}" if line else word
        if line and measure(longer.rstrip(" ")) > width + _ROUNDING:
            lines.append(line.rstrip(" "))
            line = word
        else:
            line = longer
    return [*lines, line.rstrip(" ")]


def _atoms(text: str) -> list[str]:
    """Split at spaces into what no line end may part.

    VÀ stays with the next word, a lone dash with the last, a unit of two words together.
    """
    atoms: list[str] = []
    for word in filter(None, text.split(" ")):
        last = atoms[-1].split(" ")[-1].upper() if atoms else ""
        pair = f"{last} {word.upper()}"
        if last and (last == "VÀ" or word in _DASHES or pair in _UNITS or pair in _NO_UNITS):
            atoms[-1] += f" {word}"
        else:
            atoms.append(word)
    return atoms or [""]


def _even(atoms: list[str], width: float, measure: _Measure, units: bool) -> list[str]:
    """Find the best lines from the end: for each atom, the cheapest lines that begin with it."""
    nothing: tuple[_Cost, list[str]] = ((0, 0, 0, 0.0), [])
    best = [nothing] * (len(atoms) + 1)
    for start in reversed(range(len(atoms))):
        choices = []
        for end in range(start + 1, len(atoms) + 1):
            line = " ".join(atoms[start:end])
            if end > start + 1 and measure(line) > width + _ROUNDING:
                break
            rest, lines = best[end]
            choices.append((_plus(_cost(atoms, end, measure(line), units), rest), [line, *lines]))
        best[start] = min(choices)
    return best[0][1]


def _cost(atoms: list[str], end: int, length: float, units: bool) -> _Cost:
    """Price a line that ends before an atom: lines, units parted, units not begun, unevenness."""
    if end == len(atoms) or not units:
        return 1, 0, 0, length**2
    return 1, int(_is_unit(atoms[end - 1])), int(not _is_unit(atoms[end])), length**2


def _is_unit(atom: str) -> bool:
    return atom.upper() in _UNITS


def _plus(one: _Cost, other: _Cost) -> _Cost:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]
