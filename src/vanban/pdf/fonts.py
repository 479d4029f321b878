"""Which font a PDF gets for Times New Roman here, and whether it has every Vietnamese letter.

A letter that the font lacks is taken from another one and looks like it, in the middle of a
word. Debian's fonts-liberation 1.07, where the substitute comes from, lacks 92.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from vanban.messages import _
from vanban.pdf import cmap
from vanban.viet.capitals import LETTERS

FAMILY = "Times New Roman"
"""The font of administrative documents (Phụ lục I, phần I, mục 4)."""

NEEDED = f"{LETTERS}{LETTERS.upper()}“”‘’–…₫"
"""What a document needs beyond ASCII: the letters, the marks, the sign of the money."""

SAME_WIDTHS = ("Times New Roman", "Liberation Serif", "Tinos", "TeX Gyre Termes")
"""Fonts whose letters are as wide: lines and pages break at the same places."""

STYLES = ("Regular", "Bold", "Italic", "Bold Italic")

INSTALLERS = {
    "apt-get": "sudo apt-get install fonts-liberation2",
    "dnf": "sudo dnf install liberation-serif-fonts",
    "zypper": "sudo zypper install liberation-fonts",
    "pacman": "sudo pacman -S ttf-liberation",
}
"""The command that installs a font with the same widths and every letter."""

_WINDOWS = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
_MAC = ("/System/Library/Fonts/Supplemental", "/Library/Fonts", "~/Library/Fonts")
_BUNDLED = "LiberationSerif"
_LIMIT = 30


class Face(Struct, frozen=True):
    """The font that is used for a style of Times New Roman.

    Attributes:
        style: one of `STYLES`.
        family: the name of the font that is really used.
        path: its file.
        missing: the letters of `NEEDED` that it lacks.
        fault: why its file cannot be read; empty when it can.
    """

    style: str
    family: str
    path: str
    missing: str = ""
    fault: str = ""

    @property
    def same_widths(self) -> bool:
        """Whether its letters are as wide as those of Times New Roman."""
        return any(self.family.startswith(name) for name in SAME_WIDTHS)


def faces(office: str | None) -> tuple[Face, ...]:
    """The font for each style, as far as it can be told; empty when it cannot.

    Args:
        office: the path of LibreOffice, which may have fonts of its own.
    """
    found = list(_installed())
    if not found or any(family != FAMILY for _style, family, _path, _index in found):
        found = list(_bundled(office)) or found
    return tuple(_examined(*one) for one in found)


def _examined(style: str, family: str, path: str, index: int) -> Face:
    try:
        missing = cmap.lacking(Path(path).read_bytes(), NEEDED, index)
    except (OSError, ValueError) as error:
        return Face(style, family, path, fault=str(error))
    return Face(style, family, path, missing)


def _installed() -> Iterator[tuple[str, str, str, int]]:
    """Style, family, file and index of what the system takes for Times New Roman."""
    if sys.platform == "win32":
        folders = [Path(os.environ.get("WINDIR", "C:\\Windows")) / "Fonts"]
        yield from _in(folders, _WINDOWS)
    elif sys.platform == "darwin":
        names = [f"{FAMILY}{'' if style == 'Regular' else f' {style}'}.ttf" for style in STYLES]
        yield from _in([Path(folder).expanduser() for folder in _MAC], names)
    elif shutil.which("fc-match"):
        yield from _matched()


def _in(folders: Sequence[Path], names: Sequence[str]) -> Iterator[tuple[str, str, str, int]]:
    for style, name in zip(STYLES, names, strict=True):
        path = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if path:
            yield style, FAMILY, str(path), 0


def _matched() -> Iterator[tuple[str, str, str, int]]:
    """What fontconfig takes, which LibreOffice asks on Linux."""
    for style in STYLES:
        pattern = f"{FAMILY}:{style.lower().replace(' ', ':')}"
        command = ["fc-match", "-f", "%{family}\n%{file}\n%{index}", pattern]
        try:
            ran = subprocess.run(command, capture_output=True, timeout=_LIMIT)
        except (OSError, subprocess.SubprocessError):
            return
        told = ran.stdout.decode("utf-8", "replace").split("\n")
        if len(told) == 3 and told[1]:
            yield style, told[0].partition(",")[0], told[1], int(told[2] or 0) & 0xFFFF


def _bundled(office: str | None) -> Iterator[tuple[str, str, str, int]]:
    """The fonts that come with LibreOffice as its makers pack it."""
    if office is None:
        return
    folder = Path(os.path.realpath(office)).parent.parent / "share" / "fonts" / "truetype"
    for style in STYLES:
        path = folder / f"{_BUNDLED}-{style.replace(' ', '')}.ttf"
        if path.is_file():
            yield style, "Liberation Serif", str(path), 0


def advice() -> str:
    """What to do on this machine when a letter is missing."""
    if sys.platform == "win32":
        names = ", ".join(_WINDOWS)
        how = _("Chép phông Times New Roman ({names}) từ máy Windows khác, cài cho mọi người dùng.")
        return how.format(names=names)
    if sys.platform == "darwin":
        return _("Mở Font Book, chọn File → Restore Standard Fonts.")
    command = next((command for name, command in INSTALLERS.items() if shutil.which(name)), None)
    if command is None:
        return _("Cài phông Liberation Serif từ bản 2.0 trở lên, hoặc Times New Roman.")
    return _("Cài phông đủ chữ: {command}").format(command=command)
