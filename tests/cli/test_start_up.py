"""What a command loads: a help text needs neither Word nor templates."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from vanban import cache
from vanban.standards.load import Standard
from vanban.word import shipped

HEAVY = ("docxtpl", "docx", "lxml", "jinja2", "babel", "markdown_it", "yaml", "pluggy")
WORD = ("docxtpl", "docx", "lxml", "jinja2", "babel")


def loaded(folder: Path, statement: str) -> set[str]:
    """The packages that a statement loads, in a run of its own."""
    program = f"import sys\n{statement}\nprint(*sorted(sys.modules), file=sys.stderr)"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        capture_output=True,
        timeout=60,
        check=True,
    )
    return {name.partition(".")[0] for name in ran.stderr.decode().splitlines()[-1].split()}


def test_importing_vanban_loads_nothing_heavy(tmp_path: Path) -> None:
    assert not loaded(tmp_path, "import vanban").intersection((*HEAVY, "click"))


@pytest.mark.parametrize("command", ["[]", "['render']", "['new']"])
def test_help_loads_nothing_heavy(tmp_path: Path, command: str) -> None:
    statement = f"from vanban.cli.main import main; main([*{command}, '--help'])"
    assert not loaded(tmp_path, statement).intersection(HEAVY)


def test_rendering_with_a_shipped_template_needs_no_template_engine(
    tmp_path: Path, source: str
) -> None:
    (tmp_path / "a.yaml").write_text(source, "utf-8")
    statement = "from vanban.cli.main import main; assert main(['render', 'a.yaml']) == 0"
    assert not loaded(tmp_path, statement).intersection(WORD)


def test_a_template_of_an_office_needs_no_template_engine_the_second_time(
    tmp_path: Path, source: str, nd30: Standard, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text(source, "utf-8")
    (tmp_path / "mau.docx").write_bytes(shipped.file(nd30, "mau-1.4", "14"))
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    arguments = "['render', 'a.yaml', '--template', 'mau.docx', '--force']"
    statement = f"from vanban.cli.main import main; assert main({arguments}) == 0"
    assert "docxtpl" in loaded(tmp_path, statement)
    first = (tmp_path / "a.docx").read_bytes()
    assert not loaded(tmp_path, statement).intersection(WORD)
    assert (tmp_path / "a.docx").read_bytes() == first


def test_without_plugins_nothing_loads_pluggy(tmp_path: Path, source: str) -> None:
    (tmp_path / "a.yaml").write_text(source, "utf-8")
    arguments = "['--no-plugins', 'render', 'a.yaml']"
    statement = f"from vanban.cli.main import main; assert main({arguments}) == 0"
    assert "pluggy" not in loaded(tmp_path, statement)


def test_a_command_loads_no_typing_extensions(tmp_path: Path) -> None:
    assert "typing_extensions" not in loaded(tmp_path, "import vanban.cli.main")


def test_the_expressions_of_the_yaml_parser_in_python_wait(tmp_path: Path) -> None:
    statement = (
        "import re, vanban.sources.yaml_events, yaml.reader, yaml.resolver\n"
        "assert not isinstance(yaml.reader.Reader.NON_PRINTABLE, re.Pattern)\n"
        "assert yaml.reader.Reader.NON_PRINTABLE.search('a\\x00')\n"
        "assert isinstance(re.compile('a'), re.Pattern)"
    )
    loaded(tmp_path, statement)
