"""ND30-L-021: tasks that are handed out have a lead and a deadline that is still to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import Bang
from vanban.model.inlines import plain
from vanban.model.origin import Path
from vanban.model.walk import blocks
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library import lists_in_bodies
from vanban.rules.library.types import deadlines
from vanban.rules.lists import named
from vanban.rules.views import days
from vanban.rules.views.days import Day
from vanban.rules.views.text import HEADING, TABLE, Passage, Text
from vanban.viet.text import comparable, words_of

_DEADLINE = later(
    r"(?:trước|chậm nhất(?: là)?(?: vào| đến| trước)?|muộn nhất(?: là)?|hạn cuối(?: là|:)?"
    r"|thời hạn(?: hoàn thành| thực hiện| báo cáo| gửi| nộp)?(?::| là)(?: trước)?)"
    r" (?:hết )?(?:\d{1,2}(?:h| giờ) ?(?:\d{2})?(?: phút)?,? )?(?:ngày )?$"
)
_SENTENCE = later("[.;]")
_WORD = later(r"\w+")
_NEAR, _REACH = 80, 600
"""So many characters before a day are looked at for what makes it a deadline, and so many
around it for the rest of its sentence."""
_GROUP = 2
"""A row with so many filled cells, or fewer, is a heading inside a table."""


def check(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """Deadlines before the day of issue, rows of a table of tasks with a blank."""
    issued = subject.doc.ngay.as_date() if subject.doc.ngay else None
    if issued:
        yield from _overdue(rule, subject, issued)
        yield from _periods_over(rule, subject, issued)
    for path, block in blocks(subject.doc) if TABLE in subject.text.places else ():
        if isinstance(block, Bang):
            yield from _blanks(rule, subject, path, block)
            if issued and subject.kind.slug in rule.data.get("loai_ke_hoach", ()):
                yield from _cells_over(rule, subject, path, block, issued)


def _cells_over(
    rule: Rule, subject: Subject, path: Path, table: Bang, issued: date
) -> Iterator[Finding]:
    """Deadlines in a column that are over, in a table that is no list of what is late."""
    heads, known = [words_of(plain(cell)) for cell in table.dau], named("giao-viec")
    column = _column(heads, known["cot_thoi_han"])
    if column is None or _column(heads, known["cot_da_qua"]) is not None:
        return
    cells = [words_of(plain(row[column])) for row in table.hang]
    for row in deadlines.late_cells(cells, issued):
        quote = plain(table.hang[row][column])
        message = _("Thời hạn «{quote}» trước ngày ban hành văn bản.").format(quote=quote)
        yield rule.finding(subject, message, (*path, "hang", row, column), quote=quote)


def _periods_over(rule: Rule, subject: Subject, issued: date) -> Iterator[Finding]:
    known = named("giao-viec")
    verbs = known["viec" if subject.kind.slug in rule.data.get("loai_ke_hoach", ()) else "xong"]
    for passage, start, end in deadlines.late_periods(subject, issued):
        before, after = _sentence(subject.text, passage, start, end)
        gives = before.startswith(tuple(map(comparable, verbs))) and not subject.text.quoted(start)
        if gives and not _has(before + after, known["da_qua"]) and not _is_past(subject, passage):
            quote = subject.text.whole[start:end]
            message = _("Thời hạn «{quote}» trước ngày ban hành văn bản.").format(quote=quote)
            yield rule.hit(subject, start, end, message)


def _is_past(subject: Subject, passage: Passage) -> bool:
    """Whether a line stands under a heading on what was done."""
    headings = lists_in_bodies.around(subject, passage)
    past = named("giao-viec")["de_muc_da_qua"]
    return any(_has(words_of(plain(heading.chu)), past) for heading in headings)


def _overdue(rule: Rule, subject: Subject, issued: date) -> Iterator[Finding]:
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
    nearest = max(passage.start, day.start - _NEAR)
    if not _DEADLINE.search(text.plain, nearest, day.start) or text.quoted(day.start):
        return False
    before, after = _sentence(text, passage, day.start, day.end)
    gives = before.startswith("thời hạn") or _has(before, known["viec"])
    return gives and not _has(before + after, known["da_qua"])


def _sentence(text: Text, passage: Passage, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a stretch in its sentence."""
    before = text.plain[max(passage.start, start - _REACH) : start]
    after = text.plain[end : min(passage.end, end + _REACH)]
    return _SENTENCE.split(before)[-1].lstrip(), _SENTENCE.split(after, maxsplit=1)[0]


def _has(text: str, phrases: Sequence[str]) -> bool:
    """Whether one of the phrases stands in a text in small letters, as whole words."""
    spaced = f" {' '.join(_WORD.findall(text))} "
    return any(_spaced(phrase) in spaced for phrase in phrases)


@cache
def _spaced(phrase: str) -> str:
    return f" {words_of(phrase)} "


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
    if plain(table.hang[row][column]).strip():
        return False
    cells = [plain(cell).strip() for cell in table.hang[row]]
    if sum(map(bool, cells)) <= _GROUP:
        return False
    merged = any(area.covers(row + 1, column) for area in table.gop)
    return not merged and not any(words_of(cell).startswith(("tổng", "cộng")) for cell in cells)
