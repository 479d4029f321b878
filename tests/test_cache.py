"""What is kept between runs is the user's own, whole, and never needed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from vanban import cache

posix = pytest.mark.skipif(os.name != "posix", reason="Windows closes a profile to others itself")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where things are kept; it does not exist yet."""
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept" / "vanban"))
    return tmp_path / "kept" / "vanban"


def test_what_was_kept_is_read_back(folder: Path) -> None:
    assert cache.read("a") is None
    cache.write("a", b"moi")
    assert cache.read("a") == b"moi"
    cache.write("a", b"")
    assert cache.read("a") == b""
    assert os.listdir(folder) == ["a"]


@posix
def test_the_folder_and_its_files_are_the_users_alone(folder: Path) -> None:
    cache.write("a", b"moi")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "a").stat().st_mode & 0o777 == 0o600


@posix
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o705])
def test_a_folder_that_others_may_open_is_not_used(folder: Path, mode: int) -> None:
    cache.write("a", b"moi")
    folder.chmod(mode)
    assert cache.read("a") is None
    cache.write("b", b"moi")
    assert os.listdir(folder) == ["a"]
    assert not cache.usable()


@posix
def test_a_file_that_others_may_write_is_not_used(folder: Path) -> None:
    cache.write("a", b"moi")
    (folder / "a").chmod(0o622)
    assert cache.read("a") is None


@posix
def test_a_folder_of_somebody_else_is_not_used(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.write("a", b"moi")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert cache.read("a") is None
    assert not cache.usable()


@posix
def test_links_are_not_followed(folder: Path, tmp_path: Path) -> None:
    cache.write("a", b"moi")
    (folder / "b").symlink_to(folder / "a")
    assert cache.read("b") is None
    elsewhere = tmp_path / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    assert cache.read("a") is None


@posix
def test_a_pipe_under_the_name_does_not_block(folder: Path) -> None:
    cache.write("a", b"moi")
    os.mkfifo(folder / "b", 0o600)
    assert cache.read("b") is None


@pytest.mark.parametrize("content", [b"", b"x", b"00000000moi", b"\xff" * 40])
def test_a_damaged_file_is_as_none(folder: Path, content: bytes) -> None:
    cache.write("a", b"moi")
    (folder / "a").write_bytes(content)
    assert cache.read("a") is None


def test_nothing_is_kept_where_it_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(cache.VARIABLE, "")
    monkeypatch.chdir(tmp_path)
    cache.write("a", b"moi")
    assert cache.read("a") is None
    assert not os.listdir(tmp_path)


def test_a_folder_that_cannot_be_made_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    for told in (tmp_path / "file" / "a", tmp_path / "file", Path("a\0b")):
        try:
            monkeypatch.setenv(cache.VARIABLE, str(told))
        except ValueError:  # this system refuses such a name itself
            continue
        cache.write("a", b"moi")
        assert cache.read("a") is None
        assert not cache.usable()


def test_the_oldest_files_are_removed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "MOST", 3)
    for age, name in enumerate("abcde"):
        cache.write(name, b"moi")
        os.utime(folder / name, (age, age))
    assert sorted(os.listdir(folder)) == ["c", "d", "e"]


def test_what_is_too_large_is_not_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGEST", 3)
    cache.write("a", b"1234")
    assert cache.read("a") is None
    cache.write("b", b"123")
    assert cache.read("b") == b"123"


def test_a_full_disk_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.write("a", b"moi")

    def full(*_given: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    cache.write("b", b"moi")
    assert os.listdir(folder) == ["a"]


@pytest.mark.parametrize(
    ("system", "variables", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/vanban"),
        ("linux", {"XDG_CACHE_HOME": "x", "HOME": "/h"}, "/h/.cache/vanban"),
        ("linux", {"HOME": "/h"}, "/h/.cache/vanban"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Caches/vanban"),
        ("win32", {"LOCALAPPDATA": "/l"}, os.path.join("/l", "vanban", "Cache")),
        ("win32", {}, ""),
    ],
)
def test_the_folder_follows_the_custom_of_the_system(
    monkeypatch: pytest.MonkeyPatch, system: str, variables: dict[str, str], expected: str
) -> None:
    for name in (cache.VARIABLE, "XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", system)
    assert cache.folder() == expected
