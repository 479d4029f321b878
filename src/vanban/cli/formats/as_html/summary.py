"""The table on top: a line a file with how much was found and how much was looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from vanban.batch.checks import Checked
from vanban.cli.formats.as_html.escaping import escaped
from vanban.findings import Severity
from vanban.messages import _

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def summary(checked: Sequence[Checked]) -> Iterator[str]:
    """The table, with a line of totals where there are several files, and how to read
    a legal basis."""
    heads = (_("Tệp"), _("Lỗi"), _("Cảnh báo"), _("Lưu ý"), _("Quy tắc đã xét"))
    yield '<table class="summary">'
    yield f"<tr>{''.join(f'<th>{escaped(head)}</th>' for head in heads)}</tr>"
    for index, one in enumerate(checked, 1):
        yield _row(f'<a href="#t{index}">{escaped(one.path)}</a>', [one])
    if len(checked) > 1:
        told = escaped(_("{count} tệp").format(count=len(checked)))
        yield _row(told, checked, ' class="total"')
    yield "</table>"
    if any("PLI-" in f.basis or "Đ." in f.basis for one in checked for f in one.findings):
        yield f'<p class="remark">{escaped(_legend())}</p>'


def _legend() -> str:
    """How to read a legal basis."""
    return _(
        "Căn cứ là của Nghị định số 30/2020/NĐ-CP khi không ghi văn bản khác: Đ.8.2 là khoản 2 "
        "Điều 8; PLI-I-II.6.e là điểm e khoản 6 Mục II Phần I Phụ lục I."
    )


def _row(name: str, checked: Sequence[Checked], kind: str = "") -> str:
    counts = Counter(finding.severity for one in checked for finding in one.findings)
    cells = [name]
    if len(checked) == 1 and (checked[0].problems or checked[0].bug):
        cells += [escaped(_("không đọc được")), "", "", ""]
    else:
        cells += [str(counts[severity]) for severity in _SEVERITIES]
        cells.append(covered(checked))
    return f"<tr{kind}>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def covered(checked: Sequence[Checked]) -> str:
    """How many of the rules that concern some files could judge them."""
    judged = sum(one.evaluated for one in checked)
    concerned = judged + sum(len(one.not_evaluated) for one in checked)
    return f"{judged}/{concerned}"
