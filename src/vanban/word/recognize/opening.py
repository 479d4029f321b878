"""What stands between the head and the text: type, trích yếu, Kính gửi, căn cứ, authority."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vanban.messages import _
from vanban.viet.capitals import is_upper
from vanban.word.recognize import addressees, appendices, grounds, titles, words
from vanban.word.recognize.spans import Span
from vanban.word.recognize.state import Notes
from vanban.word.recognize.walk import SHORT, Around, Item, Opening, Walk

_AHEAD = 5
"""So far ahead Kính gửi or the name of the type is looked for."""


def read(items: Sequence[Item], around: Around, note: Notes) -> Opening:
    """The opening at the beginning of some items."""
    walk = Walk(items, around, note)
    while walk.out.at < len(items):
        if not any(step(walk) for step in _STEPS) and not _pass_over(walk):
            break
    return walk.out


def _ruled(walk: Walk) -> bool:
    span = walk.span()
    if span is None or not (words.RULED.match(span.text) or words.STAR.match(span.text)):
        return False
    return walk.take(span, "", role="ke")


_STEPS: tuple[Callable[[Walk], bool], ...] = (
    _ruled,
    appendices.appendix,
    titles.title,
    titles.letter_title,
    appendices.issued_with,
    appendices.contents,
    addressees.addressees,
    grounds.grounds,
    grounds.decides,
    grounds.authority,
    addressees.telegram,
)
"""Each takes the lines that it knows and tells whether there were any."""


def _pass_over(walk: Walk) -> bool:
    """Pass over lines that nobody knows, when Kính gửi or the type stands just below."""
    if walk.around.appendix or walk.out.has("kinh_gui", "can_cu", "cum_tu", "ten_loai"):
        return False
    ahead = [span for n in range(_AHEAD) if (span := walk.span(n))]
    known = [n for n, span in enumerate(ahead) if _is_landmark(walk, span)]
    if not (known and known[0]) or any(len(s.text) > SHORT for s in ahead[: known[0]]):
        return False
    for span in ahead[: known[0]]:
        walk.note(span.paragraph, _("Không rõ dòng này là thành phần nào."))
        walk.take(span, "", role="khong_ro", sure=False)
    return True


def _is_landmark(walk: Walk, span: Span) -> bool:
    """Whether a line is Kính gửi, or the name of a type in capitals in the middle."""
    found = words.ADDRESSEES.match(span.text)
    if found and found["colon"]:
        return not walk.around.personal
    named = bool(walk.around.names.named(span.text))
    return walk.around.official and span.centred and is_upper(span.text) and named
