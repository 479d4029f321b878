"""Kinds of rules whose rules are data."""
