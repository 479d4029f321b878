"""Nothing partial is left behind, nothing is replaced unasked."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from vanban import outputs
from vanban.errors import OutputError


def refused(path: Path, *, force: bool = False) -> str:
    with pytest.raises(OutputError) as caught:
        outputs.write(path, b"moi", force=force)
    (problem,) = caught.value.problems
    assert problem.place
    assert problem.place.path == str(path)
    assert problem.advice
    return problem.message


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    outputs.write(tmp_path / "a.docx", b"moi")
    assert (tmp_path / "a.docx").read_bytes() == b"moi"
    assert names(tmp_path) == ["a.docx"]


def test_an_existing_file_stays_without_force(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"cu")
    assert refused(tmp_path / "a.docx") == "Tệp đã có, không ghi đè."
    assert (tmp_path / "a.docx").read_bytes() == b"cu"


def test_force_replaces_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"cu")
    outputs.write(tmp_path / "a.docx", b"moi", force=True)
    assert (tmp_path / "a.docx").read_bytes() == b"moi"
    assert names(tmp_path) == ["a.docx"]


def test_a_name_that_was_taken_meanwhile_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real_link = os.link

    def late(source: Path, target: Path) -> None:
        Path(target).write_bytes(b"cu")
        real_link(source, target)

    monkeypatch.setattr(os, "link", late)
    assert refused(tmp_path / "a.docx") == "Tệp đã có, không ghi đè."
    assert (tmp_path / "a.docx").read_bytes() == b"cu"
    assert names(tmp_path) == ["a.docx"]


def test_a_file_system_without_links_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def link(_source: Path, _target: Path) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    outputs.write(tmp_path / "a.docx", b"moi")
    assert names(tmp_path) == ["a.docx"]


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (errno.ENOSPC, "Ổ đĩa đã đầy."),
        (errno.EROFS, "Ổ đĩa chỉ cho đọc."),
        (errno.EACCES, "Không có quyền ghi vào thư mục này."),
        (errno.EIO, "Không ghi được tệp: Input/output error."),
    ],
)
def test_what_goes_wrong_while_writing_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, message: str
) -> None:
    def put(path: str, _data: bytes, _mode: str) -> None:
        Path(path).write_bytes(b"mo")  # half of it
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(outputs, "_put", put)
    assert refused(tmp_path / "a.docx") == message
    assert names(tmp_path) == []


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def put(_path: Path, _data: bytes, _mode: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "a.docx").write_bytes(b"cu")
    monkeypatch.setattr(outputs, "_put", put)
    refused(tmp_path / "a.docx", force=True)
    assert (tmp_path / "a.docx").read_bytes() == b"cu"


def test_a_file_that_word_keeps_open_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(_source: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    (tmp_path / "a.docx").write_bytes(b"cu")
    monkeypatch.setattr(os, "replace", replace)
    assert refused(tmp_path / "a.docx", force=True) == "Không thay được tệp cũ."
    assert names(tmp_path) == ["a.docx"]


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "x" / "a.docx") == "Thư mục không tồn tại."


@pytest.mark.parametrize("force", [False, True])
def test_a_folder_is_no_file(tmp_path: Path, force: bool) -> None:
    assert refused(tmp_path, force=force) == "Đây là thư mục, không phải tệp."


@pytest.mark.parametrize("name", ["", "/", "a\0b"])
def test_a_name_that_no_file_can_have_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    refused(Path(name), force=True)
    assert names(tmp_path) == []


def test_long_names_in_vietnamese_are_written(tmp_path: Path) -> None:
    name = "ế" * 80 + ".docx"  # 245 bytes of at most 255
    outputs.write(tmp_path / name, b"moi")
    assert names(tmp_path) == [name]


def test_names_that_are_too_long_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / ("a" * 300)) == "Tên tệp quá dài."


def test_a_device_is_written_to_and_stays_one() -> None:
    outputs.write(Path(os.devnull), b"moi", force=True)
    assert not Path(os.devnull).is_file()


def test_a_link_without_a_target_counts_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.docx").symlink_to("khong-co")
    assert refused(tmp_path / "a.docx") == "Tệp đã có, không ghi đè."
    assert names(tmp_path) == ["a.docx"]


def test_force_replaces_a_link_and_not_its_target(tmp_path: Path) -> None:
    (tmp_path / "goc.docx").write_bytes(b"cu")
    (tmp_path / "a.docx").symlink_to("goc.docx")
    outputs.write(tmp_path / "a.docx", b"moi", force=True)
    assert (tmp_path / "goc.docx").read_bytes() == b"cu"
    assert (tmp_path / "a.docx").read_bytes() == b"moi"


def test_folders_are_made_with_those_above(tmp_path: Path) -> None:
    outputs.make_folder(tmp_path / "x" / "y")
    assert (tmp_path / "x" / "y").is_dir()


@pytest.mark.parametrize("name", ["a.docx", "a.docx/x"])
def test_a_file_is_no_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.docx").touch()
    with pytest.raises(OutputError, match="không phải thư mục"):
        outputs.make_folder(tmp_path / name)


def test_a_replaced_file_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"cu")
    path.chmod(0o600)
    outputs.replace(path, b"moi")
    assert path.read_bytes() == b"moi"
    assert path.stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["a.yaml"]


def test_of_a_link_the_target_is_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "that.yaml", tmp_path / "lien-ket.yaml"
    target.write_bytes(b"cu")
    link.symlink_to(target)
    outputs.replace(link, b"moi")
    assert link.is_symlink()
    assert target.read_bytes() == b"moi"


def test_a_file_that_is_only_to_be_read_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"cu")
    path.chmod(0o444)
    with pytest.raises(OutputError, match="chỉ cho đọc"):
        outputs.replace(path, b"moi")
    assert path.read_bytes() == b"cu"
