"""What can be wrong in a document: a few kinds of rules in code, the rules as data."""
