"""What README.md shows works as shown."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import vanban
from vanban.commands import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_first_document_renders_without_an_error_or_warning(tmp_path: Path) -> None:
    source = tmp_path / "giao-ban.yaml"
    source.write_text(_blocks("yaml")[0], "utf-8")

    reading = vanban.read(source, use_profile=False)

    report = vanban.check(reading)
    assert [f for f in report.findings if f.severity != "info"] == []
    assert vanban.render(reading).startswith(b"PK")


def test_the_profile_fills_in_what_a_document_leaves_out(tmp_path: Path) -> None:
    (tmp_path / "vanban.yaml").write_text(_blocks("yaml")[1], "utf-8")
    (tmp_path / "giao-ban.yaml").write_text("loai: ket-luan\nnoi_dung: Họp.\n", "utf-8")

    van_ban = vanban.load(tmp_path / "giao-ban.yaml")

    assert van_ban.dia_danh == "Tây Ninh"
    assert van_ban.co_quan[0].ban_hanh == "Thanh tra tỉnh"


def test_the_python_example_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)

    code = next(block for block in _blocks("python") if "vanban.load" in block)
    exec(compile(code, "README.md", "exec"), {})

    assert (tmp_path / "ket-luan.docx").stat().st_size > 0


def test_every_command_is_in_the_table_and_no_other() -> None:
    assert set(re.findall(r"^\| `vanban (\w+)", README, re.MULTILINE)) == set(COMMANDS)


@pytest.mark.parametrize("path", ["README.md", "CONTRIBUTING.md", "templates/README.md"])
def test_every_link_into_the_checkout_leads_somewhere(path: str) -> None:
    page = ROOT / path
    if not page.exists() or not (ROOT / "src").exists():
        pytest.skip("only in a checkout")
    links = re.findall(r"\]\(([^)#:]+)[^)]*\)", _prose(page.read_text("utf-8")))

    assert [link for link in links if not (page.parent / link).exists()] == []


def _prose(text: str) -> str:
    """The text without what is shown as code."""
    return re.sub(r"`[^`\n]+`", "", text)


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)


def test_the_batch_of_the_readme_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    code = next(block for block in _blocks("python") if "batch.table" in block)
    seen: dict[str, Any] = {}

    exec(compile(code, "README.md", "exec"), seen | {"__name__": "__main__"}, seen)

    assert (seen["made"].code, seen["made"].troubled) == (0, [])
    assert len(list((tmp_path / "out" / "giay-moi").glob("*.docx"))) == 3
