"""Where the first letter of a paragraph stands (ND30-B-004, B-005, B-012)."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding, Format
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Piece
from vanban.messages import _
from vanban.rules.base import Rule
from vanban.rules.docx.looks import number
from vanban.rules.docx.observed import Observed
from vanban.rules.docx.telling import mending, of_paragraph, tell_once
from vanban.rules.docx.views import body
from vanban.units import Length, parse_length

_BLANKS = " \t\u00a0\u2002\u2003\u3000"


def first(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all paragraphs whose first letter stands at none of the places ``thut``.

    Levels named in ``it_nhat`` may stand further in: the decree does not know them.
    """
    allowed, slack = _allowed(rule)
    wrong = []
    blocks: list[Piece] = []
    for line in _indented(seen):
        at = place(seen, line.paragraph)
        if at is not None and not _is_right(rule, line, at, allowed, slack):
            wrong.append((line, at))
        elif _is_block(rule, line, slack):
            blocks.append(line)
    if wrong:
        message = _("Dòng đầu đoạn lùi vào {found}; phải lùi vào {wanted}.").format(
            found=_cm(wrong[0][1]), wanted=_(" hoặc ").join(map(_cm, allowed))
        )
        fix = mending(*[_fix(line, allowed) for line, _at in wrong])
        yield tell_once(rule, seen, [line for line, _at in wrong], message, fix=fix)
    if blocks and not wrong:
        message = _("Cả đoạn lùi vào {found}; chỉ dòng đầu đoạn được lùi vào.")
        fix = mending(*[_fix(line, allowed) for line in blocks])
        told = message.format(found=_cm(blocks[0].paragraph.shape.left))
        yield tell_once(rule, seen, blocks, told, fix=fix)


def _is_block(rule: Rule, line: Piece, slack: Length) -> bool:
    """Whether all lines of a paragraph with a typed mark, or none, are moved in alike."""
    shape = line.paragraph.shape
    if line.automatic or line.slug in rule.data.get("it_nhat", ()) or _lead(line.paragraph):
        return False
    return shape.left > slack and abs(shape.first_line) <= slack


def mixed(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for the paragraphs that use the rarer of two allowed indents."""
    allowed, slack = _allowed(rule)
    groups: list[list[Piece]] = [[] for _length in allowed]
    for line in _indented(seen):
        at = place(seen, line.paragraph)
        for length, group in zip(allowed, groups, strict=True):
            if at is not None and abs(at - length) <= slack:
                group.append(line)
    usual, *others = sorted(groups, key=len, reverse=True)
    rare = [line for group in others for line in group]
    if rare:
        wanted = allowed[groups.index(usual)]
        message = _("Thụt đầu dòng không thống nhất: phần lớn các đoạn lùi {wanted}.")
        fix = mending(*[_fix(line, [wanted]) for line in rare])
        yield tell_once(rule, seen, rare, message.format(wanted=_cm(wanted)), fix=fix)


def blanks(rule: Rule, seen: Observed) -> Iterator[Finding]:
    """One finding for all paragraphs that are moved in by blanks or tabs."""
    wrong = [line for line in body.plain(seen) if _lead(line.paragraph)]
    if wrong:
        message = _("Đoạn văn lùi vào bằng dấu cách hoặc phím Tab; dùng thụt đầu dòng của đoạn.")
        yield tell_once(rule, seen, wrong, message)


def place(seen: Observed, paragraph: Paragraph) -> Length | None:
    """Where the first letter stands from the margin; None when blanks move it."""
    shape = paragraph.shape
    at = int(shape.left + shape.first_line)
    lead = _lead(paragraph)
    if lead.strip("\t"):
        return None
    for _tab in lead:
        stops = [int(tab.position) for tab in shape.tabs if tab.position > at]
        step = int(seen.layout.settings.default_tab) or 1
        at = min(stops) if stops else (at // step + 1) * step
    return Length(at)


def _lead(paragraph: Paragraph) -> str:
    if not paragraph.runs or paragraph.runs[0].text[0] not in _BLANKS:
        return ""
    text = paragraph.text
    return text[: len(text) - len(text.lstrip(_BLANKS))]


def _indented(seen: Observed) -> list[Piece]:
    """The lines of running text that are not in the middle or on the right."""
    return [p for p in body.plain(seen) if p.paragraph.alignment in ("left", "both")]


def _allowed(rule: Rule) -> tuple[list[Length], Length]:
    return [parse_length(text) for text in rule.data["thut"]], parse_length(rule.data["dung_sai"])


def _is_right(rule: Rule, line: Piece, at: Length, allowed: list[Length], slack: Length) -> bool:
    if line.slug in rule.data.get("it_nhat", ()):
        return at >= min(allowed) - slack
    return any(abs(at - length) <= slack for length in allowed)


def _fix(line: Piece, allowed: list[Length]) -> list[Format]:
    """The nearest allowed indent; an automatic number keeps where its text begins."""
    shape = line.paragraph.shape
    if line.automatic or _lead(line.paragraph):
        return []
    at = shape.left + shape.first_line
    nearest = min(allowed, key=lambda length: (abs(length - at), -length))
    wanted = max(allowed) if at <= 0 else nearest
    return of_paragraph(line, first_line=int(wanted), left=0)


def _cm(length: Length) -> str:
    return f"{number(round(length.mm / 10, 2))} cm"
