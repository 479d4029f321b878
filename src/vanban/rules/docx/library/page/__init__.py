"""Rules on paper, margins, fonts, colours and page numbers."""
