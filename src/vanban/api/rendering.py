"""Rendering documents to .docx: template, contents with pages, copies of originals."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vanban import plugins
from vanban.api.reading import Reading, load
from vanban.errors import SourceError
from vanban.location import Place
from vanban.messages import _
from vanban.model.van_ban import VanBan
from vanban.plugins import Registry

if TYPE_CHECKING:
    from vanban.findings import Finding
    from vanban.standards.types import DocumentType

DEFAULT_SIZE = "14"
COPIES = "ban-sao"
"""The group of types that are copies of another document."""


def render(
    doc: VanBan | Reading,
    *,
    template: str | Path | None = None,
    offline: bool = False,
    registry: Registry | None = None,
) -> bytes:
    """The .docx of a document. The same document always gives the same bytes.

    Args:
        doc: the document, or what `read` gave.
        template: a Word file with docxtpl tags; None takes that of the document (``mau``),
            else the one of the type's form.
        offline: whether this machine stands apart from all networks, as the law asks of
            one on which a document with a degree of secrecy (``do_mat``) is made.
        registry: as for `read`.

    Raises:
        SourceError: the document is secret and ``offline`` was not said.
        TemplateError: the template or an image cannot be used.
    """
    from vanban.word import shipped, writer

    van_ban = doc.doc if isinstance(doc, Reading) else doc
    if van_ban.do_mat and not offline:
        raise _secret(doc)
    known = registry or plugins.registry()
    kind = known.document_type(van_ban.loai)
    standard = known.standard(van_ban.tieu_chuan or kind.tieu_chuan)
    co = van_ban.co_chu or DEFAULT_SIZE
    own = _own_template(doc, kind, template)
    path = Path(own) if own else known.template(standard.slug, kind, co)
    issued = van_ban.kem_theo.loai if van_ban.kem_theo else None
    attached = known.document_type(issued) if issued else None
    form = shipped.load(path, standard, co) if path else shipped.laid_out(standard, kind.mau, co)
    data = writer.render(van_ban, kind, standard, form, attached)
    if van_ban.muc_luc:
        data = writer.render(van_ban, kind, standard, form, attached, _laid_out(data))
    return _copied(van_ban, kind, data, known, offline) if kind.nhom == COPIES else data


def _own_template(
    doc: VanBan | Reading, kind: DocumentType, template: str | Path | None
) -> str | Path | None:
    """The office's template; that of its profile is for its documents, not for copies."""
    van_ban = doc.doc if isinstance(doc, Reading) else doc
    if template or kind.nhom != COPIES or not isinstance(doc, Reading):
        return template or van_ban.mau
    return None if doc.origin.elsewhere(("mau",)) else van_ban.mau


def unprinted(
    doc: VanBan | Reading,
    *,
    template: str | Path | None = None,
    registry: Registry | None = None,
) -> tuple[Finding, ...]:
    """What a document says and its own template has no tag for; nothing for a shipped one.

    Args:
        doc: the document, or what `read` gave.
        template: as for `render`.
        registry: as for `read`.

    Raises:
        TemplateError: the template cannot be read.
    """
    known = registry or plugins.registry()
    van_ban = doc.doc if isinstance(doc, Reading) else doc
    kind = known.document_type(van_ban.loai)
    own = _own_template(doc, kind, template)
    if not own:
        return ()
    from vanban.word import shipped, template_parts

    standard = known.standard(van_ban.tieu_chuan or kind.tieu_chuan)
    compiled = shipped.load(Path(own), standard, van_ban.co_chu or DEFAULT_SIZE)
    printed = compiled.printed()
    if printed is not None and not template_parts.lost(van_ban, standard, kind, printed):
        return ()
    from vanban.word import template_check

    data = shipped.content(Path(own), str(own))
    return template_check.unprinted(data, str(own), standard, kind, van_ban)


def _laid_out(data: bytes) -> list[tuple[str, int]]:
    """The headings with the pages on which LibreOffice puts them; empty when it is missing."""
    from vanban import pdf

    converted = pdf.convert(data)
    return pdf.headings(converted) if converted else []


def _secret(doc: VanBan | Reading) -> SourceError:
    place = doc.origin.place(("do_mat",)) if isinstance(doc, Reading) else None
    return SourceError.at(
        _("Văn bản mật không được soạn trên máy nối mạng (Luật 117/2025/QH15)."),
        place,
        _("Chỉ trên máy độc lập, không nối mạng: thêm --offline."),
    )


def _copied(
    van_ban: VanBan, kind: DocumentType, block: bytes, known: Registry, offline: bool
) -> bytes:
    """The original with the block or the line of its copy; without an original the block."""
    from vanban.word import copies

    original = van_ban.rieng.get("ban_goc")
    if not original:
        return block
    co = van_ban.co_chu or DEFAULT_SIZE
    standard = known.standard(van_ban.tieu_chuan or kind.tieu_chuan)
    data = _original(original, known, offline)
    if van_ban.hinh_thuc == "dien-tu":
        return copies.mark(data, original, van_ban, kind, standard, co)
    return copies.append(data, original, block, standard, co)


def _original(path: str, known: Registry, offline: bool) -> bytes:
    """The .docx of the document that a copy is made of: as it is, or rendered first."""
    if path.lower().endswith(".docx"):
        try:
            return Path(path).read_bytes()
        except (OSError, ValueError):
            message = _("Không đọc được bản gốc.")
            raise SourceError.at(message, Place(path), _("Kiểm tra tên và thư mục.")) from None
    doc = load(path, registry=known)
    if known.document_type(doc.loai).nhom == COPIES and doc.rieng.get("ban_goc"):
        raise SourceError.at(
            _("Bản gốc của bản sao không thể lại là nguồn của một bản sao."),
            Place(path),
            _("In bản sao đó ra .docx rồi ghi tệp .docx ấy vào ban_goc."),
        )
    return render(doc, offline=offline, registry=known)
