"""A new plugin, copied from the package vanban-vidu with names of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

from vanban import outputs, resources
from vanban.errors import OutputError
from vanban.location import Place
from vanban.messages import _

MODEL = "vanban-vidu"
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PASSED_OVER = ("__pycache__", ".pytest_cache", "dist", "build", ".venv")


def write(name: str, parent: Path) -> Path:
    """Write the package ``name`` into a folder of its name; the folder.

    Raises:
        UsageError: the name cannot be that of a distribution.
        OutputError: the folder is there already, or cannot be written.
    """
    if not _NAME.fullmatch(name) or name in {MODEL, "vanban"}:
        raise click.UsageError(
            _("Tên gói là chữ thường không dấu, số và gạch nối, ví dụ vanban-tinh-abc.")
        )
    folder = parent / name
    if folder.exists():
        raise OutputError.at(
            _("Thư mục này đã có."), Place(str(folder)), _("Chọn tên khác, hoặc dùng -d.")
        )
    for path, content in _files(name):
        target = folder / path
        outputs.make_folder(target.parent)
        outputs.write(target, content)
    return folder


def _files(name: str) -> Iterator[tuple[str, bytes]]:
    model = resources.scaffold()
    for path in sorted(model.rglob("*")):
        relative = path.relative_to(model)
        if path.is_file() and not set(relative.parts) & set(_PASSED_OVER):
            content = path.read_bytes()
            if path.suffix != ".docx":
                content = _renamed(content.decode(), name).encode()
            yield _renamed(relative.as_posix(), name), content


def _renamed(text: str, name: str) -> str:
    """A text with the names of the model replaced: distribution, module, slug, rule family."""
    short = name.removeprefix("vanban-")
    for old, new in (
        (MODEL, name),
        (MODEL.replace("-", "_"), name.replace("-", "_")),
        ("bao-cao-vidu", f"bao-cao-{short}"),
        ("VIDU-", f"{short.replace('-', '').upper()}-"),
        ('vidu = "', f'{short} = "'),
    ):
        text = text.replace(old, new)
    return text
