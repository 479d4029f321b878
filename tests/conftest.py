"""What tests of several rooms start from: the standard, a writer of bodies, type files."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from vanban import messages, resources
from vanban.model.blocks import Body
from vanban.model.van_ban import VanBan
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType
from vanban.standards.types import read as read_type
from vanban.units import Length
from vanban.word.body import BodyWriter, Surroundings
from vanban.word.style_sheet import style_id


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    """Messages are Vietnamese, whatever the machine says."""
    messages.use("vi")
    yield
    messages.use(None)


@pytest.fixture(scope="session")
def nd30() -> Standard:
    """Nghị định 30/2020/NĐ-CP."""
    return Standard(resources.standards() / "nd30")


@pytest.fixture(scope="session")
def ke_hoach() -> DocumentType:
    """A type of the commonest form."""
    return read_type(resources.standards() / "nd30" / "types" / "ke-hoach.yaml")


@pytest.fixture(scope="session")
def writer_of(nd30: Standard) -> Callable[..., BodyWriter]:
    """``writer_of(*blocks, width=…, **fields)``: a writer for a document of these."""

    def make(*body: Any, width: Length | None = None, **fields: Any) -> BodyWriter:
        styles = {slug: style_id(slug) for slug in nd30.styles}
        around = Surroundings(nd30, styles, width or nd30.page.be_rong_chu, "14")
        return BodyWriter.of(VanBan(loai="ke-hoach", noi_dung=body, **fields), around)

    return make


@pytest.fixture(scope="session")
def written(writer_of: Callable[..., BodyWriter]) -> Callable[..., str]:
    """``written(*blocks)``: what a body of these blocks becomes."""

    def write(*body: Any, **fields: Any) -> str:
        blocks: Body = body
        return writer_of(*body, **fields).write(blocks, ("noi_dung",))

    return write


@pytest.fixture(scope="session")
def validator() -> Path:
    """The independent validator: beside the checkout, or where VANBAN_VALIDATOR says."""
    beside = Path(__file__).parents[2] / "shared" / "ooxml" / "validate_ooxml.py"
    path = Path(os.environ.get("VANBAN_VALIDATOR") or beside)
    if not path.exists():
        pytest.skip("no independent validator beside the checkout")
    return path


@pytest.fixture
def faults(validator: Path, tmp_path: Path) -> Callable[..., dict[str, Any]]:
    """``faults({"a": docx})``: what the validator says of each file with a fault."""

    def find(files: Mapping[str, bytes]) -> dict[str, Any]:
        folder = tmp_path / "to-validate"
        folder.mkdir(exist_ok=True)
        paths = {str(folder / f"{name}.docx"): name for name in files}
        for path, name in paths.items():
            Path(path).write_bytes(files[name])
        done = subprocess.run(
            [sys.executable, "-X", "utf8", validator, "--json", "--level", "W", *paths],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        reports = json.loads(done.stdout)
        assert len(reports) == len(files)
        named = zip(paths.values(), reports, strict=True)
        return {name: report["items"] for name, report in named if report["items"]}

    return find


@pytest.fixture
def type_file(tmp_path: Path) -> Callable[..., Path]:
    """``type_file(yaml, slug="loai-moi")``: the file of a document type."""

    def make(more: str = "", slug: str = "loai-moi") -> Path:
        path = tmp_path / f"{slug}.yaml"
        path.write_text(f"ten: Loại mới\nma: LM\ncan_cu: Đ.7\n{more}", "utf-8")
        return path

    return make


@dataclass(frozen=True)
class Ran:
    """What a run of the command line did: exit code, output, messages, the folder after it."""

    code: int
    out: bytes
    err: str
    folder: Path

    @property
    def files(self) -> list[str]:
        """The files that are there now."""
        found = (p for p in self.folder.rglob("*") if p.is_file() and ".git" not in p.parts)
        return sorted(str(p.relative_to(self.folder)) for p in found)

    @property
    def text(self) -> str:
        """Standard output as text."""
        return self.out.decode()


@pytest.fixture
def source() -> str:
    """A source without a finding worth a word; tests replace pieces of it."""
    return """\
loai: ke-hoach
co_quan:
  chu_quan: UBND tỉnh Tây Ninh
  ban_hanh: Thanh tra tỉnh
  viet_tat: TTr
dia_danh: Tây Ninh
trich_yeu: Công tác năm 2026
noi_dung: |
  Một đoạn.
ky:
  chuc_vu: Chánh Thanh tra
noi_nhan:
  - Phòng Nghiệp vụ
luu: VT
"""


@pytest.fixture
def vanban(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> Callable[..., Ran]:
    """``vanban("render", "a.yaml", files={"a.yaml": …}, stdin=b"")`` in an empty folder."""
    (tmp_path / ".git").mkdir()  # no profile is looked for above
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, files: Mapping[str, str | bytes] = {}, stdin: bytes = b"") -> Ran:
        from vanban.cli.main import main

        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        capsysbinary.readouterr()
        code = main(arguments)
        captured = capsysbinary.readouterr()
        return Ran(code, captured.out, captured.err.decode(), tmp_path)

    return run
