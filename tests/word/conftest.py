"""Documents rendered from the shipped examples, and small packages written by hand."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pytest

from vanban import resources
from vanban.layout.document import Layout
from vanban.model.origin import Origin
from vanban.model.van_ban import VanBan
from vanban.sources.decode import decode
from vanban.sources.read import read as read_source
from vanban.standards.load import Standard
from vanban.standards.types import DocumentType
from vanban.standards.types import read as read_type
from vanban.word import forms, package, template, writer
from vanban.word.ooxml import DECLARATION, ROOT, W
from vanban.word.reader import read

ROOT_FOLDER = Path(__file__).parents[2]


@cache
def _standard() -> Standard:
    return Standard(resources.standards() / "nd30")


@cache
def _types() -> dict[str, DocumentType]:
    folder = resources.standards() / "nd30" / "types"
    return {path.stem: read_type(path) for path in folder.glob("*.yaml")}


@cache
def _source(name: str) -> VanBan:
    source = read_source(str(ROOT_FOLDER / "examples" / f"{name}.yaml"), lambda _ending: None)
    own_fields = {slug: kind.truong for slug, kind in _types().items()}
    return decode(source.node, own_fields, Origin(source.path, source.text)).doc


def _render(name: str, co_chu: str = "14") -> bytes:
    form = package.write(
        package.deflate(part, xml.encode())
        for part, xml in forms.parts(
            _standard(), _standard().forms[_types()[_source(name).loai].mau], co_chu
        ).items()
    )
    doc = _source(name)
    compiled = template.compile_template(package.read(form), "mau.docx", _standard(), co_chu)
    return writer.render(doc, _types()[doc.loai], _standard(), compiled)


@pytest.fixture
def picture(tmp_path: Path) -> Callable[..., str]:
    """``picture("dau.png", 96, 48)``: the path of a whole PNG of so many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = struct.pack(">L", zlib.crc32(kind + data))
        return struct.pack(">L", len(data)) + kind + data + checksum

    def make(name: str, width: int, height: int, grey: int = 0) -> str:
        head = struct.pack(">LLBBBBB", width, height, 8, 0, 0, 0, 0)
        rows = zlib.compress((b"\0" + bytes([grey]) * width) * height)
        whole = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
        (tmp_path / name).write_bytes(b"\x89PNG\r\n\x1a\n" + whole)
        return str(tmp_path / name)

    return make


@pytest.fixture(scope="session")
def standard() -> Standard:
    """Nghị định 30."""
    return _standard()


@pytest.fixture(scope="session")
def source() -> Callable[[str], VanBan]:
    """``source(name)``: the document in an example."""
    return _source


@pytest.fixture(scope="session")
def render() -> Callable[..., bytes]:
    """``render(name, co_chu="14")``: the .docx of an example, made anew at each call."""
    return _render


@pytest.fixture(scope="session")
def layout() -> Callable[..., Layout]:
    """``layout(name, co_chu="14")``: what the reader sees in that .docx."""
    return cache(lambda name, co_chu="14": read(_render(name, co_chu)))


def _package(body: str, parts: Mapping[str, str] = MappingProxyType({})) -> bytes:
    document = f"{DECLARATION}<w:document {ROOT}><w:body>{body}</w:body></w:document>"
    contents = {"word/document.xml": document, **parts}
    return package.write(package.deflate(name, xml.encode()) for name, xml in contents.items())


@pytest.fixture(scope="session")
def docx() -> Callable[..., bytes]:
    """``docx(body, {"word/styles.xml": xml})``: a package with these parts and no others."""
    return _package


@pytest.fixture(scope="session")
def seen() -> Callable[..., Layout]:
    """``seen(body, styles="<w:style …/>")``: what the reader sees in a crafted document."""

    def layout_of(
        body: str, styles: str = "", parts: Mapping[str, str] = MappingProxyType({})
    ) -> Layout:
        part = f'<w:styles xmlns:w="{W}">{styles}</w:styles>'
        return read(_package(body, {"word/styles.xml": part, **parts}))

    return layout_of
