"""Rules on the text of documents: lines, spacing, indents, marks, headings, tables."""
