"""The command line: a file a command; each parses, calls the api and prints."""

import gc

# A command lives for a moment: looking for garbage while its modules load costs a tenth of it.
gc.set_threshold(100_000)
