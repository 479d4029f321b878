"""The private profile of a LibreOffice process: how PDFs are made, and what stays shut.

Settings and not options on the command line: LibreOffice before 7.4 reads no options of a
filter there, and would make a plain PDF where PDF/A was asked for.
"""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

LOCALE = "vi-VN"
"""The language of a document that does not say it."""

PDF_A_2B = "2"
"""SelectPdfVersion of PDF/A-2b; 0 is the plain PDF of that version of LibreOffice."""

_OFFICE = "/org.openoffice.Office."
_PDF = f"{_OFFICE}Common/Filter/PDF/Export"
_SCRIPTING = f"{_OFFICE}Common/Security/Scripting"

_ALWAYS = (
    (_PDF, "DisplayPDFDocumentTitle", "true"),  # the title in the window, not the file's name
    (_PDF, "UseTaggedPDF", "true"),  # for screen readers; newer versions do so anyway
    (_PDF, "ExportBookmarks", "true"),  # `pages.headings` reads them
    (f"{_OFFICE}Linguistic/General", "DefaultLocale", LOCALE),
    (f"{_OFFICE}Java/VirtualMachine", "Enable", "false"),  # looking for Java takes time
    (f"{_OFFICE}Recovery/AutoSave", "Enabled", "false"),
    (f"{_OFFICE}Recovery/RecoveryInfo", "Enabled", "false"),
    (f"{_OFFICE}Writer/Content/Update", "Link", "0"),  # links are never followed
    (_SCRIPTING, "MacroSecurityLevel", "3"),
    (_SCRIPTING, "DisableMacrosExecution", "true"),
    (_SCRIPTING, "BlockUntrustedRefererLinks", "true"),  # nor pictures fetched from the network
)

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry"'
    ' xmlns:xs="http://www.w3.org/2001/XMLSchema"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n'
)


def write(folder: Path, *, pdfa: bool = False) -> None:
    """Make a profile.

    Args:
        folder: where, and what ``-env:UserInstallation`` will name.
        pdfa: whether PDFs are to be PDF/A-2b.
    """
    asked = ((_PDF, "SelectPdfVersion", PDF_A_2B if pdfa else "0"),)
    lines = [_item(*setting) for setting in (*_ALWAYS, *asked)]
    (folder / "user").mkdir(parents=True)
    text = f"{_HEAD}{''.join(lines)}</oor:items>\n"
    (folder / "user" / "registrymodifications.xcu").write_text(text, "utf-8")


def _item(path: str, name: str, value: str) -> str:
    return (
        f'<item oor:path="{escape(path)}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{escape(value)}</value></prop></item>\n"
    )
