"""Measure the advance widths of a Times-metric font for `vanban.viet.widths`.

Run by hand, when the font or the list of characters changes:

    python tests/viet/measure_advances.py FONT_FOLDER > src/vanban/viet/advances.json

FONT_FOLDER holds LiberationSerif-{Regular,Bold,Italic,BoldItalic}.ttf, version 2 (Debian package
fonts-liberation2); version 1 lacks most Vietnamese letters. A character is left out when in all
faces it is as wide as its base letter, where `widths` looks next. Needs fontTools.
"""

import json
import sys
import unicodedata
from itertools import product
from pathlib import Path

FACES = {
    "regular": "Regular",
    "bold": "Bold",
    "italic": "Italic",
    "bold_italic": "BoldItalic",
}
DEFAULT = 1024
TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")


def characters() -> list[str]:
    """Return printable ASCII, Latin-1, the Vietnamese letters and the punctuation of documents."""
    latin = [chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100)) if code != 0xAD]
    letters = [
        unicodedata.normalize("NFC", "".join(pair)) for pair in product("aăâeêioôơuưy", TONES)
    ]
    letters += [letter.upper() for letter in letters] + ["đ", "Đ"]
    return sorted({*latin, *letters, *"–—“”‘’…•‐−≤≥₫"})


def measure(folder: Path) -> dict[str, object]:
    """Return the table of `advances.json` from the fonts in a folder."""
    faces = {face: _advances(folder, style) for face, style in FACES.items()}
    kept = [
        character
        for character in characters()
        if (base := unicodedata.normalize("NFKD", character)[0]) == character
        or any(advances[character] != advances.get(base) for advances in faces.values())
    ]
    table: dict[str, object] = {
        "source": "Liberation Serif 2, advance widths by tests/viet/measure_advances.py",
        "units_per_em": 2048,
        "default": DEFAULT,
        "characters": "".join(kept),
    }
    for face, advances in faces.items():
        table[face] = [advances[character] for character in kept]
    return table


def dump(table: dict[str, object]) -> str:
    """Write the table compactly, one line for each key."""
    pairs = (
        f"{json.dumps(key)}:{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}"
        for key, value in table.items()
    )
    return "{" + ",\n".join(pairs) + "}\n"


def _advances(folder: Path, style: str) -> dict[str, int]:
    from fontTools.ttLib import TTFont  # inside: pytest imports this file to look for doctests

    with TTFont(folder / f"LiberationSerif-{style}.ttf") as font:
        glyphs, metrics = font.getBestCmap(), font["hmtx"].metrics
        if font["head"].unitsPerEm != 2048:
            raise SystemExit(f"{style}: the em is not 2048 units")
        return {character: metrics[glyphs[ord(character)]][0] for character in characters()}


if __name__ == "__main__":
    sys.stdout.buffer.write(dump(measure(Path(sys.argv[1]))).encode())
