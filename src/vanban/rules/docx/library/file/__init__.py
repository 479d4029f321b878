"""Rules on the file itself: language, title, leftovers, mixed regimes."""
