"""Signature blocks: authority, office, several signers, images of signature and seal."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import docx
import pytest
from lxml import etree
from msgspec import Struct

from vanban import api
from vanban.errors import TemplateError
from vanban.model.van_ban import Ky, VanBan
from vanban.units import Length, mm
from vanban.word import signatures
from vanban.word.body import BodyWriter
from vanban.word.images import Images
from vanban.word.ooxml import NAMESPACES, ROOT

COLUMN = Length(mm(82.5))
Picture = Callable[..., str]


def signed(*ky: Ky, loai: str = "ke-hoach") -> list[list[list[str]]]:
    """The rows of the table with the signature: the lines of each cell, blanks left out."""
    result = docx.Document(io.BytesIO(api.render(VanBan(loai=loai, ky=ky))))
    return [
        [[line for line in cell.text.split("\n") if line] for cell in row.cells]
        for row in result.tables[-1].rows
    ]


@pytest.mark.parametrize(
    "quyen_han",
    [
        ("TM. Ủy ban nhân dân", "KT. Chủ tịch"),
        ("TL. Bộ trưởng", "KT. Vụ trưởng Vụ Tổ chức cán bộ"),
    ],
)
def test_lines_of_authority_stand_above_the_office(quyen_han: tuple[str, ...]) -> None:
    ((_recipients, block),) = signed(Ky(quyen_han=quyen_han, chuc_vu="Phó", ho_ten="Lê Thị B"))
    assert " ".join(block) == " ".join([*quyen_han, "Phó"]).upper() + " Lê Thị B"
    assert block[0] == quyen_han[0].upper()


def test_another_office_stands_right_above_the_name() -> None:
    ky = Ky(
        quyen_han=("TM. Ban Chỉ đạo",),
        chuc_vu="Trưởng ban",
        chuc_vu_khac="Bộ trưởng Bộ Nội vụ",
        ho_ten="Nguyễn Văn A",
    )
    ((_recipients, block),) = signed(ky)
    assert block == ["TM. BAN CHỈ ĐẠO", "TRƯỞNG BAN", "BỘ TRƯỞNG BỘ NỘI VỤ", "Nguyễn Văn A"]


def test_several_signers_have_a_column_each_with_names_level() -> None:
    signers = (
        Ky(chuc_vu="Thư ký", ho_ten="Trần B"),
        Ky(quyen_han=("KT. Giám đốc",), chuc_vu="Phó Giám đốc", ho_ten="Lê A"),
        Ky(vai_tro="Bên C", chuc_vu="Giám đốc", chuc_vu_khac="Ủy viên", ho_ten="Vũ C"),
    )
    assert signed(*signers) == [
        [["THƯ KÝ"], ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"], ["BÊN C", "GIÁM ĐỐC"]],
        [["Trần B"], ["Lê A"], ["ỦY VIÊN", "Vũ C"]],
    ]


def test_columns_of_signers_share_the_width_of_the_text(
    writer_of: Callable[..., BodyWriter],
) -> None:
    writer = writer_of()
    xml = signatures.row((Ky(), Ky(), Ky()), writer.around, writer.images)
    root = etree.fromstring(f"<x {ROOT}>{xml}</x>")
    widths: Any = root.xpath("//w:gridCol/@w:w", namespaces=NAMESPACES)
    assert [round(int(w) / 1440 * 25.4) for w in widths] == [55, 55, 55]
    assert root.xpath("count(//w:cantSplit)", namespaces=NAMESPACES) == 2


def test_a_type_for_two_signers_has_its_row_even_for_one() -> None:
    assert signed(Ky(chuc_vu="Chủ tọa", ho_ten="Lê A"), loai="bien-ban") == [
        [["CHỦ TỌA"]],
        [["Lê A"]],
    ]


class Drawn(Struct):
    """A floating image: its corner in the column and its size, in EMU."""

    words: str
    x: int
    y: int
    wide: int
    high: int


@pytest.fixture
def drawn(writer_of: Callable[..., BodyWriter]) -> Callable[[Ky], list[Drawn]]:
    """``drawn(ky)``: what floats over the room to sign in."""

    def make(ky: Ky) -> list[Drawn]:
        xml = signatures.space(ky, writer_of().around, Images(), COLUMN)
        root: Any = etree.fromstring(f"<x {ROOT}>{xml}</x>")

        def number(anchor: Any, path: str) -> int:
            return int(anchor.xpath(path, namespaces=NAMESPACES)[0])

        return [
            Drawn(
                anchor.xpath("wp:docPr/@descr", namespaces=NAMESPACES)[0],
                number(anchor, "wp:positionH[@relativeFrom='column']/wp:posOffset/text()"),
                number(anchor, "wp:positionV[@relativeFrom='paragraph']/wp:posOffset/text()"),
                number(anchor, "wp:extent/@cx"),
                number(anchor, "wp:extent/@cy"),
            )
            for anchor in root.iter(f"{{{NAMESPACES['wp']}}}anchor")
        ]

    return make


Draw = Callable[[Ky], list[Drawn]]


@pytest.mark.parametrize("size", [(96, 48), (150, 60), (2000, 700), (60, 400)])
def test_a_seal_covers_the_left_third_of_the_signature(
    drawn: Draw, picture: Picture, size: tuple[int, int]
) -> None:
    ky = Ky(anh_chu_ky=picture("ky.png", *size), anh_dau=picture("dau.png", 136, 136))
    signature, seal = drawn(ky)
    assert (signature.words, seal.words) == ("Chữ ký", "Dấu")
    assert seal.x + seal.wide == pytest.approx(signature.x + signature.wide / 3, abs=2)
    assert seal.x < signature.x


def test_a_signature_is_centred_between_office_and_name(drawn: Draw, picture: Picture) -> None:
    (signature,) = drawn(Ky(anh_chu_ky=picture("ky.png", 150, 60)))
    assert signature.x + signature.wide / 2 == pytest.approx(COLUMN / 2, abs=2)


def test_a_large_signature_is_made_to_fit_and_keeps_its_shape(
    drawn: Draw, picture: Picture
) -> None:
    (signature,) = drawn(Ky(anh_chu_ky=picture("ky.png", 3000, 1500)))
    assert signature.high <= mm(24)
    assert signature.wide < COLUMN
    assert signature.wide / signature.high == pytest.approx(2, rel=0.01)


def test_a_seal_keeps_its_real_size(drawn: Draw, picture: Picture) -> None:
    (seal,) = drawn(Ky(anh_dau=picture("dau.png", 96, 96)))
    assert (seal.wide, seal.high) == (914_400, 914_400)


def test_a_seal_lies_over_the_signature_and_in_the_middle_of_the_room(
    drawn: Draw, picture: Picture
) -> None:
    seal = drawn(Ky(anh_dau=picture("dau.png", 136, 136)))[0]
    assert seal.y + seal.high / 2 == pytest.approx(mm(12), abs=2)


def test_without_images_the_room_is_empty(writer_of: Callable[..., BodyWriter]) -> None:
    xml = signatures.space(Ky(), writer_of().around, Images(), COLUMN)
    assert "<w:r>" not in xml


@pytest.mark.parametrize("several", [False, True])
def test_a_signed_document_has_no_fault(
    faults: Callable[..., object], picture: Picture, several: bool
) -> None:
    ky = Ky(
        chuc_vu="Giám đốc",
        anh_chu_ky=picture("ky.png", 150, 60),
        anh_dau=picture("dau.png", 136, 136, grey=200),
    )
    signers = (ky, ky) if several else (ky,)
    assert faults({"a": api.render(VanBan(loai="ke-hoach", ky=signers))}) == {}


def test_an_image_that_is_missing_is_named(drawn: Draw) -> None:
    with pytest.raises(TemplateError, match=r"khong-co\.png"):
        drawn(Ky(anh_dau="khong-co.png"))
