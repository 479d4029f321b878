"""Write the list of rules into src/vanban/rules/README.md (``make rules``).

What stands above the mark is written by hand; everything below comes from the rules' data and
their manual pages, and each wrong example is run to show what it is told.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from vanban import messages, resources
from vanban.cli.console import severity
from vanban.plugins import Registry, build
from vanban.rules.base import Rule
from vanban.rules.explain import Example, Page, page, trust
from vanban.testing import Case

README = Path(__file__).parents[1] / "src" / "vanban" / "rules" / "README.md"
MARK = "<!-- Từ đây trở xuống do `make rules` viết. -->\n"
ORDER = (
    "nature", "page", "heading", "number", "date", "subject", "grounds", "body", "structure",
    "signing", "recipients", "appendices", "marks", "copies", "electronic", "forms",
    "conclusions", "capitals",
)  # fmt: skip
"""Families in the order of a document; the others follow by name."""


def page_of_rules(registry: Registry) -> str:
    """The README with the rules as they are."""
    head = README.read_text("utf-8").partition(MARK)[0]
    return head + MARK + "\n" + "\n".join(_body(registry)) + "\n"


def _body(registry: Registry) -> Iterator[str]:
    rules = registry.rules
    yield f"## Các quy tắc\n\n{len(rules)} quy tắc; `vanban explain MÃ` in từng trang này."
    yield from _families(rules, resources.rules(), registry)
    rules = registry.docx_rules
    yield "\n## Các quy tắc trên trang in của tệp .docx"
    yield f"\n{len(rules)} quy tắc; ví dụ ghi bằng lời."
    yield from _families(rules, resources.rules() / "docx", registry)


def _families(rules: Sequence[Rule], folder: Path, registry: Registry) -> Iterator[str]:
    for path in sorted(folder.glob("*.yaml"), key=_place):
        family = [rule for rule in rules if rule.source == path]
        if family:
            yield f"\n### {_title(path)}"
        for rule in sorted(family, key=lambda rule: rule.id):
            yield "\n" + "\n".join(_rule(page(rule), registry))


def _place(path: Path) -> tuple[int, str]:
    return (ORDER.index(path.stem) if path.stem in ORDER else len(ORDER)), path.stem


def _title(path: Path) -> str:
    """The comment that a data file begins with."""
    first = path.read_text("utf-8").splitlines()[0]
    return first.removeprefix("# ").rstrip(".")


def _rule(told: Page, registry: Registry) -> Iterator[str]:
    rule = told.rule
    level = severity(rule.severity)
    if rule.draft and rule.draft != rule.severity:
        level += f"; bản dự thảo: {severity(rule.draft)}"
    basis = f"{rule.basis} ({trust(rule.trust)})" if rule.basis else "lô-gic, kỹ thuật"
    yield f"#### {rule.id} {rule.ten}\n\n*{level}* · {basis}\n\n{told.why}"
    if rule.scope == "docx":
        yield f"\nSai: {told.wrong}\n\nĐúng: {told.right}\n\n{told.remedy}"
        return
    yield from _example("Sai", told.wrong)
    yield from (f"\n→ {message}" for message in _messages(rule, told.wrong, registry))
    yield from _example("Đúng", told.right)
    yield f"\n{told.remedy}"


def _example(title: str, example: Example | None) -> Iterator[str]:
    if example is None:
        return
    files = {"": example} if isinstance(example, str) else example
    for name, text in files.items():
        comment = f"# {name}\n" if name else ""
        yield f"\n{title}:\n\n```yaml\n{comment}{text.rstrip()}\n```"
        title = f"{title.removesuffix(' và')} và"


def _messages(rule: Rule, example: Example | None, registry: Registry) -> list[str]:
    if example is None:
        return []
    found = Case(rule.id, "example", False, {"source": example}).findings(registry)
    return list(dict.fromkeys(finding.message for finding in found))


def main() -> int:
    """Write the page."""
    messages.use("vi")
    README.write_text(page_of_rules(build([])), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
