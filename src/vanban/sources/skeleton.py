"""A source to start from, in Vietnamese, with a comment at each field (`vanban new`).

What the type requires stands ready to be filled in; what it allows stands as a comment. The
result renders as it is, with the words in brackets where text is missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from vanban.model import fields
from vanban.model.fields import Field, Kind, Many, Record
from vanban.standards.schema import Form
from vanban.standards.types import DocumentType

_HEAD = """\
# {ten}{ma}: {can_cu}
{ghi_chu}# Thay chữ trong [ ] bằng nội dung thật rồi chạy: vanban render TỆP
loai: {slug}
"""
_CO_QUAN = """\
co_quan:
  # Cơ quan cấp trên trực tiếp, được viết tắt; xóa dòng này nếu không có
  chu_quan: UBND tỉnh [tên tỉnh]
  # Tên đầy đủ của cơ quan ban hành
  ban_hanh: "[Tên cơ quan]"
  # Chữ viết tắt dùng trong ký hiệu
  viet_tat: CQ
"""
_DON_VI = """\
  # Chữ viết tắt đơn vị soạn thảo, đứng cuối ký hiệu công văn
  don_vi: VP
"""
_BEFORE_BODY = {
    "so-ky-hieu": "# Bỏ dấu # khi đã có số; bỏ trống thì văn thư ghi tay\n# so: 12\n",
    "dia-danh": 'dia_danh: "[Địa danh]"\n',
    "ngay": ("# Ghi 2026-11-07 hoặc 07/11/2026; bỏ trống thì in chỗ trống\n# ngay: 07/11/2026\n"),
    "trich-yeu": 'trich_yeu: "[Trích yếu: một cụm từ ngắn, không có dấu chấm cuối]"\n',
    "tham-quyen": (
        '# Dòng thẩm quyền, ví dụ: Giám đốc Sở Nội vụ\ntham_quyen: "[Thẩm quyền ban hành]"\n'
    ),
    "kinh-gui": '# Mỗi nơi một dòng\nkinh_gui:\n  - "[Cơ quan nhận]"\n',
    "can-cu": (
        "# Mỗi căn cứ một dòng; dấu ; và . được thêm tự động\n"
        'can_cu:\n  - "Căn cứ [Luật, Nghị định về thẩm quyền]"\n'
        '  - "Theo đề nghị của [đơn vị trình]"\n'
    ),
}
_SIGNER_NOTE = "# Người ký; nhiều người thì ghi danh sách, từ trái sang phải\n"
_SIGNER_AND_OFFICE = """\
  # Bỏ dấu # khi ký thay, ký thừa lệnh: KT., TM., TL., TUQ., Q.
  # quyen_han: KT. Giám đốc
  chuc_vu: "[Chức vụ]"
  # ho_ten: Nguyễn Văn A
"""
_RECIPIENTS = """\
# Mỗi nơi nhận một dòng; không ghi gạch đầu dòng
noi_nhan:
  - "[Nơi nhận]"
# Nơi lưu: VT, đơn vị soạn thảo
luu: VT, [đơn vị soạn]
"""
_ATTACHED = """\
# Văn bản ban hành kèm theo, in thành phần riêng sau chữ ký
kem_theo:
  loai: quy-che
  trich_yeu: "[Tên văn bản kèm theo]"
  noi_dung: |
    Chương I
    QUY ĐỊNH CHUNG
    Điều 1. Phạm vi điều chỉnh
    [Nội dung].
"""
_BODY_NOTE = (
    "# Phần lời văn: gõ như trên giấy. Dòng mở đầu bằng I., 1., a), -, + là đề mục, liệt kê.\n"
)


_WORDS: Mapping[str, str] = {
    "co-quan": _CO_QUAN,
    **_BEFORE_BODY,
    "van-ban-kem-theo": _ATTACHED,
    "chuc-vu": _SIGNER_AND_OFFICE,
    "noi-nhan": _RECIPIENTS,
}
"""The lines of each component, where the standard has none of its own."""


def build(
    kind: DocumentType,
    form: Form,
    own: Mapping[str, str] = MappingProxyType({}),
    *,
    head_and_text: bool = False,
) -> str:
    """The text of a source that renders as it is.

    Args:
        kind: the type.
        form: its form.
        own: the lines by component that the standard has itself (`Standard.skeleton`).
        head_and_text: whether it is for a .txt file.
    """
    required, allowed = kind.required(form), kind.allowed(form)
    words = {**_WORDS, **own}
    head = _head(kind)
    if "co-quan" in allowed:
        head += words["co-quan"]
        head += "" if kind.ma or "so-ky-hieu" not in required else _DON_VI
    for component in _BEFORE_BODY:
        if component in allowed:
            snippet = words[component]
            head += snippet if component in required else _commented(snippet)
    head += "".join(_own(field) for field in kind.truong)
    tail = words["van-ban-kem-theo"] if "van-ban-kem-theo" in required else ""
    if "chuc-vu" in allowed:
        tail += f"{_SIGNER_NOTE}ky:\n{_indented(kind.ky_mau) or words['chuc-vu']}"
    if "noi-nhan" in allowed:
        recipients = words["noi-nhan"]
        tail += recipients if "noi-nhan" in required else _commented(recipients)
    if head_and_text:
        return f"{head}{tail}---\n{kind.khung}"
    body = f"{_BODY_NOTE}noi_dung: |\n{_indented(kind.khung)}" if kind.khung else ""
    return f"{head}{body}{tail}"


def _head(kind: DocumentType) -> str:
    return _HEAD.format(
        ten=kind.ten,
        ma=f" ({kind.ma})" if kind.ma else "",
        can_cu=kind.can_cu,
        ghi_chu=f"# {kind.ghi_chu}\n" if kind.ghi_chu else "",
        slug=kind.slug,
    )


def _indented(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.splitlines())


def _commented(snippet: str) -> str:
    lines = snippet.splitlines()
    return "".join(f"{line if line.startswith('#') else f'# {line}'}\n" for line in lines)


def _own(field: Field) -> str:
    note = f"# {field.tieu_de}" + (f": {field.mo_ta}" if field.mo_ta else "")
    return "\n".join((note, *_lines(field, ""))) + "\n"


def _lines(field: Field, indent: str) -> Iterator[str]:
    """A field with a value to be replaced; what has a form of its own stands as a comment."""
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
        yield f"{indent}# {field.ten}: {_sample(kind)}".rstrip()


def _sample(kind: Kind) -> str:
    if isinstance(kind, fields.Day):
        return "07/11/2026"
    if isinstance(kind, fields.Flag):
        return "có"
    return "1.234" if isinstance(kind, fields.Number) else ""
