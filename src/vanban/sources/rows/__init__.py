"""Rows of tables (workbooks, CSV, JSON Lines) as texts, such as people see them."""
