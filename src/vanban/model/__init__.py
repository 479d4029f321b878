"""The document as its author stated it: facts only, no defaults, no labels."""
