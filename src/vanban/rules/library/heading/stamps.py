"""Marks beside the text: those typed into it, secrecy, "DỰ THẢO" on a draft and nowhere else.

ND30-M-001, M-005, M-006, M-007 and M-008.
"""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Edit, Finding, Fix
from vanban.messages import _
from vanban.model.fields import CORE, Choice
from vanban.model.origin import Origin, Path
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.views.phrases import words
from vanban.rules.views.text import HEADING, TABLE, Passage, Text

_NOTE = ("du_thao",)
_ALONE = later(r"[(\[]?dự thảo(?: lần(?: thứ)? \w+)?[)\]]?\n")
_IN_SUBJECT = later(r"[(\[]dự thảo(?: lần(?: thứ)? \w+)?[)\]]")


def typed(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A stamp that was typed as text, so that it is printed as text."""
    text = subject.text
    end = -1
    for at, stamp in sorted(_places(rule, text), key=lambda found: (found[0], -len(found[1]))):
        if at < end:  # inside a longer one
            continue
        end = at + len(stamp)
        if _is_stamp(text.passage(at), text.whole[at:end]):
            message = _(rule.data["cau"])
            message = message.format(quote=text.whole[at:end], right=rule.data["dau"][stamp])
            yield rule.hit(subject, at, end, message)


def _places(rule: Rule, text: Text) -> Iterator[tuple[int, str]]:
    for stamp in rule.data["dau"]:
        if words(stamp) <= text.words:
            yield from ((at, stamp) for at in text.find(stamp))


def _is_stamp(passage: Passage, quote: str) -> bool:
    """Whether words are set apart like a stamp: in capitals or brackets, in the draft's note."""
    if passage.where in (TABLE, HEADING):
        return False
    bracketed = passage.text.startswith((f"({quote})", f"[{quote}]"))
    alone = passage.text.strip("()[]. ") == quote
    if alone and (bracketed or quote.isupper()):
        return True
    return passage.where == _NOTE[0] or (bracketed and quote.isupper())


def secret(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A degree of secrecy: such a document is made on a computer without any net."""
    kind = next(field.kind for field in CORE if field.ten == "do_mat")
    degree = subject.doc.do_mat or ""
    name = kind.values.get(degree, degree) if isinstance(kind, Choice) else degree
    message = _("Văn bản độ {degree} chỉ soạn thảo, lưu giữ trên máy tính không nối mạng.")
    message = message.format(degree=name.lower())
    yield rule.finding(subject, message, ("do_mat",), quote=degree)


def draft_left(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A draft mark on a document to be issued, in its field, the subject or a line alone."""
    if not subject.doc.ban_hanh:
        return
    note = subject.doc.du_thao
    if note:
        message = _("Văn bản ban hành không in dấu «{quote}».").format(quote=note)
        fix = _without_line(subject.origin, _NOTE, note)
        yield rule.finding(subject, message, _NOTE, quote=note, fix=fix)
    for start, end in _typed_marks(subject):
        quote = subject.text.whole[start:end]
        message = _("Văn bản ban hành không còn ghi «{quote}».").format(quote=quote)
        yield rule.hit(subject, start, end, message)


def _without_line(origin: Origin, path: Path, text: str) -> Fix | None:
    """The fix that takes away the line of a field; None unless it holds that text and no more."""
    span, source = origin.spans.get(path), origin.source or ""
    begin = span.source_offset(0) if span and span.path == origin.path else None
    if begin is None or source[begin : begin + len(text)] != text:
        return None
    start, end = source.rfind("\n", 0, begin) + 1, begin + len(text)
    if not source[start:begin].rstrip().endswith(":") or source[end : end + 1] not in ("\n", ""):
        return None
    return Fix((Edit(start, min(end + 1, len(source)), ""),), safe=False)


def _typed_marks(subject: Subject) -> Iterator[tuple[int, int]]:
    """Where "dự thảo" was typed as a mark, by offsets in the whole text."""
    text = subject.text
    for at in text.find("dự thảo"):
        passage = text.passage(at)
        begin = max(at - 1, passage.start)
        if passage.where == "trich_yeu" and (found := _IN_SUBJECT.match(text.plain, begin)):
            yield found.span()
        elif passage.where not in ("du_thao", TABLE) and begin == passage.start:
            alone = _ALONE.match(text.plain, begin)
            if alone:
                yield begin, alone.end() - 1


def draft_mark(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A document that says itself that it is a draft, without the mark that shows it."""
    doc, path = subject.doc, ("trang_thai",)
    if doc.trang_thai == "du-thao" and not doc.du_thao and not subject.origin.elsewhere(path):
        message = _("Bản in của dự thảo không có dấu dự thảo; ghi «du_thao: có» để in dấu.")
        yield rule.finding(subject, message, path)
