"""Rules that data cannot say: one file each."""
