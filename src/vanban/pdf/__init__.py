"""From .docx to .pdf through LibreOffice, and what a PDF tells about its pages."""

from vanban.pdf.converting import SECONDS, convert, convert_many, converted
from vanban.pdf.folders import sweep
from vanban.pdf.office import program
from vanban.pdf.outcome import Converted
from vanban.pdf.pages import headings

__all__ = [
    "SECONDS",
    "Converted",
    "convert",
    "convert_many",
    "converted",
    "headings",
    "program",
    "sweep",
]
