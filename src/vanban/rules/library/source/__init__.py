"""Rules on the source itself."""
