"""Rules on stamps and on the text of digital signatures."""
