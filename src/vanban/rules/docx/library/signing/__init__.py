"""Rules on the end of documents: authority, name, room to sign, images."""
