"""ND30-L-021: tasks that are handed out have a lead and a deadline that is still to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import Bang
from vanban.model.inlines import plain
from vanban.model.origin import Path
from vanban.model.walk import blocks
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.lists import named
from vanban.rules.views import days
from vanban.rules.views.days import Day
from vanban.rules.views.text import HEADING, TABLE
from vanban.viet.text import words_of

_DEADLINE = later(
    r"(?:trước|chậm nhất(?: là)?(?: vào| đến| trước)?|muộn nhất(?: là)?|hạn cuối(?: là|:)?)"
    r" (?:hết )?(?:\d{1,2}(?:h| giờ) ?(?:\d{2})?(?: phút)?,? )?(?:ngày )?$"
)
_SENTENCE = later("[.;]")
_WORD = later(r"\w+")
_GROUP = 2
"""A row with so many filled cells, or fewer, is a heading inside a table."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Deadlines before the day of issue, rows of a table of tasks with a blank."""
    yield from _overdue(rule, subject)
    for path, block in blocks(subject.doc) if TABLE in subject.text.places else ():
        if isinstance(block, Bang):
            yield from _blanks(rule, subject, path, block)


def _overdue(rule: Rule, subject: Subject) -> Iterator[Finding]:
    issued = subject.doc.ngay and subject.doc.ngay.as_date()
    if not issued:
        return
    for day in subject.view(days.of):
        if day.nam and _numbers(day) < issued.timetuple()[:3] and _is_deadline(subject, day):
            quote = subject.text.whole[day.start : day.end]
            message = _("Thời hạn «{quote}» trước ngày ban hành văn bản.").format(quote=quote)
            yield rule.hit(subject, day.start, day.end, message)


def _numbers(day: Day) -> tuple[int, int, int]:
    """Year, month and day as numbers, which compare as dates do."""
    return int(day.nam), int(day.thang), int(day.ngay)


def _is_deadline(subject: Subject, day: Day) -> bool:
    """Whether a task has to be done before a day, in a sentence about what is to come."""
    text, known = subject.text, named("giao-viec")
    passage = text.passage(day.start)
    if passage.path[0] not in {"noi_dung", "kem_theo"} or passage.where == HEADING:
        return False
    before = _SENTENCE.split(text.plain[passage.start : day.start])[-1]
    if not _DEADLINE.search(before) or text.quoted(day.start):
        return False
    after = _SENTENCE.split(text.plain[day.end : passage.end], maxsplit=1)[0]
    return _has(before, known["viec"]) and not _has(before + after, known["da_qua"])


def _has(text: str, phrases: Sequence[str]) -> bool:
    """Whether one of the phrases stands in a text in small letters, as whole words."""
    spaced = f" {' '.join(_WORD.findall(text))} "
    return any(f" {words_of(phrase)} " in spaced for phrase in phrases)


def _blanks(rule: Rule, subject: Subject, path: Path, table: Bang) -> Iterator[Finding]:
    """Rows without a lead or a deadline where the table has a column for it."""
    heads, known = [words_of(plain(cell)) for cell in table.dau], named("giao-viec")
    task = _column(heads, known["cot_viec"])
    if task is None:
        return
    for words in ("cot_chu_tri", "cot_thoi_han"):
        column = _column(heads, known[words])
        if column is None or column == task:
            continue
        rows = [row for row in range(len(table.hang)) if _is_blank(table, row, column)]
        if rows and len(rows) < len(table.hang):
            message = _("Bảng phân công chưa ghi «{column}» ở {count} hàng; đầu tiên là «{task}».")
            message = message.format(
                column=plain(table.dau[column]),
                count=len(rows),
                task=plain(table.hang[rows[0]][task]),
            )
            yield rule.finding(subject, message, (*path, "hang", rows[0], column))


def _column(heads: Sequence[str], words: Sequence[str]) -> int | None:
    """The first column whose header has one of the words."""
    known = [words_of(word) for word in words]
    return next((i for i, head in enumerate(heads) if any(word in head for word in known)), None)


def _is_blank(table: Bang, row: int, column: int) -> bool:
    """Whether a cell of a task is empty; headings, sums and merged cells are none."""
    cells = [plain(cell).strip() for cell in table.hang[row]]
    if cells[column] or sum(map(bool, cells)) <= _GROUP:
        return False
    merged = any(area.covers(row + 1, column) for area in table.gop)
    return not merged and not any(words_of(cell).startswith(("tổng", "cộng")) for cell in cells)
