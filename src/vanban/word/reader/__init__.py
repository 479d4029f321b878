"""From the bytes of any .docx to its layout: what the page shows, and why it looks so.

``read`` is all that others need; ``find`` leads back from a path to its element.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.layout.document import Layout
from vanban.word.reader.package import PackageReader
from vanban.word.reader.refusals import too_deep

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

__all__ = ["find", "read"]


def read(data: bytes) -> Layout:
    """The layout of a .docx, .docm, .dotx or .dotm; macros are never run.

    Raises:
        SourceError: it is no Word document, has a password, or a part of it is missing, broken
            or refused; the message names what it is and the way out.
    """
    try:
        return PackageReader(data).layout()
    except RecursionError:
        raise too_deep() from None


def find(root: Element, path: tuple[int, ...]) -> Element:
    """The element of a path such as ``Paragraph.path`` in a part parsed by ``elements.parse``.

    Raises:
        IndexError: the part has no such element.
    """
    for index in path:
        root = root[index]
    return root
