"""From what was recognized in a .docx to the document that says the same.

The other way round of the writer: capitals, labels, dashes and marks that it supplies are
taken off. What finds no place in a document is told, never dropped.
"""

from vanban.word.drafting.document import Draft, draft
from vanban.word.drafting.legacy import in_unicode
from vanban.word.drafting.state import Left

__all__ = ["Draft", "Left", "draft", "in_unicode"]
