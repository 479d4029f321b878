"""Reading sources into documents, with the places of their parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from vanban import plugins
from vanban.errors import SourceError, VanbanError, short
from vanban.messages import _
from vanban.model.origin import Notes, Origin
from vanban.model.van_ban import VanBan
from vanban.plugins import Registry
from vanban.viet.text import nearest

if TYPE_CHECKING:
    from vanban.sources.tree import Tree
    from vanban.standards.schema import Form


class Reading(Struct, frozen=True):
    """A document that was read from a source.

    Attributes:
        doc: what it says.
        origin: where each part of it stands.
        notes: what reading changed or noticed.
        profile: the office profile that filled it in; None when there was none.
        files: the files that it names: images, a template, the original of a copy.
    """

    doc: VanBan
    origin: Origin
    notes: Notes
    profile: Path | None = None
    files: tuple[str, ...] = ()


def read(
    path: str | Path,
    *,
    profile: str | Path | None = None,
    use_profile: bool = True,
    fields: Iterable[str] = (),
    data: bytes | None = None,
    registry: Registry | None = None,
) -> Reading:
    """Read a source (.yaml, .json, .txt, .md and what plugins read) with its places.

    ``-`` is standard input.

    Args:
        path: the source file.
        profile: the office profile; None looks for ``vanban.yaml`` beside and above it.
        use_profile: False reads no profile.
        fields: settings like ``"so=12"`` put over what the file says.
        data: the bytes of the file, where they are known already; None reads it.
        registry: the types to know; None takes the core's and the installed plugins'.

    Raises:
        SourceError: with every problem in the file.
    """
    from vanban.sources import read as sources

    known = registry or plugins.registry()
    tree = sources.read(
        str(path),
        known.reader,
        profile_file=Path(profile) if profile else None,
        use_profile=use_profile,
        fields=fields,
        data=data,
    )
    try:
        return decoded(tree, known)
    except SourceError as error:
        from vanban.sources.profile import explained

        raise (explained(error, tree.profile) if tree.profile else error) from None


def decoded(tree: Tree, known: Registry) -> Reading:
    """The document in a source that is nodes already.

    Raises:
        SourceError: with every problem in it.
    """
    from vanban.sources.decode import decode

    origin = Origin(tree.path, tree.text)
    decoded = decode(tree.node, _own_fields(known), origin)
    _refuse_unknown_standard(decoded.doc, origin, known)
    _refuse_foreign_type(decoded.doc, origin, known)
    notes = (*tree.notes, *decoded.notes)
    return Reading(decoded.doc, origin, notes, tree.profile, decoded.files)


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


def _refuse_foreign_type(doc: VanBan, origin: Origin, known: Registry) -> None:
    """A type whose form the standard that the document names does not have."""
    if not doc.tieu_chuan or known.document_type(doc.loai).mau in _forms(doc.tieu_chuan, known):
        return
    like = nearest(doc.loai, [slug for slug in known.types if _fits(slug, doc.tieu_chuan, known)])
    raise SourceError.at(
        _("Tiêu chuẩn «{standard}» không có loại «{slug}».").format(
            standard=doc.tieu_chuan, slug=doc.loai
        ),
        origin.place(("loai",)),
        _("Có phải «{near}» không?").format(near=like)
        if like
        else _("Xóa dòng «tieu_chuan», hoặc chọn loại khác trong `vanban types`."),
    )


def _fits(slug: str, standard: str, known: Registry) -> bool:
    try:
        return known.document_type(slug).mau in _forms(standard, known)
    except VanbanError:  # a plugin's type with a fault is told where it is used
        return False


def _forms(standard: str, known: Registry) -> Mapping[str, Form]:
    return known.standard(standard).forms


def load(path: str | Path, **options: Any) -> VanBan:
    """The document in a source file; options are those of `read`."""
    return read(path, **options).doc


class _OwnFields(dict[str, Any]):
    """The fields of each type's own, read when a document names the type."""

    def __init__(self, known: Registry) -> None:
        super().__init__(dict.fromkeys(known.types))
        self.known = known

    def __getitem__(self, slug: str) -> Any:
        return self.known.document_type(slug).truong


def _own_fields(known: Registry) -> _OwnFields:
    return _OwnFields(known)
