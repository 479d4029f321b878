"""``vanban explain``: why a rule is there, and what to do about what it finds."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from vanban.cli import console
from vanban.cli.check import codes
from vanban.messages import _

if TYPE_CHECKING:
    from vanban.rules.explain import Example, Page

_WIDTH = 88


def command() -> click.Command:
    """The command, with its help in the language in force."""
    return click.Command(
        "explain",
        callback=_run,
        help=_("Giải thích một quy tắc: vì sao, căn cứ, ví dụ sai và đúng, cách sửa, cách bỏ qua."),
        params=[click.Argument(["names"], nargs=-1, required=True, metavar=_("MÃ…"))],
    )


def _run(names: tuple[str, ...]) -> int:
    from vanban import plugins  # not for --help
    from vanban.api.checking import listed
    from vanban.rules.explain import page

    rules = listed(plugins.registry(), codes(names))
    console.plugins()
    console.report("\n\n".join("\n".join(_page(page(rule))) for rule in rules))
    return 0


def _page(page: Page) -> Iterator[str]:
    from vanban.rules.explain import trust

    rule = page.rule
    yield f"{rule.id}  {_(rule.ten)}"
    yield f"{_('Mức')}: {_severity(page)}"
    if rule.scope == "docx":
        yield f"{_('Xét')}: {_('trang in của tệp .docx')}"
    basis = f"{rule.basis} ({trust(rule.trust)})" if rule.basis else _("lô-gic, kỹ thuật")
    yield f"{_('Căn cứ')}: {basis}"
    if rule.origin != "vanban":
        yield f"{_('Phần mở rộng')}: {rule.origin}"
    if page.why:
        yield from _section(_("Vì sao"), _(page.why))
    yield from _example(_("Sai"), page.wrong)
    yield from _example(_("Đúng"), page.right)
    if page.remedy:
        yield from _section(_("Cách sửa"), _(page.remedy))
    if rule.scope == "docx":
        yield from _section(_("Bỏ qua"), f"vanban check --ignore {rule.id} …")
        return
    yield from _section(_("Bỏ qua trong một văn bản, phải ghi lý do"), "")
    yield f"  bo_qua:\n    {rule.id}: {_('lý do')}"


def _severity(page: Page) -> str:
    rule = page.rule
    told = console.severity(rule.severity)
    if rule.draft and rule.draft != rule.severity:
        told += _(" (bản dự thảo: {word})").format(word=console.severity(rule.draft))
    return told


def _section(title: str, text: str) -> Iterator[str]:
    yield ""
    yield title
    if text:
        yield textwrap.indent(textwrap.fill(text, _WIDTH), "  ")


def _example(title: str, example: Example | None) -> Iterator[str]:
    if example is None:
        return
    yield from _section(title, "")
    files = {"": example} if isinstance(example, str) else example
    for name, text in files.items():
        if name:
            yield f"  # {name}"
        yield textwrap.indent(text.rstrip(), "  ")
