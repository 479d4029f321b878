"""Document types (loại văn bản): one small YAML file each, loaded on demand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from vanban.messages import _
from vanban.model import fields
from vanban.model.fields import Field, Kind, Many, Record
from vanban.standards.schema import TRUST, Form
from vanban.standards.yaml_data import Entry, load
from vanban.viet.text import fold

KINH_GUI = {"khong": "không", "co": "có", "cap-tren": "khi gửi cấp trên"}
GROUPS = {
    "nd30": "29 loại của Điều 7",
    "bien-the": "biến thể của một loại",
    "ban-sao": "bản sao",
    "thuc-te": "loại dùng trong thực tế",
}
PRINTED = frozenset(
    {"so_ky_hieu", "dia_danh_ngay", "ten_loai", "ten_co_quan", "nguoi_dien", "ke_co_quan",
     "ke_trich_yeu", "dau_chi", "cuoi", "cac_chu_ky", "dau_trang_nhat", "chan_trang_nhat",
     "tieu_de_tep", "cuoc_chu", "rieng", "loop"}
)  # fmt: skip
"""Names that templates see beside the fields of the core; no type may have such a field."""
_KINDS: Mapping[str, Kind] = {
    "text": fields.Text(),
    "date": fields.Day(),
    "time": fields.Time(),
    "number": fields.Number(),
    "money": fields.Number(money=True),
    "flag": fields.Flag(),
    "body": fields.Content(),
    "image": fields.Picture(),
    "file": fields.File((".docx", ".yaml", ".yml", ".json", ".txt", ".md")),
}


class Part(Struct, frozen=True):
    """Phần: a part that documents of a type have; ``nhan`` are the names it goes by."""

    ten: str
    nhan: tuple[str, ...]


class DocumentType(Struct, frozen=True):
    """A type of document.

    Attributes:
        slug: its name in sources ("ke-hoach"), the stem of its file.
        ten: its Vietnamese name, printed in capitals ("Kế hoạch").
        ma: its code in the ký hiệu ("KH"); empty when it has none.
        nhom: key of GROUPS; what a plugin adds may name its own.
        tieu_chuan: slug of its standard.
        mau: slug of its form in that standard.
        kinh_gui: key of KINH_GUI: whether "Kính gửi" belongs on it.
        bat_buoc, cho_phep: components required and allowed beyond those of the form.
        khong_bat_buoc: components of the form that this type may do without.
        ten_in: the name that is printed, where it is not ``ten``.
        nguoi_ky: who usually signs.
        khung: skeleton of the body, for `vanban new`.
        phan: the parts that its body has by law or practice.
        ky_mau: the signature blocks of the skeleton, as YAML; empty for a single signer.
        truong: fields of its own.
        can_cu: legal basis; ``do_tin`` how well it is known.
        ghi_chu: a remark for the author.
    """

    slug: str
    ten: str
    ma: str
    nhom: str
    tieu_chuan: str
    mau: str
    kinh_gui: str
    bat_buoc: tuple[str, ...]
    cho_phep: tuple[str, ...]
    khong_bat_buoc: tuple[str, ...]
    ten_in: str
    nguoi_ky: str
    khung: str
    phan: tuple[Part, ...]
    ky_mau: str
    truong: tuple[Field, ...]
    can_cu: str
    do_tin: str
    ghi_chu: str

    def required(self, form: Form) -> frozenset[str]:
        """The components that a document of this type must have."""
        return frozenset({*form.bat_buoc, *self.bat_buoc} - {*self.khong_bat_buoc})

    def allowed(self, form: Form) -> frozenset[str]:
        """The components that it may have, the required ones too."""
        return frozenset({*form.bat_buoc, *form.cho_phep, *self.bat_buoc, *self.cho_phep})


def read(path: Path) -> DocumentType:
    """The document type in a YAML file.

    Raises:
        StandardError: the file is missing or its data has a fault.
    """
    entry = Entry(load(path), path, "")
    entry.only(
        "ten", "ma", "nhom", "tieu_chuan", "mau", "kinh_gui", "bat_buoc", "cho_phep",
        "khong_bat_buoc", "ten_in", "nguoi_ky", "khung", "phan", "ky_mau", "truong",
        "can_cu", "do_tin", "ghi_chu",
    )  # fmt: skip
    return DocumentType(
        slug=path.stem,
        ten=entry.text("ten"),
        ma=entry.text("ma", ""),
        nhom=entry.text("nhom", "thuc-te"),
        tieu_chuan=entry.text("tieu_chuan", "nd30"),
        mau=entry.text("mau", "mau-1.4"),
        kinh_gui=entry.choice("kinh_gui", KINH_GUI, "khong"),
        bat_buoc=entry.texts("bat_buoc"),
        cho_phep=entry.texts("cho_phep"),
        khong_bat_buoc=entry.texts("khong_bat_buoc"),
        ten_in=entry.text("ten_in", entry.text("ten")),
        nguoi_ky=entry.text("nguoi_ky", ""),
        khung=entry.text("khung", ""),
        phan=_parts(entry),
        ky_mau=entry.text("ky_mau", ""),
        truong=_own_fields(entry),
        can_cu=entry.text("can_cu"),
        do_tin=entry.choice("do_tin", TRUST, "S"),
        ghi_chu=entry.text("ghi_chu", ""),
    )


def _parts(entry: Entry) -> tuple[Part, ...]:
    """The parts under ``phan``: each a name, or a name with others that it goes by."""
    listed = entry.data.get("phan", [])
    if not isinstance(listed, list):
        raise entry.fault(_("«phan» phải là một danh sách"))
    return tuple(_part(item, entry) for item in listed)


def _part(item: object, around: Entry) -> Part:
    if isinstance(item, str):
        return Part(item, (item,))
    entry = Entry(item, around.path, "phan")
    entry.only("ten", "nhan")
    return Part(entry.text("ten"), (entry.text("ten"), *entry.texts("nhan")))


def _own_fields(entry: Entry) -> tuple[Field, ...]:
    listed = entry.data.get("truong", [])
    if not isinstance(listed, list):
        raise entry.fault(_("«truong» phải là một danh sách"))
    return _fields(listed, entry, {*PRINTED, *(field.ten for field in fields.CORE)})


def _fields(listed: list[object], around: Entry, taken: set[str]) -> tuple[Field, ...]:
    """The fields in a list, with names of their own."""
    own: list[Field] = []
    for number, item in enumerate(listed, 1):
        name = item.get("ten", number) if isinstance(item, dict) else number
        entry = Entry(item, around.path, f"{around.name or 'truong'}.{name}")
        field = _field(entry)
        for printed in _printed(field):
            if printed in taken:
                raise entry.fault(_("trường «{name}» đã có sẵn").format(name=printed))
            taken.add(printed)
        own.append(field)
    return tuple(own)


def _printed(field: Field) -> tuple[str, ...]:
    """The names under which templates see a field."""
    second = fields.second_name(field)
    return (field.ten, second) if second else (field.ten,)


def _field(entry: Entry) -> Field:
    entry.only("ten", "kieu", "tieu_de", "mo_ta", "truong", "phan_tu")
    name = entry.text("ten")
    if not name.isidentifier() or fold(name) != name:
        raise entry.fault(_("tên trường viết không dấu, ví dụ thoi_gian"))
    kind = entry.choice("kieu", {**_KINDS, "list": "", "record": ""})
    return Field(name, _kind(kind, entry), entry.text("tieu_de"), entry.text("mo_ta", ""))


def _kind(name: str, entry: Entry) -> Kind:
    if name == "record":
        return Record(_members(entry))
    if name == "list":
        item = "record" if "truong" in entry.data else entry.choice("phan_tu", _KINDS, "text")
        return Many(_kind(item, entry))
    return _KINDS[name]


def _members(entry: Entry) -> tuple[Field, ...]:
    members = entry.data.get("truong")
    if not isinstance(members, list) or not members:
        raise entry.fault(_("«truong» phải là một danh sách"))
    return _fields(members, entry, set())
