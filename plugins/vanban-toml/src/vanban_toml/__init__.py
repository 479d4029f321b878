"""Documents written in TOML, for offices whose systems export it."""

from __future__ import annotations

from collections.abc import Mapping

from vanban import hookimpl


@hookimpl
def vanban_sources() -> Mapping[str, str]:
    """The ending of the files and the function that reads them."""
    return {".toml": "vanban_toml.reading:read"}
