"""The runs of a piece as inlines: bold and italic, footnote marks, raised digits."""

from __future__ import annotations

from vanban.layout.look import Look
from vanban.layout.paragraph import Paragraph
from vanban.layout.recognized import Piece, cut
from vanban.layout.run import Run as Shown
from vanban.messages import _
from vanban.model.inlines import Inline, Inlines, NoteRef, Run
from vanban.patterns import later
from vanban.viet.text import nfc
from vanban.word.drafting.state import State

_BLANKS = later(r"[ \t\n\f\v\u00a0]+")
_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")


def inlines(piece: Piece, state: State, *, bold: bool = True) -> Inlines:
    """The inlines of the words of a piece.

    Args:
        piece: the piece.
        state: takes what is lost.
        bold: False where bold is the look of the component itself.
    """
    out: list[Inline] = []
    start = max(piece.start, piece.text_start)
    notes = sorted(
        (max(mark.at, start), f"{'c' if mark.kind == 'endnote' else ''}{mark.number}")
        for mark in piece.paragraph.notes
        if start <= mark.at <= piece.end or (piece.whole and mark.at < start)
    )
    at = start
    for run in _runs(piece.paragraph, start, piece.end):
        end = at + len(run.text)
        while notes and notes[0][0] < end:
            where, label = notes.pop(0)
            out += _part(run, run.text[: where - at], piece, state, bold)
            out.append(NoteRef(label))
            run = _rest(run, where - at)
            at = where
        out += _part(run, run.text, piece, state, bold)
        at = end
    out += (NoteRef(label) for _at, label in notes)
    return _tidy(out)


def _runs(paragraph: Paragraph, start: int, end: int) -> tuple[Shown, ...]:
    """The runs of a stretch; one, where they differ in nothing that an inline tells."""
    if len({_told(look) for look in paragraph.looks}) == 1:
        return (Shown(paragraph.text[start:end], paragraph.looks[0]),)
    return cut(paragraph, start, end)


def _told(look: Look) -> tuple[object, ...]:
    return look.bold, look.italic, look.caps, look.vertical, look.strike


def _rest(run: Shown, at: int) -> Shown:
    from msgspec.structs import replace

    return replace(run, text=run.text[at:])


def _part(run: Shown, text: str, piece: Piece, state: State, bold: bool) -> list[Inline]:
    if not text:
        return []
    look = run.look
    if look.caps:
        text = text.upper()
    if look.vertical != "baseline" and text.strip():
        table = _RAISED if look.vertical == "superscript" else _LOWERED
        moved = text.translate(table)
        if moved == text or any(letter.isascii() and letter.isalnum() for letter in moved):
            state.leave(piece.paragraph, _("Chữ nâng lên, hạ xuống được ghi như chữ thường."))
        text = moved
    if look.strike and text.strip():
        state.leave(piece.paragraph, _("Gạch giữa chữ không ghi được trong tệp nguồn."))
    return [Run(text, look.bold and bold, look.italic)]


def _tidy(parts: list[Inline]) -> Inlines:
    """Neighbours of one look joined, single spaces, none at the ends."""
    out: list[Inline] = []
    for one in parts:
        last = out[-1] if out else None
        if isinstance(one, Run) and isinstance(last, Run) and _alike(one, last):
            out[-1] = Run(last.text + one.text, last.dam, last.nghieng)
        else:
            out.append(one)
    return _trimmed([_spaced(one) if isinstance(one, Run) else one for one in out])


def _alike(one: Run, other: Run) -> bool:
    """Whether two runs look alike; blanks have any look."""
    same = (one.dam, one.nghieng) == (other.dam, other.nghieng)
    return same or not one.text.strip()


def _spaced(run: Run) -> Run:
    text = nfc(run.text)
    if "  " in text or not text.isprintable():  # a tab is not, nor is a blank that keeps together
        text = _BLANKS.sub(" ", text)
    return _with(run, text)


def _trimmed(out: list[Inline]) -> Inlines:
    if out and isinstance(out[0], Run):
        out[0] = _with(out[0], out[0].text.lstrip())
    if out and isinstance(out[-1], Run):
        out[-1] = _with(out[-1], out[-1].text.rstrip())
    return tuple([one for one in out if not isinstance(one, Run) or one.text])


def _with(run: Run, text: str) -> Run:
    return run if text == run.text else Run(text, run.dam, run.nghieng)
