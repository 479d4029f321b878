"""LibreOffice on this machine: where it is, which version, how one gets it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from vanban.errors import ConversionError
from vanban.messages import _
from vanban.pdf import folders
from vanban.pdf.running import output

VARIABLE = "VANBAN_SOFFICE"
"""The environment variable that names the program, where it is in no usual place."""

INSTALLERS = {
    "apt-get": "sudo apt-get install libreoffice-writer fonts-liberation2",
    "dnf": "sudo dnf install libreoffice-writer liberation-serif-fonts",
    "zypper": "sudo zypper install libreoffice-writer liberation-fonts",
    "pacman": "sudo pacman -S libreoffice-still ttf-liberation",
    "brew": "brew install --cask libreoffice",
    "winget": "winget install TheDocumentFoundation.LibreOffice",
}
"""The command that installs LibreOffice, by the program that does it."""

LIMIT = 60.0
"""Seconds in which LibreOffice has to tell its version."""

DOWNLOAD = "https://www.libreoffice.org/download/"

_VERSION = re.compile(r"\d+(?:\.\d+)+")


def program() -> str | None:
    """The path of LibreOffice; None when it is not installed.

    ``soffice`` and never ``soffice.bin``, which cannot make itself a new profile.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return _absolute(shutil.which(named))
    usual = (str(path) for path in places(sys.platform, os.environ) if path.is_file())
    if sys.platform == "win32":  # there PATH begins with the current folder, which is anybody's
        return next(usual, None) or shutil.which("soffice")
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return _absolute(found or next(usual, None))


def needed() -> str:
    """The path of LibreOffice.

    Raises:
        ConversionError: it is not installed.
    """
    found = program()
    if found is None:
        raise ConversionError.at(
            _("Không tìm thấy LibreOffice để chuyển sang PDF."), None, advice()
        )
    return found


def version(program: str) -> str | None:
    """The version of LibreOffice, such as "7.4.7.2"; None when it does not tell."""
    with folders.private() as folder:
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        try:
            told = output([program, profile, "--version"], folder, LIMIT)
        except (OSError, subprocess.SubprocessError):
            return None
    found = _VERSION.search(told)
    return found[0] if found else None


def places(platform: str, environment: Mapping[str, str]) -> Iterator[Path]:
    """Where LibreOffice is put on a system that does not put it on PATH, newest first.

    Args:
        platform: as in ``sys.platform``.
        environment: as in ``os.environ``.
    """
    if platform == "win32":
        names = ("PROGRAMFILES", "PROGRAMW6432", "PROGRAMFILES(X86)")
        folders = dict.fromkeys(environment[name] for name in names if environment.get(name))
        for folder in folders:  # .com waits for the end and has a standard output
            program = Path(folder) / "LibreOffice" / "program"
            yield from (program / "soffice.com", program / "soffice.exe")
    elif platform == "darwin":
        inside = Path("Applications") / "LibreOffice.app" / "Contents" / "MacOS" / "soffice"
        yield Path("/") / inside
        if environment.get("HOME"):
            yield Path(environment["HOME"]) / inside
    else:
        yield from sorted(Path("/opt").glob("libreoffice*/program/soffice"), reverse=True)
        yield from (Path(f"/usr/{lib}/libreoffice/program/soffice") for lib in ("lib", "lib64"))
        yield Path("/snap/bin/libreoffice")


def advice() -> str:
    """What to do on this machine when there is no LibreOffice."""
    named = os.environ.get(VARIABLE)
    if named:
        wrong = _("Biến môi trường VANBAN_SOFFICE ghi «{path}», không chạy được: sửa hoặc bỏ biến.")
        return wrong.format(path=named)
    command = install_command()
    if command is None:
        how = _("Tải và cài LibreOffice tại {address}; cài ở chỗ khác thì đặt VANBAN_SOFFICE.")
        return how.format(address=DOWNLOAD)
    if sys.platform in ("win32", "darwin"):
        how = _("Cài LibreOffice: {command}, hoặc tải tại {address}.")
        return how.format(command=command, address=DOWNLOAD)
    return _("Cài LibreOffice: {command}").format(command=command)


def install_command() -> str | None:
    """The command that installs LibreOffice here; None where no installer is known."""
    return next((command for name, command in INSTALLERS.items() if shutil.which(name)), None)


def _absolute(path: str | None) -> str | None:
    """The path as it is from every folder: PATH may have relative ones."""
    return os.path.abspath(path) if path else None
