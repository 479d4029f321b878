"""Rules on the body: its levels and numbers, its end, what was left in it, its appendices."""
