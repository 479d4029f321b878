"""What a template without Jinja says that it prints is what Jinja's own tree says."""

from __future__ import annotations

from pathlib import Path

import pytest

from vanban import plugins, resources
from vanban.model.fields import second_name
from vanban.word import package, placeholders, tags
from vanban.word.plain_template import compile_plain
from vanban.word.tagged_text import stories
from vanban.word.template_names import names

SHIPPED = sorted((resources.templates() / "nd30").glob("*.docx"))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_both_know_the_same_names(file: Path) -> None:
    registry = plugins.registry()
    standard = registry.standard("nd30")
    form = file.stem.removesuffix("-co-13").removeprefix("mau-")
    kind = next(
        kind for kind in map(registry.document_type, registry.types) if kind.mau.endswith(form)
    )
    known = placeholders.known(standard, [kind])
    for story in stories(package.read(file.read_bytes())):
        text = package.read(file.read_bytes())[story.part].decode()
        plain = compile_plain(tags.patch(text))
        assert plain
        first = {second_name(one): one.ten for one in kind.truong}
        told = {first.get(name, name) for name in plain.printed()}
        jinjas = set(names(story, known).printed)
        assert told <= jinjas
        owners = {name.partition(".")[0] for name in told if "." in name}
        assert jinjas - told <= owners  # Jinja's tree has "ky" for a tag "ky[0].ho_ten" too
