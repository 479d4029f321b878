"""What a template sees: every datum under its own name, as it is printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup
from msgspec import Struct

from vanban.model.van_ban import CoQuan, Ky, VanBan
from vanban.standards.types import DocumentType
from vanban.units import Length, pt
from vanban.viet.text import upper
from vanban.viet.widths import balance, text_width
from vanban.word import own_fields, printed, sections, signatures
from vanban.word.body import BodyWriter, Surroundings, with_end_mark
from vanban.word.ooxml import rule

_NONE = pt(0)
_SAFETY = 0.98
"""Part of a column that balanced lines may fill: fonts differ by a hair."""


class Context(Struct, frozen=True):
    """The values for the tags, and the section properties that end the document."""

    values: Mapping[str, Any]
    section: str


def build(van_ban: VanBan, kind: DocumentType, writer: BodyWriter, section: str) -> Context:
    """The context of a document.

    Args:
        van_ban: the document.
        kind: its type.
        writer: the writer of its bodies, which gathers footnotes and images.
        section: ``w:sectPr`` of the template.
    """
    around = writer.around
    wording = around.standard.wording
    body = van_ban.noi_dung
    noi_dung = writer.write(with_end_mark(body, wording["cuoi"]), ("noi_dung",), keep_last=True)
    phu_luc = ""
    if van_ban.phu_luc:
        attached = printed.attached_to(van_ban, kind, wording)
        phu_luc, section = sections.appendices(van_ban, writer, section, attached)
    signers = van_ban.ky or (Ky(),)
    trich_yeu = _subject(van_ban, around)
    values: dict[str, Any] = {
        **_plain_fields(van_ban),
        **own_fields.printed(kind.truong, van_ban.rieng, writer),
        "co_quan": _issuer(van_ban, around),
        "ke_co_quan": Markup(_rule_under_issuer(van_ban, around)),
        "so_ky_hieu": printed.number_line(van_ban, kind, wording),
        "dia_danh_ngay": printed.place_and_date(van_ban),
        "ten_loai": upper(kind.ten),
        "trich_yeu": "\n".join(trich_yeu),
        "ke_trich_yeu": Markup(_rule_under_subject(trich_yeu, around)),
        "kinh_gui": printed.addressees(van_ban, wording),
        "can_cu": printed.grounds(van_ban),
        "noi_dung": Markup(noi_dung),
        "noi_nhan": printed.recipients(van_ban, wording),
        "nguoi_soan": printed.drafter_line(van_ban),
        "ky": [printed.signer(ky) for ky in signers],
        "cac_chu_ky": Markup(signatures.row(signers, around)) if len(signers) > 1 else "",
        "phu_luc": Markup(phu_luc),
        "tieu_de_tep": printed.file_title(van_ban, kind),
    }
    return Context(values, section)


def _plain_fields(van_ban: VanBan) -> dict[str, Any]:
    """The fields that are printed as typed."""
    names = ("so", "ky_hieu", "dia_danh", "tham_quyen", "luu", "so_ban", "do_khan", "du_thao")
    return {name: getattr(van_ban, name) or "" for name in names}


def _issuer(van_ban: VanBan, around: Surroundings) -> dict[str, str]:
    bodies = van_ban.co_quan or (CoQuan(),)
    superiors = [body.chu_quan for body in bodies if body.chu_quan]
    return {
        "chu_quan": "\n".join(_in_column(superiors[0], "chu_quan", around)) if superiors else "",
        "ban_hanh": "\n".join(_issuer_lines(van_ban, around)),
    }


def _issuer_lines(van_ban: VanBan, around: Surroundings) -> list[str]:
    bodies = [body.ban_hanh for body in van_ban.co_quan if body.ban_hanh]
    return [line for body in bodies for line in _in_column(body, "ban_hanh", around)]


def _in_column(name: str, slug: str, around: Surroundings) -> list[str]:
    style = around.standard.styles[slug]
    room = _left_column(around).pt * _SAFETY
    return balance(upper(name), style.bo[around.co].pt, room, bold=style.dam)


def _left_column(around: Surroundings) -> Length:
    page = around.standard.page
    return Length(page.be_rong_chu - page.cot_dau_trang[around.co])


def _rule_under_issuer(van_ban: VanBan, around: Surroundings) -> str:
    """A line of 1/3-1/2 of the last line above it (PLI-I-II.2.b)."""
    lines = _issuer_lines(van_ban, around)
    if not lines:
        return ""
    size = around.standard.styles["ban_hanh"].bo[around.co].pt
    return _short_rule(text_width(lines[-1], size, bold=True), _left_column(around), around)


def _subject(van_ban: VanBan, around: Surroundings) -> list[str]:
    if not van_ban.trich_yeu:
        return []
    size = around.standard.styles["trich_yeu"].bo[around.co].pt
    return balance(van_ban.trich_yeu, size, around.width.pt * _SAFETY, bold=True)


def _rule_under_subject(lines: list[str], around: Surroundings) -> str:
    """A line of 1/3-1/2 of the last line above it, the type name when there is no subject."""
    size = around.standard.styles["trich_yeu"].bo[around.co].pt
    width = text_width(lines[-1], size, bold=True) if lines else 100.0
    return _short_rule(width, around.width, around, after=around.standard.page.cach_doan)


def _short_rule(width: float, box: Length, around: Surroundings, after: Length = _NONE) -> str:
    length = pt(width * around.standard.page.ke_ngan)
    return rule(around.styles["ke"], box.twips, length.twips, after.twips)
