"""Checking documents by the rules that are known."""

from __future__ import annotations

from pathlib import Path

from vanban import plugins
from vanban.api.reading import Reading, read
from vanban.model.origin import Origin
from vanban.model.van_ban import VanBan
from vanban.plugins import Registry
from vanban.rules.base import Subject
from vanban.rules.engine import Report, evaluate


def check(subject: Reading | VanBan | str | Path, *, registry: Registry | None = None) -> Report:
    """Check a document by all rules; places are known for what was read from a file."""
    known = registry or plugins.registry()
    reading = subject if isinstance(subject, Reading) else _reading(subject, known)
    kind = known.document_type(reading.doc.loai)
    standard = known.standard(reading.doc.tieu_chuan or kind.tieu_chuan)
    looked_at = Subject(reading.doc, reading.origin, reading.notes, kind, standard)
    return evaluate(known.rules, looked_at)


def _reading(subject: VanBan | str | Path, known: Registry) -> Reading:
    if isinstance(subject, VanBan):
        return Reading(subject, Origin(), ())
    return read(subject, registry=known)
