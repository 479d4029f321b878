"""Images in the text: their size read from the file, their drawing, their parts."""

from __future__ import annotations

import re
from pathlib import Path

from markupsafe import escape
from msgspec import Struct, field

from vanban.errors import TemplateError
from vanban.location import Place
from vanban.messages import _
from vanban.model.blocks import Hinh
from vanban.model.pictures import pixels
from vanban.units import Length
from vanban.word.ooxml import PIC, WP, A, R

_NAMES = f'xmlns:wp="{WP}" xmlns:a="{A}" xmlns:pic="{PIC}" xmlns:r="{R}"'
"""Declared on each drawing: an office's template may know none of them at its root."""
_ID = re.compile(r'<wp:docPr\b[^>]*?\bid="(\d+)"')
_EMU_PER_INCH = 914_400
_SCREEN = 96
_KINDS = {b"\x89PN": "png", b"\xff\xd8\xff": "jpeg"}


class Images(Struct):
    """The image files used by one document; equal files are stored once."""

    files: dict[str, bytes] = field(default_factory=dict)
    drawn: int = 0

    def drawing(self, hinh: Hinh, room: Length, height: Length | None = None) -> str:
        """The run that shows an image at its own size, made smaller to fit into the room."""
        data = _read(hinh.tep)
        name = f"image{len(self.files) + 1}.{_KINDS[data[:3]]}"
        known = next((n for n, content in self.files.items() if content == data), None)
        self.files[known or name] = data
        self.drawn += 1
        try:
            size = fitted(data, room, height)
        except ValueError:
            message = _("Không đọc được kích thước ảnh.")
            raise TemplateError.at(message, Place(hinh.tep)) from None
        return _run(relationship(known or name), self.drawn, hinh.mo_ta, *size)


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


def _run(target: str, number: int, words: str, width: int, height: int) -> str:
    """One inline drawing; the description is what screen readers say."""
    size = f'cx="{width}" cy="{height}"'
    about = f'id="{number}" name="Hình {number}" descr="{escape(words)}"'
    return (
        f'<w:r><w:drawing><wp:inline {_NAMES} distT="0" distB="0" distL="0" distR="0">'
        f"<wp:extent {size}/><wp:docPr {about}/><wp:cNvGraphicFramePr>"
        '<a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Hình {number}"/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{target}"/>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
