"""Compile the shipped YAML data for a quick start (``make data``)."""

from __future__ import annotations

from pathlib import Path

from vanban import resources
from vanban.standards.yaml_data import COMPILED, compile_folder


def folders() -> list[Path]:
    """The folders of shipped data."""
    standard = resources.standards() / "nd30"
    rules = resources.rules()
    return [standard, standard / "types", rules, rules / "lists", rules / "docx"]


if __name__ == "__main__":
    for folder in folders():
        (folder / COMPILED).write_bytes(compile_folder(folder))
