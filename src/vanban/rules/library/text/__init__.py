"""Rules on characters, spaces, signs and spelling."""
