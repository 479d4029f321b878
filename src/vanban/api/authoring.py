"""What helps people write sources: the JSON Schema, a commented source to start from."""

from __future__ import annotations

from typing import Any

from vanban import plugins
from vanban.plugins import Registry


def schema(slug: str | None = None, *, registry: Registry | None = None) -> dict[str, Any]:
    """The JSON Schema of sources: of every type, or of one."""
    from vanban.sources.json_schema import build

    known = registry or plugins.registry()
    slugs = [slug] if slug else sorted(known.types)
    return build([known.document_type(one) for one in slugs])


def skeleton(slug: str, *, head_and_text: bool = False, registry: Registry | None = None) -> str:
    """A commented source to start a document of a type from."""
    from vanban.sources.skeleton import build

    known = registry or plugins.registry()
    kind = known.document_type(slug)
    standard = known.standard(kind.tieu_chuan)
    form = standard.forms[kind.mau]
    return build(kind, form, standard.skeleton, head_and_text=head_and_text)
