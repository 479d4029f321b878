"""A .docx as a PDF, for programs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import vanban


def test_bytes_and_paths_are_converted(fake_office: Any, docx: Callable[..., str]) -> None:
    path = docx("a.docx")
    for given in (path, Path(path), Path(path).read_bytes()):
        assert b"xong" in vanban.convert(given)


def test_a_failure_names_the_file(fake_office: Any, docx: Callable[..., str]) -> None:
    path = docx("a.docx", "nothing")
    with pytest.raises(vanban.VanbanError, match="LibreOffice không đọc được") as caught:
        vanban.convert(path)
    assert str(caught.value.problems[0].place) == path
