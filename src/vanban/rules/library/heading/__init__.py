"""Rules on the head of a document: issuer, number, place and date, subject, stamps, copies."""
