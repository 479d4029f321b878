"""Which plugins are installed here, and for which version of vanban they were made."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from vanban import __version__, plugins
from vanban.plugins import Registry, build
from vanban.plugins.installed import any_installed, installed, places


def told(registry: Registry) -> list[str]:
    return [str(problem) for problem in registry.problems]


@pytest.fixture
def distribution(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Path]]:
    """``distribution(name, code, version)``: an installed package with a plugin."""
    modules = set(sys.modules)

    def install(
        name: str,
        code: str = "",
        version: str = "1.0",
        group: str = "vanban",
        requires: str = "",
    ) -> Path:
        site = tmp_path / f"site-{name}-{version}"
        info = site / f"{name.replace('-', '_')}-{version}.dist-info"
        info.mkdir(parents=True)
        module = name.replace("-", "_").lower()
        needs = f"Requires-Dist: {requires}\n" if requires else ""
        about = f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n{needs}"
        (info / "METADATA").write_text(about)
        (info / "entry_points.txt").write_text(f"[{group}]\n{module} = {module}\n")
        (site / f"{module}.py").write_text(code, "utf-8")
        monkeypatch.syspath_prepend(str(site))
        return info

    monkeypatch.delenv("VANBAN_PLUGINS", raising=False)
    yield install
    for module in set(sys.modules) - modules:
        del sys.modules[module]


CODE = """\
from pathlib import Path
import vanban

@vanban.hookimpl
def vanban_templates():
    return {"tinh/mau": Path("mau.docx")}
"""


HERE = {origin for origin, _load in installed()}


def names() -> list[str]:
    """The plugins found, but those that this machine has anyway."""
    return [origin for origin, _load in installed() if origin not in HERE]


def test_an_installed_plugin_is_found_and_loaded(distribution: Callable[..., Path]) -> None:
    distribution("vanban-tinh", CODE)
    assert names() == ["vanban-tinh 1.0"]
    assert "tinh/mau" in build(installed()).templates


def test_a_plugin_that_cannot_be_imported_is_told(distribution: Callable[..., Path]) -> None:
    distribution("vanban-hong", "import khong_co_thu_vien_nay\n", "0.3")
    (problem,) = told(build(installed()))
    assert "vanban-hong 0.3" in problem
    assert "khong_co_thu_vien_nay" in problem


@pytest.mark.parametrize(
    ("allowed", "expected"),
    [
        (None, {"vanban-a 1.0", "vanban-b 2.0"}),
        ("", set()),
        (" , ", set()),
        ("vanban-b", {"vanban-b 2.0"}),
        ("vanban_B, khac", {"vanban-b 2.0"}),
        ("vanban-a,vanban-b", {"vanban-a 1.0", "vanban-b 2.0"}),
        ("khac", set()),
    ],
)
def test_the_environment_says_which_plugins_are_allowed(
    distribution: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    allowed: str | None,
    expected: set[str],
) -> None:
    distribution("vanban-a")
    distribution("vanban-b", version="2.0")
    if allowed is not None:
        monkeypatch.setenv("VANBAN_PLUGINS", allowed)
    assert set(names()) == expected


def test_of_two_versions_on_the_path_the_first_counts(distribution: Callable[..., Path]) -> None:
    distribution("vanban-tinh", version="1.0")
    distribution("vanban-tinh", version="2.0")
    assert names() == ["vanban-tinh 2.0"]


def test_packages_of_others_are_no_plugins(distribution: Callable[..., Path]) -> None:
    distribution("khac", group="console_scripts")
    assert names() == []


def test_a_broken_package_of_somebody_else_does_no_harm(
    distribution: Callable[..., Path],
) -> None:
    distribution("khac", group="x]\nkhông = = phải\n[y")
    distribution("vanban-tinh")
    assert names() == ["vanban-tinh 1.0"]


def test_folders_of_the_path_that_cannot_be_read_do_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("VANBAN_PLUGINS", raising=False)
    (tmp_path / "a.zip").write_bytes(b"")
    for entry in (tmp_path / "khong-co", tmp_path / "a.zip"):
        monkeypatch.syspath_prepend(str(entry))
    assert names() == []


def test_the_registry_of_the_process_is_made_once() -> None:
    assert plugins.registry() is plugins.registry()


@pytest.mark.parametrize(
    ("requires", "fits"),
    [
        ("", True),
        (f"vanban>={__version__}", True),
        ("vanban>=0.1,<1", True),
        ("vanban (>=0.1,<1) ; python_version >= '3.11'", True),
        ("vanban-dang>=9", True),
        ("vanban>=99", False),
        ("vanban[dev]>=0.1,<0.1", False),
        ("VanBan ~= 99.1", False),
    ],
)
def test_a_plugin_for_another_version_is_told_and_left_out(
    distribution: Callable[..., Path], requires: str, fits: bool
) -> None:
    distribution("vanban-tinh", CODE, requires=requires)
    known = build(installed())
    assert ("tinh/mau" in known.templates) is fits
    if not fits:
        (problem,) = told(known)
        assert "vanban-tinh 1.0" in problem
        assert f"bản đang chạy là {__version__}" in problem


def test_where_a_plugin_lies_is_known(distribution: Callable[..., Path]) -> None:
    info = distribution("vanban-tinh")
    assert Path(places()["vanban-tinh 1.0"]) == info.parent


def test_nothing_is_asked_where_no_plugin_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VANBAN_PLUGINS", "")
    assert not any_installed()
