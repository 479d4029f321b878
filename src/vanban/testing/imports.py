"""Which names of vanban a plugin's code imports: only the public ones keep working."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import vanban

PUBLIC = ("vanban.viet", "vanban.testing")
"""Rooms whose modules are public, beside the names of ``vanban`` itself."""


def private(folder: Path) -> Iterator[str]:
    """Each import of a name that is not public: "sections.py:9: vanban.rules.base"."""
    files = sorted(folder.rglob("*.py")) if folder.is_dir() else [folder]
    for path in files:
        for line, name in _imported(ast.parse(path.read_bytes(), str(path))):
            if not _is_public(name):
                yield f"{path.name}:{line}: {name}"


def _imported(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The names of vanban that a module imports, wherever it does so."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from ((node.lineno, n) for n in names if n.partition(".")[0] == "vanban")


def _is_public(name: str) -> bool:
    if name == "vanban" or name.startswith(tuple(f"{room}." for room in PUBLIC)):
        return True
    return name in PUBLIC or name.removeprefix("vanban.") in vanban.__all__
