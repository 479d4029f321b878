"""Archives: written the same way every time, read with limits."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vanban.errors import TemplateError
from vanban.word import package

names = st.text("abcđ/", min_size=1, max_size=12).filter(lambda name: not name.endswith("/"))
contents = st.dictionaries(names, st.binary(max_size=200), max_size=6)


def pack(parts: dict[str, bytes]) -> bytes:
    return package.write(package.deflate(name, data) for name, data in parts.items())


PLAIN = pack({"word/document.xml": b"<a/>" * 100, "b.xml": b"b"})


@given(contents)
def test_parts_come_back_as_they_went_in(parts: dict[str, bytes]) -> None:
    assert package.read(pack(parts)) == parts
    assert list(package.read(pack(parts))) == list(parts)


@given(contents)
def test_zipfile_reads_it_and_finds_no_damage(parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(parts))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts


@given(contents)
def test_the_same_parts_give_the_same_bytes(parts: dict[str, bytes]) -> None:
    assert pack(parts) == pack(parts)


def test_no_clock_is_in_it() -> None:
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no archive",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        PLAIN[:-30],
        PLAIN[: len(PLAIN) // 2],
        PLAIN.replace(b"PK\x01\x02", b"PK\x09\x09"),
    ],
)
def test_what_is_no_archive_is_told_with_a_way_out(data: bytes) -> None:
    with pytest.raises(TemplateError) as caught:
        package.read(data)
    (problem,) = caught.value.problems
    assert "Không phải tệp .docx hoặc tệp đã hỏng" in problem.message
    assert problem.advice is not None


def test_an_encrypted_archive_is_told() -> None:
    flagged = bytearray(PLAIN)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = flagged.find(mark)
        while at >= 0:
            flagged[at + offset] |= 1
            at = flagged.find(mark, at + 1)
    with pytest.raises(TemplateError, match="không đặt mật khẩu"):
        package.read(bytes(flagged))


@given(st.data())
def test_damage_anywhere_is_told_or_harmless(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(PLAIN) - 1))
    value = data.draw(st.integers(0, 255))
    with suppress(TemplateError):
        package.read(PLAIN[:at] + bytes([value]) + PLAIN[at + 1 :])


def test_an_archive_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "LARGEST", 100)
    with pytest.raises(TemplateError, match="quá lớn"):
        package.read(PLAIN)


def test_an_archive_of_too_many_parts_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "MOST_PARTS", 1)
    with pytest.raises(TemplateError, match="quá lớn"):
        package.read(PLAIN)
