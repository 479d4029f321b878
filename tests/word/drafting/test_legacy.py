"""Text in old fonts becomes Unicode before anything is recognized in it."""

from __future__ import annotations

from collections.abc import Callable

from vanban.layout.document import Layout
from vanban.word.drafting import in_unicode


def run(text: str, font: str) -> str:
    return (
        f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>'
        f'<w:t xml:space="preserve">{text}</w:t></w:r>'
    )


def texts(layout: Layout) -> list[str]:
    return [paragraph.text for paragraph in in_unicode(layout).paragraphs()]


def test_fonts_tell_the_encoding(seen: Callable[..., Layout]) -> None:
    old = (
        f"<w:p>{run('Céng hßa x· héi', '.VnTime')}</w:p><w:p>{run('Ñoäc laäp', 'VNI-Times')}</w:p>"
    )
    assert texts(seen(old)) == ["Cộng hòa xã hội", "Độc lập"]


def test_a_font_of_capitals_shows_capitals(seen: Callable[..., Layout]) -> None:
    assert texts(seen(f"<w:p>{run('céng hßa', '.VnTimeH')}</w:p>")) == ["CỘNG HÒA"]


def test_a_letter_cut_off_from_its_mark_is_one_letter(seen: Callable[..., Layout]) -> None:
    assert texts(seen(f"<w:p>{run('Ño', 'VNI-Times')}{run('äc', 'VNI-Times')}</w:p>")) == ["Độc"]


def test_unicode_stays_as_it_is(seen: Callable[..., Layout]) -> None:
    layout = seen(f"<w:p>{run('Độc lập', 'Times New Roman')}</w:p>")
    assert in_unicode(layout) is layout


def test_a_line_with_capitals_only_beside_an_old_letter_keeps_that_small(
    seen: Callable[..., Layout],
) -> None:
    old = f"<w:p>{run('Sè: 105/SNV-VP', '.VnTime')}</w:p>"
    assert texts(seen(old)) == ["Số: 105/SNV-VP"]


def test_text_in_unicode_stays_so_in_an_old_font(seen: Callable[..., Layout]) -> None:
    new = f"<w:p>{run('Các đơn vị', '.VnTime')}{run(' báo cáo', '.VnTime')}</w:p>"
    assert texts(seen(new)) == ["Các đơn vị báo cáo"]


def test_words_in_unicode_among_old_ones_stay_as_they_are(seen: Callable[..., Layout]) -> None:
    both = f"<w:p>{run('VÒ biªn chÕ c«ng chøc, ®Ò nghÞ rµ so¸t số người', '.VnTime')}</w:p>"
    assert texts(seen(both)) == ["Về biên chế công chức, đề nghị rà soát số người"]
