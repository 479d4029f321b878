"""The document (văn bản) and its parts. These docstrings are the glossary of the project.

Each field: the term, its English sense, its form, its source in Nghị định 30/2020/NĐ-CP.
None or an empty tuple always means "the author did not say"; nothing here is a default of
a standard. Text is NFC and as typed: capitals, zeros, "Số:", dashes, "./." come later.
"""

from __future__ import annotations

import copyreg
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from msgspec import Struct, field

from vanban.model.blocks import Body, CuocChu
from vanban.viet.dates import Ngay

_NOTHING: Mapping[str, Any] = MappingProxyType({})


def _read_only(pairs: dict[str, Any]) -> MappingProxyType[str, Any]:
    return MappingProxyType(pairs)


# Documents and findings of plugins' types go to other processes.
copyreg.pickle(MappingProxyType, lambda mapping: (_read_only, (dict(mapping),)))


class CoQuan(Struct, frozen=True):
    """Cơ quan: one issuing body (PLI-I-II.2)."""

    chu_quan: str | None = None
    """Cơ quan chủ quản trực tiếp: the direct superior body; may be abbreviated (UBND)."""
    ban_hanh: str | None = None
    """Cơ quan ban hành: the issuing body, in full."""
    viet_tat: str | None = None
    """Chữ viết tắt: the body's code in the ký hiệu (PLI-I-II.3.b), such as "TTr"."""
    don_vi: str | None = None
    """Đơn vị soạn thảo: code of the drafting unit or field in a công văn's ký hiệu."""


class Ky(Struct, frozen=True):
    """Ký: one signature block (PLI-I-II.7, Đ.13)."""

    vai_tro: str | None = None
    """Vai trò: the party or part of a signer of several ("ĐẠI DIỆN BÊN A", "Thư ký")."""
    quyen_han: tuple[str, ...] = ()
    """Quyền hạn: the lines of authority, outer first: "TM. Ủy ban nhân dân", "KT. Chủ tịch"."""
    chuc_vu: str | None = None
    """Chức vụ: the signer's office."""
    chuc_vu_khac: str | None = None
    """Chức vụ khác: another office, printed above the name (box 7b)."""
    ho_ten: str | None = None
    """Họ và tên: family, middle and given name, without titles or degrees."""
    anh_chu_ky: str | None = None
    """Ảnh chữ ký: path of the image of the signature (blue, transparent PNG)."""
    anh_dau: str | None = None
    """Ảnh dấu: path of the image of the seal (red, transparent PNG; PLI-I-II.8)."""


class PhuLuc(Struct, frozen=True):
    """Phụ lục: an appendix (PLI-I-III.1)."""

    ten: str | None = None
    """Tên phụ lục: its title."""
    noi_dung: Body = ()
    """Nội dung: its body."""
    ngang: bool = False
    """Khổ ngang: True lays its pages in landscape (PLI-I-I.2)."""
    nhan: str | None = None
    """Nhãn: the label that ``@nhan`` refers to."""


class KemTheo(Struct, frozen=True):
    """Văn bản kèm theo: a text issued with a decision (Mẫu 1.3)."""

    loai: str | None = None
    """Loại: slug of its type."""
    trich_yeu: str | None = None
    """Trích yếu: its subject."""
    noi_dung: Body = ()
    """Nội dung: its body."""


class UyQuyen(Struct, frozen=True):
    """Ủy quyền: the written authorisation that a TUQ. signature stands on (Đ.13.3)."""

    van_ban: str | None = None
    """Văn bản ủy quyền: the authorising document."""
    den_ngay: Ngay | None = None
    """Đến ngày: the last day of the authorisation."""


class DiaChi(Struct, frozen=True):
    """Địa chỉ: the line at the foot of page 1 (PLI-I-III.5)."""

    dia_chi: str | None = None
    """Địa chỉ: postal address."""
    dien_thoai: str | None = None
    """Điện thoại: telephone, as typed."""
    fax: str | None = None
    """Số fax, as typed."""
    email: str | None = None
    """Thư điện tử: e-mail."""
    website: str | None = None
    """Trang thông tin điện tử: web site."""


class KiemTra(Struct, frozen=True):
    """Cách kiểm tra: what rules have to know of an office; usually said in its profile."""

    hoc_ham: bool = False
    """Được ghi học hàm, học vị: True lets degrees and ranks stand before the signer's name, as
    the head of the branch may decide (PLI-I-II.7.c)."""
    dau_thanh: str | None = None
    """Kiểu đặt dấu thanh: "moi" (hoà, uỷ) or "cu" (hòa, ủy); None asks only for one way."""
    thang_hai_chu_so: bool = False
    """Tháng hai chữ số: True when the office writes "tháng 03" in running text."""
    ma_don_vi: tuple[str, ...] = ()
    """Mã đơn vị: the codes of the office's units and fields, as the Lưu line has them."""


class VanBan(Struct, frozen=True):
    """Văn bản: one administrative document as its author stated it."""

    loai: str
    """Loại văn bản: slug of a registered type, such as "ke-hoach" (Đ.7)."""
    tieu_chuan: str | None = None
    """Tiêu chuẩn: slug of the standard; None takes the type's."""
    trang_thai: str | None = None
    """Trạng thái: "du-thao" (draft; also when None) or "ban-hanh" (to be issued)."""
    hinh_thuc: str | None = None
    """Hình thức: "giay" (paper; also when None) or "dien-tu" (electronic)."""
    co_quan: tuple[CoQuan, ...] = ()
    """Cơ quan ban hành: one body, or several for a joint document (liên tịch)."""
    so: str | None = None
    """Số: the sequence number inside a year, Arabic digits (PLI-I-II.3.a)."""
    ky_hieu: str | None = None
    """Ký hiệu: codes after the number, typed when they differ from type code + body code."""
    dia_danh: str | None = None
    """Địa danh: the place of issue (PLI-I-II.4.a)."""
    ngay: Ngay | None = None
    """Ngày: the date of issue, whole or partial (PLI-I-II.4.b)."""
    trich_yeu: str | None = None
    """Trích yếu: the subject, one short sentence or phrase (PLI-I-II.5)."""
    tham_quyen: str | None = None
    """Thẩm quyền ban hành: the authority line of a decision (Mẫu 1.1-1.3)."""
    kinh_gui: tuple[str, ...] = ()
    """Kính gửi: addressees (PLI-I-II.9.b)."""
    can_cu: tuple[str, ...] = ()
    """Căn cứ: the legal and substantive grounds, one a line (PLI-I-II.6.a)."""
    noi_dung: Body = ()
    """Nội dung: the body (PLI-I-II.6)."""
    kem_theo: KemTheo | None = None
    """Văn bản kèm theo: the text that a decision issues."""
    phu_luc: tuple[PhuLuc, ...] = ()
    """Phụ lục: the appendices, in order."""
    ky: tuple[Ky, ...] = ()
    """Ký: the signature blocks from left to right."""
    noi_nhan: tuple[str, ...] = ()
    """Nơi nhận: recipients, without dashes, "Như trên" and the Lưu line (PLI-I-II.9.c)."""
    luu: str | None = None
    """Lưu: where copies are filed, such as "VT, HS" (PLI-I-II.9.c)."""
    nguoi_soan: str | None = None
    """Người soạn thảo: the drafter's mark (PLI-I-III.4)."""
    so_ban: str | None = None
    """Số lượng bản: the number of copies printed."""
    uy_quyen: UyQuyen | None = None
    """Ủy quyền: the authorisation behind TUQ."""
    do_khan: str | None = None
    """Độ khẩn: "khan", "thuong-khan" or "hoa-toc" (PLI-I-III.2.b)."""
    do_mat: str | None = None
    """Độ mật: "mat", "toi-mat" or "tuyet-mat"; by the law on State secrets."""
    luu_hanh: str | None = None
    """Chỉ dẫn lưu hành: "xem-xong-tra-lai" or "luu-hanh-noi-bo" (PLI-I-III.2.c)."""
    du_thao: str | None = None
    """Dự thảo: a draft note such as "Dự thảo lần 2" ("có" in the source is "Dự thảo"); a feature
    of the tool, not of the law."""
    dia_chi: DiaChi | None = None
    """Địa chỉ cơ quan: the address line."""
    co_chu: str | None = None
    """Cỡ chữ: body size, "14" or "13" points; it sets all other sizes (PLI-I-V, note 1)."""
    mau: str | None = None
    """Mẫu Word riêng: path of the office's own template; None takes that of the type's form."""
    muc_luc: bool = False
    """Mục lục: True prints a table of contents before the body; a feature of the tool."""
    kiem_tra: KiemTra | None = None
    """Kiểm tra: what rules have to know of the office; None leaves everything to them."""
    bo_qua: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    """Bỏ qua: rules that do not count in this document, each with the reason."""
    cuoc_chu: tuple[CuocChu, ...] = ()
    """Cước chú: the footnotes defined in any of the bodies; not a key of the source."""
    rieng: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    """Riêng: fields that the type declares itself (``truong``); not a key of the source."""

    @property
    def ban_hanh(self) -> bool:
        """Whether the document is to be issued, so that blanks in it are errors."""
        return self.trang_thai == "ban-hanh"
