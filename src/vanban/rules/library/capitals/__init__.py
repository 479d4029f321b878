"""Rules on capital letters (Phụ lục II)."""
