"""Makes the Word templates of this package from those that vanban ships.

Run it after a change here, or after a new version of vanban: ``python make_templates.py``. The
tests tell when the files under ``templates`` are no longer what this makes.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

FOLDER = Path(__file__).parent / "src" / "vanban_thanh_tra" / "templates"
SIZES = ("14", "13")
DOCUMENT = "word/document.xml"
Change = Callable[[str, str], str]
"""Makes another main text of one, given the name of the document."""

_COLUMNS = (
    ("TT", 600),
    ("Nội dung vi phạm", 2560),
    ("Nguyên nhân, trách nhiệm", 2400),
    ("Số tiền (đồng)", 1745),
    ("Kiến nghị xử lý", 2050),
)
"""The columns of the table of violations: what stands above them, and their widths in twips."""

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def main() -> None:
    """Write all templates."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, data in templates():
        (FOLDER / name).write_bytes(data)


def templates() -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of each template."""
    for size in SIZES:
        ending = "" if size == "14" else f"-co-{size}"
        named = _shipped("bao-cao", size)
        for slug, title in (
            ("ket-luan-thanh-tra", "Kết luận thanh tra"),
            ("ket-luan-kiem-tra", "Kết luận kiểm tra"),
        ):
            yield f"{slug}{ending}.docx", _changed(named, _with_table, title)
        minutes = _shipped("bien-ban", size)
        yield f"bien-ban-lam-viec-thanh-tra{ending}.docx", _changed(minutes, _with_sides, "")


def _shipped(slug: str, size: str) -> bytes:
    """The template that vanban prints a type with."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "mau.docx"
        command = ["-m", "vanban", "--no-plugins", "template", "new", slug]
        subprocess.run(
            [sys.executable, *command, "-o", str(path), "--size", size],
            check=True,
            capture_output=True,
        )
        return path.read_bytes()


def _changed(data: bytes, change: Change, title: str) -> bytes:
    """The template with another main text; the same input gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            content = old.read(entry)
            if entry.filename == DOCUMENT:
                content = change(content.decode(), title).encode()
            info = zipfile.ZipInfo(entry.filename, date_time=(1980, 1, 1, 0, 0, 0))
            new.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def _with_table(xml: str, title: str) -> str:
    """The main text with the table of violations between the signature and the appendices."""
    appendices = _paragraph("VBCuoiPhan", "{{p phu_luc }}")
    assert xml.count(appendices) == 1
    return xml.replace(appendices, _violations(title) + appendices)


def _violations(title: str) -> str:
    number = '{{ so_ky_hieu|replace("Số: ", "") }}'
    day = '{{ dia_danh_ngay|replace(dia_danh ~ ", ", "") }}'
    return (
        _paragraph("VBCuoiPhan", "{%p if vi_pham %}")
        + _paragraph("VBTenPhuLuc", "TỔNG HỢP VI PHẠM, KIẾN NGHỊ XỬ LÝ", "<w:pageBreakBefore/>")
        + _paragraph("VBKemTheo", f"(Kèm theo {title} số {number} {day})", _spacing(after=120))
        + _table()
        + _paragraph("VBCuoiPhan", "{%p endif %}")
    )


def _table() -> str:
    widths = [width for _head, width in _COLUMNS]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{_BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(_rows(widths))}</w:tbl>"
    )


def _rows(widths: list[int]) -> Iterator[str]:
    heads = [_cell(width, _paragraph("VBDauBang", head)) for head, width in _COLUMNS]
    yield _row(heads, "<w:tblHeader/>")
    yield _tag_row(widths, "{%tr for muc in vi_pham %}")
    yield _row([_cell(w, text) for w, text in zip(widths, _texts(), strict=True)])
    yield _tag_row(widths, "{%tr endfor %}")
    yield _tag_row(widths, "{%tr if tong_so_tien %}")
    first = sum(widths[:3])
    total = _paragraph("VBOBang", "Tổng cộng", '<w:jc w:val="center"/>', bold=True)
    money = _paragraph("VBOBang", "{{ tong_so_tien }}", '<w:jc w:val="right"/>', bold=True)
    back = "{% if tong_thu_hoi %}Thu hồi: {{ tong_thu_hoi }} đồng{% endif %}"
    last = _paragraph("VBOBang", back, _LEFT, bold=True)
    yield _row([_cell(first, total, span=3), _cell(widths[3], money), _cell(widths[4], last)])
    yield _tag_row(widths, "{%tr endif %}")


_LEFT = '<w:jc w:val="left"/>'


def _texts() -> Iterator[str]:
    """The cells of a violation."""
    yield _paragraph("VBOBang", "{{ loop.index }}", '<w:jc w:val="center"/>')
    yield _paragraph("VBOBang", "{{ muc.noi_dung }}", _LEFT)
    yield _optional("muc.nguyen_nhan", "{{ muc.nguyen_nhan }}") + _paragraph(
        "VBOBang", "{{ muc.trach_nhiem }}", _LEFT
    )
    yield _paragraph("VBOBang", "{{ muc.so_tien }}", '<w:jc w:val="right"/>')
    yield _paragraph("VBOBang", "{{ muc.kien_nghi }}", _LEFT) + _optional(
        "muc.thu_hoi", "Thu hồi: {{ muc.thu_hoi }} đồng"
    )


def _optional(name: str, text: str) -> str:
    """A paragraph of a cell that is printed when a field says something."""
    return (
        _paragraph("VBOBang", f"{{%p if {name} %}}")
        + _paragraph("VBOBang", text, _LEFT)
        + _paragraph("VBOBang", "{%p endif %}")
    )


def _tag_row(widths: list[int], tag: str) -> str:
    """A row that is only a tag, over all columns."""
    return _row([_cell(sum(widths), _paragraph("VBOBang", tag), span=len(widths))])


def _row(cells: list[str], more: str = "") -> str:
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(width: int, content: str, span: int = 1) -> str:
    wide = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{wide}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{content}</w:tc>"
    )


def _spacing(after: int) -> str:
    return f'<w:spacing w:after="{after}"/>'


def _paragraph(style: str, text: str, more: str = "", *, bold: bool = False) -> str:
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>'
        f'<w:r>{look}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def _with_sides(xml: str, _title: str) -> str:
    """The minutes with the two sides in place of the lines of a meeting."""
    first = _paragraph("VBNoiDung", "Thời gian bắt đầu: {{ bat_dau }}")
    body = _paragraph("VBNoiDung", "{{p noi_dung }}")
    last = _paragraph("VBNoiDung", "Cuộc họp kết thúc vào {{ ket_thuc }}./.")
    before, _found, rest = xml.partition(first)
    _lines, _found, after = rest.partition(body + last)
    assert after
    return (
        before
        + "".join(_sides())
        + body
        + _paragraph("VBNoiDung", _CLOSING, "<w:keepNext/>")
        + after
    )


_CLOSING = (
    "Buổi làm việc kết thúc hồi {{ ket_thuc }}. Biên bản đã được đọc lại cho những người tham gia"
    " làm việc cùng nghe, công nhận đúng nội dung và ký xác nhận./."
)


def _sides() -> Iterator[str]:
    today = "ôm nay, hồi {{ bat_dau }}, tại {{ dia_diem }}, chúng tôi gồm:"
    yield _paragraph("VBNoiDung", "{%p if thuc_hien %}")
    yield _paragraph("VBNoiDung", f"Thực hiện {{{{ thuc_hien }}}}, h{today}")
    yield _paragraph("VBNoiDung", "{%p else %}")
    yield _paragraph("VBNoiDung", f"H{today}")
    yield _paragraph("VBNoiDung", "{%p endif %}")
    for title, name in (
        ("I. ĐẠI DIỆN ĐOÀN THANH TRA", "ben_thanh_tra_dong"),
        ("II. ĐẠI DIỆN BÊN LÀM VIỆC VỚI ĐOÀN THANH TRA", "ben_lam_viec_dong"),
    ):
        yield _paragraph("VBTieuDeMuc", title)
        yield _paragraph("VBGach", f"{{%p for nguoi in {name} %}}")
        yield _paragraph("VBGach", "{{ nguoi }}")
        yield _paragraph("VBGach", "{%p endfor %}")
    yield _paragraph("VBTieuDeMuc", "III. NỘI DUNG LÀM VIỆC")


if __name__ == "__main__":
    main()
