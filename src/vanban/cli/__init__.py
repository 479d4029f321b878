"""The command line: a file a command; each parses, calls the api and prints."""

import gc
import os
import sys
from typing import Any

from vanban.delayed import delay, loaded
from vanban.patterns import postponed

# A command lives for a moment: looking for garbage while its modules load costs a tenth of it.
gc.set_threshold(100_000)


def cleandoc(text: str) -> str:
    """What inspect's function of that name makes of our help texts, which are one line each."""
    return str(loaded("inspect").cleandoc(text)) if "\n" in text else text.expandtabs().lstrip()


def get_close_matches(word: str, *given: Any, **named: Any) -> list[str]:
    """What difflib's function gives; nothing is like "-o", which click asks of short options."""
    if len(word) == 2 and word.startswith("-"):
        return []
    return list(loaded("difflib").get_close_matches(word, *given, **named))


def system() -> str:
    """What platform's function gives, which uuid asks for on Unix."""
    return os.uname().sysname if hasattr(os, "uname") else str(loaded("platform").system())


def quote_from_bytes(*given: Any, **named: Any) -> str:
    """What urllib's function gives, which pathlib needs for addresses alone."""
    return str(loaded("urllib.parse").quote_from_bytes(*given, **named))


# What click, msgspec and pathlib bring along that no command uses, or only in its help: modules
# (12 ms), an expression, and what msgspec does with typing without typing_extensions (3 ms).
delay("inspect", cleandoc)
delay("difflib", get_close_matches)
delay("platform", system)
delay("urllib.parse", quote_from_bytes)
for _name in ("ipaddress", "ntpath", "textwrap"):
    delay(_name)
for _name in ("msgspec.inspect", "msgspec.msgpack", "msgspec.toml"):
    delay(_name)
delay("click")  # what a plain command line does without, see `quick`
_absent = "typing_extensions" not in sys.modules
if _absent:
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # Python's own way
with postponed("string"):
    import string  # noqa: F401  # markupsafe needs it

    import msgspec  # noqa: F401  # loaded here so that the lines above hold for it
if _absent:
    del sys.modules["typing_extensions"]
