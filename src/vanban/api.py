"""What programs call: read, check, render. The only room that wires the others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from vanban import plugins
from vanban.errors import SourceError, short
from vanban.location import Place
from vanban.messages import _
from vanban.model.origin import Notes, Origin
from vanban.model.van_ban import VanBan
from vanban.plugins import Registry

if TYPE_CHECKING:
    from vanban.findings import Finding
    from vanban.rules.engine import Report
    from vanban.sources.read import Tree
    from vanban.standards.types import DocumentType

DEFAULT_SIZE = "14"
STANDARD = "nd30"
"""The standard of templates that are for no particular type."""
COPIES = "ban-sao"
"""The group of types that are copies of another document."""

__all__ = [
    "Reading",
    "Report",
    "check",
    "check_template",
    "load",
    "read",
    "render",
    "schema",
    "skeleton",
]


class Reading(Struct, frozen=True):
    """A document that was read from a source.

    Attributes:
        doc: what it says.
        origin: where each part of it stands.
        notes: what reading changed or noticed.
        profile: the office profile that filled it in; None when there was none.
    """

    doc: VanBan
    origin: Origin
    notes: Notes
    profile: Path | None = None


def read(
    path: str | Path,
    *,
    profile: str | Path | None = None,
    use_profile: bool = True,
    fields: Iterable[str] = (),
    registry: Registry | None = None,
) -> Reading:
    """Read a source (.yaml, .json, .txt, .md; ``-`` is standard input) with its places.

    Args:
        path: the source file.
        profile: the office profile; None looks for ``vanban.yaml`` beside and above it.
        use_profile: False reads no profile.
        fields: settings like ``"so=12"`` put over what the file says.
        registry: the types to know; None takes the core's and the installed plugins'.

    Raises:
        SourceError: with every problem in the file.
    """
    from vanban.sources import read as sources

    tree = sources.read(
        str(path),
        profile_file=Path(profile) if profile else None,
        use_profile=use_profile,
        fields=fields,
    )
    try:
        return _decoded(tree, registry or plugins.registry())
    except SourceError as error:
        from vanban.sources.profile import explained

        raise (explained(error, tree.profile) if tree.profile else error) from None


def _decoded(tree: Tree, known: Registry) -> Reading:
    from vanban.sources.decode import decode

    origin = Origin(tree.path, tree.text)
    decoded = decode(tree.node, _own_fields(known), origin)
    _refuse_unknown_standard(decoded.doc, origin, known)
    return Reading(decoded.doc, origin, (*tree.notes, *decoded.notes), tree.profile)


def _refuse_unknown_standard(doc: VanBan, origin: Origin, known: Registry) -> None:
    slug = doc.tieu_chuan
    if slug and slug not in known.standards:
        raise SourceError.at(
            _("Không có tiêu chuẩn «{slug}».").format(slug=short(slug)),
            origin.place(("tieu_chuan",)),
            _("Xóa dòng này, hoặc ghi một trong: {names}.").format(
                names=", ".join(known.standards)
            ),
        )


def load(path: str | Path, **options: Any) -> VanBan:
    """The document in a source file; options are those of `read`."""
    return read(path, **options).doc


def check(subject: Reading | VanBan | str | Path, *, registry: Registry | None = None) -> Report:
    """Check a document by all rules; places are known for what was read from a file."""
    from vanban.rules.base import Subject
    from vanban.rules.engine import evaluate

    known = registry or plugins.registry()
    reading = subject if isinstance(subject, Reading) else _reading(subject, known)
    kind = known.document_type(reading.doc.loai)
    standard = known.standard(reading.doc.tieu_chuan or kind.tieu_chuan)
    looked_at = Subject(reading.doc, reading.origin, reading.notes, kind, standard)
    return evaluate(known.rules, looked_at)


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
    path = Path(own) if own else known.template(f"{standard.slug}/{kind.mau}", co)
    issued = van_ban.kem_theo.loai if van_ban.kem_theo else None
    attached = known.document_type(issued) if issued else None
    form = shipped.load(path, standard, co)
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
    from vanban.word import shipped, template_check

    standard = known.standard(van_ban.tieu_chuan or kind.tieu_chuan)
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


def check_template(
    path: str | Path, slug: str | None = None, *, registry: Registry | None = None
) -> tuple[Finding, ...]:
    """What is wrong with an office's own template.

    Args:
        path: the .docx.
        slug: the type that it is for; None: any type of the standard.
        registry: as for `read`.

    Raises:
        VanbanError: the file cannot be read, or there is no such type.
    """
    from vanban.word import shipped, template_check

    known = registry or plugins.registry()
    kinds = [known.document_type(one) for one in ([slug] if slug else sorted(known.types))]
    standard = kinds[0].tieu_chuan if slug else STANDARD
    kinds = [kind for kind in kinds if kind.tieu_chuan == standard]
    data = shipped.content(Path(path), str(path))
    return template_check.check(data, str(path), known.standard(standard), kinds)


def schema(slug: str | None = None, *, registry: Registry | None = None) -> dict[str, Any]:
    """The JSON Schema of sources: of every type, or of one."""
    from vanban.sources.json_schema import build

    known = registry or plugins.registry()
    slugs = [slug] if slug else sorted(known.types)
    return build([known.document_type(one) for one in slugs])


def skeleton(slug: str, *, head_and_text: bool = False, registry: Registry | None = None) -> str:
    """A commented source to start a document of a type from."""
    from vanban.sources.skeleton import build

    known = registry or plugins.registry()
    kind = known.document_type(slug)
    form = known.standard(kind.tieu_chuan).forms[kind.mau]
    return build(kind, form, head_and_text=head_and_text)


def _reading(subject: VanBan | str | Path, known: Registry) -> Reading:
    if isinstance(subject, VanBan):
        return Reading(subject, Origin(), ())
    return read(subject, registry=known)


class _OwnFields(dict[str, Any]):
    """The fields of each type's own, read when a document names the type."""

    def __init__(self, known: Registry) -> None:
        super().__init__(dict.fromkeys(known.types))
        self.known = known

    def __getitem__(self, slug: str) -> Any:
        return self.known.document_type(slug).truong


def _own_fields(known: Registry) -> _OwnFields:
    return _OwnFields(known)


def __getattr__(name: str) -> Any:
    if name == "Report":
        from vanban.rules.engine import Report

        return Report
    raise AttributeError(name)
