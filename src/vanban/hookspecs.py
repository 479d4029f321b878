"""The hooks through which everything comes in: types, rules, standards, templates and more.

The core's own come in the same way (`vanban.bundled`). A plugin is a module with functions
of these names marked ``@vanban.hookimpl``, declared in its package as an entry point of the
group ``vanban``::

    [project.entry-points.vanban]
    tinh-abc = "vanban_tinh_abc"

A hook takes nothing, returns plain data (paths, names, texts "module:function") and is called
once for each registry. What it returns is opened or imported only when it is needed. Of two
plugins that give one name neither is used under it; a built-in name cannot be taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from vanban.rules.base import Rule

NAME = "vanban"

hookspec = pluggy.HookspecMarker(NAME)
hookimpl = pluggy.HookimplMarker(NAME)


@hookspec
def vanban_document_types() -> Iterable[Path]:  # type: ignore[empty-body]  # a specification has no body
    """Document types, one YAML file each; the stem of the file is the slug.

    Called: when the first document is read or a list of types is asked for.

    Returns:
        The files. A file is read when a document names its type.

    Example::

        @hookimpl
        def vanban_document_types():
            return sorted((Path(__file__).parent / "types").glob("*.yaml"))

    Used by: vanban, vanban-dang, vanban-thanh-tra, vanban-vidu.
    """


@hookspec
def vanban_rules() -> Iterable[Path | Rule]:  # type: ignore[empty-body]  # a specification has no body
    """Rules, as YAML files of entries (`src/vanban/rules/README.md` tells their keys).

    Called: when the first document is checked, or a list of rules is asked for.

    Returns:
        The files. An entry with ``ma: package.module:function`` is a rule in code; its
        module is imported when the rule has to look at a document. A `vanban.Rule` that code
        has made may stand among the files. Files in a folder named ``docx`` hold rules on
        .docx files (`src/vanban/rules/docx/shelf.py`).

    Example::

        @hookimpl
        def vanban_rules():
            return [Path(__file__).parent / "rules.yaml"]

    Used by: vanban, vanban-dang, vanban-thanh-tra, vanban-vidu.
    """


@hookspec
def vanban_standards() -> Iterable[Path]:  # type: ignore[empty-body]  # a specification has no body
    """Standards, a folder of data each; the name of the folder is the slug.

    Called: when the first document is read.

    Returns:
        The folders, made like ``src/vanban/standards/nd30``. Document types name a
        standard with ``tieu_chuan``.

    Example::

        @hookimpl
        def vanban_standards():
            return [Path(__file__).parent / "dang-2026"]

    Used by: vanban, vanban-dang.
    """


@hookspec
def vanban_templates() -> Mapping[str, Path]:  # type: ignore[empty-body]  # a specification has no body
    """Word templates by name: "standard/form", or "standard/type" for one type alone.

    Called: when the first document is rendered.

    Returns:
        The files by their names; "-co-13" ends the name of the one for the smaller sizes. A
        form without a template is laid out from the standard's data.

    Example::

        @hookimpl
        def vanban_templates():
            return {"nd30/giay-ra-vao": Path(__file__).parent / "giay-ra-vao.docx"}

    Used by: vanban, vanban-thanh-tra, vanban-vidu.
    """


@hookspec
def vanban_sources() -> Mapping[str, str]:  # type: ignore[empty-body]  # a specification has no body
    """Readers of sources by the ending of file names (".toml").

    Called: when the first source is read.

    Returns:
        For each ending a text "module:function". The function gets the bytes of a file and
        its name, and returns the fields of a document as plain data: dict, list, str, int,
        Decimal, date, bool, None. It raises ValueError, with a sentence for the author of the
        file, for what it cannot read; a SyntaxError or a ValueError with the attributes
        ``lineno`` and ``colno`` tells the place too.

    Example::

        @hookimpl
        def vanban_sources():
            return {".toml": "vanban_toml.reading:read"}

    Used by: vanban, vanban-toml.
    """


@hookspec
def vanban_executors() -> Mapping[str, str]:  # type: ignore[empty-body]  # a specification has no body
    """What runs many documents at once, by name.

    Called: when a command is told ``--executor``, or many documents are at hand.

    Returns:
        For each name a text "module:function". The function gets the number of jobs and an
        address (each may be None) and returns a `concurrent.futures.Executor`, which is used
        as a context manager; what it is given to run can be pickled.

    Example::

        @hookimpl
        def vanban_executors():
            return {"dask": "vanban_dask.cluster:executor"}

    Used by: vanban, vanban-dask.
    """


@hookspec
def vanban_commands() -> Mapping[str, str]:  # type: ignore[empty-body]  # a specification has no body
    """Commands of ``vanban`` by name.

    Called: when a command is named that the core does not have, or by ``vanban --help``.

    Returns:
        For each name a text "module:function". The function takes nothing and returns a
        `click.Command`; its exit code is what the callback returns.

    Example::

        @hookimpl
        def vanban_commands():
            return {"tong-hop-thanh-tra": "vanban_thanh_tra.summary:command"}

    Used by: vanban, vanban-thanh-tra.
    """
