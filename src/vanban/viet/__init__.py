"""Vietnamese conventions as pure functions: text, dates, numerals, numbering, capitals, widths."""
