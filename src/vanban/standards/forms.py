"""Printed forms (mẫu): the components that each requires and allows, and its pieces."""

from __future__ import annotations

from collections.abc import Mapping

from vanban.messages import _
from vanban.standards.schema import Component, Form, Piece, Style, basis, known
from vanban.standards.yaml_data import Entry

LINE = "dong"
_TEXT = frozenset[str]()
_NO = frozenset({"không"})
PIECES: Mapping[str, Mapping[str, frozenset[str]]] = {
    LINE: {"chu": _TEXT, "kieu": _TEXT, "neu": _TEXT, "moi": _TEXT},
    "dau_trang": {
        "so": frozenset({"không", "khi có"}),
        "ngay": _NO,
        "trich_yeu": frozenset({"V/v", "không V/v"}),
    },
    "dau_thu": {},
    "dau_ban_sao": {"chu_quan": frozenset({"có"})},
    "ten_loai": {"trich_yeu": _NO},
    "muc_luc": {},
    "kinh_gui": {"chu": _TEXT},
    "tham_quyen": {},
    "can_cu": {},
    "noi_dung": {"cuoi": _NO},
    "ky_va_noi_nhan": {"neu": _TEXT},
    "cac_chu_ky": {},
    "noi_nhan": {"neu": _TEXT},
    "chu_ky": {},
    "xac_nhan": {"chu": _TEXT},
}
"""What a form may be made of: each piece with its options and their values; none is any text."""
_WANTED = {LINE: ("chu",), "xac_nhan": ("chu",)}


def form(
    slug: str, entry: Entry, components: Mapping[str, Component], styles: Mapping[str, Style]
) -> Form:
    """Check and read one entry of forms.yaml."""
    entry.only("ten", "bat_buoc", "cho_phep", "trinh_bay", "can_cu", "do_tin")
    basis(entry)
    listed = entry.data.get("trinh_bay")
    if not isinstance(listed, list) or not listed:
        raise entry.fault(_("«trinh_bay» phải là danh sách các phần từ trên xuống"))
    return Form(
        slug,
        entry.text("ten"),
        known(entry, "bat_buoc", components),
        known(entry, "cho_phep", components),
        tuple(_piece(entry, item, styles) for item in listed),
        entry.text("can_cu"),
        entry.text("do_tin", "S"),
    )


def _piece(around: Entry, item: object, styles: Mapping[str, Style]) -> Piece:
    """A named piece, a piece with options, or a line."""
    data = {"phan": item} if isinstance(item, str) else item
    entry = Entry(data, around.path, f"{around.name}.trinh_bay")
    phan = entry.choice("phan", PIECES, LINE)
    options = PIECES[phan]
    entry.only("phan", *options)
    for key in (*_WANTED.get(phan, ()), *entry.data):
        entry.text(key)
        if options.get(key):
            entry.choice(key, dict.fromkeys(options[key]))
    if "kieu" in entry.data:
        entry.choice("kieu", styles)
    return Piece(phan, {key: value for key, value in entry.data.items() if key != "phan"})
