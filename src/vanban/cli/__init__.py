"""The command line: a file a command; each parses, calls the api and prints."""

import gc
import sys

from vanban.patterns import postponed

# A command lives for a moment: looking for garbage while its modules load costs a tenth of it.
gc.set_threshold(100_000)

# What msgspec and click bring along compiles expressions that no command uses (4 ms), and msgspec
# does with typing where typing_extensions (3 ms) is not there.
_absent = "typing_extensions" not in sys.modules
if _absent:
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # Python's own way
with postponed("platform", "textwrap", "tokenize", "click"):
    import click  # noqa: F401  # loaded here so that the lines above hold for it
    import msgspec  # noqa: F401  # the same
if _absent:
    del sys.modules["typing_extensions"]
