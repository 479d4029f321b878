"""Văn bản của Đảng: standards, document types and rules of Party documents, for vanban.

`dang-2026` is Quy định 399-QĐ/TW with Hướng dẫn 05-HD/VPTW, `dang-2018` what was in force before
(36-HD/VPTW). Nothing is opened or imported before it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vanban import hookimpl

HERE = Path(__file__).parent


@hookimpl
def vanban_standards() -> Iterable[Path]:
    """The two standards, a folder of data each."""
    return [HERE / "standards" / "dang-2026", HERE / "standards" / "dang-2018"]


@hookimpl
def vanban_document_types() -> Iterable[Path]:
    """The 25 types and 8 papers of 399-QĐ/TW and the three kinds of copies."""
    return sorted((HERE / "types").glob("*.yaml"))


@hookimpl
def vanban_rules() -> Iterable[Path]:
    """The rules, a file of entries a family."""
    return sorted((HERE / "rules").glob("*.yaml"))
