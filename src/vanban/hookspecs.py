"""The hooks through which document types, standards, templates and rules come in.

The core's own come in the same way (`vanban.bundled`). A plugin is a module with functions
of these names marked ``@vanban.hookimpl``, declared in its package as an entry point of the
group ``vanban``::

    [project.entry-points.vanban]
    tinh-abc = "vanban_tinh_abc"

Every hook returns plain data, and is called once for each registry. What it returns is
opened only when a document asks for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import pluggy

from vanban.rules.base import Rule

NAME = "vanban"

hookspec = pluggy.HookspecMarker(NAME)
hookimpl = pluggy.HookimplMarker(NAME)


@hookspec
def vanban_document_types() -> Iterable[Path]:  # type: ignore[empty-body]  # a specification has no body
    """Document types, one YAML file each; the stem of the file is the slug.

    Example::

        @hookimpl
        def vanban_document_types():
            return sorted((Path(__file__).parent / "types").glob("*.yaml"))
    """


@hookspec
def vanban_standards() -> Iterable[Path]:  # type: ignore[empty-body]  # a specification has no body
    """Standards, a folder of data each; the name of the folder is the slug.

    Example::

        @hookimpl
        def vanban_standards():
            return [Path(__file__).parent / "dang"]
    """


@hookspec
def vanban_templates() -> Mapping[str, Path]:  # type: ignore[empty-body]  # a specification has no body
    """Word templates by name, "standard/form"; "-co-13" ends the name of the smaller set.

    Example::

        @hookimpl
        def vanban_templates():
            return {"nd30/mau-so": Path(__file__).parent / "mau-so.docx"}
    """


@hookspec
def vanban_rules() -> Iterable[Path | Rule]:  # type: ignore[empty-body]  # a specification has no body
    """Rules: YAML files of data rules, and code rules as Rule objects.

    Example::

        @hookimpl
        def vanban_rules():
            return [Path(__file__).parent / "rules.yaml"]
    """
