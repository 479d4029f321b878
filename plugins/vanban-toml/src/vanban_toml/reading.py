"""Reading a TOML source: its fields as plain data, a mistake with its place."""

from __future__ import annotations

import re
import tomllib
from typing import Any

_PLACE = re.compile(r"\(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)")


class Mistake(ValueError):
    """What is wrong in a file; ``lineno`` and ``colno`` are None where nobody knows."""

    def __init__(self, message: str, lineno: int | None, colno: int | None) -> None:
        super().__init__(message)
        self.lineno, self.colno = lineno, colno


def read(data: bytes, path: str) -> dict[str, Any]:
    """The fields of a document.

    Raises:
        Mistake: the file is not UTF-8, or no TOML.
    """
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Mistake("TOML phải là UTF-8; mở tệp và lưu lại ở bảng mã UTF-8", None, None) from None
    except tomllib.TOMLDecodeError as error:
        message = f"TOML sai cú pháp: {_PLACE.sub('', str(error)).strip()}"
        raise Mistake(message, *_place(str(error))) from None


def _place(message: str) -> tuple[int | None, int | None]:
    """The line and the column that a message of tomllib tells, None at the end of the file."""
    found = _PLACE.search(message)
    if not found or not found["line"]:
        return None, None
    return int(found["line"]), int(found["column"])
