"""Conclusions of meetings: KL-001 their type, KL-002 what they tell first, KL-003 their tasks."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.model.blocks import DeMuc
from vanban.model.inlines import plain
from vanban.patterns import later
from vanban.rules.base import Rule, Subject
from vanban.rules.library.types import tasks
from vanban.rules.library.types.meetings import has, is_of_a_meeting, opening_of
from vanban.rules.lists import named
from vanban.rules.views import days
from vanban.rules.views.days import Day
from vanban.viet.text import words_of

_WHEN = later(r"(?:vào |trong )?(?:buổi )?(?:sáng |chiều |tối )?(?:\d[\w ]{0,20},? )?(?:ngày )?")
"""What stands before the day of the meeting where the opening begins with it."""


def of_a_meeting(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A meeting's conclusion that is issued as a "Kết luận", which Điều 7 does not have."""
    if is_of_a_meeting(subject):
        message = _(
            "Kết luận cuộc họp nên ban hành bằng Thông báo (loai: thong-bao-ket-luan), trích yếu"
            " «Kết luận của …»."
        )
        yield rule.finding(subject, message, ("loai",), quote=subject.kind.slug)


def opening(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A subject without "Kết luận của …", an opening without chair, meeting or day."""
    subject_line = words_of(subject.doc.trich_yeu or "")
    subject_line = subject_line.removeprefix(words_of(subject.kind.ten_in)).lstrip()  # T-015
    beginnings = ("[", *map(words_of, rule.data["trich_yeu"]))
    if subject_line and not subject_line.startswith(beginnings):
        message = _("Trích yếu ghi «Kết luận của (chức vụ, họ tên) tại (cuộc họp)».")
        yield rule.finding(subject, message, ("trich_yeu",))
    text = opening_of(subject)
    lacking = [_(part["ten"]) for part in rule.data["mo_dau"] if not has(text, part["chu"])]
    if not _tells_the_day(subject, text):
        lacking.append(_("ngày họp"))
    if text and lacking:
        message = _("Đoạn mở đầu chưa nêu {what}.").format(what=", ".join(lacking))
        yield rule.finding(subject, message, ("noi_dung", 0))
    if (day := _day_of_meeting(subject)) and _is_to_come(subject, day):
        quote = subject.text.whole[day.start : day.end]
        message = _("Cuộc họp «{quote}» sau ngày ban hành thông báo.").format(quote=quote)
        yield rule.hit(subject, day.start, day.end, message)


def _day_of_meeting(subject: Subject) -> Day | None:
    """The day with which the opening begins: "Sáng ngày 06/10/2026, …"; None for none."""
    first = next((p for p in subject.text.passages if p.path[0] == "noi_dung"), None)
    for day in subject.view(days.of):
        if first and first.start <= day.start < first.end:
            before = subject.text.plain[first.start : day.start]
            return day if _WHEN.fullmatch(before) else None
    return None


def _is_to_come(subject: Subject, day: Day) -> bool:
    """Whether a day is after that of issue."""
    issued = subject.doc.ngay.as_date() if subject.doc.ngay else None
    told = day.as_date()
    return bool(issued and told and told > issued)


def handed_out(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A conclusion that gives nobody anything to do; deadlines and tables as `tasks` has them."""
    items = (b for b in subject.doc.noi_dung if isinstance(b, DeMuc))
    names_somebody = (has(plain(item.chu), named("giao-viec")["ai"]) for item in items)
    if not any(names_somebody) and any(isinstance(b, DeMuc) for b in subject.doc.noi_dung):
        message = _("Kết luận chưa nêu đơn vị, người được giao việc.")
        yield rule.finding(subject, message, ("noi_dung",))
    yield from tasks.check(rule, subject)


def _tells_the_day(subject: Subject, text: str) -> bool:
    """Whether the opening names a day, if only in a blank of the skeleton ("ngày [ngày họp]")."""
    end = len(text)
    first = next((p.start for p in subject.text.passages if p.path[0] == "noi_dung"), 0)
    return "ngày [" in words_of(text) or any(
        first <= day.start < first + end + 1 for day in subject.view(days.of)
    )
