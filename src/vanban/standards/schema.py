"""The shape of a standard's data, and the checks that a data file has to pass.

Every figure has its unit in its value ("13-14 pt") and its legal basis (``can_cu``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from msgspec import Struct

from vanban.messages import _
from vanban.model.levels import Level
from vanban.standards.yaml_data import Entry
from vanban.units import Length, Range, parse_length, parse_range

ALIGNMENTS = {"trai": "left", "giua": "center", "phai": "right", "deu": "both"}
TRUST = {"S": "", "S2": "", "S-file": "", "M": "", "?": ""}
SIZE_SETS = ("14", "13")
MARGINS = ("le_tren", "le_duoi", "le_trai", "le_phai")

_T = TypeVar("_T")


class Style(Struct, frozen=True):
    """The look of one component.

    Attributes:
        slug: name in the data; ``ten`` is the name that Word shows.
        co: the sizes that the law allows; ``bo`` the size printed in each size set.
        dam, nghieng, gach_chan: bold, italic, underlined.
        canh: alignment, a key of ALIGNMENTS.
        truoc, sau: space before and after, never None.
        doan: a body paragraph: justified, with first-line indent and line spacing.
        giu: kept on one page with the next paragraph.
        cap_de_muc: outline level 1-9; None for what is no heading.
        can_cu: legal basis; ``do_tin`` how well it is known.
    """

    slug: str
    ten: str
    co: Range
    bo: Mapping[str, Length]
    dam: bool
    nghieng: bool
    gach_chan: bool
    canh: str
    truoc: Length
    sau: Length
    doan: bool
    giu: bool
    cap_de_muc: int | None
    can_cu: str
    do_tin: str


class Page(Struct, frozen=True):
    """Paper, margins and the figures of body paragraphs; lengths are what vanban prints.

    ``gian_dong`` is a number of lines, or the exact height of one. ``le`` are the margins that
    the law allows, ``can_cu`` the legal basis of each entry, both by the names in page.yaml.
    """

    rong: Length
    cao: Length
    le_tren: Length
    le_duoi: Length
    le_trai: Length
    le_phai: Length
    dau_trang: Length
    phong_chu: str
    thut_dau_dong: Length
    cach_doan: Length
    gian_dong: float | Length
    cot_dau_trang: Mapping[str, Length]
    ke_ngan: float
    cho_ky: Length
    le: Mapping[str, Range]
    can_cu: Mapping[str, str]

    @property
    def be_rong_chu(self) -> Length:
        """Width of the text between the margins of an upright page."""
        return Length(self.rong - self.le_trai - self.le_phai)


class Numbering(Struct, frozen=True):
    """The styles of one level: ``kieu`` for an item, ``tieu_de`` for a heading."""

    kieu: str
    tieu_de: str
    can_cu: str


class Component(Struct, frozen=True):
    """A component of thể thức (Đ.8).

    ``truong`` is the field that carries it, None where the writer supplies it; ``quy_tac``
    the rule that misses it; ``de_trong`` tells that a draft may leave it blank.
    """

    slug: str
    ten: str
    truong: str | None
    quy_tac: str | None
    de_trong: bool
    can_cu: str


class Piece(Struct, frozen=True):
    """One piece of a form from top to bottom: a named one, or a line ("dong").

    ``tuy_chon`` are its options; a line has its text ``chu`` with tags, its style ``kieu``,
    and maybe a condition ``neu`` or a list ``moi`` of which it prints each ``muc``.
    """

    phan: str
    tuy_chon: Mapping[str, str]


class Form(Struct, frozen=True):
    """A printed form (mẫu): the components it requires and allows, and its pieces."""

    slug: str
    ten: str
    bat_buoc: tuple[str, ...]
    cho_phep: tuple[str, ...]
    trinh_bay: tuple[Piece, ...]
    can_cu: str
    do_tin: str

    def option(self, phan: str, name: str) -> str | None:
        """An option of a piece; None when the form lacks the piece or the option."""
        found = (p.tuy_chon[name] for p in self.trinh_bay if p.phan == phan and name in p.tuy_chon)
        return next(found, None)


def style(slug: str, entry: Entry) -> Style:
    """Check and read one entry of styles.yaml."""
    entry.only(
        "ten", "co", "bo_14", "bo_13", "dam", "nghieng", "gach_chan", "canh", "truoc", "sau",
        "dung", "giu", "cap_de_muc", "can_cu", "do_tin",
    )  # fmt: skip
    basis(entry)
    doan = entry.choice("dung", {"doan": "", "": ""}, "") == "doan"
    allowed = _parsed(entry, "co", parse_range)
    sizes = {chosen: _parsed(entry, f"bo_{chosen}", parse_length) for chosen in SIZE_SETS}
    for chosen, size in sizes.items():
        if size not in allowed:
            raise entry.fault(_("bo_{set} nằm ngoài khoảng co").format(set=chosen))
    return Style(
        slug=slug,
        ten=entry.text("ten"),
        co=allowed,
        bo=sizes,
        dam=entry.flag("dam"),
        nghieng=entry.flag("nghieng"),
        gach_chan=entry.flag("gach_chan"),
        canh=entry.choice("canh", ALIGNMENTS, "deu" if doan else None),
        truoc=_parsed(entry, "truoc", parse_length, "0 pt"),
        sau=_parsed(entry, "sau", parse_length, "0 pt"),
        doan=doan,
        giu=entry.flag("giu"),
        cap_de_muc=_outline_level(entry) if "cap_de_muc" in entry.data else None,
        can_cu=entry.text("can_cu"),
        do_tin=entry.text("do_tin", "S"),
    )


def page(root: Entry) -> Page:
    """Check and read page.yaml."""
    entries = root.entries()
    for entry in entries.values():
        basis(entry)

    def length(name: str, key: str = "mac_dinh") -> Length:
        return _inside(root.entry(name), _parsed(root.entry(name), key, parse_length))

    header = root.entry("cot_dau_trang")
    return Page(
        rong=length("kho_giay", "rong"),
        cao=length("kho_giay", "cao"),
        le_tren=length("le_tren"),
        le_duoi=length("le_duoi"),
        le_trai=length("le_trai"),
        le_phai=length("le_phai"),
        dau_trang=length("dau_trang"),
        phong_chu=root.entry("phong_chu").text("ten"),
        thut_dau_dong=length("thut_dau_dong"),
        cach_doan=length("cach_doan"),
        gian_dong=_line_spacing(root.entry("gian_dong")),
        cot_dau_trang={chosen: _parsed(header, chosen, parse_length) for chosen in SIZE_SETS},
        ke_ngan=_parsed(root.entry("ke_ngan"), "mac_dinh", float),
        cho_ky=length("cho_ky"),
        le={name: _margin(root.entry(name)) for name in MARGINS},
        can_cu={name: entry.text("can_cu") for name, entry in entries.items()},
    )


def _line_spacing(entry: Entry) -> float | Length:
    """A number of lines ("1.1"), or a height ("20 pt")."""
    if entry.text("mac_dinh").endswith("pt"):
        return _inside(entry, _parsed(entry, "mac_dinh", parse_length))
    return _parsed(entry, "mac_dinh", float)


def wording(entry: Entry) -> str:
    """Check and read one entry of wording.yaml."""
    entry.only("chu", "can_cu", "do_tin")
    basis(entry)
    return entry.text("chu")


def numbering(level: str, entry: Entry, styles: Mapping[str, Style]) -> Numbering:
    """Check and read one entry of numbering.yaml."""
    if level not in set(Level):
        raise entry.fault(_("không có cấp này"))
    entry.only("dang", "kieu", "tieu_de", "can_cu", "do_tin")
    basis(entry)
    return Numbering(
        entry.choice("kieu", styles), entry.choice("tieu_de", styles), entry.text("can_cu")
    )


def component(slug: str, entry: Entry) -> Component:
    """Check and read one entry of components.yaml."""
    entry.only("ten", "o", "truong", "quy_tac", "de_trong", "can_cu", "do_tin")
    basis(entry)
    return Component(
        slug,
        entry.text("ten"),
        entry.text("truong", "") or None,
        entry.text("quy_tac", "") or None,
        entry.flag("de_trong"),
        entry.text("can_cu"),
    )


def known(entry: Entry, key: str, names: Mapping[str, object]) -> tuple[str, ...]:
    """A list of texts that are all among the names."""
    found = entry.texts(key)
    for name in found:
        if name not in names:
            raise entry.fault(_("«{key}» có tên không biết «{name}»").format(key=key, name=name))
    return found


def _outline_level(entry: Entry) -> int:
    level = _parsed(entry, "cap_de_muc", int)
    if level not in range(1, 10):
        raise entry.fault(_("«{key}» phải từ 1 đến 9").format(key="cap_de_muc"))
    return level


def basis(entry: Entry) -> None:
    """Every entry has its legal basis, and a mark of trust from the closed list if any."""
    entry.text("can_cu")
    entry.choice("do_tin", TRUST, "S")


def _margin(entry: Entry) -> Range:
    """The margins that are allowed; without ``cho_phep`` the one that is printed."""
    return _parsed(entry, "cho_phep", parse_range, entry.text("mac_dinh"))


def _inside(entry: Entry, length: Length) -> Length:
    """The length, which the entry's allowed range or list (``cho_phep``) must hold."""
    allowed = entry.data.get("cho_phep")
    ranges = [allowed] if isinstance(allowed, str) else entry.texts("cho_phep")
    try:
        if ranges and not any(length in parse_range(text) for text in ranges):
            raise entry.fault(_("«mac_dinh» nằm ngoài «cho_phep»"))
    except ValueError:
        raise entry.fault(_("«{key}» không đọc được").format(key="cho_phep")) from None
    return length


def _parsed(entry: Entry, key: str, parse: Callable[[str], _T], default: str | None = None) -> _T:
    try:
        return parse(entry.text(key, default))
    except ValueError:
        raise entry.fault(_("«{key}» không đọc được").format(key=key)) from None
