"""Syllables: which words can be one, where their tones stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.viet import syllables as viet

SYLLABLES = """
    a ở yên yểng ích ịch nghiêng nghề ngoằn ngoèo khuỷu khuya quỳnh quốc quyết quýt quít quấc
    gì gìn già giếng giềng giêng giặt giữ huỳnh huýt khuếch khuân khuất thuở thuê xoong moóc rượu
    hươu ngoáy ngoẻo xoáy buýt phuy noãn goá góa kỹ kĩ Ủy UỶ THUỶ Đượm ĐÔNG oan uyên uỵch oẳn
"""


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_a_syllable_of_the_language_is_one(word: str) -> None:
    assert viet.is_syllable(word)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ("đươc", "no tone before a stop"),
        ("viềc", "a tone that no stop has"),
        ("đinhh", "no such rime"),
        ("ceo", "c before e"),
        ("ka", "k before a"),
        ("ghà", "gh before a"),
        ("ngê", "ng before ê"),
        ("qa", "q without u"),
        ("hòan", "the tone before the main vowel"),
        ("qúa", "the tone on the u of qu"),
        ("gìa", "the tone on the i of gi"),
        ("ngừơi", "the tone on the ư of ươ"),
        ("hộị", "two tones"),
        ("cuộ", "uô without an end"),
        ("bóan", "a rounded rime behind a labial"),
        ("thựchiện", "two syllables"),
        ("", "nothing"),
        ("krông", "no such onset"),
        ("12", "a number"),
    ],
)
def test_what_no_syllable_can_be_is_none(word: str, why: str) -> None:
    assert not viet.is_syllable(word), why


@pytest.mark.parametrize(
    ("new", "old"),
    [("hoà", "hòa"), ("khoẻ", "khỏe"), ("thuỷ", "thủy"), ("UỶ", "ỦY"), ("Goá", "Góa")],
)
def test_an_open_oa_oe_and_uy_place_the_tone_in_two_ways(new: str, old: str) -> None:
    assert viet.placement(new) == "moi"
    assert viet.placement(old) == "cu"
    assert viet.placed(new, "cu") == old
    assert viet.placed(old, "moi") == new


@pytest.mark.parametrize(
    "word", ["quý", "quá", "hoàn", "thuế", "khuya", "người", "đươc", "oa", "x"]
)
def test_other_words_have_one_way(word: str) -> None:
    assert viet.placement(word) is None
    assert viet.placed(word, "cu") == viet.placed(word, "moi") == word


@given(
    st.sampled_from(["h", "th", "kh", "ngh", "t", "đ", ""]),
    st.sampled_from(["oa", "oe", "uy", "ua", "ao", "oan", "uê", "iêu"]),
    st.text("aàáeèéoòóuùúyỳý", max_size=2),
)
def test_placing_a_tone_back_and_forth_gives_the_same_word(
    onset: str, rime: str, more: str
) -> None:
    word = onset + rime + more
    for way, other in (("moi", "cu"), ("cu", "moi")):
        placed = viet.placed(word, way)  # type: ignore[arg-type]
        back = viet.placed(viet.placed(placed, other), way)  # type: ignore[arg-type]
        assert back == placed
        assert viet.toneless(placed) == viet.toneless(word)


@given(st.text(max_size=12))
def test_any_word_has_an_answer(word: str) -> None:
    if viet.is_syllable(word):
        assert viet.is_toneless_syllable(word)
        assert viet.is_syllable(word.lower())
    assert viet.seated(word) is None or viet.is_syllable(viet.seated(word) or "")


@pytest.mark.parametrize(
    ("typed", "right"),
    [("hòan", "hoàn"), ("qủa", "quả"), ("gía", "giá"), ("đựơc", "được"), ("CAÓ", "CÁO")],
)
def test_a_tone_at_the_wrong_vowel_is_put_where_it_belongs(typed: str, right: str) -> None:
    assert viet.seated(typed) == right


@pytest.mark.parametrize("typed", ["đươc", "hộị", "đinhhá", "viềc", "abc"])
def test_what_another_place_of_the_tone_does_not_mend_stays_unknown(typed: str) -> None:
    assert viet.seated(typed) is None
