"""The language of messages: Vietnamese as written in the code, English from the catalogue.

A message is its own Vietnamese text, wrapped in ``_``; Babel extracts it into
``locale/en/LC_MESSAGES/vanban.po`` (``make messages``). The default language so needs no
catalogue at run time, and a message that nobody translated stays understandable.
"""

from __future__ import annotations

import os
from contextvars import ContextVar
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

LANGUAGES = ("vi", "en")

_chosen: ContextVar[str | None] = ContextVar("vanban_lang", default=None)


def use(language: str | None) -> None:
    """Choose the language of messages, ``vi`` or ``en``; None returns to VANBAN_LANG."""
    if language is not None and language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}")
    _chosen.set(language)


def language() -> str:
    """The language in force: the chosen one, else VANBAN_LANG, else Vietnamese."""
    wanted = _chosen.get() or os.environ.get("VANBAN_LANG", "")[:2].lower()
    return wanted if wanted in LANGUAGES else "vi"


def _(message: str) -> str:
    """The message in the language in force; ``.format`` fills it in at the call."""
    chosen = language()
    return message if chosen == "vi" else _catalogue(chosen).gettext(message)


@cache
def _catalogue(chosen: str) -> NullTranslations:
    from gettext import translation

    folder = os.path.join(os.path.dirname(__file__), "locale")
    return translation("vanban", folder, languages=[chosen], fallback=True)
