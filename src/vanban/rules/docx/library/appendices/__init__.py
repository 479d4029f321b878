"""Rules on appendices and on texts issued with a decision."""
