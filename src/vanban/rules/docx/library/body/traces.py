"""What must not be left in a text: changes, comments, links, underlines, squeezed letters
(ND30-B-015, B-016, B-020, B-021)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from vanban.findings import Finding, Severity
from vanban.layout.look import Look
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Piece
from vanban.layout.run import Run
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import Value, cut, mending, of_text, tell_once
from vanban.rules.docx.views import body, issue
from vanban.rules.docx.views.stories import everything
from vanban.units import pt

_BLACK = ("auto", "000000")
_PALE = 0xE6
"""Behind letters nobody sees a colour whose parts are all lighter."""
_NEARER = pt(-0.2)
"""Letters that are set nearer by less nobody sees."""


def left(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """Tracked changes, comments, coloured and hidden letters; an info in a draft."""
    severity = rule.severity if issue.is_issued(seen) else Severity.INFO
    every = seen.view(everything)
    traces: tuple[tuple[str, Callable[[Paragraph], bool]], ...] = (
        (
            _("Còn vết sửa (Track Changes); văn bản ban hành phải chấp nhận hoặc bỏ hết."),
            _is_changed,
        ),
        (_("Còn chú thích (Comment); văn bản ban hành phải xóa hết."), _is_noted),
        (_("Còn chữ tô nền (Highlight); văn bản ban hành phải bỏ tô nền."), _is_highlighted),
        (_("Còn chữ tô nền (Shading); văn bản ban hành phải bỏ tô nền."), _is_shaded),
        (_("Còn chữ ẩn (Hidden); văn bản ban hành phải xóa hết."), _is_hidden),
    )
    for message, test in traces:
        found = [p for p in every if test(p)]
        if found:
            plain = [of_text(p, highlight=None) for p in found if test is _is_highlighted]
            fix = mending(*plain)
            told = tell_once(rule, seen, found, message, fix=fix, severity=severity)
            yield replace(told, quote=_hidden(found[0])) if test is _is_hidden else told


def _is_noted(paragraph: Paragraph) -> bool:
    return bool(paragraph.comments)


def _is_changed(paragraph: Paragraph) -> bool:
    changes = [run.change for runs in (paragraph.runs, paragraph.unseen) for run in runs]
    return bool(paragraph.format_changes) or any(changes)


def _is_highlighted(paragraph: Paragraph) -> bool:
    marked = any(look.highlight for look in paragraph.looks)
    return marked and any(run.look.highlight for run in paragraph.visible)


def _is_shaded(paragraph: Paragraph) -> bool:
    """Whether a colour that a reader sees lies behind letters; cells of tables may have one."""
    if paragraph.in_table or not any(look.shading for look in paragraph.looks):
        return False
    shades = (run.look.shading for run in paragraph.visible)
    return any(shade and _is_dark(shade) for shade in shades)


def _is_dark(colour: str) -> bool:
    try:
        return min(bytes.fromhex(colour)) < _PALE
    except ValueError:
        return False


def _is_hidden(paragraph: Paragraph) -> bool:
    return bool(paragraph.unseen) and any(map(str.isalnum, _hidden(paragraph)))


def _hidden(paragraph: Paragraph) -> str:
    """The words that are in the file and not on the page; those that are deleted apart."""
    hidden = (r for r in paragraph.unseen if r.look.hidden and r.change is None and not r.field)
    return cut("".join(run.text for run in hidden))


def links(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all links that look like links."""
    message = _("Liên kết có màu hoặc gạch chân; chữ trong văn bản phải màu đen, không gạch chân.")
    tests = _is_blue, _is_link
    yield from _runs(rule, seen, body.lines(seen), tests, message, colour="auto", underline=None)


def _is_blue(look: Look) -> bool:
    return look.underline is not None or look.colour not in _BLACK


def _is_link(run: Run) -> bool:
    return bool(run.link and run.text.strip())


def underlined(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all that is underlined: links apart, and blanks to write in."""
    named = seen.pieces(*rule.data["gach_chan"])
    message = _("Chữ gạch chân; thể thức văn bản hành chính không dùng chữ gạch chân.")
    judged = (*body.lines(seen), *named)
    yield from _runs(rule, seen, judged, (_is_underlined, _is_word), message, underline=None)


def _is_underlined(look: Look) -> bool:
    return look.underline is not None


def _is_word(run: Run) -> bool:
    return not run.link and any(map(str.isalnum, run.text))


def squeezed(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all letters made narrower, or set nearer, than they are."""
    message = _("Chữ bị co giãn hoặc dồn lại; dùng cỡ chữ đúng thay cho co giãn ký tự.")
    wanted: dict[str, Value] = {"scale": 100, "spacing": 0}
    yield from _runs(rule, seen, body.lines(seen), (_is_squeezed, _is_visible), message, **wanted)


def _is_squeezed(look: Look) -> bool:
    return abs(look.scale - 100) > 2 or look.spacing < _NEARER


def _is_visible(run: Run) -> bool:
    return bool(run.text.strip())


def _runs(
    rule: Rule,
    seen: Observed,
    judged: tuple[Piece, ...],
    tests: tuple[Callable[[Look], bool], Callable[[Run], bool]],
    message: str,
    **wanted: Value,
) -> Iterator[Finding]:
    """One finding for all pieces with runs that pass two tests, of their look and of their text."""
    by_look, by_text = tests
    some = (p for p in judged if any(map(by_look, p.paragraph.looks)))
    found = [p for p in some if any(by_look(run.look) and by_text(run) for run in p.runs)]
    if found:
        fix = mending(*[of_text(piece, **wanted) for piece in found])
        yield tell_once(rule, seen, found, message, fix=fix)
