"""The fixed words of documents, found also where they are misspelt, wrapped or spaced out."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from vanban.patterns import later
from vanban.viet.capitals import CAPITAL, is_title_name, is_upper
from vanban.viet.text import nfc, unaccent

QUOC_HIEU = "conghoaxahoichunghiavietnam"
TIEU_NGU = "doclaptudohanhphuc"
DANG = "dangcongsanvietnam"
_LIKE = 0.82
"""How alike a misspelt line must be."""

_ANCHORS = {
    QUOC_HIEU: ("cong", "xahoi", "hoa", "nghia", "viet", "nam"),
    TIEU_NGU: ("doclap", "tudo", "hanhphuc"),
    DANG: ("dang", "congsan", "vietnam"),
}
"""A third of these at least stand in a line that is like it: comparing all letters takes long."""

_NO_LETTER = later(r"[^a-z]+")


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """The bare small letters of a text: no accents, blanks, digits or signs.

    >>> letters("Q U Y Ế T  ĐỊNH:")
    'quyetdinh'
    """
    return _NO_LETTER.sub("", unaccent(nfc(text).replace("\u00d0", "Đ")).lower())


def is_like(text: str, wanted: str) -> bool:
    """Whether a line says, give or take some letters, what is wanted.

    >>> is_like("CỘNG HOÀ XÃ HỘI CHŨ NGHĨA VIỆTNAM", QUOC_HIEU), is_like("Việt Nam", QUOC_HIEU)
    (True, False)
    """
    if not 0.6 < len(text) / len(wanted) < 2.5:
        return False
    bare = letters(text)
    if bare == wanted:
        return True
    anchors = _ANCHORS[wanted]
    if sum(anchor in bare for anchor in anchors) * 3 < len(anchors):
        return False
    if not 0.6 < len(bare) / len(wanted) < 1.5:
        return False
    matcher = SequenceMatcher(None, bare, wanted, autojunk=False)
    return matcher.quick_ratio() >= _LIKE and matcher.ratio() >= _LIKE


def is_part_of(text: str, wanted: str) -> bool:
    """Whether a line is a beginning or an end of what is wanted, as a wrapped line is.

    >>> is_part_of("NGHĨA VIỆT NAM", QUOC_HIEU)
    True
    """
    bare = letters(text)
    return len(bare) >= 6 and (wanted.startswith(bare) or wanted.endswith(bare))


NUMBER = later(
    r"^\s*(?:pháp\s+lệnh|nghị\s+quyết|bộ\s+luật)\s+số\s*:"
    r"|^\s*(?:Luật\s+)?số\s*(?:[:.;]|(?=\s*[\d…._\s]*[/-]))"
    r"|^\s*[\d…._ ]{1,12}\s*/\s*[A-ZĐ][\w.]*-",
    re.IGNORECASE,
)
DATE = later(r"ngày[\s\d._…/-]*tháng[\s\d._…/-]*(?:năm|$)", re.IGNORECASE)
_DATED = later(r"\bsố\s*(?::\s*)?\d|[;:]\s*$|[(“\"]", re.IGNORECASE)
"""What stands in text that names the day of another document, and in no line of place and date."""
SHORT_DATE = later(
    r"^[^,;]{2,40}[,;]\s*(?:ngày\s*)?\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*\.?$"
)
MATTER = later(r"^\s*v\s*[/.\\]\s*v\b[\s:.]*", re.IGNORECASE)
ABOUT = later(r"^\s*(?:về\s+việc|trích\s+yếu)\b", re.IGNORECASE)
ADDRESSEES = later(
    r"^\s*[\"“]?k[íi]nh\s+(?P<verb>gửi|gởi|trình)\b\s*(?:(?P<colon>[:;])\s*|$|\t\s*|(?=[^!]{3,100}$))",
    re.IGNORECASE,
)
RECIPIENTS = later(
    r"^\s*n[ơo]i\s+(?:nh[ậâa]n|gửi)\s*(?:\([^)]*\))?\s*[:;.]?\s*(?:[-–+].*)?$", re.IGNORECASE
)
FILED = later(r"^\s*[-–—+•*]?\s*l[ưu]u\s*(?::|;|\bVT\b|\bvăn\s+(?:thư|phòng)\b)", re.IGNORECASE)
GROUND = later(
    r"^\s*(?:[-–—+•*]\s*)?(?:căn\s+cứ|theo\s+(?:đề\s+nghị|tờ\s+trình|văn\s+bản|biên\s+bản|công\s+văn)"
    r"|xét\s|thực\s+hiện\s|trên\s+cơ\s+sở\s)",
    re.IGNORECASE,
)
DECIDES = later(
    r"^\s*(?P<who>.*?)\s*\b(?:QUYẾT\s*ĐỊNH|QUYẾT\s*NGHỊ|QUYẾT\s+NGHỊ|CHỈ\s*THỊ|KẾT\s*LUẬN|THÔNG\s*BÁO"
    r"|YÊU\s*CẦU|QUI\s*ĐỊNH|QUY\s*ĐỊNH)\s*(?P<colon>[:;])?\s*$"
)
APPENDIX = later(
    r"^\s*PH[ỤU]\s*L[ỤU]C(?:\s+(?:SỐ\s*)?(?P<number>[IVXLC]{1,7}|\d{1,3}[A-Z]?|[A-Z]|[IVXLC0-9]+[-.]\d+))?"
    r"\s*(?:(?P<sign>[:.–—-])\s*(?P<title>\S.*)?)?$",
    re.IGNORECASE,
)
ISSUED_WITH = later(
    r"^\s*[(\[]?\s*(?:được\s+)?(?:ban\s+hành\s+)?(?:kèm\s+theo|kèm|đính\s+kèm)\b"
    r"(?!\s+theo\s+là\b)",
    re.IGNORECASE,
)
COPY = later(
    r"^\s*(?:bản\s+)?(?:SAO\s+Y(?:\s+BẢN\s+CHÍNH)?|SAO\s+LỤC|TRÍCH\s+SAO)\s*$", re.IGNORECASE
)
COPY_CODE = later(r"/\s*(?:SY|SL|TrS|BS)\s*-", re.IGNORECASE)
TELEGRAM = later(r"^(?P<who>.{3,120}?)\s+điện\s*:?\s*$", re.IGNORECASE)
URGENCY = later(r"^\s*(?:HỎA\s+TỐC|HOẢ\s+TỐC|THƯỢNG\s+KHẨN|KHẨN)(?:\s+HẸN\s+GIỜ)?\s*$")
SECRECY = later(r"^\s*(?:TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT)\s*$")
CIRCULATION = later(
    r"^\s*(?:XEM\s+XONG\s+TRẢ\s+LẠI|LƯU\s+HÀNH\s+NỘI\s+BỘ|TÀI\s+LIỆU\s+THU\s+HỒI)\s*$"
)
DRAFT = later(r"^\s*[(\[]?\s*(?:bản\s+)?dự\s+thảo\b.{0,40}$", re.IGNORECASE)
SIGNED = later(r".*;\s*(?:ngày\s+)?[\d\s/…]{2,14};\s*[\d\s:…]+(?:[+-]\d\d:?\d\d)?.*$")
ADDRESS = later(
    r"^\s*(?:địa\s+chỉ|trụ\s+sở|số\s*:?\s*\d+.*đường|đt|điện\s+thoại|tel|fax|e-?mail|website)\b\s*[:.]?",
    re.IGNORECASE,
)
UNIT = later(
    r"^\s*(?:TỈNH|THÀNH\s+PHỐ|TP\.?|XÃ|PHƯỜNG|ĐẶC\s+KHU|HUYỆN|QUẬN|THỊ\s+XÃ|THỊ\s+TRẤN)\s",
    re.IGNORECASE,
)
CONFIRMED = later(r"^\s*xác\s+nhận\s+của\b", re.IGNORECASE)
CONTENTS = later(r"^\s*MỤC\s+LỤC\s*$", re.IGNORECASE)
CAPTION = later(
    r"^\s*(?:bảng|biểu)\s*(?:số\s*)?(?P<number>\d[\d.]*?|[IVX]+)?\s*[.:–-]\s*(?=\S)", re.IGNORECASE
)
FORM_LABEL = later(r"^\s*(?:mẫu|biểu\s*mẫu|biểu)\s+(?:số\s*)?[\dA-ZĐ./-]+", re.IGNORECASE)
RULED = later(r"^\s*[-_–—=*.…]{3,}\s*$")
STAR = later(r"^\s*\*{1,3}\s*$")
PREFIX = later(
    r"^\s*(?:TM|KT|TL|TUQ|Q|T\s*/\s*M|K\s*/\s*T|T\s*/\s*L)\s*[./]?\s+\S|^\s*(?:TM|KT|TL|TUQ)\."
)
DRAFTER = later(
    rf"^\s*\(?\s*[{CAPITAL}][\w.Đđ]{{0,14}}\s*\.?\)?\s*(?:[(,-]?\s*\d{{1,4}}\s*(?:b(?:ản)?)?\)?)?\s*\.?$"
)
NOTE = later(r"^\s*[(\[].*[)\]]\s*$")
DASH = later(r"^\s*[-–—−+•*\u2022\uf0b7\uf02d]\s*")

_OFFICES = later(
    r"^\s*(?:quyền\s+|nguyên\s+)?(?:phó\s+)?(?:tổng\s+)?(?:chủ\s+tịch|chủ\s+tọa|chủ\s+toạ|chủ\s+nhiệm|giám\s+đốc"
    r"|bộ\s+trưởng|thứ\s+trưởng|thủ\s+tướng|thống\s+đốc|chánh\s|hiệu\s+trưởng|viện\s+trưởng|vụ\s+trưởng|cục\s+trưởng"
    r"|chi\s+cục\s+trưởng|trưởng|phó|thư\s+ký|bí\s+thư|kế\s+toán|thủ\s+trưởng|người|đại\s+diện|tổng\s|đội\s+trưởng"
    r"|tổ\s+trưởng|ủy\s+viên|uỷ\s+viên|kiểm\s+soát|chuyên\s+viên|bên\s+[abcd]\b|cục\s|thanh\s+tra|trạm\s+trưởng)",
    re.IGNORECASE,
)
_BODIES = later(
    r"^\s*(?:UBND|HĐND|ỦY\s+BAN|UỶ\s+BAN|HỘI\s+ĐỒNG|VĂN\s+PHÒNG|SỞ|BỘ|TỔNG\s+CỤC|CỤC|CHI\s+CỤC|VỤ|PHÒNG|BAN|TRƯỜNG"
    r"|TRUNG\s+TÂM|THANH\s+TRA|CÔNG\s+TY|TỔNG\s+CÔNG\s+TY|TẬP\s+ĐOÀN|BỆNH\s+VIỆN|VIỆN|ĐẠI\s+HỌC|HỌC\s+VIỆN|HỘI"
    r"|LIÊN\s+ĐOÀN|CHÍNH\s+PHỦ|QUỐC\s+HỘI|THỦ\s+TƯỚNG|TÒA\s+ÁN|TOÀ\s+ÁN|NGÂN\s+HÀNG|KHO\s+BẠC|BẢO\s+HIỂM|CHỦ\s+TỊCH"
    r"|ĐOÀN|MẶT\s+TRẬN|CÔNG\s+AN|BCH|TỔ\s|HẠT|TRẠM|ĐÀI|BÁO|NHÀ|QUỸ|KHOA|LIÊN\s+HIỆP|ĐẢNG)\b",
    re.IGNORECASE,
)
_FAMILIES = (
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh mai "
    "dao doan luong truong cao ha ta thai to quach lam luu chu phung kieu vuong tong nong ma "
    "giang lo lu quang thach kim son danh hua chau chu trieu la be bach khuc khong nghiem dam "
    "thieu au doi ung mac thi a y ro siu ksor rmah hlong"
)
_FAMILY = frozenset(_FAMILIES.split())
_DEGREE = later(
    r"^(?:(?:GS|PGS|TS|ThS|Th\.S|CN|KS|BS|DS|LS|CVC|BSCK\s*I{1,2}|BSCKI{1,2}|NGND|NGƯT|Ông|Bà|Đ/c"
    r"|Thiếu\s+tướng|Trung\s+tướng|Đại\s+tá|Thượng\s+tá|Trung\s+tá|Thiếu\s+tá|Đại\s+úy|Thượng\s+úy)[.:]?\s*)+(?=[^\W\d_])"
)


def is_date_line(text: str) -> bool:
    """Whether a line is that of place and date, and no text that names a day.

    >>> is_date_line("Hà Nội, ngày 05 tháng 3 năm 2020")
    True
    >>> is_date_line("Được sự đồng ý ngày 05 tháng 3 năm 2020;")
    False
    """
    found = DATE.search(text)
    if not found or len(text) > 120 or GROUND.match(text):
        return False
    if NUMBER.match(text):
        return True
    after = letters(text[found.end() :])
    return len(after) <= 12 and not _DATED.search(text)


def is_deciding(text: str) -> bool:
    """Whether a line in capitals says that somebody decides, and is no heading of a list.

    >>> is_deciding("QUYẾT ĐỊNH:"), is_deciding("SỞ VĂN HÓA, THỂ THAO QUYẾT ĐỊNH:")
    (True, True)
    >>> is_deciding("MỤC ĐÍCH, YÊU CẦU")
    False
    """
    found = DECIDES.match(text)
    if not found or not is_upper(text):
        return False
    who = found["who"]
    return "," not in who or is_office(who) or is_body(who)


def is_office(text: str) -> bool:
    """Whether a line begins like an office ("CHỦ TỊCH", "Phó Giám đốc")."""
    return bool(_OFFICES.match(text))


def is_body(text: str) -> bool:
    """Whether a line begins like the name of an authority ("UBND TỈNH …", "Sở …")."""
    return bool(_BODIES.match(text))


def is_authority(text: str) -> bool:
    """Whether a line can stand above a signature: "KT. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"."""
    return bool(PREFIX.match(text)) or (is_upper(text) and len(text) < 160) or is_office(text)


def is_person(text: str) -> bool:
    """Whether a line is the name of a person, with or without a degree before it.

    >>> is_person("ThS. Nguyễn Văn A"), is_person("NGUYỄN VĂN A"), is_person("GIÁM ĐỐC")
    (True, True, False)
    """
    name = _DEGREE.sub("", text.strip()).strip(" .,")
    words = name.split()
    if not 2 <= len(words) <= 6 or is_office(name):
        return False
    known = unaccent(words[0]).lower() in _FAMILY
    if is_body(name) and not (known and is_title_name(name)):
        return False
    return (is_title_name(name) and (known or not is_upper(name))) or (is_upper(name) and known)
