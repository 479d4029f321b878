"""What rules look at, each worked out once for a document: its text, days, citations."""
