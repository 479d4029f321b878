"""What the data of rules on .docx files may say: their kinds and the keys that these read.

Such data lies in a folder ``docx`` beside that of the rules on sources, which a check of a
source so never reads. The keys are those of `vanban.rules.load`, and:

* ``thanh_phan``: slugs of the components that a rule judges ("quoc_hieu"; "danh_sach_nhan:luu"
  with a role). A document that has none is not concerned; where none is sure, the rule
  cannot judge. ``khi_co``, ``can`` name slugs too.
* ``phan``: kinds of parts in which they stand (van-ban, kem-theo, phu-luc, ban-sao, tat-ca); all
  but phu-luc when left out.
* ``ban_chat``: natures of documents that the rule is for (nd30, when left out).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from vanban.rules.load import COMMON, SOURCE, Shelf

FOLDER = "docx"
KINDS: Mapping[str, tuple[str, ...]] = {
    "look": ("xet",),
    "shape": ("canh", "truoc", "sau", "gian", "thut", "dung_sai"),
    "text": ("tim", "phai_la", "o", "noi", "cau", "khong_phan_biet"),
    "line_under": ("dai", "dung_sai", "lech"),
    "one_line": ("dung",),
    "same": ("xet", "cau"),
    "missing": ("can_co", "vat", "cau"),
    "page": ("do", "dung_sai"),
}
"""The kinds in ``vanban.rules.docx.kinds``, a module each, and the keys that each reads."""

_OWN = frozenset({"thanh_phan", "phan", "ban_chat"})
DOCX = Shelf(
    "docx",
    KINDS,
    "vanban.rules.docx.kinds",
    "vanban.rules.docx.library",
    (COMMON | _OWN) - {"chu", "ky_tu", "ma_tap", "du_thao", "tu_ngay"},
    _OWN,
)


def shelf_of(path: Path) -> Shelf:
    """The shelf of a data file: that of its folder."""
    return DOCX if path.parent.name == FOLDER else SOURCE
