"""What must not be left in a text: changes, comments, links, underlines, squeezed letters
(ND30-B-015, B-016, B-020, B-021)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from vanban.findings import Finding, Severity
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
    changes = (run.change for run in (*paragraph.runs, *paragraph.unseen))
    return bool(paragraph.format_changes) or any(changes)


def _is_highlighted(paragraph: Paragraph) -> bool:
    return any(run.look.highlight for run in paragraph.visible)


def _is_shaded(paragraph: Paragraph) -> bool:
    """Whether a colour that a reader sees lies behind letters; cells of tables may have one."""
    if paragraph.in_table:
        return False
    shades = (run.look.shading for run in paragraph.visible if run.text.strip())
    return any(shade and _is_dark(shade) for shade in shades)


def _is_dark(colour: str) -> bool:
    try:
        return min(bytes.fromhex(colour)) < _PALE
    except ValueError:
        return False


def _is_hidden(paragraph: Paragraph) -> bool:
    return any(map(str.isalnum, _hidden(paragraph)))


def _hidden(paragraph: Paragraph) -> str:
    """The words that are in the file and not on the page; those that are deleted apart."""
    hidden = (r for r in paragraph.unseen if r.look.hidden and r.change is None and not r.field)
    return cut("".join(run.text for run in hidden))


def links(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all links that look like links."""
    message = _("Liên kết có màu hoặc gạch chân; chữ trong văn bản phải màu đen, không gạch chân.")
    yield from _runs(rule, seen, body.lines(seen), _is_blue, message, colour="auto", underline=None)


def _is_blue(run: Run) -> bool:
    return bool(run.link and run.text.strip()) and (
        run.look.underline is not None or run.look.colour not in _BLACK
    )


def underlined(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all that is underlined: links apart, and blanks to write in."""
    named = seen.pieces(*rule.data["gach_chan"])
    message = _("Chữ gạch chân; thể thức văn bản hành chính không dùng chữ gạch chân.")
    judged = (*body.lines(seen), *named)
    yield from _runs(rule, seen, judged, _is_underlined, message, underline=None)


def _is_underlined(run: Run) -> bool:
    return run.look.underline is not None and not run.link and any(map(str.isalnum, run.text))


def squeezed(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all letters made narrower, or set nearer, than they are."""
    message = _("Chữ bị co giãn hoặc dồn lại; dùng cỡ chữ đúng thay cho co giãn ký tự.")
    wanted: dict[str, Value] = {"scale": 100, "spacing": 0}
    yield from _runs(rule, seen, body.lines(seen), _is_squeezed, message, **wanted)


def _is_squeezed(run: Run) -> bool:
    look = run.look
    squeezed_ = look.scale != 100 and abs(look.scale - 100) > 2
    return (squeezed_ or look.spacing < _NEARER) and bool(run.text.strip())


def _runs(
    rule: Rule,
    seen: Observed,
    judged: tuple[Piece, ...],
    test: Callable[[Run], bool],
    message: str,
    **wanted: Value,
) -> Iterator[Finding]:
    """One finding for all pieces that have such runs."""
    found = [p for p in judged if any(map(test, p.runs))]
    if found:
        fix = mending(*[of_text(piece, **wanted) for piece in found])
        yield tell_once(rule, seen, found, message, fix=fix)
