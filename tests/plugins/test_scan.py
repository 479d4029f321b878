"""Plugins that were found once are known to the next run, while nothing is installed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from vanban import cache
from vanban.plugins import scan

A_DAY_AGO = 1_700_000_000


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one folder of Python's path, with nothing in it; what is found is kept."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.setattr(sys, "path", [str(folder)])
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """How often the installed distributions were looked through."""
    real, times = scan.scan, []

    def counted() -> object:
        times.append(1)
        return real()

    monkeypatch.setattr(scan, "scan", counted)
    return lambda: len(times)


def install(site: Path, name: str, *, changed: int = A_DAY_AGO) -> None:
    info = site / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[vanban]\n{name} = {name}\n")
    if changed:
        os.utime(site, (changed, changed))


def names() -> list[str]:
    return [plugin.origin for plugin in scan.known()]


def test_the_distributions_are_asked_once(site: Path, asked: Callable[[], int]) -> None:
    install(site, "a")
    assert [names(), names(), names()] == [["a 1.0"]] * 3
    assert asked() == 1


def test_that_there_is_none_is_kept_too(site: Path, asked: Callable[[], int]) -> None:
    os.utime(site, (A_DAY_AGO, A_DAY_AGO))
    assert [names(), names()] == [[], []]
    assert asked() == 1


def test_an_installed_or_removed_package_is_noticed(site: Path, asked: Callable[[], int]) -> None:
    install(site, "a")
    assert names() == ["a 1.0"]
    install(site, "b", changed=A_DAY_AGO + 1)
    assert sorted(names()) == ["a 1.0", "b 1.0"]
    for file in (site / "a-1.0.dist-info").iterdir():
        file.unlink()
    (site / "a-1.0.dist-info").rmdir()
    assert names() == ["b 1.0"]
    assert asked() == 3


def test_nothing_is_kept_while_packages_are_being_installed(
    site: Path, asked: Callable[[], int]
) -> None:
    install(site, "a", changed=0)
    assert [names(), names()] == [["a 1.0"]] * 2
    assert asked() == 2


def test_another_vanban_asks_anew(
    site: Path, asked: Callable[[], int], monkeypatch: pytest.MonkeyPatch
) -> None:
    install(site, "a")
    names()
    monkeypatch.setattr(scan, "__version__", "99")
    assert names() == ["a 1.0"]
    assert asked() == 2


def test_another_path_has_its_own_plugins(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(site, "a")
    assert names() == ["a 1.0"]
    other = tmp_path / "other"
    other.mkdir()
    install(other, "b")
    monkeypatch.setattr(sys, "path", [str(other)])
    assert names() == ["b 1.0"]


@pytest.mark.parametrize("content", [b"", b"{}", b"[1", b"\xff", b'{"by": 1}'])
def test_what_is_kept_but_is_no_answer_is_passed_over(
    site: Path, asked: Callable[[], int], content: bytes
) -> None:
    install(site, "a")
    names()
    (kept,) = Path(cache.folder()).iterdir()
    cache.write(kept.name, content)
    assert names() == ["a 1.0"]
    assert asked() == 2


def test_a_kept_plugin_is_loaded_like_a_new_one(site: Path) -> None:
    from vanban.plugins.installed import installed

    install(site, "mot_goi")
    (site / "mot_goi.py").write_text("so = 5\n")
    os.utime(site, (A_DAY_AGO, A_DAY_AGO))
    for _time in range(2):
        ((origin, load),) = installed()
        assert origin == "mot_goi 1.0"
        assert load().so == 5
    del sys.modules["mot_goi"]


def test_an_entry_point_may_name_something_in_a_module(site: Path) -> None:
    from vanban.plugins.installed import load
    from vanban.plugins.scan import Installed

    plugin = Installed("a", "1.0", "", (), "")
    (site / "goi_ba.py").write_text("class A:\n    b = 7\n")
    assert load(plugin, "goi_ba:A.b [more]") == 7
    assert load(plugin, " goi_ba : A ").b == 7
    del sys.modules["goi_ba"]
