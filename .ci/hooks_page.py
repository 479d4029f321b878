"""Write the reference of the hooks into plugins/README.md (``make hooks``).

What stands above the mark is written by hand; everything below comes from the docstrings in
``vanban.hookspecs``.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from vanban import hookspecs

README = Path(__file__).parents[1] / "plugins" / "README.md"
MARK = "<!-- Từ đây trở xuống do `make hooks` viết. -->\n"


def hooks() -> list[Callable[..., Any]]:
    """The hooks in the order in which they are declared."""
    found = [f for name, f in vars(hookspecs).items() if name.startswith("vanban_")]
    return sorted(found, key=lambda hook: hook.__code__.co_firstlineno)


def page_of_hooks() -> str:
    """The README with the hooks as they are."""
    head = README.read_text("utf-8").partition(MARK)[0]
    return head + MARK + "\n" + "\n".join(_body()) + "\n"


def _body() -> Iterator[str]:
    yield f"## The {len(hooks())} hooks\n\n{_paragraph(inspect.getdoc(hookspecs) or '')}"
    for hook in hooks():
        returns = str(inspect.signature(hook).return_annotation)
        yield f"\n### {hook.__name__}\n\n`{hook.__name__}() -> {returns}`\n"
        yield _markdown(inspect.getdoc(hook) or "")


def _paragraph(doc: str) -> str:
    """The last paragraph of the module's docstring: what holds for all hooks."""
    return " ".join(doc.split("\n\n")[-1].split())


def _markdown(doc: str) -> str:
    """A Google docstring as Markdown: its sections as bold words, its example as code."""
    text, _example, rest = doc.partition("Example::\n")
    code, _used, by = rest.partition("Used by:")
    text = re.sub(r"(?m)^(Called|Returns):[ \n]+", r"**\1:** ", text)
    text = "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))
    text = text.replace("``", "`")
    return f"{text}\n\n```python\n{inspect.cleandoc(code)}\n```\n\n**Used by:** {by.strip()}"


def main() -> int:
    """Write the page."""
    README.write_text(page_of_hooks(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
