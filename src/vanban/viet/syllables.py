"""Vietnamese syllables: which words can be one, and where its tone mark stands.

A syllable is an onset, a rime and a tone. The table of onsets and rimes says what school
orthography spells; it holds more syllables than the language uses and none that it cannot.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from vanban.viet.text import nfc

Placement = Literal["moi", "cu"]
"""Where the tone of an open "oa", "oe" or "uy" stands: "moi" is hoà, thuỷ; "cu" is hòa, thủy."""

_TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Grave, hook, tilde, acute, dot: huyền, hỏi, ngã, sắc, nặng."""
_VOWELS = "aăâeêioôơuưy"
_TONED = {nfc(vowel + tone): (vowel, tone) for vowel in _VOWELS for tone in _TONES}
_TONELESS = str.maketrans(
    {toned: vowel for toned, (vowel, _tone) in _TONED.items()}
    | {toned.upper(): vowel.upper() for toned, (vowel, _tone) in _TONED.items()}
)
_AFTER_A_STOP = "\u0301\u0323"
_STOPS = ("c", "ch", "p", "t")

_LABIALS = ("b", "m", "p", "ph", "v")
_OTHERS = ("", "ch", "d", "đ", "h", "kh", "l", "n", "nh", "r", "s", "t", "th", "tr", "x")
_FRONT = """
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
"""
_BACK = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt
    ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
"""
_ROUNDED = """
    oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
    uân uâng uât uây uê uêch uênh uơ uy uya uych uyên uyêt uynh uyp uyt uyu
"""
_WITHOUT_ONSET = ("y", "yêm", "yên", "yêng", "yêt", "yêu")
_AFTER_QU = """
    y ych ynh yt yên yêt ơ ơi ôc e en eo et ê ên ênh êt êch êu ich it i in inh a ac ach ai an ang
    anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng ât âu ây
"""
_Y_AFTER = ("h", "k", "l", "m", "s", "t", "th", "v")
"""Onsets behind which a lone y is spelt as well as i."""
_SINGLE = (
    "gi",
    "gin",
    "gim",
    "gich",
    "gip",
    "giêng",
    "giêc",
    "buyt",
    "phuy",
    "voan",
    "moay",
    "tuyn",
)
"""What fits no onset: "gì", "giếng", and loans such as "xe buýt"."""

_AFTER_GI = frozenset("aăâeêoôơuư")
_PLACED = {"oa", "oe", "uy"}
"""Open vowels whose tone has two places."""


def toneless(word: str) -> str:
    """A word without its tones; letters stay what they are: "được" gives "đươc"."""
    return word.translate(_TONELESS)


def is_syllable(word: str) -> bool:
    """Whether a word can be a Vietnamese syllable, its tone in either of two places.

    Before c, ch, p and t there are only the tones sắc and nặng; a syllable has one tone.

    >>> [is_syllable(word) for word in ("được", "hoà", "hòa", "đươc", "hòan", "đinhh")]
    [True, True, True, False, False, False]
    """
    small = word.lower()
    bare = toneless(small)
    if bare not in _syllables():
        return False
    tones = [(at, _TONED[letter][1]) for at, letter in enumerate(small) if letter in _TONED]
    stop = bare.endswith(_STOPS)
    if not tones:
        return not stop
    (at, tone), *more = tones
    return not more and at in _seats(bare) and (tone in _AFTER_A_STOP or not stop)


def is_toneless_syllable(word: str) -> bool:
    """Whether a word without its tones has the letters of a syllable: "đươc" has."""
    return toneless(word.lower()) in _syllables()


def seated(word: str) -> str | None:
    """A word with its tone put where it belongs; None when that makes no syllable of it.

    >>> seated("hòan"), seated("QỦA"), seated("đươc"), seated("hoàn")
    ('hoàn', 'QUẢ', None, 'hoàn')
    """
    tones = [_TONED[letter][1] for letter in word.lower() if letter in _TONED]
    if len(tones) != 1 or not is_toneless_syllable(word):
        return None
    letters = list(toneless(word))
    at = _seats(toneless(word.lower()))[0]
    letters[at] = nfc(letters[at] + tones[0])
    right = "".join(letters)
    return right if is_syllable(right) else None


def placement(word: str) -> Placement | None:
    """How a syllable places its tone; None where there is one way only.

    >>> placement("Thuỷ"), placement("hòa"), placement("quý"), placement("hoàn")
    ('moi', 'cu', None, None)
    """
    small = word.lower()
    bare = toneless(small)
    seats = _seats(bare)
    at = next((at for at, letter in enumerate(small) if letter in _TONED), None)
    if len(seats) < 2 or at not in seats or bare not in _syllables():
        return None
    return "cu" if at == seats[0] else "moi"


def placed(word: str, way: Placement) -> str:
    """A syllable with its tone where a way of placing it has it; anything else as it is.

    >>> placed("HOÁ", "cu"), placed("hòa", "moi"), placed("quý", "cu")
    ('HÓA', 'hoà', 'quý')
    """
    if placement(word) in (way, None):
        return word
    first, second = _seats(toneless(word.lower()))
    old, new = (first, second) if way == "moi" else (second, first)
    tone = _TONED[word[old].lower()][1]
    letters = list(toneless(word))
    letters[new] = nfc(letters[new] + tone)
    return "".join(letters)


@cache
def _syllables() -> frozenset[str]:
    return frozenset(_spelt())


def _spelt() -> Iterator[str]:
    """Every syllable that the table has, without tone."""
    front, back, rounded = _FRONT.split(), _BACK.split(), _ROUNDED.split()
    for onset in (*_LABIALS, *_OTHERS):
        yield from (onset + rime for rime in (*front, *back))
    for onset in (*_OTHERS, "g", "ng"):
        yield from (onset + rime for rime in rounded)
    for onset in ("c", "g", "ng"):
        yield from (onset + rime for rime in back)
    for onset in ("k", "gh", "ngh"):
        yield from (onset + rime for rime in front)
    yield from ("gi" + rime for rime in (*front, *back) if rime[0] != "i")
    yield from ("qu" + rime for rime in _AFTER_QU.split())
    yield from (onset + "y" for onset in _Y_AFTER)
    yield from (*_WITHOUT_ONSET, *_SINGLE)


@cache
def _seats(bare: str) -> tuple[int, ...]:
    """Where the tone of a syllable can stand; two places only in an open oa, oe or uy."""
    start = _onset(bare)
    end = start
    while end < len(bare) and bare[end] in _VOWELS:
        end += 1
    vowels = bare[start:end]
    if marked := [at for at in range(start, end) if bare[at] in "ăâêôơư"]:
        return (marked[-1] if vowels.startswith("ươ") else marked[0],)
    if len(vowels) == 3:
        return (start + 1,)
    if end < len(bare) or len(vowels) < 2:
        return (end - 1,) if vowels else ()
    return (start, start + 1) if vowels in _PLACED else (start,)


def _onset(bare: str) -> int:
    """How many letters stand before the vowel of a syllable; qu, and gi before one, are such."""
    if bare.startswith("qu") or (bare.startswith("gi") and bare[2:3] in _AFTER_GI):
        return 2
    return next((at for at, letter in enumerate(bare) if letter in _VOWELS), len(bare))
