"""``vanban plugin``: what is installed, a new one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Vanban = Callable[..., Any]


def test_what_plugins_bring_is_listed(
    with_plugin: Callable[..., Any], type_file: Callable[..., Path], vanban: Vanban
) -> None:
    with_plugin(document_types=[type_file(slug="giay-ra-vao")], rules=[5])
    ran = vanban("plugin", "list")
    assert ran.code == 0
    assert ran.text.splitlines() == ["vanban-thu 1.0", "  vanban_document_types: giay-ra-vao"]
    assert "vanban-thu 1.0 bị bỏ qua: TypeError: not a Path: 5" in ran.err
    listed = json.loads(vanban("plugin", "list", "--all", "--format", "json").out)
    assert [one["origin"] for one in listed] == ["vanban", "vanban-thu 1.0"]
    assert "render" in listed[0]["brings"]["vanban_commands"]


def test_without_plugins_the_list_says_how_to_make_one(
    with_plugin: Callable[..., Any], vanban: Vanban
) -> None:
    with_plugin()
    ran = vanban("plugin", "list")
    assert (ran.code, ran.text) == (0, "")
    assert "vanban plugin new" in ran.err


def test_a_new_plugin_has_everything_under_names_of_its_own(vanban: Vanban) -> None:
    ran = vanban("plugin", "new", "vanban-tinh-abc")
    assert ran.code == 0
    assert "cd vanban-tinh-abc" in ran.err
    assert "vanban-tinh-abc/src/vanban_tinh_abc/types/bao-cao-tinh-abc.yaml" in ran.files
    assert "vanban-tinh-abc/src/vanban_tinh_abc/rules/cases/TINHABC-001.yaml" in ran.files
    texts = [
        p.read_text("utf-8") for p in ran.folder.rglob("*") if p.suffix in (".py", ".toml", ".yaml")
    ]
    assert not [text for text in texts if "vidu" in text.lower()]


@pytest.mark.parametrize("name", ["Vanban-A", "tỉnh", "a/b", "..", "vanban", "vanban-vidu", "1a"])
def test_a_name_that_no_package_can_have_is_refused(vanban: Vanban, name: str) -> None:
    ran = vanban("plugin", "new", name)
    assert ran.code == 2
    assert "Tên gói là chữ thường" in ran.err
    assert ran.files == []


def test_a_folder_that_is_there_is_not_touched(vanban: Vanban) -> None:
    ran = vanban("plugin", "new", "vanban-a", files={"vanban-a/x": "y"})
    assert ran.code == 2
    assert "Thư mục này đã có" in ran.err
    assert ran.files == ["vanban-a/x"]


def test_a_plugin_that_is_not_installed_is_told(vanban: Vanban) -> None:
    ran = vanban("plugin", "check", "vanban-khong-co")
    assert ran.code == 2
    assert "Chưa cài gói «vanban-khong-co»" in ran.err
    ran = vanban("plugin", "check", "pytest")
    assert ran.code == 2
    assert "không khai báo phần mở rộng nào" in ran.err


@pytest.fixture
def installed(vanban: Vanban) -> tuple[Path, dict[str, str]]:
    """A new plugin, installed by pip: its folder, and the environment that it is found in."""
    folder = vanban("plugin", "new", "vanban-tinh-abc").folder
    pip = (sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation")
    target = folder / "site"
    subprocess.run((*pip, "--target", target, folder / "vanban-tinh-abc"), check=True)
    paths = (str(target), *(p for p in sys.path if p))
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(paths),
        "VANBAN_PLUGINS": "vanban-tinh-abc",
    }
    return folder / "vanban-tinh-abc", environment


def run(
    environment: dict[str, str], folder: Path, *command: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        (sys.executable, "-m", *command),
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
    )


def test_a_new_plugin_is_in_order_as_it_is_created(
    installed: tuple[Path, dict[str, str]],
) -> None:
    folder, environment = installed
    checked = run(environment, folder, "vanban", "plugin", "check", "vanban-tinh-abc")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "✗" not in checked.stdout
    tested = run(environment, folder, "pytest", "-q", "-p", "no:cacheprovider")
    assert tested.returncode == 0, tested.stdout
    assert run(environment, folder, "vanban", "check", "examples").returncode == 0
    made = run(environment, folder, "vanban", "new", "bao-cao-tinh-abc")
    assert "xay_ra_luc" in made.stdout


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_broken_plugin_is_told_by_its_check(installed: tuple[Path, dict[str, str]]) -> None:
    folder, environment = installed
    package = folder.parent / "site" / "vanban_tinh_abc"
    rules, code = package / "rules" / "rules.yaml", package / "sections.py"
    replace(rules, "  can_cu: Quy chế ứng phó sự cố của cơ quan\n", "")
    replace(rules, "TINHABC-002", "ND30-Z-002")
    replace(
        code, "from vanban import", "from vanban.rules.engine import evaluate\nfrom vanban import"
    )
    replace(
        code, "    headings =", "    while len(subject.text.whole) > 9_000: pass\n    headings ="
    )
    checked = run(environment, folder, "vanban", "plugin", "check", "vanban-tinh-abc")
    assert checked.returncode == 1
    for fault in (
        "TINHABC-001: thiếu can_cu",
        "ND30-Z-002: họ ND30 là của vanban",
        "ND30-Z-002: cần ít nhất một ca pass và một ca fail",
        "vanban.rules.engine.evaluate không phải tên công khai",
        "chưa xong sau 5 giây",
    ):
        assert fault in checked.stdout, checked.stdout
