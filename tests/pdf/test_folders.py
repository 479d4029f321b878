"""Private folders: closed to others, removed, also those of a run that was killed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from vanban.errors import ConversionError
from vanban.pdf import folders, running

KILLED = """\
import os, sys, tempfile
tempfile.tempdir = sys.argv[1]
from vanban.pdf import folders
with folders.private() as folder:
    print(folder, flush=True)
    os._exit(9)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def age(folder: Path) -> None:
    """Make a folder an hour old."""
    os.utime(folder / "lock", (0, 0))


def killed(temporary: Path) -> Path:
    """The folder of a process that ended without a chance to remove it."""
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, str(temporary)], capture_output=True, timeout=60
    )
    folder = Path(ran.stdout.decode().strip())
    assert ran.returncode == 9
    assert folder.is_dir()
    age(folder)
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_a_private_folder_is_closed_to_all_others() -> None:
    with folders.private() as folder:
        assert folder.stat().st_mode & 0o077 == 0


def test_a_private_folder_is_removed_also_after_a_failure() -> None:
    seen: list[Path] = []
    with suppress(KeyError), folders.private() as folder:
        seen.append(folder)
        (folder / "a").write_text("mật")
        raise KeyError
    assert not seen[0].exists()


def test_the_folder_of_a_killed_run_is_swept(temporary: Path) -> None:
    folder = killed(temporary)
    assert folders.sweep() == 1
    assert not folder.exists()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="the system lists no processes")
def test_what_still_works_for_a_killed_run_is_ended(temporary: Path) -> None:
    folder = killed(temporary)
    command = [sys.executable, "-c", "import time; time.sleep(600)"]
    stray = subprocess.Popen([*command, f"-env:UserInstallation=file://{folder}/profile-1"])
    other = subprocess.Popen([*command, f"-env:UserInstallation=file://{temporary}/profile"])
    try:
        assert folders.sweep() == 1
        assert stray.wait(timeout=20) == -9
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no such files")
def test_the_socket_of_a_profile_is_removed_too(
    temporary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sockets = tmp_path / "sockets"
    sockets.mkdir()
    monkeypatch.setattr(running, "_PIPES", (str(sockets),))
    profile = killed(temporary) / "profile-1"
    profile.mkdir()
    digest = hashlib.md5(profile.as_uri().encode("utf-16-le")).digest()
    name = "".join(f"{byte:x}" for byte in digest)
    (sockets / f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{name}").touch()
    assert folders.sweep() == 1
    assert list(sockets.iterdir()) == []


def test_what_cannot_be_removed_is_found_again(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = killed(temporary)
    (folder / "profile").mkdir()
    with monkeypatch.context() as patched:
        patched.setattr(folders.shutil, "rmtree", lambda *_given, **_options: None)
        assert folders.sweep() == 0
    assert folders.sweep() == 1
    assert not folder.exists()


def test_a_folder_in_use_is_not_swept() -> None:
    with folders.private() as folder:
        age(folder)
        assert folders.sweep() == 0
        assert folder.is_dir()


def test_a_folder_of_this_moment_is_not_swept(temporary: Path) -> None:
    folder = killed(temporary)
    os.utime(folder / "lock")
    assert folders.sweep() == 0
    assert folder.is_dir()


def test_what_is_not_ours_is_not_swept(temporary: Path) -> None:
    strange = temporary / "vanban-pdf-cua-toi"
    strange.mkdir(mode=0o700)
    (strange / "a.txt").write_text("a")
    (temporary / "vanban-pdf.txt").write_text("a")
    assert folders.sweep() == 0
    assert (strange / "a.txt").exists()


def test_a_folder_for_temporary_files_that_is_missing_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "khong-co"))
    with pytest.raises(ConversionError, match="Không tạo được thư mục tạm"), folders.private():
        pass
