"""Rules on an observed .docx: what the page shows, against the data of a standard."""
