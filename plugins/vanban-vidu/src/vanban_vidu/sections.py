"""VIDU-001: the parts that a báo cáo sự cố must have, each with a heading of its own."""

from __future__ import annotations

from collections.abc import Iterator

from vanban import Finding, Rule, Subject


def required(rule: Rule, subject: Subject) -> Iterator[Finding]:
    """A finding for each part of ``phan_bat_buoc`` that no heading names."""
    headings = [p.text.lower() for p in subject.text.passages if p.where == "tieu-de"]
    for part in rule.data["phan_bat_buoc"]:
        if not any(part.lower() in heading for heading in headings):
            message = f"Thiếu phần «{part}»: báo cáo sự cố phải có phần này."
            yield rule.finding(subject, message, ("noi_dung",))
