"""Whole, valid packages made by hand, and what is asked of each change made in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from types import MappingProxyType

import pytest

from vanban.findings import Format
from vanban.word.revising.formatting import formatted

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
WHEN = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)
PAGE = (
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" '
    'w:left="1701" w:header="720" w:footer="720" w:gutter="0"/>'
)
MAIN = "word/document.xml"


def _package(
    body: str,
    parts: Mapping[str, str] = MappingProxyType({}),
    kind: str = f"{WML}.document.main+xml",
    root: str | bytes = "",
) -> bytes:
    overrides, lines = "", ""
    for name in parts:
        word = name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
        if name.endswith(".xml") and name.startswith("word/"):
            overrides += f'<Override PartName="/{name}" ContentType="{WML}.{word}+xml"/>'
            target = name.removeprefix("word/")
            lines += f'<Relationship Id="r{len(lines)}" Type="{R}/{word}" Target="{target}"/>'
    files = {
        "[Content_Types].xml": (
            f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/{MAIN}" ContentType="{kind}"/>{overrides}</Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{R}/officeDocument" Target="{MAIN}"/></Relationships>'
        ),
        MAIN: root
        or (
            f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}'
            f"<w:sectPr>{PAGE}</w:sectPr></w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'
        ),
        **parts,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.fixture(scope="session")
def package() -> Callable[..., bytes]:
    """``package(body, {"word/comments.xml": xml})``: a .docx that Word would open."""
    return _package


@pytest.fixture(scope="session")
def when() -> datetime:
    """The time that changes get."""
    return WHEN


@pytest.fixture(scope="session")
def parts() -> Callable[[bytes], dict[str, bytes]]:
    """``parts(data)``: the parts of a package."""

    def read(data: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return read


@pytest.fixture(scope="session")
def main(parts: Callable[[bytes], dict[str, bytes]]) -> Callable[[bytes], str]:
    """``main(data)``: the text of the main part."""
    return lambda data: parts(data)[MAIN].decode()


@pytest.fixture(scope="session")
def change() -> Callable[..., bytes]:
    """``change(data, (0, 0), "text", bold=True, start=2, end=5, track=True)``: a .docx changed."""

    def make(
        data: bytes,
        path: tuple[int, ...],
        of: str,
        *,
        start: int | None = None,
        end: int | None = None,
        track: bool = False,
        part: str = MAIN,
        **wanted: str | float | bool | None,
    ) -> bytes:
        formats = [Format(of, part, path, name, v, start, end) for name, v in wanted.items()]  # type: ignore[arg-type]
        return formatted(data, formats, WHEN if track else None)

    return make


@pytest.fixture
def sound(faults: Callable[..., dict[str, list[dict[str, str]]]]) -> Callable[..., bool]:
    """``sound(before, after)``: the validator finds nothing in a file that it did not before."""

    def compare(before: bytes, after: bytes) -> bool:
        told = faults({"before": before, "after": after})
        codes = [{item["code"] for item in told.get(name, [])} for name in ("before", "after")]
        return codes[1] <= codes[0]

    return compare
