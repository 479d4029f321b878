"""The look of a template against the standard: components, body styles, fonts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vanban.layout.paragraph import Paragraph, Run
from vanban.messages import _, language
from vanban.standards.load import Standard
from vanban.standards.schema import ALIGNMENTS, Style
from vanban.standards.types import DocumentType
from vanban.units import pt
from vanban.word.reader.effective import Effective, plain_base
from vanban.word.tagged_text import Line

STYLES: Mapping[str, tuple[str, ...]] = {
    "co_quan.chu_quan": ("chu_quan",),
    "co_quan.ban_hanh": ("ban_hanh",),
    "so_ky_hieu": ("so_ky_hieu",),
    "so": ("so_ky_hieu",),
    "dia_danh_ngay": ("dia_danh_ngay",),
    "ten_loai": ("ten_loai",),
    "trich_yeu": ("trich_yeu", "vv"),
    "tham_quyen": ("tham_quyen",),
    "kinh_gui": ("kinh_gui", "noi_kinh_gui"),
    "can_cu": ("can_cu",),
    "noi_nhan": ("danh_sach_nhan",),
    "nguoi_soan": ("nguoi_soan",),
    "ky.vai_tro": ("quyen_han",),
    "ky.quyen_han": ("quyen_han",),
    "ky.chuc_vu": ("chuc_vu", "quyen_han"),
    "ky.chuc_vu_khac": ("chuc_vu", "quyen_han"),
    "ky.ho_ten": ("ho_ten",),
}
"""The styles that a paragraph with a datum may have; it is enough to look like one of them."""

FIXED = {"quoc_hieu": "quoc_hieu", "tieu_ngu": "tieu_ngu", "noi_nhan": "noi_nhan"}
"""The style of words that stand in a template as they are."""

_HELPERS = frozenset({"ke", "cuoi_phan", "sau_bang", "cho_ky"})
_AT_LEFT = "trai"  # an indent can make the same look, so only centred and justified are asked for
_SYMBOLS = ("Symbol", "Wingdings", "Webdings", "Segoe UI Symbol", "MS Gothic")


def expected(path: str, kinds: Sequence[DocumentType], standard: Standard) -> list[Style]:
    """The styles that a datum may stand in, in templates of these types.

    None for addressees behind a label that is italic where they are not: one line, two looks.
    """
    slugs = STYLES.get(path, ())
    if path == "trich_yeu":
        beside = {bool(standard.forms[k.mau].option("dau_trang", "trich_yeu")) for k in kinds}
        slugs = tuple(slug for slug in slugs if (slug == "vv") in beside)
    found = [standard.styles[slug] for slug in slugs if slug in standard.styles]
    if path.startswith("ky.chuc_vu"):
        return found[:1]
    mixed = path == "kinh_gui" and len({style.nghieng for style in found}) > 1
    return [] if mixed else found


def is_component(path: str, line: Line, labels: Iterable[str]) -> bool:
    """Whether a paragraph is that datum, not a sentence that mentions it."""
    if path == "so":
        return True
    rest = line.words
    for label in labels:
        rest = rest.replace(label, "")
    return not any(letter.isalnum() for letter in rest)


def differences(paragraph: Paragraph, styles: Sequence[Style]) -> tuple[Style, list[str]] | None:
    """How a paragraph differs from the first style; None when it is like one of them."""
    if not styles or not paragraph.visible:
        return None
    found = [(style, _faults(paragraph.visible, paragraph.alignment, style)) for style in styles]
    return None if any(not faults for _style, faults in found) else found[0]


def body_styles(look: Effective, standard: Standard) -> Iterator[tuple[Style, list[str]]]:
    """The styles of a template for the body that differ from the standard's of that name."""
    placed = {slug for slugs in STYLES.values() for slug in slugs} | set(FIXED.values())
    for style in standard.styles.values():
        style_id = look.styles.id_of(style.ten)
        if style_id is None or style.slug in placed | _HELPERS:
            continue
        base = plain_base(style_id)
        run = Run("x", look.look(base))
        faults = _faults((run,), look.shape(base, None).alignment, style)
        if faults:
            yield style, faults


def _faults(runs: Sequence[Run], alignment: str, style: Style) -> list[str]:
    found = [
        _("cỡ {size} pt, quy định {allowed} pt").format(size=figure(size), allowed=_sizes(style))
        for size in dict.fromkeys(run.size for run in runs)
        if pt(size) not in style.co
    ]
    if any(run.bold is not style.dam for run in runs):
        found.append(_("phải in đậm") if style.dam else _("không in đậm"))
    if any(run.italic is not style.nghieng for run in runs):
        found.append(_("phải in nghiêng") if style.nghieng else _("phải là chữ đứng"))
    if style.canh != _AT_LEFT and alignment != ALIGNMENTS[style.canh]:
        found.append(_ALIGNED[style.canh]())
    return found


_ALIGNED = {
    "giua": lambda: _("phải canh giữa"),
    "phai": lambda: _("phải canh phải"),
    "deu": lambda: _("phải canh đều hai bên"),
}


def figure(value: float) -> str:
    """A number with at most one decimal, as the language in force writes it."""
    shown = f"{round(value, 1):g}"
    return shown.replace(".", ",") if language() == "vi" else shown


def _sizes(style: Style) -> str:
    low, high = style.co.low.pt, style.co.high.pt
    return f"{low:g}" if low == high else f"{low:g}-{high:g}"


def other_fonts(lines: Iterable[Line], font: str) -> dict[str, list[int]]:
    """The fonts that the standard does not name, each with the paragraphs that show it."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(lines, 1):
        shown = line.paragraph.visible if line.paragraph else ()
        for name in dict.fromkeys(run.font for run in shown):
            if name != font and not name.startswith(_SYMBOLS):
                found.setdefault(name, []).append(number)
    return found
