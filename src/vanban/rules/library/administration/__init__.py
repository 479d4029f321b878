"""Rules on the names of bodies and places as of the date of a document."""
