"""What a template sees: every datum under its own name, as it is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from vanban.model.blocks import Body, Doan
from vanban.model.inlines import plain
from vanban.model.van_ban import Ky, VanBan
from vanban.standards.schema import Form, Piece
from vanban.standards.types import DocumentType
from vanban.units import Length, pt
from vanban.viet.text import upper, words_of
from vanban.viet.widths import balance, text_width
from vanban.word import contents, issuer, own_fields, printed, sections, signatures, stamps
from vanban.word.body import BodyWriter, Surroundings
from vanban.word.contents import Heading, Outline
from vanban.word.ooxml import paragraph, rule, run

_AUTHORITY = "{{ tham_quyen }}"
_SAFETY = 0.98
"""Part of a column that balanced lines may fill: fonts differ by a hair."""


class Context(Struct, frozen=True):
    """The values for the tags, and the section properties that end the document."""

    values: Mapping[str, Any]
    section: str


def build(
    van_ban: VanBan,
    kind: DocumentType,
    writer: BodyWriter,
    section: str,
    attached: DocumentType | None = None,
    outline: Outline = (),
) -> Context:
    """The context of a document.

    Args:
        van_ban: the document.
        kind: its type.
        writer: the writer of its bodies, which gathers footnotes and images.
        section: ``w:sectPr`` of the template.
        attached: the type of the text that it issues; None when it issues none.
        outline: its headings with their pages, for a table of contents; empty when not known.
    """
    around = writer.around
    wording = around.standard.wording
    end = wording["cuoi"]
    form = around.standard.forms[kind.mau]
    body = van_ban.noi_dung
    mark = end if form.option("noi_dung", "cuoi") != "không" else ""
    writer.headings = [] if van_ban.muc_luc else None
    begin = int(_repeats_the_form(body, form, van_ban.tham_quyen or ""))
    noi_dung = writer.write(body, ("noi_dung",), begin=begin, end=mark, keep_last=True)
    headings, writer.headings = writer.headings or [], None
    after, section = sections.after(van_ban, kind, attached, writer, section)
    signers = van_ban.ky or (Ky(),)
    column = Length(around.width // 2)
    trich_yeu = _subject(van_ban, form, around)
    name = issuer.plain_name(van_ban)
    values: dict[str, Any] = {
        **_plain_fields(van_ban),
        **own_fields.printed(kind.truong, van_ban.rieng, writer),
        "co_quan": issuer.names(van_ban, around),
        "ke_co_quan": Markup(issuer.rule_below(van_ban, around)),
        "so_ky_hieu": printed.number_line(van_ban, kind, wording),
        "dia_danh_ngay": _place_and_date(van_ban, around),
        "ten_loai": upper(kind.ten_in),
        "ten_co_quan": name,
        "nguoi_dien": upper(van_ban.tham_quyen or name),
        "tham_quyen": upper(van_ban.tham_quyen or ""),
        "trich_yeu": "\n".join(trich_yeu),
        "ke_trich_yeu": Markup(_rule_under_subject(trich_yeu, around)),
        "kinh_gui": printed.addressees(van_ban, wording, form.option("kinh_gui", "chu")),
        "can_cu": printed.grounds(van_ban, wording),
        "noi_dung": Markup(noi_dung),
        "muc_luc": Markup(_contents(headings, outline, around)),
        "cuoi": "" if body else end,
        "noi_nhan": printed.recipients(van_ban, wording),
        "nguoi_soan": printed.drafter_line(van_ban, wording),
        "ky": [_signer(ky, writer, column) for ky in signers],
        "cac_chu_ky": Markup(signatures.row(signers, around, writer.images)),
        "phu_luc": Markup(after),
        "dau_chi": Markup(stamps.beside_number(van_ban, around)),
        "dau_trang_nhat": Markup(stamps.top_of_first_page(van_ban, around)),
        "chan_trang_nhat": Markup(stamps.foot_of_first_page(van_ban.dia_chi, around)),
        "tieu_de_tep": printed.file_title(van_ban, kind),
    }
    return Context(values, section)


def _plain_fields(van_ban: VanBan) -> dict[str, Any]:
    """The fields that are printed as typed."""
    names = ("so", "ky_hieu", "dia_danh", "luu", "so_ban", "do_khan", "du_thao")
    return {name: getattr(van_ban, name) or "" for name in names}


def _place_and_date(van_ban: VanBan, around: Surroundings) -> str:
    """Place and date on one line; where that is too long for its column, on two."""
    line = printed.place_and_date(van_ban)
    style = around.standard.styles["dia_danh_ngay"]
    room = around.standard.page.cot_dau_trang[around.co].pt + 2 * printed.OUT.pt
    width = text_width(line, style.bo[around.co].pt, bold=style.dam, italic=style.nghieng)
    return line if width <= room else line.replace(", ngày", ",\nngày", 1)


def _repeats_the_form(body: Body, form: Form, authority: str) -> bool:
    """Whether a body begins with words that its form prints anyway ("QUYẾT ĐỊNH:").

    With the authority that stands in the line ("BAN THƯỜNG VỤ QUYẾT ĐỊNH:") or without it.
    """
    lines = [p.tuy_chon["chu"] for p in form.trinh_bay if _is_fixed(p)]
    fixed = {_bare(line.replace(_AUTHORITY, name)) for line in lines for name in ("", authority)}
    first = body[0] if body else None
    return isinstance(first, Doan) and _bare(plain(first.chu)) in fixed


def _bare(line: str) -> str:
    return words_of(line).rstrip(": ")


def _is_fixed(piece: Piece) -> bool:
    return piece.phan == "dong" and piece.tuy_chon.get("kieu") == "cum_tu"


def _contents(headings: Sequence[Heading], outline: Outline, around: Surroundings) -> str:
    styles = around.styles["ten_muc_luc"], around.styles["muc_luc"]
    title = around.standard.wording["muc_luc"]
    return contents.table(headings, outline, title, styles, around.width.twips)


def _subject(van_ban: VanBan, form: Form, around: Surroundings) -> list[str]:
    """The lines of the trích yếu; under a number it mostly has "V/v" and wraps by itself."""
    if not van_ban.trich_yeu:
        return []
    beside_number = form.option("dau_trang", "trich_yeu")
    if beside_number == "V/v":
        return [printed.in_the_matter_of(van_ban.trich_yeu)]
    if beside_number:
        return [printed.without_mark(van_ban.trich_yeu)]
    size = around.standard.styles["trich_yeu"].bo[around.co].pt
    return balance(van_ban.trich_yeu, size, around.width.pt * _SAFETY, bold=True, units=False)


def _signer(ky: Ky, writer: BodyWriter, column: Length) -> dict[str, object]:
    room = signatures.space(ky, writer.around, writer.images, column)
    return {**signatures.lines(ky, writer.around, column), "cho_ky": Markup(room)}


def _rule_under_subject(lines: list[str], around: Surroundings) -> str:
    """A line of 1/3-1/2 of the last line above it, the type name when there is no subject.

    Where the standard has signs for it (``duoi_trich_yeu``: "-----") these are printed.
    """
    signs = around.standard.wording.get("duoi_trich_yeu")
    if signs:
        return paragraph(around.styles["duoi_trich_yeu"], run(signs))
    size = around.standard.styles["trich_yeu"].bo[around.co].pt
    width = text_width(lines[-1], size, bold=True) if lines else 100.0
    length = pt(width * around.standard.page.ke_ngan)
    after = around.standard.page.cach_doan
    return rule(around.styles["ke"], around.width.twips, length.twips, after.twips)
