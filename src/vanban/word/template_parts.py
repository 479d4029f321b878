"""What a template has to print: the components of its form, and the words that stand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from vanban.messages import _
from vanban.model.fields import Field, File, Flag, second_name
from vanban.model.van_ban import VanBan
from vanban.standards.load import Standard
from vanban.standards.schema import Component
from vanban.standards.types import DocumentType
from vanban.viet.text import fold, upper

if TYPE_CHECKING:
    from vanban.word.tagged_text import Line

_PRINTED_BY = {
    "so-ky-hieu": ("so_ky_hieu", "so"),
    "dia-danh": ("dia_danh_ngay", "dia_danh"),
    "ngay": ("dia_danh_ngay",),
    "chuc-vu": ("ky.chuc_vu", "cac_chu_ky"),
    "ho-ten": ("ky.ho_ten", "cac_chu_ky"),
    "ten-loai": ("ten_loai",),
    "tham-quyen": ("tham_quyen", "nguoi_dien"),
    "do-mat": ("dau_chi",),
    "do-khan": ("dau_chi",),
    "du-thao": ("dau_chi",),
    "luu-hanh": ("dau_trang_nhat",),
    "dia-chi": ("chan_trang_nhat",),
    "van-ban-kem-theo": ("phu_luc",),
}
"""The names that print a component; any other is printed by the field that carries it."""

TITLE = "quoc-hieu-tieu-ngu"
"""The component at the right of the head, whatever words a standard has there."""

OFTEN_TYPED = frozenset(
    {"co-quan", "co-quan-chu-quan", "dia-danh", "chuc-vu", "ho-ten", "dia-chi", "nguoi-soan"}
)
"""What an office's template may have as plain words: it is the same in all its documents."""

_MOST = 0.75
"""What so many of the types need is told when the type is not known."""


class Missing(Struct, frozen=True):
    """Components that nothing prints: of every type, of most types, and those allowed."""

    required: tuple[Component, ...]
    usual: tuple[Component, ...]
    optional: tuple[Component, ...]


def missing(
    standard: Standard,
    kinds: Sequence[DocumentType],
    printed: Container[str],
    lines: Sequence[Line],
) -> Missing:
    """The components that a template of these types does not print."""
    needed = Counter(c for kind in kinds for c in kind.required(standard.forms[kind.mau]))
    allowed = Counter(c for kind in kinds for c in kind.allowed(standard.forms[kind.mau]))
    gone = absent(standard, kinds, printed, lines)
    everyone = len(kinds)
    required = tuple(c for c in gone if needed[c.slug] == everyone)
    usual = tuple(c for c in gone if _MOST * everyone <= needed[c.slug] < everyone)
    optional = tuple(c for c in gone if not needed[c.slug] and allowed[c.slug] == everyone)
    return Missing(required, usual, optional)


def told(message: str, component: Component) -> str:
    """A message with the name of a component and the tag that prints it."""
    name, *_others = _PRINTED_BY.get(component.slug, (component.truong or "",))
    tag = f"p {name}" if name == "noi_dung" else f" {name.replace('ky.', 'ky[0].')}"
    return message.format(name=component.ten, tag=f"{{{{{tag} }}}}")


def absent(
    standard: Standard,
    kinds: Sequence[DocumentType],
    printed: Container[str],
    lines: Sequence[Line],
) -> list[Component]:
    """Every component that nothing prints."""
    return [
        component
        for component in standard.components.values()
        if not _is_there(component, kinds, printed, lines)
    ]


def lost(
    van_ban: VanBan,
    standard: Standard,
    kind: DocumentType,
    printed: Container[str],
    lines: Sequence[Line] = (),
) -> list[str]:
    """The names of the components and own fields that a document says and nothing prints."""
    components = [
        one.ten
        for one in absent(standard, [kind], printed, lines)
        if one.truong and one.slug not in OFTEN_TYPED and given(van_ban, one.truong)
    ]
    own = unprinted_fields([kind], printed)
    return components + [one.tieu_de for one in own if van_ban.rieng.get(one.ten)]


def given(van_ban: VanBan, field: str) -> bool:
    """Whether a document says what a component's field, maybe of its first part, holds."""
    value: object = van_ban
    for name in field.split("."):
        value = value[0] if isinstance(value, tuple) and value else value
        value = getattr(value, name, None)
    return bool(value)


def _is_there(
    component: Component,
    kinds: Iterable[DocumentType],
    printed: Container[str],
    lines: Sequence[Line],
) -> bool:
    if component.slug == "ten-loai":
        typed = {upper(" ".join(line.words.split())) for line in lines}
        if any(upper(kind.ten_in) in typed for kind in kinds):
            return True
    names = _PRINTED_BY.get(component.slug, (component.truong,))
    return any(name is None or name in printed for name in names)


def unprinted_fields(kinds: Sequence[DocumentType], printed: Container[str]) -> list[Field]:
    """The fields of its own that a template for a single type does not print."""
    own = kinds[0].truong if len(kinds) == 1 else ()
    return [one for one in own if not (_is_printed(one, printed) or _is_asked(one))]


def _is_asked(one: Field) -> bool:
    """Whether a field is not there to be printed: a file, or a yes or no for ``if``."""
    return isinstance(one.kind, File | Flag)


def _is_printed(one: Field, printed: Container[str]) -> bool:
    """Whether the field's name, or that of its one-line form, is among those."""
    return one.ten in printed or second_name(one) in printed


def wanted_words(
    standard: Standard, kinds: Sequence[DocumentType], printed: Container[str]
) -> list[str]:
    """The fixed words that a template must have."""
    known = [standard.forms[kind.mau] for kind in kinds]
    nation = all(TITLE in kind.required(form) for kind, form in zip(kinds, known, strict=True))
    title = [name for name in ("quoc_hieu", "tieu_ngu") if nation and name in standard.wording]
    labels = [name for name in ("kinh_gui", "noi_nhan") if name in printed]
    words = {name: standard.wording[name] for name in (*title, *labels)}
    own = {form.option("kinh_gui", "chu") for form in known}
    if "kinh_gui" in words and len(own) == 1:
        words["kinh_gui"] = own.pop() or words["kinh_gui"]
    return list(words.values())


def word_faults(wanted: Iterable[str], lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """Fixed words that are absent (paragraph 0) or differ by a letter or a dash."""
    for words in wanted:
        if any(words in " ".join(line.text.split()) for line in lines):
            continue
        like = (n for n, line in enumerate(lines, 1) if fold(words) in fold(line.words))
        number = next(like, 0)
        message = _("Chữ in sẵn phải là «{words}».") if number else _("Thiếu chữ in sẵn «{words}».")
        yield number, message.format(words=words)


def standing(slug: str, standard: Standard, lines: Sequence[Line]) -> Iterator[int]:
    """The paragraphs that are those words, if the standard has any, and nothing else."""
    words = standard.wording.get(slug)
    return (n for n, line in enumerate(lines, 1) if " ".join(line.text.split()) == words)
