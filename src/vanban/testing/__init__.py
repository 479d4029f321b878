"""The kit for testing rules: cases as YAML, and sources to write them with."""

from vanban.testing.cases import Case, load, load_folder
from vanban.testing.sources import completed

__all__ = ["Case", "completed", "load", "load_folder"]
