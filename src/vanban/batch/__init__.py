"""Many documents at once: which files, in which processes, what came of each."""
