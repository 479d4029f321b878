"""Items of a list whose first letter is not like that of their siblings: ND30-V-002.

Items that go on from the line above are customarily small and the decree does not speak of
them, so only the few small ones among capitalised siblings count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import Body, DeMuc, Doan
from vanban.model.origin import Path
from vanban.model.outline import outline
from vanban.model.walk import bodies
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.views.text import HEADING, PROSE, Passage, words
from vanban.viet.capitals import CAPITAL, SMALL

_SMALL_WORD = later(rf"(?!https?:)[{SMALL}]+(?=[\s,.:;!?]|$)")
_NO_NAME = later(rf"[{CAPITAL}][{SMALL}]*,? [{SMALL}]")
"""A capital that no name asks for: the second word is small."""

_FEWEST = 3
"""In a shorter list there is no custom to be seen."""

_FEW = 4
"""Of so many items one may be small for the others to be the custom."""


def consistent(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Small items among capitalised ones, sentences left out: those are ND30-V-001's."""
    odd = subject.view(odd_ones)
    for passage in subject.view(small_beginnings):
        if odd.get(passage.path) is False:
            word = first_word(passage.text)
            message = _("Mục «{word} …» bắt đầu bằng chữ thường, các mục cùng danh sách viết hoa.")
            yield rule.hit(
                subject, passage.start, passage.start + len(word), message.format(word=word),
                right=word.capitalize(),
            )  # fmt: skip


def small_beginnings(subject: Subject) -> tuple[Passage, ...]:
    """The lines of bodies that begin with a small word and are no quotation."""
    text = subject.text
    lines = (p for p in text.passages if p.text[0].islower() and p.where in (PROSE, HEADING))
    return tuple(p for p in lines if first_word(p.text) and not text.quoted(p.start))


def first_word(text: str) -> str:
    """The small word that a text begins with; empty for "e-mail", "pH", "a)" or a formula.

    >>> first_word("các phòng"), first_word("iPhone 15"), first_word("x = 5")
    ('các', '', '')
    """
    found = _SMALL_WORD.match(text)
    word = found[0] if found else ""
    return "" if len(word) == 1 and word.isascii() else word


def odd_ones(subject: Subject) -> Mapping[Path, bool]:
    """The small items among capitalised siblings: whether each is a sentence among sentences."""
    around = {passage.path[:-2] for passage in subject.view(small_beginnings)}
    found: dict[Path, bool] = {}
    for path, body in bodies(subject.doc):
        for items in _lists(body) if path in around else ():
            texts = {(*path, index, "chu"): words(_item(body, index).chu) for index in items}
            found |= dict(_odd(texts))
    return found


def _odd(texts: Mapping[Path, str]) -> Iterator[tuple[Path, bool]]:
    small = {path for path, text in texts.items() if first_word(text)}
    others = [text for path, text in texts.items() if path not in small]
    if len(texts) < _FEWEST or not small or len(small) * _FEW > max(len(texts), _FEW):
        return
    if all(_NO_NAME.match(text) for text in others):
        sentences = all(text.endswith(".") for text in texts.values())
        yield from ((path, sentences) for path in small)


def _lists(body: Body) -> Iterator[Sequence[int]]:
    """The positions of items in one list; an unmarked line with a colon opens another."""
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    entries, opened = outline(body), 0
    for index, block in enumerate(body):
        if isinstance(block, Doan) and words(block.chu).endswith(":"):
            opened += 1
        elif index in entries:
            found[entries[index].parents[-1:], entries[index].item.cap, opened].append(index)
    yield from found.values()


def _item(body: Body, index: int) -> DeMuc:
    block = body[index]
    assert isinstance(block, DeMuc)
    return block
