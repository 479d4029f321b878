"""Where the text of a paragraph stands in its runs, and runs cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from vanban.layout.paragraph import Paragraph
from vanban.word.revising.markup import Markup, Node

_LETTER = re.compile(r"&[^;]*;|.", re.DOTALL)
_ONE_LETTER = frozenset({"tab", "ptab", "cr", "noBreakHyphen", "br"})
_NONE = frozenset(
    {"rPr", "lastRenderedPageBreak", "commentReference", "annotationRef", "drawing", "pict"}
)


class Stretch(Struct, frozen=True):
    """A part of a paragraph's text that stands in one run, or in one thing like a formula.

    Attributes:
        path: to the run.
        start, end: offsets in the text of the paragraph.
    """

    path: tuple[int, ...]
    start: int
    end: int


def stretches(paragraph: Paragraph) -> list[Stretch]:
    """The text of a paragraph by its runs, in order."""
    found: list[Stretch] = []
    at = 0
    for run in paragraph.runs:
        end = at + len(run.text)
        if found and found[-1].path == run.path:
            found[-1] = Stretch(run.path, found[-1].start, end)
        else:
            found.append(Stretch(run.path, at, end))
        at = end
    return found


class Letter(Struct, frozen=True):
    """A shown letter of a run: the child that it stands in, and its bytes there."""

    child: Node
    start: int
    end: int


def letters(markup: Markup, run: Node, length: int) -> list[Letter] | None:
    """The letters that a run shows; None when it is not understood well enough to be cut.

    Args:
        markup: the part.
        run: the run.
        length: how many letters the reader found in it.
    """
    if run.name != "r":
        return None
    found: list[Letter] = []
    for child in run.children:
        if child.name == "t":
            found += _typed(markup, child)
        elif child.name in _ONE_LETTER:
            found.append(Letter(child, child.start, child.end))
        elif child.name not in _NONE:
            return None
    return found if len(found) == length else None


def _typed(markup: Markup, node: Node) -> Iterator[Letter]:
    """The letters of a w:t; blanks at its ends show only where it preserves them."""
    if node.close == node.start:
        return
    inside = markup.inside(node)
    text = markup.data[inside : node.close].decode()
    if "<" in text or "\r" in text:  # CDATA, a comment: too few letters are found, so no cut
        return
    found = []
    at = inside
    for letter in _LETTER.findall(text):
        end = at + len(letter.encode())
        found.append((letter, Letter(node, at, end)))
        at = end
    if not preserves(markup, node):
        while found and found[0][0] == " ":
            found.pop(0)
        while found and found[-1][0] == " ":
            found.pop()
    yield from (letter for _text, letter in found)


def preserves(markup: Markup, node: Node) -> bool:
    """Whether a w:t shows the blanks at its ends."""
    return re.search(r"""xml:space\s*=\s*["']preserve["']""", markup.opening(node)) is not None


def cut(markup: Markup, run: Node, letter: Letter, between: str, properties: str) -> None:
    """Cut a run in two before one of its letters, which is not its first.

    Args:
        markup: the part.
        run: the run.
        letter: the letter that the second run begins with.
        between: what is put between the two.
        properties: those of the second run, "" for none.
    """
    end, begin = f"</{markup.qname(run)}>{between}", f"{markup.opening(run)}{properties}"
    node = letter.child
    if node.name == "t" and letter.start > _first(markup, node):
        markup.insert(
            letter.start, f"</{markup.qname(node)}>{end}{begin}{_preserving(markup, node)}"
        )
    else:
        markup.insert(node.start, f"{end}{begin}")


def preserve(markup: Markup, node: Node) -> None:
    """Let a w:t show the blanks at its ends, those that do not show yet taken away."""
    if preserves(markup, node):
        return
    inside = markup.inside(node)
    text = markup.data[inside : node.close]
    lead, trail = len(text) - len(text.lstrip(b" ")), len(text) - len(text.rstrip(b" "))
    markup.replace(node.start, inside + lead, _preserving(markup, node))
    if trail and lead < len(text):
        markup.replace(node.close - trail, node.close, "")


def _preserving(markup: Markup, node: Node) -> str:
    opening = markup.opening(node)
    if preserves(markup, node):
        return opening
    return f'{opening[:-1]} xml:space="preserve">'


def _first(markup: Markup, node: Node) -> int:
    """Where the first shown letter of a w:t stands."""
    inside = markup.inside(node)
    if preserves(markup, node):
        return inside
    text = markup.data[inside : node.close]
    return inside + len(text) - len(text.lstrip(b" "))


def divide(
    markup: Markup, run: Node, found: list[Letter], cuts: Mapping[int, tuple[str, str]]
) -> None:
    """Cut a run before some of its letters.

    Args:
        markup: the part.
        run: the run.
        found: its letters.
        cuts: what is put before the second run of each cut, and the properties of that, by
            the index of the letter, which is not 0.
    """
    through = [found[i] for i in cuts if found[i].child.name == "t"]
    for node in {one.child: None for one in through if one.start > _first(markup, one.child)}:
        preserve(markup, node)
    for index, (between, properties) in cuts.items():
        cut(markup, run, found[index], between, properties)
