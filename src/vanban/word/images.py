"""Images in the text: their size read from the file, their drawing, their parts."""

from __future__ import annotations

from pathlib import Path

from markupsafe import escape
from msgspec import Struct, field

from vanban.errors import TemplateError
from vanban.location import Place
from vanban.messages import _
from vanban.model.blocks import Hinh
from vanban.model.pictures import pixels
from vanban.patterns import later
from vanban.units import Length
from vanban.word.ooxml import PIC, WP, A, R

_NAMES = f'xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}" xmlns:r="{R}"'
"""Declared on each drawing: an office's template may know none of them at its root."""
_ID = later(r'<wp:docPr\b[^>]*?\bid="(\d+)"')
_EMU_PER_INCH = 914_400
_SCREEN = 96
_KINDS = {b"\x89PN": "png", b"\xff\xd8\xff": "jpeg"}


class Images(Struct):
    """The image files used by one document; equal files are stored once."""

    files: dict[str, bytes] = field(default_factory=dict)
    drawn: int = 0

    def drawing(self, hinh: Hinh, room: Length, height: Length | None = None) -> str:
        """The run that shows an image at its own size, made smaller to fit into the room."""
        size = self.size(hinh.tep, room, height)
        return f"<w:r>{_inline(self._picture(hinh.tep, size, hinh.mo_ta), size)}</w:r>"

    def floating(
        self, file: str, size: tuple[int, int], offset: tuple[int, int], words: str
    ) -> str:
        """The drawing of an image that floats over its paragraph.

        ``offset`` is that of its corner from the column and the paragraph, in EMU.
        """
        return _anchor(self._picture(file, size, words), size, offset, self.drawn)

    def size(self, file: str, room: Length, height: Length | None = None) -> tuple[int, int]:
        """Width and height in EMU at which an image fits into a room."""
        try:
            return fitted(_read(file), room, height)
        except ValueError:
            message = _("Không đọc được kích thước ảnh.")
            raise TemplateError.at(message, Place(file)) from None

    def _picture(self, file: str, size: tuple[int, int], words: str) -> str:
        """What inline and floating drawings share; the file is kept for the package."""
        data = _read(file)
        name = f"image{len(self.files) + 1}.{_KINDS[data[:3]]}"
        known = next((n for n, content in self.files.items() if content == data), None)
        self.files[known or name] = data
        self.drawn += 1
        return _graphic(relationship(known or name), self.drawn, words, size)


def last(document: str) -> int:
    """The highest id of a drawing in a document; 0 when it has none."""
    return max((int(found) for found in _ID.findall(document)), default=0)


def relationship(name: str) -> str:
    """The id under which a document part refers to an image."""
    return "rIdVB" + name.split(".")[0].capitalize()


def fitted(data: bytes, room: Length, height: Length | None = None) -> tuple[int, int]:
    """Width and height in EMU at 96 dots an inch, scaled down to the room.

    ``height`` is that of the room; None does not bound it.

    Raises:
        ValueError: the file does not tell its size.
    """
    size = pixels(data)
    if size is None:
        raise ValueError("no size in the header of the image")
    wide, high = (n * _EMU_PER_INCH / _SCREEN for n in size)
    scale = min(1.0, room / wide, height / high if height else 1.0)
    return max(1, round(wide * scale)), max(1, round(high * scale))


def _read(file: str) -> bytes:
    try:
        data = Path(file).read_bytes()
    except OSError:
        raise TemplateError.at(_("Không tìm thấy tệp ảnh."), Place(file)) from None
    if data[:3] not in _KINDS:
        raise TemplateError.at(_("Ảnh phải là PNG hoặc JPEG."), Place(file))
    return data


def _graphic(target: str, number: int, words: str, size: tuple[int, int]) -> str:
    """The picture itself; the description is what screen readers say."""
    extent = f'cx="{size[0]}" cy="{size[1]}"'
    about = f'id="{number}" name="Hình {number}" descr="{escape(words)}"'
    return (
        f"<wp:docPr {about}/><wp:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Hình {number}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{target}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
    )


def _inline(graphic: str, size: tuple[int, int]) -> str:
    extent = f'<wp:extent cx="{size[0]}" cy="{size[1]}"/>'
    inside = f'<wp:inline {_NAMES} distT="0" distB="0" distL="0" distR="0">{extent}{graphic}'
    return f"<w:drawing>{inside}</wp:inline></w:drawing>"


def _anchor(graphic: str, size: tuple[int, int], offset: tuple[int, int], height: int) -> str:
    """Over the text, at an offset from column and paragraph; ``height`` orders overlaps."""
    x, y = offset
    return (
        f'<w:drawing><wp:anchor {_NAMES} distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{height}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{x}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{y}</wp:posOffset></wp:positionV>'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f"<wp:wrapNone/>{graphic}</wp:anchor></w:drawing>"
    )
