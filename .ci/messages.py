"""Update and compile the catalogues of messages (``make messages``).

``vanban``: the messages in the code (``_("…")``) and in the rules' data (``cau``), which are
Vietnamese, with their English. ``click``: the words of click itself with their Vietnamese;
what the installed click no longer says stays, for those who have an older one.

The files hold no line numbers and no times, so that they change only with the messages.
"""

from __future__ import annotations

import ast
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parents[1] / "src" / "vanban"
LOCALE = PACKAGE / "locale"
VANBAN = LOCALE / "en" / "LC_MESSAGES" / "vanban.po"
CLICK = LOCALE / "vi" / "LC_MESSAGES" / "click.po"

Found = dict[str | tuple[str, str], list[str]]
"""The files, relative to the package, in which each message stands; a pair has a plural."""


class Quiet(Catalog):
    """A catalogue whose header says what programs need and nothing that changes by itself."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The lines of the header."""
        return [
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Language", str(self.locale)),
            ("Plural-Forms", f"nplurals={self.num_plurals}; plural={self.plural_expr};"),
        ]


def messages_of_vanban() -> Found:
    """The messages in our code and in the data of our rules."""
    found = _in_code(PACKAGE)
    data = PACKAGE / "rules" / "data"
    folders = (data, data / "explanations", data / "docx", data / "docx" / "explanations")
    for path in (path for folder in folders for path in sorted(folder.glob("*.yaml"))):
        for entry in yaml.safe_load(path.read_text("utf-8")).values():
            for text in _in_entry(entry):
                found.setdefault(text, []).append(path.relative_to(PACKAGE).as_posix())
    return found


def _in_entry(entry: dict[str, Any]) -> Iterator[str]:
    """The messages of a rule: its name, its page, and its sentences, however deep they stand."""
    yield from (entry[key] for key in ("ten", "vi_sao", "cach_sua") if key in entry)
    yield from _sentences(entry)


def _sentences(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "cau" and isinstance(inner, str):
                yield inner
            else:
                yield from _sentences(inner)
    elif isinstance(value, list):
        for item in value:
            yield from _sentences(item)


def messages_of_click() -> Found:
    """The messages of the installed click."""
    return _in_code(Path(click.__file__).parent)


def _in_code(folder: Path) -> Found:
    found: Found = {}
    for path in sorted(folder.rglob("*.py")):
        name = path.relative_to(folder).as_posix()
        for message in _calls(ast.parse(path.read_text("utf-8"))):
            found.setdefault(message, []).append(name)
    return found


def _calls(tree: ast.AST) -> Iterator[str | tuple[str, str]]:
    """The literals given to ``_`` and ``ngettext``.

    Not Babel's own extractor: before Python 3.12 it sees nothing inside an f-string.
    """
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
            continue
        texts = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
        if node.func.id == "_" and texts:
            yield str(texts[0])
        elif node.func.id == "ngettext" and len(texts) >= 2:
            yield str(texts[0]), str(texts[1])


def updated(path: Path, found: Found, comment: str, *, keep: bool = False) -> Catalog:
    """The catalogue of a .po file with the messages that were found, and their translations.

    Args:
        path: the .po file; its folder names the language.
        found: the messages there are.
        comment: the head of the file.
        keep: whether messages that are not there any more stay.
    """
    before = read(path)
    catalogue = Quiet(locale=path.parts[-3], header_comment=comment, fuzzy=False)
    for message, files in sorted(found.items(), key=_order):
        known = before.get(message if isinstance(message, str) else message[0])
        catalogue.add(message, known.string if known else "", [(name, 0) for name in files])
    for old in _messages(before) if keep else ():
        if old.id not in catalogue:
            catalogue.add(old.id, old.string, auto_comments=["không thấy trong click đang cài"])
    return catalogue


def _order(item: tuple[str | tuple[str, str], list[str]]) -> tuple[str, str]:
    message, files = item
    return files[0], message if isinstance(message, str) else message[0]


def read(path: Path) -> Catalog:
    """The catalogue in a .po file; an empty one when there is no file."""
    if not path.exists():
        return Quiet(locale=path.parts[-3])
    with path.open("rb") as stream:
        return read_po(stream, locale=path.parts[-3])


def _messages(catalogue: Catalog) -> Iterable[Message]:
    return (message for message in catalogue if message.id)


def po(catalogue: Catalog) -> bytes:
    """The text of a .po file."""
    for message in _messages(catalogue):
        message.flags.clear()  # which ones there are depends on the version of Babel
    out = io.BytesIO()
    write_po(out, catalogue, width=0, include_lineno=False)
    return out.getvalue()


def mo(catalogue: Catalog) -> bytes:
    """The bytes of a .mo file."""
    out = io.BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """The messages that have no translation."""
    return [str(message.id) for message in _messages(catalogue) if not _text(message)]


def _text(message: Message) -> str:
    text = message.string or ""
    return text if isinstance(text, str) else "".join(text)


def catalogues() -> dict[Path, Catalog]:
    """Each .po file and what it should hold."""
    ours = "# Thông báo của vanban: tiếng Việt trong mã nguồn, tiếng Anh ở đây (make messages)."
    theirs = "# Lời của click bằng tiếng Việt (make messages)."
    return {
        VANBAN: updated(VANBAN, messages_of_vanban(), ours),
        CLICK: updated(CLICK, messages_of_click(), theirs, keep=True),
    }


def main() -> int:
    """Write the files; 1 when a message is not translated yet."""
    missing = 0
    for path, catalogue in catalogues().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(po(catalogue))
        path.with_suffix(".mo").write_bytes(mo(catalogue))
        for message in untranslated(catalogue):
            missing += 1
            sys.stderr.write(f"{path.name}: chưa dịch: {message}\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
