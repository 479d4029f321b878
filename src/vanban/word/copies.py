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
from vanban.patterns import later
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType
from vanban.word import images, issuer, own_template, package, parts
from vanban.word.ooxml import DECLARATION, W, paragraph, run
from vanban.word.parts import STYLES
from vanban.word.style_sheet import standalone_styles, style_id
from vanban.word.template import DOCUMENT

_BODY = later(r"<w:body>(?P<inside>.*)</w:body>", re.DOTALL)
_TABLE = later(r"\s*<w:tbl\b")
_BEGIN = later(r"<w:body\b[^>]*>")
_END = later(
    r"(?:<w:sectPr\b[^>]*/>"
    r"|<w:sectPr\b(?:(?!<w:sectPr\b).)*?"
    r"(?:<w:sectPrChange\b(?:(?!</w:sectPrChange>).)*</w:sectPrChange>\s*)?</w:sectPr>)?"
    r"\s*</w:body>",
    re.DOTALL,
)
"""The end of a body, with the properties of its last section where it tells them."""
_SECTION = later(r"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_EMBEDDED = later(r'(r:embed="rIdVB)Image(\d+)"')
_IMAGE = later(r"word/media/vb-image(\d+)\.(\w+)")
_SEAL = later(r"rIdVBSao(\d+)\b")
_USED = later(r'<w:(?:pStyle|rStyle) w:val="(VB\w+)"')
_DRAWING = later(r'(<(?:wp:docPr|pic:cNvPr) id=")(\d+)(")')
_NO_STYLES = (
    f'{DECLARATION}<w:styles xmlns:w="{W}"><w:style w:type="paragraph" w:default="1" '
    'w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
)
_TOP_RIGHT = (
    '<w:framePr w:w="7000" w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="margin" '
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
    inside = _SECTION.sub("", _inside(added[DOCUMENT].decode()))
    return _insert(original, path, inside, added, standard, co)


def mark(
    original: bytes, path: str, van_ban: VanBan, kind: DocumentType, standard: Standard, co: str
) -> bytes:
    """The original with the text of an electronic copy at the top right of page 1 (Mẫu 3.2)."""
    line = paragraph(style_id("ky_so"), run(signing_line(van_ban, kind)), more=_TOP_RIGHT)
    return _insert(original, path, line, {}, standard, co, first=True)


def _at_top(line: str, document: str, at: int) -> str:
    """The line; before a table it needs a low paragraph to stand at (LibreOffice drops it)."""
    table = _TABLE.match(document, at)
    return line + paragraph(style_id("ke"), "") if table else line


def signing_line(van_ban: VanBan, kind: DocumentType) -> str:
    """ "Sao y; Sở Nội vụ; 05/01/2026; …" (PLI-I-V): the signing software tells the time."""
    day = van_ban.ngay.as_date() if van_ban.ngay else None
    shown = f"{day:%d/%m/%Y}" if day else "      /      /        "
    return f"{kind.ten_in}; {issuer.plain_name(van_ban)}; {shown};      :      :      "


def _insert(
    original: bytes,
    path: str,
    content: str,
    added: Mapping[str, bytes],
    standard: Standard,
    co: str,
    first: bool = False,
) -> bytes:
    found, texts = _opened(original, path)
    document = own_template.prepared(DOCUMENT, texts[DOCUMENT], path)
    place = _BEGIN.search(document) if first else _END.search(document)
    if place is None:
        raise _unusable(path)
    at = place.end() if first else place.start()
    content = _at_top(content, document, at) if first else content
    seals = max(map(int, _SEAL.findall(texts[parts.RELATIONSHIPS])), default=0)
    content = _renumbered(content, images.last(document), seals)
    files = _pictures(added, seals)
    texts |= parts.with_images(texts, list(files)) if files else {}
    texts[DOCUMENT] = document[:at] + content + document[at:]
    texts = parts.with_part(texts, "styles", _NO_STYLES)
    used = set(_USED.findall(content))
    texts[STYLES] = standalone_styles(texts[STYLES], used, standard, co)
    found |= {parts.media(name): data for name, data in files.items()}
    found |= {name: xml.encode() for name, xml in texts.items()}
    return package.write(package.deflate(name, data) for name, data in found.items())


def _opened(original: bytes, path: str) -> tuple[dict[str, bytes], dict[str, str]]:
    """The parts of an original, and as text those that a copy changes."""
    try:
        found = dict(package.read(original))
        names = (DOCUMENT, parts.TYPES, parts.RELATIONSHIPS, STYLES)
        texts = {name: found[name].decode("utf-8-sig") for name in names if name in found}
    except (TemplateError, UnicodeDecodeError):
        raise _unusable(path) from None
    if not {DOCUMENT, parts.TYPES, parts.RELATIONSHIPS} <= texts.keys():
        raise _unusable(path)
    return found, texts


def _unusable(path: str) -> TemplateError:
    return TemplateError.at(
        _("Bản gốc không phải tệp Word dùng được."),
        Place(path),
        _("Mở bằng Word và lưu lại dạng .docx, rồi in lại."),
    )


def _inside(document: str) -> str:
    body = _BODY.search(document)
    assert body is not None  # the block is ours
    return body["inside"]


def _renumbered(content: str, last: int, seals: int) -> str:
    """Drawings and pictures of the block with ids and names that the original has not."""
    moved = _DRAWING.sub(lambda m: f"{m[1]}{int(m[2]) + last}{m[3]}", content)
    return _EMBEDDED.sub(lambda m: f'{m[1]}Sao{int(m[2]) + seals}"', moved)


def _pictures(added: Mapping[str, bytes], seals: int) -> dict[str, bytes]:
    """The images of the block by new names; ``seals`` of earlier copies are there already."""
    found = ((_IMAGE.fullmatch(name), data) for name, data in added.items())
    return {f"sao{int(m[1]) + seals}.{m[2]}": data for m, data in found if m}
