"""The one table of fields: decoding, the JSON Schema and `vanban new` all read it.

A field has its name, its kind (what may stand there) and its Vietnamese title and
explanation. The kinds are closed: a document type declares extra fields of the same kinds
(``truong``). Names and order are those of `vanban.model.van_ban`; a test holds them together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from vanban.model.van_ban import CoQuan, DiaChi, KemTheo, KiemTra, Ky, PhuLuc, UyQuyen


class Text(Struct, frozen=True):
    """Plain text as typed; ``lines`` keeps line breaks, else they become spaces.

    ``yes`` is the text that a bare "có" stands for; None leaves "có" a text like others.
    ``code`` tells that it is made of signs and not of words (numbers, codes, addresses of
    the net), so that questions of wording do not arise.
    """

    lines: bool = False
    yes: str | None = None
    code: bool = False


class Label(Text, frozen=True):
    """A name that ``@name`` refers to from any body."""


class Choice(Struct, frozen=True):
    """One of a few words; keys are what the model holds, values their Vietnamese names."""

    values: Mapping[str, str]


class Day(Struct, frozen=True):
    """A date, whole or (``partial``) with parts left blank."""

    partial: bool = False


class Flag(Struct, frozen=True):
    """Yes or no (có/không)."""


class Number(Struct, frozen=True):
    """A number in Vietnamese or plain form, kept as typed; ``money`` counts đồng."""

    money: bool = False


class Time(Struct, frozen=True):
    """A time of the day, with or without a date, kept as typed."""


class Reasons(Struct, frozen=True):
    """A mapping from rule ids to reasons."""


class Picture(Struct, frozen=True):
    """The path of an image file, relative to the source."""


class File(Struct, frozen=True):
    """The path of a file, relative to the source, whose name ends in one of ``suffixes``."""

    suffixes: tuple[str, ...]


class Content(Struct, frozen=True):
    """A body: text with marks, or a list of typed blocks."""


class Record(Struct, frozen=True):
    """A group of fields; ``make`` builds it, None leaves a read-only mapping."""

    fields: tuple[Field, ...]
    make: type[Any] | None = None


class Many(Struct, frozen=True):
    """A list; a single value stands for a list of one, a block of text for a list of lines."""

    kind: Kind


Kind = (
    Text
    | Label
    | Choice
    | Day
    | Flag
    | Number
    | Time
    | Reasons
    | Picture
    | File
    | Content
    | Record
    | Many
)


class Field(Struct, frozen=True):
    """One field: ``ten`` its name everywhere, ``tieu_de`` and ``mo_ta`` in Vietnamese."""

    ten: str
    kind: Kind
    tieu_de: str
    mo_ta: str = ""


def second_name(field: Field) -> str | None:
    """The name under which templates see a field once more; None when there is none.

    A list of texts comes as lines with dashes too (``_dong``), a number or a sum of money
    in words (``_bang_chu``).

    >>> second_name(Field("kinh_phi", Number(money=True), "Kinh phí"))
    'kinh_phi_bang_chu'
    """
    if isinstance(field.kind, Many) and isinstance(field.kind.kind, Text):
        return f"{field.ten}_dong"
    return f"{field.ten}_bang_chu" if isinstance(field.kind, Number) else None


_TEXT = Text()
_CODE = Text(code=True)
_LINES = Many(_TEXT)

CO_QUAN = Record(
    (
        Field("chu_quan", Text(lines=True), "Cơ quan chủ quản trực tiếp", "VD: UBND tỉnh Tây Ninh"),
        Field("ban_hanh", Text(lines=True), "Cơ quan ban hành", "Ghi đầy đủ tên"),
        Field("viet_tat", _CODE, "Chữ viết tắt tên cơ quan", "Dùng trong ký hiệu, VD: TTr"),
        Field("don_vi", _CODE, "Chữ viết tắt đơn vị soạn thảo", "Dùng trong ký hiệu công văn"),
    ),
    CoQuan,
)

KY = Record(
    (
        Field("vai_tro", _TEXT, "Vai trò", "VD: Đại diện bên A"),
        Field("quyen_han", _LINES, "Quyền hạn", "VD: TM. Ủy ban nhân dân; KT. Giám đốc"),
        Field("chuc_vu", _TEXT, "Chức vụ"),
        Field("chuc_vu_khac", _TEXT, "Chức vụ khác", "In phía trên họ tên"),
        Field("ho_ten", _TEXT, "Họ và tên", "Không ghi học hàm, học vị"),
        Field("anh_chu_ky", Picture(), "Ảnh chữ ký", "Tệp PNG nền trong, mực xanh"),
        Field("anh_dau", Picture(), "Ảnh dấu", "Tệp PNG nền trong, màu đỏ"),
    ),
    Ky,
)

PHU_LUC = Record(
    (
        Field("ten", _TEXT, "Tên phụ lục"),
        Field("noi_dung", Content(), "Nội dung phụ lục"),
        Field("ngang", Flag(), "Trang ngang", "có: trang giấy nằm ngang"),
        Field("nhan", Label(), "Nhãn", "Để viện dẫn bằng @nhan"),
    ),
    PhuLuc,
)

KEM_THEO = Record(
    (
        Field("loai", _CODE, "Loại văn bản kèm theo"),
        Field("trich_yeu", _TEXT, "Trích yếu"),
        Field("noi_dung", Content(), "Nội dung"),
    ),
    KemTheo,
)

UY_QUYEN = Record(
    (
        Field("van_ban", _TEXT, "Văn bản ủy quyền"),
        Field("den_ngay", Day(), "Hết hạn ủy quyền"),
    ),
    UyQuyen,
)

DIA_CHI = Record(
    (
        Field("dia_chi", _TEXT, "Địa chỉ"),
        Field("dien_thoai", _CODE, "Điện thoại"),
        Field("fax", _CODE, "Fax"),
        Field("email", _CODE, "Thư điện tử"),
        Field("website", _CODE, "Trang thông tin điện tử"),
    ),
    DiaChi,
)

KIEM_TRA = Record(
    (
        Field("hoc_ham", Flag(), "Được ghi học hàm, học vị trước họ tên", "Theo quy định ngành"),
        Field(
            "dau_thanh",
            Choice({"moi": "Kiểu mới (hoà, uỷ)", "cu": "Kiểu cũ (hòa, ủy)"}),
            "Kiểu đặt dấu thanh",
            "Bỏ trống: chỉ cần thống nhất",
        ),
        Field("thang_hai_chu_so", Flag(), "Ghi tháng 3–9 bằng hai chữ số", "VD: tháng 03"),
        Field("ma_don_vi", Many(_CODE), "Mã các đơn vị của cơ quan", "VD: VP, TCCB"),
    ),
    KiemTra,
)

CORE: tuple[Field, ...] = (
    Field("loai", _CODE, "Loại văn bản", "Tên ngắn của loại, VD: ke-hoach; xem `vanban types`"),
    Field("tieu_chuan", _CODE, "Tiêu chuẩn", "Bỏ trống: theo loại văn bản"),
    Field(
        "trang_thai",
        Choice({"du-thao": "Dự thảo", "ban-hanh": "Ban hành"}),
        "Trạng thái",
        "Bỏ trống: dự thảo",
    ),
    Field(
        "hinh_thuc",
        Choice({"giay": "Văn bản giấy", "dien-tu": "Văn bản điện tử"}),
        "Hình thức",
        "Bỏ trống: văn bản giấy",
    ),
    Field("co_quan", Many(CO_QUAN), "Cơ quan ban hành", "Một, hoặc nhiều khi liên tịch"),
    Field("so", _CODE, "Số", "Bỏ trống để văn thư ghi tay"),
    Field("ky_hieu", _CODE, "Ký hiệu", "Bỏ trống: lấy mã loại và chữ viết tắt cơ quan"),
    Field("dia_danh", _TEXT, "Địa danh"),
    Field("ngay", Day(partial=True), "Ngày ban hành", "2022-11-07, 07/11/2022 hoặc 11/2022"),
    Field("trich_yeu", Text(lines=True), "Trích yếu nội dung"),
    Field("tham_quyen", _TEXT, "Thẩm quyền ban hành"),
    Field("kinh_gui", _LINES, "Kính gửi"),
    Field("can_cu", _LINES, "Căn cứ ban hành", "Mỗi căn cứ một dòng"),
    Field("noi_dung", Content(), "Nội dung"),
    Field("kem_theo", KEM_THEO, "Văn bản ban hành kèm theo"),
    Field("phu_luc", Many(PHU_LUC), "Phụ lục"),
    Field("ky", Many(KY), "Người ký", "Nhiều người: từ trái sang phải"),
    Field("noi_nhan", _LINES, "Nơi nhận", "Không ghi gạch đầu dòng và dòng Lưu"),
    Field("luu", _CODE, "Lưu", "VD: VT, HS"),
    Field("nguoi_soan", _CODE, "Người soạn thảo", "Ký hiệu người soạn, VD: M.An"),
    Field("so_ban", _CODE, "Số lượng bản"),
    Field("uy_quyen", UY_QUYEN, "Văn bản ủy quyền ký"),
    Field(
        "do_khan",
        Choice({"khan": "Khẩn", "thuong-khan": "Thượng khẩn", "hoa-toc": "Hỏa tốc"}),
        "Độ khẩn",
    ),
    Field(
        "do_mat",
        Choice({"mat": "Mật", "toi-mat": "Tối mật", "tuyet-mat": "Tuyệt mật"}),
        "Độ mật",
    ),
    Field(
        "luu_hanh",
        Choice({"xem-xong-tra-lai": "Xem xong trả lại", "luu-hanh-noi-bo": "Lưu hành nội bộ"}),
        "Chỉ dẫn phạm vi lưu hành",
    ),
    Field("du_thao", Text(yes="Dự thảo"), "Ghi chú dự thảo", "có, hoặc VD: Dự thảo lần 2"),
    Field("dia_chi", DIA_CHI, "Địa chỉ cơ quan"),
    Field("co_chu", Choice({"14": "Cỡ 14", "13": "Cỡ 13"}), "Cỡ chữ phần lời văn"),
    Field(
        "mau",
        File((".docx", ".dotx")),
        "Mẫu Word riêng",
        "Tệp .docx có thẻ, thay mẫu kèm theo; thường ghi trong vanban.yaml",
    ),
    Field("muc_luc", Flag(), "Mục lục", "có: in mục lục trước phần lời văn"),
    Field("kiem_tra", KIEM_TRA, "Cách kiểm tra", "Thường ghi trong vanban.yaml"),
    Field("bo_qua", Reasons(), "Bỏ qua quy tắc", "Mã quy tắc: lý do"),
)
