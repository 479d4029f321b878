"""Whether the tags of a template are written right, each by itself and as pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jinja2 import TemplateSyntaxError

from vanban.errors import short
from vanban.messages import _
from vanban.word.environment import Environment, explained
from vanban.word.tagged_text import Fault, Tag, TaggedStory, unclosed

_PAIRED = frozenset({"if", "for", "macro", "call", "filter", "with", "autoescape", "block"})
_BETWEEN = frozenset({"else", "elif"})
_OTHER_FILES = frozenset({"include", "import", "from", "extends"})


def wrong(story: TaggedStory) -> list[Fault]:
    """Tags that cannot be read, or never closed; if there are none, tags that lack their pair."""
    right, bad = readable(story)
    found = [Fault(tag.line, _quoted(tag.typed, reason)) for tag, reason in bad.items()]
    loose = dict(_loose(story))
    reason = _("thẻ viết sai, hoặc thiếu dấu đóng }} hay %}")
    found += [Fault(number, _quoted(rest, reason)) for number, rest in loose.items()]
    if any("{%" in typed or "%}" in typed for typed in (*loose.values(), *(t.typed for t in bad))):
        return found  # half of a pair may be among them
    return found + _Pairs(right.tags).faults


def _loose(story: TaggedStory) -> Iterator[tuple[int, str]]:
    """The paragraphs with what looks like a tag outside of all tags."""
    for number, line in enumerate(story.lines, 1):
        rest = unclosed(line)
        if rest and not any(_over(tag, number) for tag in story.tags):
            yield number, rest


def readable(story: TaggedStory) -> tuple[TaggedStory, dict[Tag, str]]:
    """The part with the tags that can be read; the others, each with what is wrong with it."""
    environment = Environment()
    bad = {tag: reason for tag in story.tags if (reason := _reason(tag, environment))}
    kept = tuple(tag for tag in story.tags if tag not in bad)
    return TaggedStory(story.part, story.lines, kept), bad


def paired(story: TaggedStory) -> TaggedStory:
    """The part with pairs only: a half without its other half is left out or closed."""
    return TaggedStory(story.part, story.lines, tuple(_Pairs(story.tags).kept))


def _over(tag: Tag, number: int) -> bool:
    """Whether a tag goes on over the end of that paragraph or into it."""
    return tag.typed.count("\n") > 0 and tag.line <= number <= tag.line + tag.typed.count("\n")


def _quoted(typed: str, reason: str) -> str:
    return _("Thẻ sai cú pháp «{tag}»: {reason}.").format(tag=short(typed), reason=reason)


def _reason(tag: Tag, environment: Environment) -> str:
    """Why a tag by itself cannot be read; empty when it can."""
    if tag.word in _OTHER_FILES:
        return explained("no loader for this")
    try:
        environment.from_string(_alone(tag))
    except TemplateSyntaxError as error:
        return explained(str(error.message))
    return ""


def _alone(tag: Tag) -> str:
    """A template of this tag alone, with what it takes to be complete."""
    word, whole = tag.word, f"{tag.opening} {tag.body} {'}}' if tag.opening == '{{' else '%}'}"
    if tag.opening == "{#" or word in {"vm", "hm"} or tag.body in _closing():
        return ""
    if word in {"colspan", "cellbg"}:
        return f"{{{{ {tag.body.removeprefix(word)} }}}}"
    if word == "elif":
        return "{% if x %}" + whole + "{% endif %}"
    return f"{whole}{{% end{word} %}}" if _opens(tag) else whole


def _closing() -> frozenset[str]:
    return frozenset({"else", "endset", *(f"end{word}" for word in _PAIRED)})


def _opens(tag: Tag) -> bool:
    return tag.word in _PAIRED or (tag.word == "set" and "=" not in tag.body)


class _Pairs:
    """Goes through tags: those that have their pair are kept, what is open at the end closed."""

    def __init__(self, tags: Sequence[Tag]) -> None:
        self.faults: list[Fault] = []
        self.kept: list[Tag] = []
        self._opened: list[Tag] = []
        for tag in tags:
            self._next(tag)
        for tag in reversed(self._opened):
            self._close(tag)

    def _next(self, tag: Tag) -> None:
        if _opens(tag):
            self._opened.append(tag)
        elif tag.word in _BETWEEN or tag.word.startswith("end"):
            last = self._opened[-1].word if self._opened else ""
            fits = last in {"if", "for"} if tag.word in _BETWEEN else tag.word == f"end{last}"
            if not fits:
                fault = Fault(tag.line, _quoted(tag.typed, _("không có thẻ mở tương ứng")))
                self.faults.append(fault)
                return
            if tag.word not in _BETWEEN:
                self._opened.pop()
        self.kept.append(tag)

    def _close(self, tag: Tag) -> None:
        reason = _("thiếu thẻ đóng {tag}").format(tag=f"end{tag.word}")
        self.faults.append(Fault(tag.line, _quoted(tag.typed, reason)))
        self.kept.append(Tag(tag.line, "", "{%", tag.prefix, f"end{tag.word}"))


def crossing(story: TaggedStory) -> Iterator[Fault]:
    """Pairs whose halves Word would tear apart: one takes its paragraph away, one does not."""
    opened: list[Tag] = []
    for tag in story.tags:
        if _opens(tag):
            opened.append(tag)
        elif opened and (tag.word.startswith("end") or tag.word in _BETWEEN):
            first = opened[-1] if tag.word in _BETWEEN else opened.pop()
            if not _fit(story, first, tag):
                message = _(
                    "Thẻ «{first}» ở đoạn {line} và «{tag}» không đi với nhau: cùng ở trong một"
                    " đoạn, hoặc đều viết {{%p … %}} (trong bảng: {{%tr … %}}), mỗi thẻ một đoạn"
                    " riêng của cùng một ô."
                )
                told = message.format(first=short(first.typed), line=first.line, tag=tag.typed)
                yield Fault(tag.line, told)


def _fit(story: TaggedStory, first: Tag, tag: Tag) -> bool:
    if first.prefix != tag.prefix:
        return False
    if first.line == tag.line or first.prefix not in {"", "p"}:
        return True
    return story.lines[first.line - 1].container == story.lines[tag.line - 1].container


def crowded(story: TaggedStory) -> Iterator[Fault]:
    """Paragraphs that a tag takes away with other words or tags in them."""
    for number, line in enumerate(story.lines, 1):
        tags = [tag for tag in story.tags if tag.line == number and tag.opening != "{#"]
        whole = [tag for tag in tags if tag.prefix == "p"]
        if whole and (len(tags) > 1 or re.search(r"\w", line.words)):
            message = _("Đoạn có thẻ «{tag}» bị thay cả đoạn: chữ và thẻ khác phải ở đoạn riêng.")
            yield Fault(number, message.format(tag=short(whole[0].typed)))
