"""Everything that knows OOXML: templates, body, tables, footnotes, package, reader."""
