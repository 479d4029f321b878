"""The shipped templates: each printed form (mẫu) as a Word document with docxtpl tags.

What an office sees when it opens a template in Word is made here from the standard, once,
by ``make templates``. A form is data: its ``trinh_bay`` lists pieces and lines from top to
bottom. Placeholders have the names of the data (templates/README.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vanban.standards.load import Standard
from vanban.standards.schema import Form
from vanban.units import Length
from vanban.word import blank
from vanban.word.motto import motto
from vanban.word.ooxml import DECLARATION, ROOT, borderless_table, paragraph, rule, run
from vanban.word.printed import OUT
from vanban.word.style_sheet import addressee_indent, style_id

_KEEP = "<w:keepNext/>"


def parts(standard: Standard, form: Form, size_set: str) -> Mapping[str, str]:
    """The parts of the template of a form for one size set, by their names."""
    return blank.parts(standard, size_set, document(standard, form, size_set))


def document(standard: Standard, form: Form, size_set: str) -> str:
    """document.xml of a form with the tags of docxtpl."""
    around = _Around(standard, size_set)
    content = "".join(PIECES[piece.phan](around, piece.tuy_chon) for piece in form.trinh_bay)
    content += _tag("{{p phu_luc }}", "cuoi_phan")
    body = f"<w:body>{content}{blank.section(standard)}</w:body>"
    return f"{DECLARATION}<w:document {ROOT}>{body}</w:document>"


class _Around:
    """What a form is made with: the standard and the size set."""

    def __init__(self, standard: Standard, size_set: str) -> None:
        self.standard = standard
        self.page, self.wording, self.styles = standard.page, standard.wording, standard.styles
        self.co = size_set
        self.right = self.page.cot_dau_trang[size_set]
        self.left = Length(self.page.be_rong_chu - self.right)


Options = Mapping[str, str]


def _p(slug: str, value: str, more: str = "") -> str:
    return paragraph(style_id(slug), run(value), more=more)


def _tag(value: str, slug: str = "noi_dung") -> str:
    """A paragraph that stands for a tag; docxtpl takes it away."""
    return _p(slug, value)


def _office(around: _Around) -> str:
    """The style of an office below an authority: as bold as it, unless the standard says more."""
    return "chuc_vu" if "chuc_vu" in around.styles else "quyen_han"


def _nothing() -> str:
    """The low paragraph of a cell that may stay empty: a cell without any breaks the file."""
    return paragraph(style_id("ke"), "")


def _when(condition: str, content: str, slug: str = "noi_dung") -> str:
    return _tag(f"{{%p if {condition} %}}", slug) + content + _tag("{%p endif %}", slug)


def _each(name: str, values: str, content: str, slug: str) -> str:
    return _tag(f"{{%p for {name} in {values} %}}", slug) + content + _tag("{%p endfor %}", slug)


def _line(around: _Around, options: Options) -> str:
    """A line of the form: ``chu`` in the style ``kieu``, maybe ``neu`` or for ``moi``."""
    slug = options.get("kieu", "noi_dung")
    line = _p(slug, options["chu"])
    if "moi" in options:
        line = _each("muc", options["moi"], line, slug)
    return _when(options["neu"], line, slug) if "neu" in options else line


def _header(around: _Around, options: Options) -> str:
    """Issuer and Quốc hiệu; under them number and date, V/v and marks (boxes 1-5b, 10)."""
    issuer = (
        _when("co_quan.chu_quan", _p("chu_quan", "{{ co_quan.chu_quan }}"), "chu_quan")
        + _p("ban_hanh", "{{ co_quan.ban_hanh }}")
        + _tag("{{p ke_co_quan }}", "ke")
    )
    nation = motto(around.standard, around.co, style_id)
    under = _number(options.get("so"))
    if options.get("trich_yeu"):
        under += _when("trich_yeu", _p("vv", "{{ trich_yeu }}"), "vv")
    date = options.get("ngay") != "không"
    beside = _date() if date else _nothing()
    rows = ((issuer, nation), (under + _tag("{{p dau_chi }}", "ke"), beside))
    return borderless_table((around.left, around.right), rows)


def _number(when: str | None) -> str:
    """Số and ký hiệu: of every document, of none, or of those that have one ("khi có")."""
    line = _p("so_ky_hieu", "{{ so_ky_hieu }}")
    if when == "khi có":
        return _when("so", line, "so_ky_hieu") + _when("not so", _nothing(), "ke")
    return _nothing() if when == "không" else line


def _date(keep: str = "") -> str:
    """Place and date, centred; a long one may stand out of its column at both sides."""
    out = f'<w:ind w:left="-{OUT.twips}" w:right="-{OUT.twips}"/>'
    return _p("dia_danh_ngay", "{{ dia_danh_ngay }}", keep + out)


def _letterhead(around: _Around, options: Options) -> str:
    """The head of a letter: the issuer left, place and date right, no Quốc hiệu."""
    issuer = _p("ban_hanh", "{{ co_quan.ban_hanh }}") + _tag("{{p ke_co_quan }}", "ke")
    row = (issuer, _date())
    return borderless_table((around.left, around.right), (row,))


def _title(around: _Around, options: Options) -> str:
    """Type name, trích yếu and the short rule (box 5a)."""
    subject = _when("trich_yeu", _p("trich_yeu", "{{ trich_yeu }}"), "trich_yeu")
    if options.get("trich_yeu") == "không":
        subject = ""
    return _p("ten_loai", "{{ ten_loai }}") + subject + _tag("{{p ke_trich_yeu }}", "ke")


def _contents(around: _Around, options: Options) -> str:
    """The table of contents, where the document asks for one."""
    return _tag("{{p muc_luc }}")


def _addressees(around: _Around, options: Options) -> str:
    """The addressees under a label: the standard's, or that of the form ("Kính trình:")."""
    label = options.get("chu", around.wording["kinh_gui"])
    several = _p("kinh_gui", label, f'{_KEEP}<w:spacing w:after="0"/>{_at_left(around, label)}')
    name = _p("noi_kinh_gui", "{{ noi }}", _indent(around, "noi_kinh_gui", label))
    return (
        _tag("{%p if kinh_gui|length == 1 %}", "kinh_gui")
        + _addressee(around, label)
        + _tag("{%p elif kinh_gui %}", "kinh_gui")
        + several
        + _each("noi", "kinh_gui", name, "noi_kinh_gui")
        + _tag("{%p endif %}", "kinh_gui")
    )


def _at_left(around: _Around, label: str) -> str:
    """What takes the label of several, under whose colon they stand, from the middle."""
    if around.styles["kinh_gui"].canh != "giua":
        return ""
    return addressee_indent(around.styles["kinh_gui"], around.co, label) + '<w:jc w:val="left"/>'


def _indent(around: _Around, slug: str, label: str) -> str:
    """The indent under a label that is not the one that the style was made for."""
    style = around.styles[slug]
    if style.canh == "giua" or label == around.wording["kinh_gui"]:
        return ""
    return addressee_indent(style, around.co, label)


def _addressee(around: _Around, label: str) -> str:
    """A single addressee behind the label; upright where names are and the label is not."""
    name, indent = "{{ kinh_gui[0] }}", _indent(around, "kinh_gui", label)
    if around.styles["kinh_gui"].nghieng == around.styles["noi_kinh_gui"].nghieng:
        return _p("kinh_gui", f"{label} {name}", indent)
    upright = run(name).replace("<w:r>", '<w:r><w:rPr><w:i w:val="0"/><w:iCs w:val="0"/></w:rPr>')
    return paragraph(style_id("kinh_gui"), run(f"{label} ") + upright, more=indent)


def _authority(around: _Around, options: Options) -> str:
    return _when("tham_quyen", _p("tham_quyen", "{{ tham_quyen }}"), "tham_quyen")


def _grounds(around: _Around, options: Options) -> str:
    return _each("dong", "can_cu", _p("can_cu", "{{ dong }}"), "can_cu")


def _body(around: _Around, options: Options) -> str:
    """The body; ``cuoi: không`` tells the writer that a line below it has the end mark."""
    return _tag("{{p noi_dung }}")


def _signature(around: _Around, options: Options) -> str:
    """Recipients left, one signer right; several signers stand in a row above them."""
    half = Length(around.page.be_rong_chu // 2)
    beside = borderless_table((half, half), ((_recipients(around, options), _signer(around)),))
    return (
        _tag("{%p if ky|length == 1 %}", "cuoi_phan")
        + beside
        + _tag("{%p else %}", "cuoi_phan")
        + _signers(around, options)
        + _recipients_below(around, options)
        + _tag("{%p endif %}", "cuoi_phan")
    )


def _signers(around: _Around, options: Options) -> str:
    return _tag("{{p cac_chu_ky }}", "cuoi_phan")


def _recipients(around: _Around, options: Options, more: str = "") -> str:
    """The list of recipients; its last low paragraph keeps a cell from being empty."""
    label = _p("noi_nhan", around.wording["noi_nhan"], more)
    optional = "neu" in options
    return (
        (_when(options["neu"], label, "noi_nhan") if optional else label)
        + _each("noi", "noi_nhan", _p("danh_sach_nhan", "{{ noi }}"), "danh_sach_nhan")
        + _when("nguoi_soan", _p("nguoi_soan", "{{ nguoi_soan }}"), "nguoi_soan")
        + (_nothing() if optional else "")
    )


def _recipients_below(around: _Around, options: Options) -> str:
    """The recipients under the names of several signers, with room between them."""
    return _recipients(around, options, '<w:spacing w:before="120"/>')


def _signer(around: _Around) -> str:
    office = _office(around)
    return (
        _when("ky[0].vai_tro", _p("quyen_han", "{{ ky[0].vai_tro }}"), "quyen_han")
        + _each("dong", "ky[0].quyen_han", _p("quyen_han", "{{ dong }}"), "quyen_han")
        + _p(office, "{{ ky[0].chuc_vu }}")
        + _tag("{{p ky[0].cho_ky }}", "cho_ky")
        + _when("ky[0].chuc_vu_khac", _p(office, "{{ ky[0].chuc_vu_khac }}"), office)
        + _p("ho_ten", "{{ ky[0].ho_ten }}")
    )


def _lone_signer(around: _Around, options: Options) -> str:
    """One signer at the right, nothing at the left (a letter)."""
    half = Length(around.page.be_rong_chu // 2)
    return borderless_table((half, half), ((_nothing(), _signer(around)),))


def _confirmation(around: _Around, options: Options) -> str:
    """The block at the bottom left that another body fills in (Mẫu 1.10)."""
    half = Length(around.page.be_rong_chu // 2)
    note = _p("quyen_han", options["chu"]) + paragraph(style_id("cho_ky"), "")
    return borderless_table((half, half), ((note, _nothing()),))


def _copy_head(around: _Around, options: Options) -> str:
    """The head of a copy's block: full rule, body and number, kind of copy, place and date.

    It stays on the page of the signature under it. ``chu_quan: có`` names the body above too.
    """
    whole = around.page.be_rong_chu.twips
    line = rule(style_id("ke"), whole, whole, keep_next=True)
    left = _p("ban_hanh", "{{ co_quan.ban_hanh }}", _KEEP) + _tag("{{p ke_co_quan }}", "ke")
    if options.get("chu_quan") == "có":
        above = _p("chu_quan", "{{ co_quan.chu_quan }}", _KEEP)
        left = _when("co_quan.chu_quan", above, "chu_quan") + left
    rows = (
        (left, _p("ten_loai", "{{ ten_loai }}", _KEEP)),
        (_p("so_ky_hieu", "{{ so_ky_hieu }}", _KEEP), _date(_KEEP)),
    )
    gap = paragraph(style_id("ke"), "", more='<w:spacing w:after="120"/>')
    return line + borderless_table((around.left, around.right), rows) + gap


PIECES: Mapping[str, Callable[[_Around, Options], str]] = {
    "dong": _line,
    "dau_trang": _header,
    "dau_thu": _letterhead,
    "dau_ban_sao": _copy_head,
    "ten_loai": _title,
    "muc_luc": _contents,
    "kinh_gui": _addressees,
    "tham_quyen": _authority,
    "can_cu": _grounds,
    "noi_dung": _body,
    "ky_va_noi_nhan": _signature,
    "cac_chu_ky": _signers,
    "noi_nhan": _recipients_below,
    "chu_ky": _lone_signer,
    "xac_nhan": _confirmation,
}
"""How each piece is made (`vanban.standards.forms.PIECES` says what it may be told)."""
