"""The text of a cell made fit for a document: NFC, one kind of line end, no blanks at its ends."""

from __future__ import annotations

from vanban.messages import _
from vanban.sources.text import controls, plain_breaks
from vanban.sources.values import Wrong
from vanban.viet.text import nfc

_BLANK = " \t\n\u00a0\u200b\ufeff"


def clean(text: str) -> str:
    """The text as a value.

    Raises:
        Wrong: it has a character that cannot be printed.

    >>> clean(" Dòng một\\r\\nDòng hai ")
    'Dòng một\\nDòng hai'
    """
    if text.isprintable():
        return nfc(text).strip(_BLANK)
    text = plain_breaks(nfc(text.replace("\r\n", "\n").replace("\r", "\n")))
    if found := controls(text):
        raise Wrong(
            _("Có ký tự U+{code:04X} không in được.").format(code=ord(found[0][1])),
            _("Xóa ký tự đó rồi gõ lại."),
        )
    return text.strip(_BLANK)
