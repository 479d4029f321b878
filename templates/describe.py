"""Write the tables of templates/README.md (``make templates``): placeholders and styles.

The names are those that `vanban.word.context` gives to a template, asked of the context of
an empty document; their meaning is that of the field, or stands here where it is computed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from markupsafe import Markup

from vanban import plugins
from vanban.model import fields
from vanban.model.van_ban import VanBan
from vanban.standards.load import Standard
from vanban.standards.schema import SIZE_SETS
from vanban.standards.types import GROUPS
from vanban.word import context, shipped
from vanban.word.body import BodyWriter, Surroundings

README = Path(__file__).parent / "README.md"
_TYPE = "ke-hoach"

COMPUTED = {
    "so_ky_hieu": "Dòng số, ký hiệu đủ chữ: “Số: 12/KL-TTr”; chưa có số thì chừa chỗ trống",
    "dia_danh_ngay": "Dòng địa danh, thời gian: “Tây Ninh, ngày 07 tháng 11 năm 2022”",
    "ten_loai": "Tên loại văn bản, chữ in hoa",
    "ten_co_quan": "Tên cơ quan ban hành trong câu, viết như gõ",
    "nguoi_dien": "Người điện (công điện): thẩm quyền, không có thì tên cơ quan; chữ in hoa",
    "cuoi": "Dấu “./.” khi văn bản không có lời văn, để đặt cuối dòng sau cùng; có lời văn: trống",
    "dau_chi": "Các dấu dưới số, ký hiệu: dự thảo, độ mật, độ khẩn",
    "dau_trang_nhat": "Chỉ dẫn phạm vi lưu hành; đặt ở đầu trang thứ nhất",
    "chan_trang_nhat": "Địa chỉ cơ quan; đặt ở chân trang thứ nhất",
    "muc_luc": "Mục lục, khi văn bản có “muc_luc: có”",
    "ky.cho_ky": "Chỗ ký: khoảng trống, hoặc ảnh chữ ký và ảnh dấu",
    "ke_co_quan": "Nét kẻ dưới tên cơ quan ban hành",
    "ke_trich_yeu": "Nét kẻ dưới trích yếu",
    "cac_chu_ky": "Khối chữ ký khi có từ hai người ký, từ trái sang phải; một người: trống",
    "tieu_de_tep": "Tiêu đề trong thuộc tính của tệp",
}
"""Names that no field of the source has, and what they print."""

AS_PRINTED = {
    "trich_yeu": "đã chia dòng cho cân",
    "kinh_gui": "một nơi: để nguyên; nhiều nơi: mỗi dòng “- …;”, dòng cuối “.”",
    "can_cu": "mỗi căn cứ một dòng, cuối dòng “;”, dòng cuối “.”",
    "noi_dung": "mọi đoạn, bảng, hình, kết thúc bằng “./.”",
    "noi_nhan": "mỗi dòng “- …;”, có “Như trên” và “Lưu: …”",
    "nguoi_soan": "trong ngoặc; để trống khi có số bản vì đã ghi sau Lưu",
    "tham_quyen": "chữ in hoa",
    "phu_luc": "mỗi phụ lục một phần riêng, văn bản kèm theo cũng vậy; đặt ở cuối tệp",
    "do_khan": "từ khóa của tệp nguồn (khan, thuong-khan, hoa-toc)",
}
"""How fields are printed where that is not just as typed."""

MEMBERS = {
    "co_quan": fields.CO_QUAN,
    "ky": fields.KY,
}
"""Names that have members, and their fields; all of them but the name print in capitals."""

KINDS = {
    "Text": "chữ",
    "Day": "ngày",
    "Time": "giờ",
    "Number": "số",
    "Content": "lời văn",
    "Picture": "ảnh",
    "File": "đường dẫn tệp",
    "Record": "nhóm",
    "Many": "danh sách",
}
"""What the kinds of fields are called."""


def names() -> Iterator[str]:
    """The names that a template may use, members too, in the order of the context."""
    for name, value in _values().items():
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, dict):
            yield from (f"{name}.{member}" for member in first)
        else:
            yield name


@cache
def _values() -> dict[str, object]:
    known = plugins.registry()
    kind = known.document_type(_TYPE)
    standard = known.standard(kind.tieu_chuan)
    size_set = SIZE_SETS[0]
    path = known.template(standard.slug, kind, size_set)
    assert path, "the form has a shipped template"
    template = shipped.load(path, standard, size_set)
    around = Surroundings(standard, template.styles, standard.page.be_rong_chu, size_set)
    empty = VanBan(loai=_TYPE)
    built = context.build(empty, kind, BodyWriter.of(empty, around), template.section)
    return dict(built.values)


def placeholders() -> str:
    """The table of placeholders."""
    return _table(
        ("Tên", "Nghĩa", "Viết trong mẫu"),
        ((f"`{name}`", meaning(name), _form(name)) for name in names()),
    )


def meaning(name: str) -> str:
    """What a placeholder prints.

    Raises:
        KeyError: the context gives a name that is described neither here nor by a field.
    """
    if name in COMPUTED:
        return COMPUTED[name]
    owner, _dot, member = name.partition(".")
    if member:
        printed = "" if member == "ho_ten" else "chữ in hoa"
        return _described(MEMBERS[owner].fields, member, printed)
    return _described(fields.CORE, name, AS_PRINTED.get(name, ""))


def _described(known: Iterable[fields.Field], name: str, printed: str) -> str:
    title = {field.ten: field.tieu_de for field in known}[name]
    return f"{title}: {printed}" if printed else title


def _form(name: str) -> str:
    owner, _dot, member = name.partition(".")
    if name in {"kinh_gui", "can_cu", "noi_nhan"}:
        return f"`{{%p for dong in {name} %}}` … `{{{{ dong }}}}` … `{{%p endfor %}}`"
    if name == "ky.quyen_han":
        return "`{%p for dong in ky[0].quyen_han %}` … `{{ dong }}` … `{%p endfor %}`"
    written = f"ky[0].{member}" if owner == "ky" else name
    if isinstance(_value(name), Markup):
        return f"`{{{{p {written} }}}}`, một mình một đoạn"
    if owner == "ky":
        return f"`{{{{ {written} }}}}`"
    return f"`{{{{ {name} }}}}`"


def _value(name: str) -> object:
    owner, _dot, member = name.partition(".")
    value = _values()[owner]
    record = value[0] if isinstance(value, list) and value else value
    return record[member] if member and isinstance(record, dict) else value


def own_fields() -> str:
    """The table of the fields that types declare themselves."""
    known = plugins.registry()
    kinds = [known.document_type(slug) for slug in sorted(known.types)]
    return _table(
        ("Loại", "Tên", "Nghĩa", "Kiểu", "Viết trong mẫu"),
        (
            (f"`{kind.slug}`", f"`{field.ten}`", field.tieu_de, _kind(field.kind), _own_form(field))
            for kind in kinds
            if kind.nhom in GROUPS
            for field in kind.truong
        ),
    )


def _kind(kind: fields.Kind) -> str:
    called = KINDS[type(kind).__name__]
    match kind:
        case fields.Many():
            return f"{called} {_kind(kind.kind)}"
        case fields.Record():
            return f"{called}: {', '.join(f'`{field.ten}`' for field in kind.fields)}"
    return called


def _own_form(field: fields.Field) -> str:
    match field.kind:
        case fields.Many(kind=fields.Text()):
            return f"`{{%p for dong in {field.ten}_dong %}}` … `{{{{ dong }}}}` … `{{%p endfor %}}`"
        case fields.Many():
            return f"`{{%p for muc in {field.ten} %}}` … `{{%p endfor %}}`"
        case fields.Record():
            return f"`{{{{ {field.ten}.{field.kind.fields[0].ten} }}}}`"
        case fields.Content() | fields.Picture():
            return f"`{{{{p {field.ten} }}}}`, một mình một đoạn"
        case fields.File():
            return "không in"
    return f"`{{{{ {field.ten} }}}}`"


def styles() -> str:
    """The table of named styles."""
    standard: Standard = plugins.registry().standard("nd30")
    return _table(
        ("Kiểu", *(f"Bộ cỡ {size}" for size in SIZE_SETS), "Căn cứ"),
        (
            (style.ten, *(f"{style.bo[size].pt:g} pt" for size in SIZE_SETS), style.can_cu)
            for style in standard.styles.values()
        ),
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def described(text: str) -> str:
    """The README with its tables made anew, between their markers."""
    tables = {"placeholders": placeholders, "own-fields": own_fields, "styles": styles}
    for name, table in tables.items():
        start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        if start not in text:
            continue
        before, _start, rest = text.partition(start)
        text = before + start + table() + end + rest.partition(end)[2]
    return text


if __name__ == "__main__":
    README.write_text(described(README.read_text("utf-8")), "utf-8", newline="\n")
