"""What the paragraphs of a .docx are: from a `Layout` to a `Recognized`.

Nothing here knows OOXML, and nothing goes by the names of styles: offices have their own. Words,
place, capitals and what stands around a line tell what it is; where these do not agree the
piece is not sure and a doubt says why.
"""

from vanban.word.recognize.document import recognize
from vanban.word.recognize.names import TypeName

__all__ = ["TypeName", "recognize"]
