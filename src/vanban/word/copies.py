"""Copies (sao y, sao lục, trích sao): a block under the original, or a line at its top right.

The original stays as it is up to its last section. The block brings its own styles, which
say everything themselves, so that none of the original's has to be merged with them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from vanban.errors import TemplateError
from vanban.location import Place
from vanban.messages import _
from vanban.model.van_ban import VanBan
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType
from vanban.viet.text import upper
from vanban.word import images, issuer, own_template, package, parts
from vanban.word.ooxml import paragraph, run
from vanban.word.style_sheet import standalone_styles, style_id
from vanban.word.parts import STYLES
from vanban.word.template import DOCUMENT, LAST_SECTION

_BODY = re.compile(r"<w:body>(?P<inside>.*)</w:body>", re.DOTALL)
_USED = re.compile(r'<w:(?:pStyle|rStyle) w:val="(VB\w+)"')
_DRAWING = re.compile(r'(<(?:wp:docPr|pic:cNvPr) id=")(\d+)(")')
_TOP_RIGHT = (
    '<w:framePr w:w="7000" w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page" '
    'w:xAlign="right" w:y="300"/>'
)


def append(original: bytes, path: str, block: bytes, standard: Standard, co: str) -> bytes:
    """The original with the block of its copy on the same page, where there is room.

    Args:
        original: the bytes of a .docx.
        path: its path, for messages.
        block: the .docx of the block alone.
        standard: where the styles of the block come from.
        co: its size set.

    Raises:
        TemplateError: the original is no Word file.
    """
    added = package.read(block)
    inside = _inside(LAST_SECTION.sub("", added[DOCUMENT].decode()))
    return _insert(original, path, inside, added, standard, co)


def mark(
    original: bytes, path: str, van_ban: VanBan, kind: DocumentType, standard: Standard, co: str
) -> bytes:
    """The original with the text of an electronic copy at the top right of page 1 (Mẫu 3.2)."""
    line = paragraph(style_id("ky_so"), run(signing_line(van_ban, kind)), more=_TOP_RIGHT)
    return _insert(original, path, line, {}, standard, co, first=True)


def signing_line(van_ban: VanBan, kind: DocumentType) -> str:
    """ "Sao y; Sở Nội vụ; 05/01/2026; …": the time is left to the signing software."""
    day = van_ban.ngay.as_date() if van_ban.ngay else None
    shown = f"{day:%d/%m/%Y}" if day else "      /      /        "
    return f"{upper(kind.ten_in)}; {issuer.plain_name(van_ban)}; {shown};      :      :      "


def _insert(
    original: bytes,
    path: str,
    content: str,
    added: Mapping[str, bytes],
    standard: Standard,
    co: str,
    first: bool = False,
) -> bytes:
    found = dict(package.read(original))
    if DOCUMENT not in found or parts.RELATIONSHIPS not in found:
        raise TemplateError.at(
            _("Bản gốc không phải tệp Word dùng được."),
            Place(path),
            _("Mở bằng Word và lưu lại dạng .docx, rồi in lại."),
        )
    document = own_template.prepared(DOCUMENT, found[DOCUMENT].decode("utf-8-sig"), path)
    content = _renumbered(content, images.last(document))
    found |= _pictures(found, added)
    if first:
        document = document.replace("<w:body>", f"<w:body>{content}", 1)
    else:
        document = LAST_SECTION.sub(lambda end: content + end[0], document, count=1)
    found[DOCUMENT] = document.encode()
    used = set(_USED.findall(content))
    found[STYLES] = standalone_styles(found.get(STYLES, b"").decode(), used, standard, co).encode()
    return package.write(package.deflate(name, data) for name, data in found.items())


def _inside(document: str) -> str:
    body = _BODY.search(document)
    assert body is not None  # the block is ours
    return body["inside"]


def _renumbered(content: str, last: int) -> str:
    """Drawings and pictures of the block with ids and names of their own."""
    moved = _DRAWING.sub(lambda m: f"{m[1]}{int(m[2]) + last}{m[3]}", content)
    return moved.replace(images.relationship("image"), images.relationship("sao"))


def _pictures(found: Mapping[str, bytes], added: Mapping[str, bytes]) -> dict[str, bytes]:
    """The images of the block as parts of the original."""
    prefix = parts.media("")
    names = [name.removeprefix(prefix) for name in added if name.startswith(prefix)]
    if not names:
        return {}
    renamed = {name: name.replace("image", "sao", 1) for name in names}
    texts = {name: found[name].decode() for name in (parts.TYPES, parts.RELATIONSHIPS)}
    changed = parts.with_images(texts, list(renamed.values()))
    pictures = {parts.media(renamed[name]): added[prefix + name] for name in names}
    return pictures | {name: xml.encode() for name, xml in changed.items()}
