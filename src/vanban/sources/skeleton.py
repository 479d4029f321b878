"""A source to start from, in Vietnamese, with a comment at each field (`vanban new`)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.model import fields
from vanban.model.fields import Field, Many, Record
from vanban.standards.schema import Form
from vanban.standards.types import DocumentType

_HEAD = """\
# {ten}{ma}: {can_cu}{ghi_chu}
# Thay chữ trong [ ] bằng nội dung thật rồi chạy: vanban render TỆP
loai: {slug}

co_quan:
  # Cơ quan cấp trên trực tiếp, được viết tắt; xóa dòng này nếu không có
  chu_quan: UBND tỉnh [tên tỉnh]
  # Tên đầy đủ của cơ quan ban hành
  ban_hanh: "[Tên cơ quan]"
  # Chữ viết tắt dùng trong ký hiệu
  viet_tat: "[CQ]"
# Bỏ dấu # khi đã có số; bỏ trống thì văn thư ghi tay
# so: 12
dia_danh: "[Địa danh]"
# Ghi 2026-11-07 hoặc 07/11/2026; bỏ trống thì in chỗ trống
# ngay: 07/11/2026
trich_yeu: "[Trích yếu: một cụm từ ngắn, không có dấu chấm cuối]"
"""
_ADDRESSEES = """\
# Chỉ ghi khi gửi cấp trên; bỏ dấu # ở cả hai dòng
# kinh_gui:
#   - "[Cơ quan nhận]"
"""
_GROUNDS = """\
# Mỗi căn cứ một dòng; dấu ; và . được thêm tự động
# can_cu:
#   - Căn cứ Luật [tên luật]
"""
_TAIL = """\
ky:
  # Bỏ dấu # khi ký thay, ký thừa lệnh: KT., TM., TL., TUQ., Q.
  # quyen_han: KT. Giám đốc
  chuc_vu: "[Chức vụ]"
  # ho_ten: Nguyễn Văn A
# Mỗi nơi nhận một dòng; không ghi gạch đầu dòng
noi_nhan:
  - "[Nơi nhận]"
luu: VT, [đơn vị soạn]
"""
_BODY_NOTE = (
    "# Phần lời văn: gõ như trên giấy. Dòng mở đầu bằng I., 1., a), -, + là đề mục, liệt kê.\n"
)


def build(kind: DocumentType, form: Form, *, head_and_text: bool = False) -> str:
    """The text of a source that renders as it is; ``head_and_text`` for .txt files."""
    head = _HEAD.format(
        ten=kind.ten,
        ma=f" ({kind.ma})" if kind.ma else "",
        can_cu=kind.can_cu,
        ghi_chu=f"\n# {kind.ghi_chu}" if kind.ghi_chu else "",
        slug=kind.slug,
    )
    allowed = {*form.bat_buoc, *form.cho_phep, *kind.bat_buoc, *kind.cho_phep}
    if "kinh-gui" in allowed:
        head += _ADDRESSEES
    if "can-cu" in allowed:
        head += _GROUNDS
    head += "".join(_own(field) for field in kind.truong)
    if head_and_text:
        return f"{head}{_TAIL}---\n{kind.khung}"
    body = "".join(f"  {line}\n" for line in kind.khung.splitlines())
    return f"{head}{_BODY_NOTE}noi_dung: |\n{body}{_TAIL}"


def _own(field: Field) -> str:
    note = f"# {field.tieu_de}" + (f": {field.mo_ta}" if field.mo_ta else "")
    return "\n".join((note, *_lines(field, ""))) + "\n"


def _lines(field: Field, indent: str) -> Iterator[str]:
    kind = field.kind
    if isinstance(kind, Record):
        yield f"{indent}{field.ten}:"
        for member in kind.fields:
            yield from _lines(member, f"{indent}  ")
    elif isinstance(kind, Many) and isinstance(kind.kind, fields.Text):
        yield f"{indent}{field.ten}:"
        yield f'{indent}  - "[{field.tieu_de}]"'
    elif isinstance(kind, fields.Text | fields.Time):
        yield f'{indent}{field.ten}: "[{field.tieu_de}]"'
    else:
        yield f"{indent}# {field.ten}:"
