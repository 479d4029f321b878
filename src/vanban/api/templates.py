"""Judging an office's own Word template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vanban import plugins
from vanban.plugins import Registry

if TYPE_CHECKING:
    from vanban.findings import Finding

STANDARD = "nd30"
"""The standard of templates that are for no particular type."""


def template_of(slug: str, co: str = "14", *, registry: Registry | None = None) -> bytes:
    """The Word template that documents of a type are printed with, to start one's own from.

    Args:
        slug: the type.
        co: the size set, "14" or "13".
        registry: as for `read`.

    Raises:
        VanbanError: there is no such type, or its template cannot be read.
    """
    from vanban.word import shipped

    known = registry or plugins.registry()
    kind = known.document_type(slug)
    path = known.template(kind.tieu_chuan, kind, co)
    if path:
        return shipped.content(path, str(path))
    return shipped.file(known.standard(kind.tieu_chuan), kind.mau, co)


def check_template(
    path: str | Path, slug: str | None = None, *, registry: Registry | None = None
) -> tuple[Finding, ...]:
    """What is wrong with an office's own template.

    Args:
        path: the .docx.
        slug: the type that it is for; None: any type of the standard.
        registry: as for `read`.

    Raises:
        VanbanError: the file cannot be read, or there is no such type.
    """
    from vanban.word import shipped, template_check

    known = registry or plugins.registry()
    kinds = [known.document_type(one) for one in ([slug] if slug else sorted(known.types))]
    standard = kinds[0].tieu_chuan if slug else STANDARD
    kinds = [kind for kind in kinds if kind.tieu_chuan == standard]
    data = shipped.content(Path(path), str(path))
    return template_check.check(data, str(path), known.standard(standard), kinds)
