"""Rules on what documents of a type have to say."""
