"""The catalogues: English of our messages, Vietnamese of click's words."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from vanban import messages
from vanban.cli.main import main
from vanban.commands import COMMANDS
from vanban.resources import PACKAGE

SCRIPT = Path(__file__).parents[1] / ".ci" / "messages.py"
ENGLISH = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "vanban.po"
CLICK = PACKAGE / "locale" / "vi" / "LC_MESSAGES" / "click.po"
BOTH = pytest.mark.parametrize("path", [ENGLISH, CLICK], ids=["vanban", "click"])

_PLACEHOLDER = re.compile(r"\{([a-z_]+)(?:![rs])?(:[^{}]*)?\}|%\((\w+)\)s")
_VIETNAMESE = re.compile("[À-ỹ]")


@pytest.fixture(autouse=True)
def _language_restored(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LANGUAGE", "")
    monkeypatch.delenv("VANBAN_LANG", raising=False)
    yield
    messages.use(None)


@BOTH
def test_every_message_is_translated(path: Path) -> None:
    missing = [message.id for message in _messages(path) if not all(_translations(message))]

    assert missing == []


@BOTH
def test_a_translation_has_the_placeholders_of_its_message(path: Path) -> None:
    wrong = [
        message.id
        for message in _messages(path)
        for text in _translations(message)
        if _placeholders(text) != _placeholders(_original(message))
    ]

    assert wrong == []


@BOTH
def test_the_compiled_catalogue_is_fresh(path: Path) -> None:
    with path.with_suffix(".mo").open("rb") as stream:
        compiled = read_mo(stream)

    assert _texts(compiled) == _texts(_catalogue(path))


def test_the_catalogue_has_the_messages_in_the_code_and_no_others() -> None:
    script = _script()

    assert set(script.messages_of_vanban()) == {message.id for message in _messages(ENGLISH)}


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_english_has_no_vietnamese_word(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = _shown(["--lang", "en", command, "--help"], capsys)

    assert "Usage:" in shown
    assert not _VIETNAMESE.search(shown)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_vietnamese_has_no_english_word_of_click(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = _shown([command, "--help"], capsys)

    assert "Cách dùng:" in shown
    assert [word for word in _words_of_click() if word in shown] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["render"], "Thiếu đối số"),
        (["rendr"], "Không có lệnh «rendr»"),
        (["render", "--tmeplate"], "Có phải '--template' không?"),
        (["render", "a.yaml", "-o"], "Tùy chọn «-o» cần 1 giá trị"),
        (["types", "a", "b"], "Thừa đối số (a b)"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert message in capsys.readouterr().err


def test_a_message_that_nobody_translated_stays_as_it_is() -> None:
    messages.use("en")

    assert messages._("Không ai dịch câu này.") == "Không ai dịch câu này."


def _shown(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    assert main([argument for argument in arguments if argument]) == 0
    return capsys.readouterr().out


def _words_of_click() -> list[str]:
    """What click says without anything put in, such as "Show this message and exit."."""
    texts = (_original(message) for message in _messages(CLICK))
    return [text for text in texts if text[0].isupper() and not _placeholders(text)]


def _catalogue(path: Path) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream, locale=path.parts[-3])


def _messages(path: Path) -> list[Message]:
    return [message for message in _catalogue(path) if message.id]


def _original(message: Message) -> str:
    """The message; of singular and plural the plural, which has all placeholders."""
    return message.id if isinstance(message.id, str) else message.id[-1]


def _translations(message: Message) -> tuple[str, ...]:
    text = message.string or ""
    return (text,) if isinstance(text, str) else tuple(text)


def _texts(catalogue: Catalog) -> dict[str, tuple[str, ...]]:
    return {_original(message): _translations(message) for message in catalogue if message.id}


def _placeholders(text: str) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = _PLACEHOLDER.findall(text)
    return sorted(found)


def _script() -> ModuleType:
    if not SCRIPT.exists():
        pytest.skip("only in a checkout: .ci/messages.py")
    spec = importlib.util.spec_from_file_location("messages_script", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
