"""What a standard says, as data: page, styles, wording, numbering, components, types."""
