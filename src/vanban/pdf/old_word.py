"""A file of Word before 2007 (.doc) as a .docx, through LibreOffice."""

from __future__ import annotations

import subprocess

from vanban.errors import ConversionError
from vanban.location import Place
from vanban.messages import _
from vanban.pdf import folders, office
from vanban.pdf.running import output

SECONDS = 120.0
"""LibreOffice may take so long for a file, its start with a new profile included."""


def as_docx(data: bytes, name: str = "") -> bytes:
    """The .docx of a .doc.

    Args:
        data: the bytes of the .doc.
        name: the name of the file, for messages.

    Raises:
        ConversionError: LibreOffice is missing or cannot convert it.
    """
    program = office.program()
    place = Place(name) if name else None
    if program is None:
        raise ConversionError.at(
            _("Tệp .doc của Word 97-2003: cần LibreOffice để chuyển sang .docx."),
            place,
            _("Mở bằng Word, chọn Save As, lưu dạng .docx; hoặc: {advice}").format(
                advice=office.advice()
            ),
        )
    try:
        made = _convert(program, data)
    except (OSError, subprocess.SubprocessError):
        made = None
    if made is None:
        raise ConversionError.at(
            _("LibreOffice không chuyển được tệp .doc này."),
            place,
            _("Mở bằng Word, chọn Save As, lưu dạng .docx."),
        )
    return made


def _convert(program: str, data: bytes) -> bytes | None:
    with folders.private() as folder:
        source, target = folder / "van-ban.doc", folder / "ra" / "van-ban.docx"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--nolockcheck", "--nodefault"]
        made = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(target.parent)]
        output([program, profile, *options, *made, str(source)], folder, SECONDS)
        return target.read_bytes() if target.is_file() else None
