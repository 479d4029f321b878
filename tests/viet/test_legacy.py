"""TCVN3 and VNI: telling them from Unicode, turning them into it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet.legacy import ENCODINGS, Encoding, encoding_of, to_unicode
from vanban.viet.text import nfc

SMALL = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
TCVN3 = (
    "aµ¸¶·¹¨»¾¼½Æ©ÇÊÈÉËbcd®eÌÐÎÏÑªÒÕÓÔÖghi×ÝØÜÞklmnoßãáâä«åèæçé¬êíëìîpqrstuïóñòô\u00adõøö÷ùvxyúýûüþ"
)
VNI = (
    "a aø aù aû aõ aï aê aè aé aú aü aë aâ aà aá aå aã aä b c d ñ e eø eù eû eõ eï "
    "eâ eà eá eå eã eä g h i ì í æ ó ò k l m n o oø où oû oõ oï oâ oà oá oå oã oä "
    "ô ôø ôù ôû ôõ ôï p q r s t u uø uù uû uõ uï ö öø öù öû öõ öï v x y yø yù yû yõ î"
)

LINES: dict[Encoding, list[tuple[str, str]]] = {
    "TCVN3": [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", "Độc lập - Tự do - Hạnh phúc"),
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("C¸c n\u00adíc trong khu vùc", "Các nước trong khu vực"),
        ("¤ng Lª V¨n ¢n vµ bµ §ç ThÞ ¥n", "Ông Lê Văn Ân và bà Đỗ Thị Ơn"),
    ],
    "VNI": [
        ("COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", "Độc lập - Tự do - Hạnh phúc"),
        ("Luaät Toå chöùc chính quyeàn ñòa phöông", "Luật Tổ chức chính quyền địa phương"),
        ("ngöôøi söû duïng ñöôïc höôûng", "người sử dụng được hưởng"),
    ],
}  # fmt: skip
CASES = [(encoding, old, new) for encoding, lines in LINES.items() for old, new in lines]


@pytest.mark.parametrize(("encoding", "old", "new"), CASES)
def test_a_line_in_an_old_encoding_is_recognized(encoding: Encoding, old: str, new: str) -> None:
    assert encoding_of(old) == encoding
    assert encoding_of(new) is None


@pytest.mark.parametrize(("encoding", "old", "new"), CASES)
def test_a_line_in_an_old_encoding_becomes_unicode(encoding: Encoding, old: str, new: str) -> None:
    assert to_unicode(old, encoding) == new


def test_every_letter_of_tcvn3_is_known() -> None:
    assert to_unicode(TCVN3, "TCVN3") == SMALL
    assert to_unicode("¡¢§£¤¥¦", "TCVN3") == "ĂÂĐÊÔƠƯ"


def test_every_letter_of_vni_is_known_small_and_capital() -> None:
    assert [to_unicode(letter, "VNI") for letter in VNI.split()] == list(SMALL)
    assert [to_unicode(letter.upper(), "VNI") for letter in VNI.split()] == list(SMALL.upper())


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Ky niem 20 nam",
        "Căn cứ Luật Tổ chức chính quyền địa phương",
        "Và có không, thì là, bà ý",
        "hoà, khoẻ, thuý, quý",
        "Événement de la fête à Genève, où l'on fête Noël",
        "Süddeutsche Zeitung, größe, schön, für",
        "El niño y la señora, mañana",
        "§ 5 ® © ½ « » µ ± 20 m²",
        "Số: 12/QĐ-UBND; Ê-đê; H’Mông",
        "São Paulo, Curaçao, naïve, Ångström",
    ],
)
def test_other_text_is_in_no_old_encoding(line: str) -> None:
    assert encoding_of(line) is None


def test_a_single_word_tells_the_encoding_only_when_asked() -> None:
    assert encoding_of("Kh¸c") is None
    assert encoding_of("Kh¸c", least=1) == "TCVN3"


@given(st.text(SMALL + SMALL.upper() + " ,.-12", max_size=60))
def test_vietnamese_letters_in_unicode_are_in_no_old_encoding(text: str) -> None:
    if any(ord(letter) > 0xFF for letter in text):
        assert encoding_of(text) is None


@given(st.text(max_size=40), st.sampled_from(ENCODINGS))
def test_conversion_takes_any_text_and_gives_nfc_of_it(text: str, encoding: Encoding) -> None:
    converted = to_unicode(nfc(text), encoding)
    assert to_unicode(text.encode("ascii", "ignore").decode(), encoding).isascii()
    assert len(converted) <= 3 * len(nfc(text))
