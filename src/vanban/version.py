"""The version of vanban, for whatever room needs it."""

__version__ = "0.1.0"
