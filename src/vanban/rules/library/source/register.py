"""META-006: the columns of the register of documents that were issued."""

from __future__ import annotations

from collections.abc import Iterator

from vanban.findings import Finding
from vanban.messages import _
from vanban.rules import sets
from vanban.rules.base import Rule
from vanban.rules.sets import Register


def check(rule: Rule, register: Register) -> Iterator[Finding]:
    """A document to be issued that leaves columns of the register of outgoing texts blank."""
    columns, absent = rule.data["cot"], rule.data["khong_co"]
    for entry in register.entries:
        if not entry.ban_hanh or entry.loai in rule.data["khong_vao_so"]:
            continue
        blank = [name for name in entry.lacking if entry.loai not in absent.get(name, ())]
        if blank:
            message = _("Sổ đăng ký văn bản đi thiếu: {columns}.")
            message = message.format(columns="; ".join(_(columns[name]["cau"]) for name in blank))
            yield sets.finding(rule, message, entry.so_place)
