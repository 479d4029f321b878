"""From the runs of a story to the text that shows: fields, breaks, footnote marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vanban.layout.paragraph import Run
from vanban.word.effective import RunLook, Styles, over
from vanban.word.elements import attribute, child, content, value, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_T, _RUN, _FIELD, _NOTE = (w(name) for name in ("t", "r", "fldChar", "footnoteReference"))
_CHARACTERS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}
_PRESERVE = ("{http://www.w3.org/XML/1998/namespace}space", "preserve")
_LINE_ENDS = str.maketrans("\t\r\n", "   ")
_UNSAID = RunLook(bold=False, italic=False, size=10.0, font="Times New Roman")
"""What Word does where a file says nothing."""


class RunReader:
    """Reads the paragraphs of one story (body, header, notes) in their order.

    A field may begin in one paragraph and end in another, so the reader remembers the open
    ones: False while their instruction goes on, True once their result shows.

    Args:
        styles: the styles of the package.
        notes: number of each footnote by its id; new ones are added as they are met.
    """

    def __init__(self, styles: Styles, notes: dict[str, int]) -> None:
        self._styles = styles
        self._notes = notes
        self._fields: list[bool] = []
        self._marks: list[int] = []

    def read(self, paragraph: Element, base: RunLook) -> tuple[tuple[Run, ...], tuple[int, ...]]:
        """The runs of a paragraph with text, and the numbers of the footnotes it refers to.

        Args:
            paragraph: the ``w:p``.
            base: the look that its style gives.
        """
        self._marks = []
        runs = [self._run(run, base) for run in content(paragraph) if run.tag == _RUN]
        return tuple(run for run in runs if run.text), tuple(self._marks)

    def _run(self, run: Element, base: RunLook) -> Run:
        properties = child(run, "rPr")
        character = self._styles.character(value(properties, "rStyle"))
        look = over(_UNSAID, base, character, self._styles.run_look(properties))
        text = "".join(self._shown(part) for part in content(run))
        return Run(text, bool(look.bold), bool(look.italic), look.size or 0.0, look.font or "")

    def _shown(self, part: Element) -> str:
        if part.tag == _FIELD:
            self._field(attribute(part, "fldCharType"))
            return ""
        if not all(self._fields):
            return ""
        if part.tag == _NOTE:
            self._marks.append(self._number(attribute(part, "id") or ""))
        return _text(part) if part.tag == _T else _CHARACTERS.get(str(part.tag), "")

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif self._fields and kind == "separate":
            self._fields[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()

    def _number(self, note_id: str) -> int:
        return self._notes.setdefault(note_id, len(self._notes) + 1)


def _text(element: Element) -> str:
    """The text as Word shows it: spaces at its ends only where they are to be preserved."""
    text = (element.text or "").translate(_LINE_ENDS)
    return text if element.get(_PRESERVE[0]) == _PRESERVE[1] else text.strip(" ")
