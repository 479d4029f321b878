"""What tests of several rooms start from: the standard, a writer of bodies, type files."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from vanban import cache, messages, plugins, resources
from vanban.hookspecs import hookimpl
from vanban.model.blocks import Body
from vanban.model.van_ban import VanBan
from vanban.plugins import Registry
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType
from vanban.standards.types import read as read_type
from vanban.units import Length
from vanban.word.body import BodyWriter, Surroundings
from vanban.word.style_sheet import style_id

os.environ[cache.VARIABLE] = ""  # nothing of the machine is used, nothing is left on it


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


@pytest.fixture
def with_plugin(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Registry]:
    """``with_plugin(sources={".x": "goi:doc"})``: the registry of a process with one plugin.

    The plugin is "vanban-thu 1.0"; each keyword is the answer to a hook, without "vanban_".
    """

    def make(**answers: Any) -> Registry:
        module = ModuleType("thu")
        for name, answer in answers.items():
            setattr(module, f"vanban_{name}", _hook(f"vanban_{name}", answer))
        known = plugins.build([("vanban-thu 1.0", module)])
        monkeypatch.setattr(plugins, "registry", lambda: known)
        monkeypatch.setattr("vanban.cli.group.any_installed", lambda: True)
        return known

    return make


def _hook(name: str, answer: Any) -> Any:
    def hook() -> Any:
        return answer

    hook.__name__ = name
    return hookimpl(hook)


@pytest.fixture
def module(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """``module(doc=function)``: an importable module with these names; its own name."""

    def make(name: str = "goi_thu", **contents: Any) -> str:
        made = ModuleType(name)
        vars(made).update(contents)
        monkeypatch.setitem(sys.modules, name, made)
        return name

    return make


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without LibreOffice."""
    monkeypatch.setattr("vanban.pdf.office.places", lambda *_given: iter(()))
    monkeypatch.setattr("vanban.pdf.office.shutil.which", lambda _name: None)
    monkeypatch.delenv("VANBAN_SOFFICE", raising=False)


class FakeOffice:
    """A LibreOffice that does what the files tell it to; see ``fake_soffice.py``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        program = (Path(__file__).parent / "fake_soffice.py").read_text("utf-8")
        self.path = folder / "soffice"
        self.path.write_text(f"#!{sys.executable}\n{program}", "utf-8")
        self.path.chmod(0o755)
        self.makes("xong")
        self.is_version("LibreOffice 7.4.7.2 40(Build:2)")

    def makes(self, text: str) -> None:
        """What its PDFs say."""
        (self.folder / "made").write_text(text, "utf-8")

    def is_version(self, text: str) -> None:
        """What it says of its version."""
        (self.folder / "version").write_text(text, "utf-8")

    def breaks(self) -> None:
        """Let it convert nothing any more."""
        (self.folder / "broken").touch()

    @property
    def runs(self) -> list[int]:
        """How many files each of its processes was given."""
        path = self.folder / "runs"
        return [int(line) for line in path.read_text().split()] if path.exists() else []

    @property
    def hung(self) -> list[int]:
        """The process that hung, and its child."""
        return [int(number) for number in (self.folder / "hung").read_text().split()]


@pytest.fixture
def fake_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeOffice:
    """The LibreOffice of this test; it has 2 s to start where the real one has 60."""
    if sys.platform == "win32":
        pytest.skip("the fake LibreOffice is a script with a first line that names Python")
    made = FakeOffice(tmp_path / ".office")
    monkeypatch.setenv("VANBAN_SOFFICE", str(made.path))
    monkeypatch.setattr("vanban.pdf.running.START", 2.0)
    monkeypatch.setattr("vanban.pdf.running.EXIT", 0.5)
    return made


@pytest.fixture
def docx(tmp_path: Path) -> Callable[..., str]:
    """``docx("a.docx", "hang")``: a Word file with an order for the fake LibreOffice; its path."""

    def make(name: str, order: str = "") -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("[Content_Types].xml", "<Types>wordprocessingml</Types>")
            archive.writestr("lenh", order)
        return str(path)

    return make


@pytest.fixture
def fonts_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """``fonts_here("Tinos", "aăâ")``: the font that fontconfig takes for any other; its file."""

    def have(family: str, letters: str) -> Path:
        from fontTools.fontBuilder import FontBuilder

        folder = tmp_path / ".fonts"
        folder.mkdir(exist_ok=True)
        builder = FontBuilder(1000)
        builder.setupGlyphOrder([".notdef", "g"])
        builder.setupCharacterMap(dict.fromkeys(map(ord, letters), "g"))
        builder.font.save(folder / "font.ttf")
        told = folder / "fc-match"
        told.write_text(f"#!/bin/sh\nprintf '%s\\n%s\\n0' '{family}' '{folder}/font.ttf'\n")
        told.chmod(0o755)
        monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)
        return folder / "font.ttf"

    return have
