"""From a document back to the source that says it: YAML as `vanban new` writes it.

`write` is the other way round of `vanban.sources.read`: what is read from its text is the same
document, save for what it tells in ``Written.lost``.
"""

from vanban.sources.writing.document import Written, write

__all__ = ["Written", "write"]
