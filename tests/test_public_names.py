"""What ``import vanban`` promises."""

from __future__ import annotations

import inspect
import io
import zipfile
from pathlib import Path

import pytest

import vanban

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("name", vanban.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    found = getattr(vanban, name)
    if name not in {"__version__", "hookimpl"}:
        assert inspect.getdoc(found)


def test_all_public_names_are_listed_once_and_by_dir() -> None:
    assert len(set(vanban.__all__)) == len(vanban.__all__)
    assert dir(vanban) == sorted(vanban.__all__)


def test_another_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="khong_co"):
        _ = vanban.khong_co  # type: ignore[attr-defined]  # on purpose


def test_the_example_of_the_docstring_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [line.partition(">>> ")[2] for line in (vanban.__doc__ or "").splitlines()]
    program = "\n".join(line.partition("  # doctest")[0] for line in lines if line)
    assert "vanban.load(" in program
    monkeypatch.chdir(ROOT)
    program = program.replace('Path("', f'Path("{tmp_path.as_posix()}/')
    exec(program, {"Path": Path})  # what the docstring shows, run as a reader would
    (written,) = tmp_path.iterdir()
    with zipfile.ZipFile(written) as archive:
        assert "KẾT LUẬN" in archive.read("word/document.xml").decode()


def test_a_document_is_read_checked_and_rendered() -> None:
    reading = vanban.read(ROOT / "examples" / "ket-luan-giao-ban.yaml")
    report = vanban.check(reading)
    assert isinstance(reading, vanban.Reading)
    assert isinstance(reading.doc, vanban.VanBan)
    assert isinstance(report, vanban.Report)
    assert report.errors == ()
    assert all(isinstance(finding, vanban.Finding) for finding in report.findings)
    assert zipfile.is_zipfile(io.BytesIO(vanban.render(reading)))
    assert vanban.render(reading.doc) == vanban.render(reading)


def test_what_cannot_be_read_is_one_kind_of_error(tmp_path: Path) -> None:
    with pytest.raises(vanban.VanbanError) as caught:
        vanban.load(tmp_path / "khong-co.yaml")
    assert caught.value.problems[0].message == "Không tìm thấy tệp."
