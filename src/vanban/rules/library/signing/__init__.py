"""Rules on the signer: authority, office, name."""
