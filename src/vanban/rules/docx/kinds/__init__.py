"""Kinds of rules on a .docx whose rules are data: each reads keys of its entries."""
