"""Rules on the head: Quốc hiệu, issuer, number, place and date, type and subject."""
