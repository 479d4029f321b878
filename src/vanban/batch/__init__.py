"""Many documents at once: of source files, or of the rows of a table.

    >>> from vanban import batch
    >>> made = batch.table("giay-moi.mau.yaml", "khach-moi.xlsx", directory="giay-moi",
    ...                    name="{stt}-{ho_ten|slug}", resume=True)     # doctest: +SKIP
    >>> made.rendered, made.code                                        # doctest: +SKIP
    (500, 0)

The names below are the public ones; each is loaded when it is first used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vanban.batch.calls import files, table
    from vanban.batch.jobs import Outcome, Status
    from vanban.batch.summary import Summary

__all__ = ["files", "table", "Summary", "Outcome", "Status"]

_HOMES = {
    "files": "vanban.batch.calls",
    "table": "vanban.batch.calls",
    "Summary": "vanban.batch.summary",
    "Outcome": "vanban.batch.jobs",
    "Status": "vanban.batch.jobs",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'vanban.batch' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
